// A provider that keeps its own books and misbehaves on demand.
#include "adapters/sandbox_provider/sandbox_provider.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include "core/codec.hpp"
#include "core/overloaded.hpp"

namespace dangol::adapters {
namespace {

using namespace payment;

/// How a charge goes.
enum class Behaviour { approve, decline, stall, stall_then_charge, timeout_after_charge };
BOOST_DESCRIBE_ENUM(Behaviour, approve, decline, stall, stall_then_charge, timeout_after_charge)

std::optional<Behaviour> behaviour_of(const std::string& token, bool troubles) {
    if (token.empty()) return Behaviour::approve;
    Behaviour behaviour{};
    if (!boost::describe::enum_from_string(token.c_str(), behaviour)) return std::nullopt;
    const bool answers = behaviour == Behaviour::approve || behaviour == Behaviour::decline;
    if (!answers && !troubles) return std::nullopt;
    return behaviour;
}

ChargeOutcome charge_outcome_of(const SandboxTransaction& transaction) {
    if (transaction.captures == 0) return ChargeDeclined{transaction.declined};
    return ChargeApproved{transaction.approval_code};
}

}  // namespace

SandboxProvider::SandboxProvider(SandboxSettings settings, runtime::Clock& clock, runtime::Timers& timers)
    : settings_(std::move(settings)), clock_(clock), timers_(timers) {
    if (settings_.journal.empty()) return;
    // Each line is the whole transaction as it was then: the last one of an order stands.
    journal_ = std::make_unique<SandboxJournal>(settings_.journal, [this](std::string_view line) {
        auto transaction = codec::from_json<SandboxTransaction>(line);
        if (!transaction) throw std::runtime_error("sandbox journal: unreadable line: " + std::string(line));
        auto key = transaction->order_id.value;
        transactions_.insert_or_assign(std::move(key), std::move(*transaction));
    });
}

Duration SandboxProvider::delay() {
    // Multiples of the golden ratio spread evenly, without a source of randomness.
    constexpr std::uint64_t parts = 1'000'000;
    constexpr std::uint64_t golden = 618'034;
    const std::lock_guard lock(mutex_);
    const auto at = static_cast<std::int64_t>(++answers_ * golden % parts);
    const auto jitter = settings_.answer_jitter.count();
    return settings_.answer_delay + Duration{2 * jitter * at / static_cast<std::int64_t>(parts) - jitter};
}

template <class Outcome>
void SandboxProvider::withhold(std::move_only_function<void(Outcome)> answer) {
    constexpr std::size_t withheld_max = 10'000;
    std::move_only_function<void()> oldest;  // whoever waits for it is told after the lock
    const std::lock_guard lock(mutex_);
    if (hung_up_) return;
    if (withheld_.size() == withheld_max) {
        oldest = std::move(withheld_.front());
        withheld_.pop_front();
    }
    withheld_.emplace_back([answer = std::move(answer)] {});
}

template <class Outcome>
void SandboxProvider::deliver(std::move_only_function<void(Outcome)> answer, Outcome outcome) {
    if (settings_.answer_delay == Duration::zero()) {
        answer(std::move(outcome));
        return;
    }
    timers_.after(delay(), [answer = std::move(answer), outcome = std::move(outcome)]() mutable {
        answer(std::move(outcome));
    });
}

void SandboxProvider::capture(const ChargeRequest& request) {
    SandboxTransaction transaction;
    transaction.order_id = request.order_id;
    transaction.captured = request.amount;
    transaction.refunded = Money{0, request.amount.currency};
    transaction.captures = 1;
    transaction.approval_code = "SB-" + std::to_string(transactions_.size() + 1);
    if (journal_) journal_->append(codec::to_json(transaction));
    transactions_.insert_or_assign(request.order_id.value, std::move(transaction));
}

void SandboxProvider::decline(const ChargeRequest& request, std::string reason) {
    SandboxTransaction transaction;
    transaction.order_id = request.order_id;
    transaction.declined = std::move(reason);
    if (journal_) journal_->append(codec::to_json(transaction));
    transactions_.insert_or_assign(request.order_id.value, std::move(transaction));
}

void SandboxProvider::charge(ChargeRequest request, std::move_only_function<void(ChargeOutcome)> answer) {
    const auto behaviour = behaviour_of(request.token, settings_.troubles);
    std::optional<ChargeOutcome> outcome;
    {
        const std::lock_guard lock(mutex_);
        if (const auto known = transactions_.find(request.order_id.value); known != transactions_.end()) {
            outcome = charge_outcome_of(known->second);
        } else if (!behaviour) {
            decline(request, "invalid-token");
        } else if (clock_.now() > request.valid_until) {
            decline(request, "too-late");
        } else {
            switch (*behaviour) {
                case Behaviour::approve:
                case Behaviour::timeout_after_charge: capture(request); break;
                case Behaviour::decline: decline(request, "declined"); break;
                case Behaviour::stall:
                case Behaviour::stall_then_charge: break;
            }
        }
        if (const auto made = transactions_.find(request.order_id.value);
            !outcome && made != transactions_.end()) {
            if (behaviour != Behaviour::timeout_after_charge) outcome = charge_outcome_of(made->second);
        }
    }
    if (outcome) return deliver(std::move(answer), std::move(*outcome));
    withhold(std::move(answer));
    if (behaviour == Behaviour::stall_then_charge) {
        timers_.after(settings_.charge_after, [this, request = std::move(request)] {
            const std::lock_guard lock(mutex_);
            const bool known = transactions_.contains(request.order_id.value);
            if (!known && clock_.now() <= request.valid_until) capture(request);
        });
    }
}

void SandboxProvider::query(OrderId order_id, std::move_only_function<void(QueryOutcome)> answer) {
    QueryOutcome outcome = FoundNothing{};
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = transactions_.find(order_id.value); found != transactions_.end()) {
            const auto& transaction = found->second;
            if (transaction.captures == 0) {
                outcome = FoundDeclined{transaction.declined};
            } else {
                outcome =
                    FoundCaptured{transaction.approval_code, transaction.refunded == transaction.captured};
            }
        }
    }
    deliver(std::move(answer), std::move(outcome));
}

