// The noes of a delivery.
#include "contexts/delivery/domain/refusals.hpp"

#include <string>

#include "core/overloaded.hpp"

namespace dangol::delivery {
namespace {

using Refused = std::unexpected<Rejection>;

std::vector<std::string> allowed_in(const Delivery& state) {
    using Commands = std::vector<std::string>;
    return std::visit(Overloaded{
                          [](const None&) { return Commands{}; },
                          [](const Early&) { return Commands{}; },
                          [](const Planned&) { return Commands{}; },
                          [](const Offered&) { return Commands{"claim"}; },
                          [](const Claimed&) { return Commands{"start", "release"}; },
                          [](const Started&) { return Commands{"confirm"}; },
                          [](const Confirmed&) { return Commands{}; },
                          [](const Canceled&) { return Commands{}; },
                      },
                      state);
}

Refused conflict(const Delivery& state, std::string code, Text detail) {
    return refuse_transition(std::move(code), std::move(detail), std::string(status_of(state)),
                             allowed_in(state));
}

}  // namespace

Refused no_such_delivery() {
    return refuse(
        Refusal::not_found, "no-such-delivery",
        {"이런 배달은 없습니다. 목록을 새로 고치세요.", "There is no such delivery. Refresh your list."});
}

Refused not_your_delivery() {
    return refuse(Refusal::forbidden, "not-your-delivery",
                  {"다른 라이더가 맡은 배달입니다. 내 배달 목록에서 고르세요.",
                   "Another rider has this delivery. Choose one from your own list."});
}

Refused wrong_call_number() {
    return refuse(Refusal::unprocessable, "wrong-call-number",
                  {"호출 번호가 이 주문과 다릅니다. 컵에 적힌 번호를 다시 확인하세요.",
                   "The call number is not this order's. Check the number on the cup again."});
}

Refused wrong_pin(int tries_left) {
    if (tries_left <= 0) {
        return refuse(Refusal::unprocessable, "wrong-pin",
                      {"PIN이 다릅니다. 더는 시도할 수 없으니 운영자에게 연락하세요.",
                       "The PIN is wrong. There are no tries left: call the operator."});
    }
    const auto left = std::to_string(tries_left);
    return refuse(Refusal::unprocessable, "wrong-pin",
                  {"PIN이 다릅니다. 손님에게 다시 물어보세요. " + left + "번 더 시도할 수 있습니다.",
                   "The PIN is wrong. Ask the customer again; tries left: " + left + "."});
}

Refused not_offered(const Delivery& state) {
    return conflict(
        state, "not-offered",
        {"아직 맡을 수 없는 배달입니다. 카페가 만들기 시작하면 목록에 나타납니다.",
         "This delivery cannot be claimed yet. It appears in the list once the café begins to make it."});
}

Refused already_claimed(const Delivery& state) {
    return conflict(state, "already-claimed",
                    {"다른 라이더가 먼저 맡았습니다. 다른 배달을 고르세요.",
                     "Another rider was first. Choose another delivery."});
}

Refused not_claimed(const Delivery& state) {
    return conflict(state, "not-claimed",
                    {"맡고 있는 배달이 아닙니다. 먼저 배달을 맡으세요.",
                     "You do not have this delivery. Claim it first."});
}

Refused not_ready(const Delivery& state) {
    return conflict(state, "not-ready",
                    {"아직 제조 중입니다. 제조가 끝났다는 알림을 받은 뒤에 픽업하세요.",
                     "It is still being made. Pick it up once you are told that it is ready."});
}

Refused not_picked_up(const Delivery& state) {
    return conflict(state, "not-picked-up",
                    {"아직 픽업하지 않은 배달입니다. 카페에서 픽업한 뒤에 완료하세요.",
                     "It was not picked up yet. Pick it up at the café, then confirm."});
}

Refused already_picked_up(const Delivery& state) {
    return conflict(state, "picked-up",
                    {"이미 픽업해 배달 중입니다. 배달을 마치거나 운영자에게 연락하세요.",
                     "It was picked up and is on its way. Deliver it, or call the operator."});
}

Refused already_delivered(const Delivery& state) {
    return conflict(
        state, "delivered",
        {"이미 배달을 마쳤습니다. 더 할 일이 없습니다.", "It was delivered. There is nothing left to do."});
}

Refused is_canceled(const Delivery& state) {
    return conflict(
        state, "delivery-canceled",
        {"취소된 배달입니다. 다른 배달을 고르세요.", "This delivery was canceled. Choose another one."});
}

Refused pin_locked(const Delivery& state) {
    return conflict(state, "pin-locked",
                    {"PIN을 너무 많이 틀렸습니다. 운영자에게 연락하면 운영자가 배달을 완료합니다.",
                     "The PIN was wrong too often. Call the operator, who can confirm the delivery."});
}

}  // namespace dangol::delivery
