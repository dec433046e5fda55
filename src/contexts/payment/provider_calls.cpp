#include "contexts/payment/provider_calls.hpp"

#include <algorithm>
#include <atomic>
#include <utility>

#include "contexts/payment/aggregates.hpp"
#include "core/overloaded.hpp"

namespace dangol::payment {
namespace {

using runtime::Callback, runtime::Effect, runtime::Recording, runtime::Task, runtime::Unit;

struct Inquiry {
    Timestamp valid_until{};
};
BOOST_DESCRIBE_STRUCT(Inquiry, (), (valid_until))

bool may_have_been_sent(const Effect& effect) { return effect.resumed || effect.attempt > 1; }

// ── One call, with a timeout ───────────────────────────────────────────────────────────────────────

/// Passes the first of the provider's answer and the timeout on, and drops the other one.
template <class Outcome>
class FirstAnswer {
  public:
    explicit FirstAnswer(Callback<Outcome> done) : done_(std::move(done)) {}
    void operator()(Outcome outcome) {
        if (!answered_.exchange(true)) done_(std::move(outcome));
    }
    [[nodiscard]] bool answered() const { return answered_; }

  private:
    std::atomic<bool> answered_{false};
    Callback<Outcome> done_;
};

/// The answer to `ask`, or `otherwise` after the timeout: exactly one of them, once. Throws Unanswered if the
/// context is gone by then.
template <class Outcome, class Ask>
Task<Outcome> answer_or(Outcome otherwise, const ProviderCalls& calls, Ask ask) {
    auto outcome = co_await runtime::call<Outcome>([&timers = calls.environment.timers,
                                                    within = calls.settings.call_timeout, otherwise,
                                                    ask](Callback<Outcome> done) {
        const auto first = std::make_shared<FirstAnswer<Outcome>>(std::move(done));
        ask([first](Outcome answer) { (*first)(std::move(answer)); });
        if (first->answered()) return;  // at once: the ordinary payment sets no timer
        timers.after(within, [first, otherwise] { (*first)(otherwise); });
    });
    if (calls.alive.expired()) throw runtime::Unanswered();
    co_return outcome;
}

Task<QueryOutcome> query(const ProviderCalls& calls, const Effect& effect) {
    return answer_or<QueryOutcome>(QueryUnavailable{}, calls, [&](auto answer) {
        calls.provider.query(OrderId{effect.subject}, std::move(answer));
    });
}

// ── What is recorded ───────────────────────────────────────────────────────────────────────────────

Result<void> execute(Unit& unit, const std::string& id, const Command& command) {
    DANGOL_CHECK(unit.execute<Payment>(id, command));
    return {};
}

Recording record_approved(std::string id, std::string code) {
    return [id = std::move(id), code = std::move(code)](Unit& unit) {
        return execute(unit, id, ConfirmApproved{code, unit.now()});
    };
}

Recording record_declined(std::string id, std::string reason) {
    return [id = std::move(id), reason = std::move(reason)](Unit& unit) {
        return execute(unit, id, ConfirmDeclined{reason});
    };
}

Recording record_refunded(std::string id) {
    return [id = std::move(id)](Unit& unit) { return execute(unit, id, ConfirmRefunded{unit.now()}); };
}

/// The money was captured and paid back outside this program: a refund follows here, and finds it done. The
/// cancel comes first, so that Paid says that the money goes back.
Recording record_refunded_elsewhere(std::string id, std::string code) {
    return [id = std::move(id), code = std::move(code)](Unit& unit) -> Result<void> {
        const auto& bill = *bill_of(unit.load<Payment>(id).state);
        DANGOL_CHECK(unit.execute<Payment>(
            id, CancelPayment{bill.order_id, bill.cafe_id, bill.customer_id, "refunded-at-provider"}));
        return execute(unit, id, ConfirmApproved{code, unit.now()});
    };
}

/// How long to wait after the given attempt, 1 for the first.
Duration backoff(const Settings& settings, int attempt) {
    Duration delay = settings.retry_first;
    for (int i = 1; i < attempt && delay < settings.retry_max; ++i) delay *= 2;
    return std::min(delay, settings.retry_max);
}

Recording still_unknown(const Settings& settings, const Effect& effect, Timestamp valid_until) {
    const int attempt = effect.kind == inquire_kind ? effect.attempt + 1 : 1;
    return [settings, id = effect.subject, attempt, valid_until](Unit& unit) -> Result<void> {
        DANGOL_CHECK(unit.execute<Payment>(id, NoteUnknown{}));
        if (!std::holds_alternative<stage::Unknown>(unit.load<Payment>(id).state)) return {};  // known by now
        auto due = unit.now() + backoff(settings, attempt);
        // Do not sleep past the moment at which "nothing found" becomes final.
        const auto final_from = valid_until + settings.clock_margin + Duration{1};
        if (unit.now() < final_from && due > final_from) due = final_from;
        unit.perform({.id = "inquire:" + id,
                      .kind = std::string(inquire_kind),
                      .subject = id,
                      .attempt = attempt,
                      .due = due,
                      .data = codec::to_json(Inquiry{valid_until})});
        return {};
    };
}

Recording not_yet_refunded(const Settings& settings, Effect effect, std::string reason) {
    return [settings, effect = std::move(effect), reason = std::move(reason)](Unit& unit) -> Result<void> {
        if (effect.attempt >= settings.refund_attempts) {
            DANGOL_CHECK(unit.execute<Payment>(effect.subject, NoteRefundTrouble{reason}));
        }
        auto next = effect;
        next.attempt = effect.attempt + 1;
        next.due = unit.now() + backoff(settings, effect.attempt);
        next.resumed = false;
        unit.perform(std::move(next));
        return {};
    };
}

Task<Recording> ask_for_outcome(const ProviderCalls& calls, const Effect& effect, Timestamp valid_until) {
    // The time of the query counts, not that of the response: a charge may arrive in between.
    const bool final = calls.environment.clock.now() > valid_until + calls.settings.clock_margin;
    const auto found = co_await query(calls, effect);
    co_return std::visit(Overloaded{
                             [&](const FoundCaptured& captured) -> Recording {
                                 if (captured.refunded)
                                     return record_refunded_elsewhere(effect.subject, captured.code);
                                 return record_approved(effect.subject, captured.code);
                             },
                             [&](const FoundDeclined& declined) -> Recording {
                                 return record_declined(effect.subject, declined.reason);
                             },
                             [&](const FoundNothing&) -> Recording {
                                 if (final) return record_declined(effect.subject, "never-charged");
                                 return still_unknown(calls.settings, effect, valid_until);
                             },
                             [&](const QueryUnavailable&) -> Recording {
                                 return still_unknown(calls.settings, effect, valid_until);
                             },
                         },
                         found);
}

}  // namespace

// ── The effects ────────────────────────────────────────────────────────────────────────────────────

Effect charge_effect(const ChargeRequest& request) {
    return {.id = "charge:" + request.order_id.value,
            .kind = std::string(charge_kind),
            .subject = request.order_id.value,
            .data = codec::to_json(request)};
}

Effect refund_effect(const OrderId& order_id, const Money& amount, int number) {
    return {.id = "refund:" + order_id.value + (number == 0 ? "" : ":" + std::to_string(number)),
            .kind = std::string(refund_kind),
            .subject = order_id.value,
            .data = codec::to_json(amount)};
}

Task<Recording> charge(ProviderCalls calls, Effect effect) {
    auto request = runtime::data_of<ChargeRequest>(effect);
    const auto valid_until = request.valid_until;
    if (may_have_been_sent(effect)) co_return co_await ask_for_outcome(calls, effect, valid_until);

    const auto outcome = co_await answer_or<ChargeOutcome>(ChargeUnknown{}, calls, [&](auto answer) {
        calls.provider.charge(std::move(request), std::move(answer));
    });
    co_return std::visit(Overloaded{
                             [&](const ChargeApproved& approved) -> Recording {
                                 return record_approved(effect.subject, approved.code);
                             },
                             [&](const ChargeDeclined& declined) -> Recording {
                                 return record_declined(effect.subject, declined.reason);
                             },
                             [&](const ChargeUnknown&) -> Recording {
                                 return still_unknown(calls.settings, effect, valid_until);
                             },
                         },
                         outcome);
}

Task<Recording> inquire(ProviderCalls calls, Effect effect) {
    co_return co_await ask_for_outcome(calls, effect, runtime::data_of<Inquiry>(effect).valid_until);
}

Task<Recording> refund(ProviderCalls calls, Effect effect) {
    const auto amount = runtime::data_of<Money>(effect);
    if (may_have_been_sent(effect)) {
        const auto found = co_await query(calls, effect);
        const auto* captured = std::get_if<FoundCaptured>(&found);
        if (captured == nullptr) {
            const bool silent = std::holds_alternative<QueryUnavailable>(found);
            co_return not_yet_refunded(calls.settings, effect,
                                       silent ? "no-answer" : "provider-knows-no-capture");
        }
        if (captured->refunded) co_return record_refunded(effect.subject);
    }

    const auto outcome = co_await answer_or<RefundOutcome>(RefundUnknown{}, calls, [&](auto answer) {
        calls.provider.refund(OrderId{effect.subject}, amount, effect.id, std::move(answer));
    });
    co_return std::visit(Overloaded{
                             [&](const RefundDone&) -> Recording { return record_refunded(effect.subject); },
                             [&](const RefundRefused& refused) -> Recording {
                                 return not_yet_refunded(calls.settings, effect, refused.reason);
                             },
                             [&](const RefundUnknown&) -> Recording {
                                 return not_yet_refunded(calls.settings, effect, "no-answer");
                             },
                         },
                         outcome);
}

}  // namespace dangol::payment
