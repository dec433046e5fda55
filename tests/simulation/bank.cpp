#include "bank.hpp"

#include <memory>
#include <stdexcept>
#include <utility>

#include "watched_context.hpp"

namespace dangol::simulation {

using namespace payment;

World::Bank::Bank(World& world) : world_(world), timers_(world.timers_) {
    if (world_.faults_.power_fails) books_.emplace();
    start();
}

World::Bank::~Bank() = default;

void World::Bank::start() {
    adapters::SandboxSettings settings{.troubles = true};
    if (books_) settings.journal = books_->path();
    provider_.emplace(std::move(settings), world_.clock_, timers_);
}

void World::Bank::start_again() {
    timers_.forget();
    provider_.reset();
    lost_.clear();
    dark_ = false;
    try {
        start();
    } catch (const std::runtime_error& error) {
        throw Violation{std::string("the bank cannot start after a power failure: ") + error.what()};
    }
}

template <class Outcome>
void World::Bank::lose(std::move_only_function<void(Outcome)> answer) {
    lost_.emplace_back([answer = std::move(answer)] {});
}

bool World::Bank::power_fails() { return world_.faults_.power_fails && world_.troubles_.chance(0.005); }

void World::Bank::tear(std::size_t whole) {
    dark_ = true;
    const auto size = books_->size();
    if (size == whole) return;  // there was nothing to write
    world_.marks_.reach("bank's books are torn");
    books_->cut(whole + world_.troubles_.below(size - whole));
    if (world_.bug_.keeps_torn_lines()) books_->append('\n');
}

template <class Unknown, class Outcome>
std::move_only_function<void(Outcome)> World::Bank::repeated(std::move_only_function<void(Outcome)> answer) {
    auto& random = world_.troubles_;
    if (!world_.faults_.bank_repeats || !random.chance(0.1)) return answer;
    const bool unsure = random.chance(0.4);
    const Duration delay{random.between(1, 20'000)};
    return [this, unsure, delay,
            answer = std::make_shared<std::move_only_function<void(Outcome)>>(std::move(answer))](
               Outcome outcome) {
        world_.marks_.reach(unsure ? "bank changes its answer" : "bank answers twice");
        world_.timers_.after(delay, [answer, outcome] { (*answer)(outcome); });
        if (unsure) outcome = Unknown{};
        (*answer)(std::move(outcome));
    };
}

void World::Bank::charge(ChargeRequest request, std::move_only_function<void(ChargeOutcome)> answer) {
    if (dark_) return lose(std::move(answer));
    asked_.insert_or_assign(request.order_id.value, request.amount);
    if (power_fails()) {
        const auto whole = books_->size();
        provider_->charge(std::move(request), [](const auto&) {});
        lose(std::move(answer));
        return tear(whole);
    }
    answer = repeated<ChargeUnknown>(std::move(answer));
    if (world_.faults_.bank_refunds && world_.troubles_.chance(0.03)) {
        answer = [this, delay = Duration{world_.troubles_.between(500, 30'000)},
                  answer = std::move(answer)](ChargeOutcome outcome) mutable {
            world_.marks_.reach("bank answers late");
            world_.timers_.after(delay, [answer = std::move(answer), outcome = std::move(outcome)]() mutable {
                answer(std::move(outcome));
            });
        };
    }
    provider_->charge(std::move(request), std::move(answer));
}

void World::Bank::query(OrderId order_id, std::move_only_function<void(QueryOutcome)> answer) {
    if (dark_) return lose(std::move(answer));
    answer = repeated<QueryUnavailable>(std::move(answer));
    if (world_.faults_.bank_refunds) {
        if (world_.troubles_.chance(0.1)) {
            world_.marks_.reach("bank does not know");
            return answer(QueryUnavailable{});
        }
        const auto asked = asked_.find(order_id.value);
        if (asked != asked_.end() && !world_.oracle_.is_paid(order_id.value) &&
            world_.troubles_.chance(0.2)) {
            provider_->refund(order_id, asked->second, "by the bank", [this](auto outcome) {
                if (std::holds_alternative<RefundDone>(outcome))
                    world_.marks_.reach("bank refunds by itself");
            });
        }
    }
    provider_->query(std::move(order_id), std::move(answer));
}

void World::Bank::refund(OrderId order_id, Money amount, std::string refund_id,
                         std::move_only_function<void(RefundOutcome)> answer) {
    if (dark_) return lose(std::move(answer));
    if (power_fails()) {
        const auto whole = books_->size();
        provider_->refund(std::move(order_id), std::move(amount), std::move(refund_id), [](const auto&) {});
        lose(std::move(answer));
        return tear(whole);
    }
    answer = repeated<RefundUnknown>(std::move(answer));
    provider_->refund(std::move(order_id), std::move(amount), std::move(refund_id), std::move(answer));
}

}  // namespace dangol::simulation
