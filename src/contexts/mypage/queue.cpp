#include "contexts/mypage/queue.hpp"

#include <algorithm>

namespace dangol::mypage {
namespace {

using namespace std::chrono_literals;
/// A drink that should be ready by now is still not ready for at least this long, by honest reckoning.
constexpr Duration overdue = 1min;
constexpr std::pair<int, int> never_told{-1, -1};

}  // namespace

QueuedOrder queued_order_of(const std::string& order_id, const Page& page) {
    const auto& facts = page.facts;
    QueuedOrder order;
    order.order_id = order_id;
    order.cafe_id = facts.cafe_id;
    order.pending = page.status == OrderStatus::payment_pending;
    order.waiting = is_waiting(page);
    order.shown = page.status == OrderStatus::accepted || page.status == OrderStatus::preparing;
    order.placed_at = facts.placed_at.value_or(Timestamp{});
    order.units = facts.order ? facts.order->units : 0;
    order.making_at = facts.making_at;
    order.made_at = facts.made_at;
    if (facts.accepted_at && facts.ready_in_minutes > 0) {
        order.promised_at = *facts.accepted_at + std::chrono::minutes(facts.ready_in_minutes);
    }
    return order;
}

void Queues::update(const QueuedOrder& order) {
    if (!complete_) touched_.insert(order.order_id);
    const bool was_waiting = places_.contains(order.order_id);
    remove(order.order_id);
    if (order.waiting) {
        insert(order);
        return;
    }
    if (order.pending) return;  // a customer may be watching already
    watched_.erase(order.order_id);
    if (was_waiting && order.making_at && order.made_at) {
        auto& bar = bars_[order.cafe_id];
        bar.rounds.add(order.units, bar.pace.stations, *order.made_at - *order.making_at);
    }
}

void Queues::set_pace(const CafeId& cafe, const Pace& pace) {
    auto& bar = bars_[cafe];
    bar.pace = pace;
    bar.pace_known = true;
}

void Queues::restore(Reading reading, const QueuedOrder& order) {
    if (reading != reading_ || complete_ || touched_.contains(order.order_id) || !order.waiting) return;
    remove(order.order_id);
    insert(order);
}

void Queues::restore_pace(const CafeId& cafe, const Pace& pace) {
    if (!bars_[cafe].pace_known) set_pace(cafe, pace);
}

void Queues::restored(Reading reading) {
    if (reading != reading_) return;
    complete_ = true;
    touched_.clear();
}

std::optional<Standing> Queues::standing(const std::string& order_id, Timestamp now) const {
    const auto place = places_.find(order_id);
    if (place == places_.end()) return std::nullopt;
    const auto& [cafe, key] = place->second;
    const auto& bar = bars_.at(cafe);
    const auto& order = bar.waiting.at(key);
    if (!order.shown) return std::nullopt;
    int orders = 0;
    int units = 0;
    for (auto ahead = bar.waiting.begin(); ahead->first != key && orders < counted_max; ++ahead) {
        ++orders;
        units += ahead->second.units;
    }
    return standing_of(bar, order, orders, units, now);
}

QueueLength Queues::length(const CafeId& cafe) const {
    const auto found = bars_.find(cafe);
    if (found == bars_.end()) return {0, 0, wait_for(0, 1, Pace{}, RoundTimes{})};
    const auto& bar = found->second;
    return {static_cast<int>(bar.waiting.size()), bar.units, wait_for(bar.units, 1, bar.pace, bar.rounds)};
}

void Queues::forget() {
    for (auto& [_, bar] : bars_) {
        bar.waiting.clear();
        bar.units = 0;
    }
    places_.clear();
    touched_.clear();
    complete_ = false;
    reading_ = Reading{static_cast<std::uint64_t>(reading_) + 1};
    for (auto& [_, told] : watched_) told = never_told;
}

void Queues::watch(const std::string& order_id) {
    watched_[order_id] = never_told;
    if (const auto place = places_.find(order_id); place != places_.end())
        changed_.insert(place->second.first);
}

void Queues::unwatch(const std::string& order_id) { watched_.erase(order_id); }

void Queues::sweep_watched(const std::function<bool(const std::string&)>& is_open) {
    if (watched_.size() < sweep_at_) return;
    std::erase_if(watched_, [&](const auto& watched) { return !is_open(watched.first); });
    sweep_at_ = std::max<std::size_t>(64, 2 * watched_.size());
}

std::vector<std::pair<std::string, Standing>> Queues::changed_standings(Timestamp now) {
    std::vector<std::pair<std::string, Standing>> changed;
    const auto cafes = std::exchange(changed_, {});
    if (watched_.empty() || !complete_) return changed;
    for (const auto& cafe : cafes) {
        const auto& bar = bars_.at(cafe);
        int orders = 0;
        int units = 0;
        for (const auto& [key, order] : bar.waiting) {
            if (orders > counted_max) break;
            const auto watcher = order.shown ? watched_.find(order.order_id) : watched_.end();
            if (watcher != watched_.end() && watcher->second != std::pair{orders, units}) {
                watcher->second = {orders, units};
                changed.emplace_back(order.order_id, standing_of(bar, order, orders, units, now));
            }
            ++orders;
            units += order.units;
        }
    }
    return changed;
}

void Queues::remove(const std::string& order_id) {
    const auto place = places_.find(order_id);
    if (place == places_.end()) return;
    const auto& [cafe, key] = place->second;
    auto& bar = bars_[cafe];
    const auto order = bar.waiting.find(key);
    bar.units -= order->second.units;
    changed_.insert(cafe);
    bar.waiting.erase(order);
    places_.erase(place);
}

void Queues::insert(const QueuedOrder& order) {
    auto& bar = bars_[order.cafe_id];
    Key key{order.placed_at, order.order_id};
    bar.units += order.units;
    bar.waiting.insert_or_assign(key, order);
    changed_.insert(order.cafe_id);
    places_.insert_or_assign(order.order_id, std::pair{order.cafe_id, std::move(key)});
}

Standing Queues::standing_of(const Bar& bar, const QueuedOrder& order, int orders, int units, Timestamp now) {
    // Being made: only its own drinks count, from when they were begun. Otherwise all that is ahead, from
    // now.
    const bool making = order.making_at.has_value();
    const auto wait = wait_for(making ? 0 : units, order.units, bar.pace, bar.rounds);
    const auto from = making ? *order.making_at : now;
    auto high = from + wait.high;
    // An order beyond the count waits behind the whole queue at worst.
    if (orders >= counted_max) high = now + wait_for(bar.units, 0, bar.pace, bar.rounds).high;
    if (order.promised_at) high = std::max(high, *order.promised_at);
    const auto low = std::max(from + wait.low, now);
    return {orders, units, low, std::max(high, low + overdue)};
}

}  // namespace dangol::mypage
