// A rider's decisions.
#include "contexts/delivery/domain/rider.hpp"

#include <algorithm>
#include <string>

#include "core/overloaded.hpp"

namespace dangol::delivery {
namespace {

using Decision = Result<std::vector<RiderEvent>>;

bool has(const Rider& rider, const OrderId& order) {
    return std::ranges::find(rider.active, order) != rider.active.end();
}

Decision take_on(const Rider& rider, const TakeOn& command) {
    if (has(rider, command.order_id)) return {};
    if (!rider.online) {
        return refuse(Refusal::conflict, "not-on-shift",
                      {"근무 중이 아닙니다. 먼저 배달을 시작한 뒤에 다시 잡으세요.",
                       "You are offline. Go online, then claim again."});
    }
    const auto active_max = static_cast<std::size_t>(std::max(0, command.active_max));
    if (rider.active.size() < active_max) {
        return std::vector<RiderEvent>{RiderTookOn{command.rider_id, command.order_id}};
    }
    const auto most = std::to_string(active_max);
    return refuse(Refusal::conflict, "too-many-deliveries",
                  {"한 번에 " + most + "건까지 맡을 수 있습니다. 맡은 배달을 마친 뒤에 다시 잡으세요.",
                   "You can have " + most + " deliveries at a time. Finish one of yours, then claim again."});
}

}  // namespace

Result<std::vector<RiderEvent>> decide(const Rider& state, const RiderCommand& command) {
    using Events = std::vector<RiderEvent>;
    return std::visit(Overloaded{
                          [&](const GoOnline& go) -> Decision {
                              return state.online ? Events{} : Events{RiderWentOnline{go.rider_id, go.at}};
                          },
                          [&](const GoOffline& go) -> Decision {
                              return state.online ? Events{RiderWentOffline{go.rider_id}} : Events{};
                          },
                          [&](const TakeOn& take) -> Decision { return take_on(state, take); },
                          [&](const LetGo& let) -> Decision {
                              return has(state, let.order_id) ? Events{RiderLetGo{let.rider_id, let.order_id}}
                                                              : Events{};
                          },
                      },
                      command);
}

Rider evolve(Rider state, const RiderEvent& event) {
    std::visit(Overloaded{
                   [&](const RiderWentOnline& went) {
                       state.online = true;
                       if (went.at != Timestamp{}) state.online_since = went.at;
                   },
                   [&](const RiderWentOffline&) {
                       state.online = false;
                       state.online_since.reset();
                   },
                   [&](const RiderTookOn& took) { state.active.push_back(took.order_id); },
                   [&](const RiderLetGo& let) { std::erase(state.active, let.order_id); },
               },
               event);
    return state;
}

}  // namespace dangol::delivery
