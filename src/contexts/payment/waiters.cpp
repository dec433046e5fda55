// Who waits for which payment.
#include "contexts/payment/waiters.hpp"

#include <utility>

namespace dangol::payment {

void Waiters::add(const std::string& order_id, Timestamp due, Reply reply) {
    waiting_[order_id].push_back({due, std::move(reply)});
}

void Waiters::answer(const std::string& order_id, const PaymentResult& result) {
    const auto found = waiting_.find(order_id);
    if (found == waiting_.end()) return;
    auto told = std::move(found->second);
    waiting_.erase(found);  // before the replies, which may add anew
    for (auto& waiting : told) waiting.reply(result);
}

void Waiters::expire(Timestamp now) {
    std::vector<Waiting> expired;
    for (auto entry = waiting_.begin(); entry != waiting_.end();) {
        std::erase_if(entry->second, [&](Waiting& waiting) {
            if (waiting.due > now) return false;
            expired.push_back(std::move(waiting));
            return true;
        });
        entry = entry->second.empty() ? waiting_.erase(entry) : std::next(entry);
    }
    for (auto& waiting : expired) waiting.reply(PaymentResult{PaymentVerdict::unknown, {}, {}});
}

std::optional<Timestamp> Waiters::earliest_due() const {
    std::optional<Timestamp> earliest;
    for (const auto& [_, all] : waiting_) {
        for (const auto& waiting : all) {
            if (!earliest || waiting.due < *earliest) earliest = waiting.due;
        }
    }
    return earliest;
}

}  // namespace dangol::payment
