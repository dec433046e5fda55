// The local copy of a branch's menu, hours and state.
#include "contexts/order/domain/replica.hpp"

#include <chrono>
#include <set>

namespace dangol::order {
namespace {

std::string sold_out_key(const MenuId& menu_id, const std::string& option_id) {
    return option_id.empty() ? menu_id.value : menu_id.value + "/" + option_id;
}

}  // namespace

void apply(CafeReplica& replica, const cafe::CafeRegistered& event) {
    replica.cafe_id = event.cafe_id;
    replica.profile = event.profile;
}
void apply(CafeReplica& replica, const cafe::CafeProfileChanged& event) { replica.profile = event.profile; }
void apply(CafeReplica& replica, const cafe::MenuPublished& event) {
    replica.items = event.items;
    std::set<std::string> on_menu;
    for (const auto& item : replica.items) {
        on_menu.insert(sold_out_key(item.id, {}));
        for (const auto& group : item.groups) {
            for (const auto& option : group.options) on_menu.insert(sold_out_key(item.id, option.id));
        }
    }
    std::erase_if(replica.sold_out, [&](const auto& one) { return !on_menu.contains(one.first); });
}
void apply(CafeReplica& replica, const cafe::HoursChanged& event) { replica.hours = event.hours; }
void apply(CafeReplica& replica, const cafe::CafeOpened&) { replica.state = CafeState::open; }
void apply(CafeReplica& replica, const cafe::CafePaused& event) {
    replica.state = CafeState::paused;
    replica.paused_until = event.until;
}
void apply(CafeReplica& replica, const cafe::CafeClosed&) { replica.state = CafeState::closed; }
void apply(CafeReplica& replica, const cafe::SoldOutChanged& event) {
    const auto key = sold_out_key(event.menu_id, event.option_id);
    if (event.sold_out) {
        replica.sold_out[key] = {event.until.value_or(Timestamp{std::chrono::days{100'000}})};
    } else {
        replica.sold_out.erase(key);
    }
}

bool is_sold_out(const CafeReplica& replica, const MenuId& menu_id, const std::string& option_id,
                 Timestamp now) {
    const auto found = replica.sold_out.find(sold_out_key(menu_id, option_id));
    return found != replica.sold_out.end() && now < found->second.until;
}

Result<void> takes_orders(const CafeReplica& replica, Timestamp now) {
    if (replica.state == CafeState::closed || !is_open(replica.hours, now, replica.profile.time_zone)) {
        return refuse(Refusal::unprocessable, "cafe-closed",
                      {"지금은 영업 시간이 아니에요. 영업 시간에 다시 주문하거나 다른 매장을 골라 주세요.",
                       "The café is closed now. Order during its opening hours, or choose another branch."});
    }
    if (replica.state == CafeState::paused && now < replica.paused_until) {
        const auto until = clock_words(replica.paused_until, replica.profile.time_zone);
        return refuse(Refusal::unprocessable, "cafe-paused",
                      {"매장이 잠시 주문을 받지 않아요. " + until + " 이후에 다시 주문해 주세요.",
                       "The café has paused orders. Order again after " + until + "."});
    }
    return {};
}

}  // namespace dangol::order
