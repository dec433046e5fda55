// The calls to the payment provider: never charged twice, never guessed, never given up.
#include "contexts/payment/provider_calls.hpp"

#include <atomic>
#include <stdexcept>
#include <utility>

#include "contexts/payment/aggregate.hpp"

namespace dangol::payment {
namespace {

using runtime::Effect;
using runtime::Unit;

constexpr auto charge_kind = "charge";
constexpr auto inquire_kind = "inquire";
constexpr auto refund_kind = "refund";

struct Inquiry {
    Timestamp valid_until{};
};
BOOST_DESCRIBE_STRUCT(Inquiry, (), (valid_until))

/// What we stored ourselves reads back, or the store is broken.
template <class T>
T data_of(const Effect& effect) {
    auto data = codec::from_json<T>(effect.data);
    if (!data)
        throw std::runtime_error("effect " + effect.id + ": " + data.error().path + " " +
                                 data.error().message);
    return std::move(*data);
}

Result<void> execute(Unit& unit, const std::string& id, const Command& command) {
    if (auto done = unit.execute<PaymentAggregate>(id, command); !done) return std::unexpected(done.error());
    return {};
}

std::function<Result<void>(Unit&)> record_approved(std::string id, std::string code) {
    return [id = std::move(id), code = std::move(code)](Unit& unit) {
        return execute(unit, id, ConfirmApproved{code, unit.now()});
    };
}

std::function<Result<void>(Unit&)> record_declined(std::string id, std::string reason) {
    return [id = std::move(id), reason = std::move(reason)](Unit& unit) {
        return execute(unit, id, ConfirmDeclined{reason});
    };
}

std::function<Result<void>(Unit&)> record_refunded(std::string id) {
    return [id = std::move(id)](Unit& unit) { return execute(unit, id, ConfirmRefunded{unit.now()}); };
}

/// Somebody has captured the money and paid it back without us: ours follows, and its refund finds it done.
std::function<Result<void>(Unit&)> record_refunded_elsewhere(std::string id, std::string code) {
    return [id = std::move(id), code = std::move(code)](Unit& unit) -> Result<void> {
        if (auto approved = execute(unit, id, ConfirmApproved{code, unit.now()}); !approved) return approved;
        const auto& payment = unit.load<PaymentAggregate>(id).state;
        return execute(
            unit, id,
            CancelPayment{payment.order_id, payment.cafe_id, payment.customer_id, "refunded-at-provider"});
    };
}

}  // namespace

Effect charge_effect(const ChargeRequest& request) {
    Effect effect;
    effect.id = "charge:" + request.order_id.value;
    effect.kind = charge_kind;
    effect.subject = request.order_id.value;
    effect.data = codec::to_json(request);
    return effect;
}

Effect refund_effect(const OrderId& order_id, const Money& amount) {
    Effect effect;
    effect.id = "refund:" + order_id.value;
    effect.kind = refund_kind;
    effect.subject = order_id.value;
    effect.data = codec::to_json(amount);
    return effect;
}

ProviderCalls::ProviderCalls(Settings settings, PaymentProvider& provider, runtime::Environment environment)
    : settings_(settings), provider_(provider), environment_(environment) {}

void ProviderCalls::start(const Effect& effect, runtime::FinishEffectWith finish) {
    const auto owed = std::make_shared<Owed>(effect, std::move(finish));
    const bool may_have_been_sent = effect.resumed || effect.attempt > 1;
    if (effect.kind == charge_kind) {
        auto request = data_of<ChargeRequest>(effect);
        if (may_have_been_sent) {
            inquire(owed, request.valid_until);
        } else {
            charge(owed, std::move(request));
        }
    } else if (effect.kind == inquire_kind) {
        inquire(owed, data_of<Inquiry>(effect).valid_until);
    } else if (effect.kind == refund_kind) {
        const auto amount = data_of<Money>(effect);
        if (may_have_been_sent) {
            ask_then_refund(owed, amount);
        } else {
            refund(owed, amount);
        }
    } else {
        throw std::runtime_error("effect " + effect.id + ": unknown kind " + effect.kind);
    }
}

template <class Outcome>
void ProviderCalls::ask(std::function<void(std::move_only_function<void(Outcome)>)> call, Outcome otherwise,
                        std::move_only_function<void(Outcome)> then) {
    struct Once {
        std::atomic<bool> answered{false};
        std::move_only_function<void(Outcome)> then;
    };
    auto once = std::make_shared<Once>();
    once->then = std::move(then);
    auto answer = [once, alive = std::weak_ptr(alive_)](Outcome outcome) {
        if (alive.expired() || once->answered.exchange(true)) return;
        once->then(std::move(outcome));
    };
    call(answer);
    if (once->answered) return;  // at once: no timer, which keeps the ordinary payment cheap
    environment_.timers.after(settings_.call_timeout, [answer, otherwise] { answer(otherwise); });
}

void ProviderCalls::charge(const OwedPtr& owed, ChargeRequest request) {
    const auto valid_until = request.valid_until;
    ask<ChargeOutcome>([&](auto answer) { provider_.charge(std::move(request), std::move(answer)); },
                       ChargeUnknown{},
                       [this, owed, valid_until](ChargeOutcome outcome) {
                           const auto& id = owed->effect.subject;
                           owed->finish(std::visit(Overloaded{
                                                       [&](const ChargeApproved& approved) -> Recording {
                                                           return record_approved(id, approved.code);
                                                       },
                                                       [&](const ChargeDeclined& declined) -> Recording {
                                                           return record_declined(id, declined.reason);
                                                       },
                                                       [&](const ChargeUnknown&) -> Recording {
                                                           return still_unknown(owed->effect, valid_until);
                                                       },
                                                   },
                                                   outcome));
                       });
}

void ProviderCalls::inquire(const OwedPtr& owed, Timestamp valid_until) {
    // The moment of the question counts, not that of the answer: a charge may still have been made in
    // between.
    const bool final = environment_.clock.now() > valid_until + settings_.clock_margin;
    ask<QueryOutcome>([&](auto answer) { provider_.query(OrderId{owed->effect.subject}, std::move(answer)); },
                      QueryUnavailable{},
                      [this, owed, valid_until, final](QueryOutcome outcome) {
                          const auto& id = owed->effect.subject;
                          owed->finish(std::visit(Overloaded{
                                                      [&](const FoundCaptured& captured) -> Recording {
                                                          if (captured.refunded)
                                                              return record_refunded_elsewhere(id,
                                                                                               captured.code);
                                                          return record_approved(id, captured.code);
                                                      },
                                                      [&](const FoundDeclined& declined) -> Recording {
                                                          return record_declined(id, declined.reason);
                                                      },
                                                      [&](const FoundNothing&) -> Recording {
                                                          if (final)
                                                              return record_declined(id, "never-charged");
                                                          return still_unknown(owed->effect, valid_until);
                                                      },
                                                      [&](const QueryUnavailable&) -> Recording {
                                                          return still_unknown(owed->effect, valid_until);
                                                      },
                                                  },
                                                  outcome));
                      });
}

void ProviderCalls::refund(const OwedPtr& owed, const Money& amount) {
    ask<RefundOutcome>(
        [&](auto answer) {
            provider_.refund(OrderId{owed->effect.subject}, amount, owed->effect.id, std::move(answer));
        },
        RefundUnknown{},
        [this, owed](RefundOutcome outcome) {
            owed->finish(std::visit(
                Overloaded{
                    [&](const RefundDone&) -> Recording { return record_refunded(owed->effect.subject); },
                    [&](const RefundRefused& refused) -> Recording {
                        return not_yet_refunded(owed->effect, refused.reason);
                    },
                    [&](const RefundUnknown&) -> Recording {
                        return not_yet_refunded(owed->effect, "no-answer");
                    },
                },
                outcome));
        });
}

void ProviderCalls::ask_then_refund(const OwedPtr& owed, const Money& amount) {
    ask<QueryOutcome>([&](auto answer) { provider_.query(OrderId{owed->effect.subject}, std::move(answer)); },
                      QueryUnavailable{},
                      [this, owed, amount](QueryOutcome outcome) {
                          const auto later = [&](std::string reason) {
                              owed->finish(not_yet_refunded(owed->effect, std::move(reason)));
                          };
                          std::visit(Overloaded{
                                         [&](const FoundCaptured& captured) {
                                             if (captured.refunded) {
                                                 owed->finish(record_refunded(owed->effect.subject));
                                             } else {
                                                 refund(owed, amount);
                                             }
                                         },
                                         [&](const FoundDeclined&) { later("provider-knows-no-capture"); },
                                         [&](const FoundNothing&) { later("provider-knows-no-capture"); },
                                         [&](const QueryUnavailable&) { later("no-answer"); },
                                     },
                                     outcome);
                      });
}

ProviderCalls::Recording ProviderCalls::still_unknown(const Effect& effect, Timestamp valid_until) const {
    return [settings = settings_, effect, valid_until](Unit& unit) -> Result<void> {
        const auto& id = effect.subject;
        if (auto noted = execute(unit, id, NoteUnknown{}); !noted) return noted;
        if (unit.load<PaymentAggregate>(id).state.status != PaymentStatus::unknown)
            return {};  // known by now
        const int attempt = effect.kind == inquire_kind ? effect.attempt + 1 : 1;
        auto due = unit.now() + backoff(settings, attempt);
        // Do not sleep past the moment at which "nothing found" becomes final.
        const auto final_from = valid_until + settings.clock_margin + Duration{1};
        if (unit.now() < final_from && due > final_from) due = final_from;
        Effect next;
        next.id = "inquire:" + id;
        next.kind = inquire_kind;
        next.subject = id;
        next.attempt = attempt;
        next.due = due;
        next.data = codec::to_json(Inquiry{valid_until});
        unit.perform(std::move(next));
        return {};
    };
}

ProviderCalls::Recording ProviderCalls::not_yet_refunded(const Effect& effect, std::string reason) const {
    return [settings = settings_, effect, reason = std::move(reason)](Unit& unit) -> Result<void> {
        if (effect.attempt >= settings.refund_attempts) {
            if (auto noted = execute(unit, effect.subject, NoteRefundTrouble{reason}); !noted) return noted;
        }
        auto next = effect;
        next.attempt = effect.attempt + 1;
        next.due = unit.now() + backoff(settings, effect.attempt);
        next.resumed = false;
        unit.perform(std::move(next));
        return {};
    };
}

}  // namespace dangol::payment
