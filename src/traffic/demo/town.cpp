#include "traffic/demo/town.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace dangol::traffic::demo {

bool is_end(std::string_view order_status) {
    static constexpr std::array<std::string_view, 7> ends{
        "COMPLETED", "UNCLAIMED", "UNDELIVERED", "CANCELED", "REJECTED", "EXPIRED", "PAYMENT_FAILED"};
    return std::ranges::find(ends, order_status) != ends.end();
}

void Board::seen(const std::string& order_id, const std::string& order_status) {
    if (!is_end(order_status)) {
        open_[order_id] = order_status;
        return;
    }
    if (open_.erase(order_id) == 0) return;
    ++(order_status == "COMPLETED" ? completed_ : canceled_);
}

void Board::placed() { last_minute_.push_back(Clock::now()); }

std::size_t Board::count(std::initializer_list<std::string_view> statuses) const {
    const auto counted = std::ranges::count_if(open_, [&](const auto& order) {
        return std::ranges::find(statuses, order.second) != statuses.end();
    });
    return static_cast<std::size_t>(counted);
}

std::string Board::line() {
    const auto minute_ago = Clock::now() - std::chrono::minutes(1);
    while (!last_minute_.empty() && last_minute_.front() < minute_ago) last_minute_.pop_front();
    return fmt::format(
        "주문/분 orders/min {} · 대기 waiting {} · 제조 making {} · 준비됨 ready {} · 배달중 on the way {} · "
        "완료 completed {} · 취소 canceled {} · 결제 거절 declined {}",
        last_minute_.size(), count({"PAYMENT_PENDING", "PLACED", "ACCEPTED", "CANCEL_REQUESTED"}),
        count({"PREPARING"}), count({"READY"}), count({"OUT_FOR_DELIVERY"}), completed_, canceled_,
        declined_);
}

bool Town::chance(double share) { return std::bernoulli_distribution(share)(random); }

std::size_t Town::pick(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
}

Task<void> Town::take_seconds(double least, double most) {
    const std::chrono::duration<double> time(std::uniform_real_distribution(least, most)(random) / speed);
    co_await client::pause_for(std::chrono::duration_cast<std::chrono::microseconds>(time));
}

}  // namespace dangol::traffic::demo
