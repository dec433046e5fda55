// The rules of a rider's shift, one function per command.
#include "contexts/delivery/domain/rider.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "core/overloaded.hpp"

namespace dangol::delivery::shift {
namespace {

using Decision = Result<std::vector<Event>>;

bool has(const State& state, const OrderId& order) { return std::ranges::count(active_of(state), order) > 0; }

std::vector<OrderId>& active_in(State& state) {
    return std::visit(
        [](OneOf<Offline, Online, Barred> auto& in) -> std::vector<OrderId>& { return in.active; }, state);
}

Decision decide_in(const State& state, const GoOnline& command) {
    return std::visit(
        Overloaded{
            [&](const Offline&) -> Decision {
                return recorded(RiderWentOnline{command.rider_id, command.at});
            },
            [](const Online&) -> Decision { return already_so(); },
            [](const Barred&) -> Decision {
                return refuse(Refusal::forbidden, "account-disabled",
                              {"사용이 중지된 계정이라 근무를 시작할 수 없어요. 운영자에게 문의해 주세요.",
                               "This account is disabled, so no shift can begin. Ask the operator."});
            },
        },
        state);
}

Decision decide_in(const State& state, const GoOffline& command) {
    if (!is_online(state)) return already_so();
    return recorded(RiderWentOffline{command.rider_id});
}

Decision decide_in(const State& state, const Bar& command) {
    return std::visit(Overloaded{
                          [&](const OneOf<Offline, Online> auto&) -> Decision {
                              return recorded(RiderBarred{command.rider_id});
                          },
                          [](const Barred&) -> Decision { return already_so(); },
                      },
                      state);
}

Decision decide_in(const State& state, const TakeOn& command) {
    if (has(state, command.order_id)) return already_so();
    if (!is_online(state)) {
        return refuse(Refusal::conflict, "not-on-shift",
                      {"근무 중이 아니에요. 근무를 시작한 뒤 다시 배차를 받아 주세요.",
                       "You are offline. Go online, then claim again."});
    }
    const int most = std::max(0, command.active_max);
    if (std::cmp_less(active_of(state).size(), most)) {
        return recorded(RiderTookOn{command.rider_id, command.order_id});
    }
    const auto number = std::to_string(most);
    return refuse(
        Refusal::conflict, "too-many-deliveries",
        {"한 번에 " + number + "건까지 배달할 수 있어요. 진행 중인 배달을 먼저 완료해 주세요.",
         "You can have " + number + " deliveries at a time. Finish one of yours, then claim again."});
}

Decision decide_in(const State& state, const LetGo& command) {
    if (!has(state, command.order_id)) return already_so();
    return recorded(RiderLetGo{command.rider_id, command.order_id});
}

}  // namespace

Result<std::vector<Event>> decide(const State& state, const Command& command) {
    return std::visit([&](const auto& one) { return decide_in(state, one); }, command);
}

State evolve(State state, const Event& event) {
    std::visit(Overloaded{
                   [&](const RiderWentOnline& e) { state = Online{e.at, std::move(active_in(state))}; },
                   [&](const RiderWentOffline&) { state = Offline{std::move(active_in(state))}; },
                   [&](const RiderBarred&) { state = Barred{std::move(active_in(state))}; },
                   [&](const RiderTookOn& e) { active_in(state).push_back(e.order_id); },
                   [&](const RiderLetGo& e) { std::erase(active_in(state), e.order_id); },
               },
               event);
    return state;
}

bool is_online(const State& state) { return std::holds_alternative<Online>(state); }

const std::vector<OrderId>& active_of(const State& state) {
    return std::visit(
        [](const OneOf<Offline, Online, Barred> auto& in) -> const std::vector<OrderId>& {
            return in.active;
        },
        state);
}

}  // namespace dangol::delivery::shift