RefundOutcome SandboxProvider::move_back(const OrderId& order_id, const Money& amount,
                                         const std::string& refund_id) {
    const auto found = transactions_.find(order_id.value);
    if (found == transactions_.end() || found->second.captures == 0) return RefundRefused{"no-such-capture"};
    auto transaction = found->second;
    if (std::ranges::find(transaction.refund_ids, refund_id) != transaction.refund_ids.end())
        return RefundDone{};
    const auto refunded = add(transaction.refunded, amount);
    if (!refunded || amount.amount <= 0 || refunded->amount > transaction.captured.amount)
        return RefundRefused{"more-than-captured"};
    transaction.refunded = *refunded;
    transaction.refunds += 1;
    transaction.refund_ids.push_back(refund_id);
    if (journal_) journal_->append(codec::to_json(transaction));
    found->second = std::move(transaction);
    return RefundDone{};
}

void SandboxProvider::refund(OrderId order_id, Money amount, std::string refund_id,
                             std::move_only_function<void(RefundOutcome)> answer) {
    RefundOutcome outcome;
    bool answered = true;
    {
        const std::lock_guard lock(mutex_);
        const bool troubled = troubled_refunds_ > 0;
        if (troubled) --troubled_refunds_;
        if (troubled && trouble_ == RefundTrouble::fail) {
            outcome = RefundRefused{"refused-on-demand"};
        } else {
            outcome = move_back(order_id, amount, refund_id);
            answered = !troubled;
        }
    }
    if (!answered) return withhold(std::move(answer));
    deliver(std::move(answer), std::move(outcome));
}

void SandboxProvider::hang_up() {
    std::deque<std::move_only_function<void()>> withheld;  // whoever waits is told after the lock
    const std::lock_guard lock(mutex_);
    hung_up_ = true;
    withheld.swap(withheld_);
}

std::vector<std::string> SandboxProvider::tokens() const {
    std::vector<std::string> taken;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Behaviour>>([&](auto behaviour) {
        if (behaviour_of(behaviour.name, settings_.troubles)) taken.emplace_back(behaviour.name);
    });
    return taken;
}

std::vector<SandboxTransaction> SandboxProvider::transactions() const {
    std::vector<SandboxTransaction> all;
    {
        const std::lock_guard lock(mutex_);
        all.reserve(transactions_.size());
        for (const auto& [_, transaction] : transactions_) all.push_back(transaction);
    }
    std::ranges::sort(all, {}, &SandboxTransaction::order_id);
    return all;
}

void SandboxProvider::trouble_refunds(int count, RefundTrouble trouble) {
    const std::lock_guard lock(mutex_);
    troubled_refunds_ = count;
    trouble_ = trouble;
}

}  // namespace dangol::adapters
