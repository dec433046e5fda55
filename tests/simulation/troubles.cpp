// What happens to machines, stores and banks, now and then.
#include <algorithm>

#include "bank.hpp"
#include "replica.hpp"

namespace dangol::simulation {

using namespace std::chrono_literals;

void World::begin_troubles() {
    if (faults_.clocks_apart > Duration::zero()) {
        for (auto& replica : replicas_)
            replica->clock.set(
                Duration{troubles_.between(-faults_.clocks_apart.count(), faults_.clocks_apart.count())});
        now_and_then(&World::set_a_clock);
    }
    if (faults_.stores_fail) now_and_then(&World::store_fails);
    if (faults_.upgrades) now_and_then(&World::change_version);
    if (faults_.rebalances && replicas_.size() > 1) now_and_then(&World::rebalance);
}

/// As long as orders are placed.
void World::now_and_then(void (World::*trouble)()) {
    const auto placed_by = VirtualClock().now() + std::chrono::seconds{2 * plan_.orders} + 60s;
    if (clock_.now() > placed_by) return;
    agenda_.after(Duration{troubles_.between(20'000, 120'000)}, [this, trouble] {
        (this->*trouble)();
        now_and_then(trouble);
    });
}

void World::set_a_clock() {
    if (faults_.clocks_apart == Duration::zero()) return;
    auto& clock = replicas_[troubles_.below(replicas_.size())]->clock;
    const auto before = clock.off();
    clock.set(Duration{troubles_.between(-faults_.clocks_apart.count(), faults_.clocks_apart.count())});
    marks_.reach(clock.off() < before ? "clock jumps back" : "clock jumps ahead");
    stirred_ = true;
}

/// Not for longer than it may take until all have heard of something.
void World::store_fails() {
    if (!faults_.stores_fail) return;
    const auto& names = Process::names();
    const auto& name = names[troubles_.below(names.size())];
    (troubles_.chance(0.5) ? away_ : full_) = name;
    agenda_.after(Duration{troubles_.between(500, 15'000)}, [this] {
        away_.clear();
        full_.clear();
        stirred_ = true;
    });
}

void World::change_version() {
    if (!faults_.upgrades) return;
    auto& replica = *replicas_[troubles_.below(replicas_.size())];
    replica.newer_version = !replica.newer_version;
    marks_.reach(replica.newer_version ? "upgrade" : "downgrade");
    crash(replica);
}

void World::rebalance() {
    if (!faults_.rebalances || !away_.empty()) return;
    marks_.reach("rebalance");
    bus_.rebalance();
    stirred_ = true;
}

// ── The bank ───────────────────────────────────────────────────────────────────────────────────────

void World::Bank::charge(payment::ChargeRequest request,
                         std::move_only_function<void(payment::ChargeOutcome)> answer) {
    asked_.insert_or_assign(request.order_id.value, request.amount);
    if (world_.faults_.bank_refunds && world_.troubles_.chance(0.03)) {
        answer = [this, delay = Duration{world_.troubles_.between(500, 30'000)},
                  answer = std::move(answer)](payment::ChargeOutcome outcome) mutable {
            world_.marks_.reach("bank answers late");
            world_.timers_.after(delay, [answer = std::move(answer), outcome = std::move(outcome)]() mutable {
                answer(std::move(outcome));
            });
        };
    }
    world_.provider_.charge(std::move(request), std::move(answer));
}

void World::Bank::query(OrderId order_id, std::move_only_function<void(payment::QueryOutcome)> answer) {
    if (world_.faults_.bank_refunds) {
        if (world_.troubles_.chance(0.1)) {
            world_.marks_.reach("bank does not know");
            return answer(payment::QueryUnavailable{});
        }
        const auto asked = asked_.find(order_id.value);
        if (asked != asked_.end() && !world_.oracle_.is_paid(order_id.value) &&
            world_.troubles_.chance(0.2)) {
            world_.provider_.refund(order_id, asked->second, "by the bank", [this](auto outcome) {
                if (std::holds_alternative<payment::RefundDone>(outcome))
                    world_.marks_.reach("bank refunds by itself");
            });
        }
    }
    world_.provider_.query(std::move(order_id), std::move(answer));
}

void World::Bank::refund(OrderId order_id, Money amount, std::string refund_id,
                         std::move_only_function<void(payment::RefundOutcome)> answer) {
    world_.provider_.refund(std::move(order_id), std::move(amount), std::move(refund_id), std::move(answer));
}

}  // namespace dangol::simulation
