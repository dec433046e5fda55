// The ticket's rules, one function per command.
#include "contexts/cafe/domain/cafe_order.hpp"

#include <utility>

#include "core/overloaded.hpp"
#include "core/try.hpp"

namespace dangol::cafe::ticket {
namespace {

constexpr int promise_minutes_max = 180;
constexpr std::size_t note_max = 500;

using Decision = Result<std::vector<Event>>;

/// An event about this order; the caller fills in its other members.
template <class E>
E about(const OrderId& order, const CafeId& cafe, const AccountId& customer) {
    E event;
    event.order_id = order;
    event.cafe_id = cafe;
    event.customer_id = customer;
    return event;
}
template <class E>
E about(const Ticket& ticket) {
    return about<E>(ticket.order.order_id, ticket.order.cafe_id, ticket.order.customer_id);
}
template <class E>
E about(const Parties& parties) {
    return about<E>(parties.order_id, parties.cafe_id, parties.customer_id);
}

bool for_delivery(const Ticket& ticket) { return ticket.order.fulfilment == Fulfilment::delivery; }

Result<void> check_note(const std::string& note) {
    if (characters(note) <= note_max) return {};
    return refuse(Refusal::invalid, "note-too-long",
                  {"메모는 500자까지 쓸 수 있어요. 줄여 주세요.",
                   "A note has at most 500 characters. Please shorten it."});
}

// ── Commands ───────────────────────────────────────────────────────────────────────────────────────

Decision decide_in(const State& state, const AddCafeOrder& command) {
    if (std::holds_alternative<NotThere>(state)) return recorded(command.order);
    return already_so();  // redelivered, or canceled before it came
}

Decision decide_in(const State& state, const OrderApprove& command) {
    if (command.ready_in_minutes < 0 || command.ready_in_minutes > promise_minutes_max) {
        return refuse(
            Refusal::invalid, "promise-out-of-range",
            {"예상 준비 시간은 0분에서 180분 사이로 정해 주세요.", "Promise between 0 and 180 minutes."});
    }
    return std::visit(
        Overloaded{
            [&](const Received& in) -> Decision {
                auto event = about<OrderApproved>(in.ticket);
                event.ready_in_minutes = command.ready_in_minutes;
                if (command.ready_in_minutes > 0) {
                    event.promised_at = command.at + std::chrono::minutes{command.ready_in_minutes};
                }
                return recorded(std::move(event));
            },
            [](const Approved&) -> Decision { return already_so(); },
            [&](const OneOf<NotThere, VoidBeforeArrival, Making, Made, HandedOver, Collected, NotCollected,
                            Returning, Returned, Void, Rejected, Aborted> auto&) -> Decision {
                return refusal_in(state);
            },
        },
        state);
}

Decision decide_in(const State& state, const OrderReject& command) {
    DANGOL_CHECK(check_note(command.note));
    return std::visit(
        Overloaded{
            [&](const OneOf<Received, Approved> auto& in) -> Decision {
                auto event = about<OrderRejected>(in.ticket);
                event.reason = command.reason;
                event.note = command.note;
                return recorded(std::move(event));
            },
            [](const Rejected&) -> Decision { return already_so(); },
            [&](const OneOf<NotThere, VoidBeforeArrival, Making, Made, HandedOver, Collected, NotCollected,
                            Returning, Returned, Void, Aborted> auto&) -> Decision {
                return refusal_in(state);
            },
        },
        state);
}

Decision decide_in(const State& state, const MakeStart& command) {
    return std::visit(
        Overloaded{
            [&](const Approved& in) -> Decision {
                auto event = about<MakeStarted>(in.ticket);
                event.for_delivery = for_delivery(in.ticket);
                event.started_at = command.at;
                return recorded(std::move(event));
            },
            [](const Making&) -> Decision { return already_so(); },
            [&](const OneOf<NotThere, VoidBeforeArrival, Received, Made, HandedOver, Collected, NotCollected,
                            Returning, Returned, Void, Rejected, Aborted> auto&) -> Decision {
                return refusal_in(state);
            },
        },
        state);
}

Decision decide_in(const State& state, const MakeComplete& command) {
    return std::visit(
        Overloaded{
            [&](const Making& in) -> Decision {
                auto event = about<MakeCompleted>(in.ticket);
                event.for_delivery = for_delivery(in.ticket);
                event.made_at = command.at;
                if (!event.for_delivery) event.collect_by = command.at + command.collect_within;
                return recorded(std::move(event));
            },
            [](const Made&) -> Decision { return already_so(); },
            [&](const OneOf<NotThere, VoidBeforeArrival, Received, Approved, HandedOver, Collected,
                            NotCollected, Returning, Returned, Void, Rejected, Aborted> auto&) -> Decision {
                return refusal_in(state);
            },
        },
        state);
}

Decision hand_over(const Ticket& ticket, const HandOver& command) {
    if (!command.call_number.empty() && command.call_number != ticket.order.call_number) {
        return refuse(Refusal::unprocessable, std::string(wrong_call_number),
                      {"호출 번호가 이 주문과 달라요. 고객의 화면에서 번호를 다시 확인해 주세요.",
                       "The call number is not this order's. Check the number on the customer's screen."});
    }
    return recorded(about<cafe::HandedOver>(ticket));
}

Decision decide_in(const State& state, const HandOver& command) {
    return std::visit(Overloaded{
                          [&](const Made& in) -> Decision {
                              if (for_delivery(in.ticket)) return refusal_in(state);
                              return hand_over(in.ticket, command);
                          },
                          [&](const NotCollected& in) -> Decision { return hand_over(in.ticket, command); },
                          [](const HandedOver&) -> Decision { return already_so(); },
                          [&](const OneOf<NotThere, VoidBeforeArrival, Received, Approved, Making, Collected,
                                          Returning, Returned, Void, Rejected, Aborted> auto&) -> Decision {
                              return refusal_in(state);
                          },
                      },
                      state);
}

Decision decide_in(const State& state, const AbortMaking& command) {
    DANGOL_CHECK(check_note(command.note));
    return std::visit(
        Overloaded{
            [&](const OneOf<Making, Made> auto& in) -> Decision {
                auto event = about<MakeAborted>(in.ticket);
                event.reason = command.reason;
                event.note = command.note;
                return recorded(std::move(event));
            },
            [](const Aborted&) -> Decision { return already_so(); },
            [&](const OneOf<NotThere, VoidBeforeArrival, Received, Approved, HandedOver, Collected,
                            NotCollected, Returning, Returned, Void, Rejected> auto&) -> Decision {
                return refusal_in(state);
            },
        },
        state);
}

Decision decide_in(const State& state, const DecideCancel& command) {
    const auto refused_in = [&](std::string word) -> Decision {
        auto event = about<CancelRefused>(command.parties);
        event.state = std::move(word);
        return recorded(std::move(event));
    };
    return std::visit(
        Overloaded{
            [&](const OneOf<NotThere, Received> auto&) -> Decision {
                return recorded(about<CancelGranted>(command.parties));
            },
            [&](const Approved&) -> Decision {
                if (command.reason == CafeReason::unanswered) return refused_in("approved");
                return recorded(about<CancelGranted>(command.parties));
            },
            [&](const Making&) -> Decision { return refused_in("making"); },
            [&](const Made&) -> Decision { return refused_in("made"); },
            [&](const OneOf<HandedOver, Collected> auto&) -> Decision { return refused_in("handed_over"); },
            [&](const NotCollected&) -> Decision { return refused_in("not_collected"); },
            [&](const OneOf<Returning, Returned> auto&) -> Decision { return refused_in("undelivered"); },
            [](const OneOf<VoidBeforeArrival, Void, Rejected, Aborted> auto&) -> Decision {
                return already_so();
            },
        },
        state);
}

Decision decide_in(const State& state, const VoidTicket& command) {
    return std::visit(
        Overloaded{
            [&](const OneOf<NotThere, Received, Approved, Making, Made> auto&) -> Decision {
                return recorded(about<TicketVoided>(command.parties));
            },
            // The café's own refusal or grant comes back as OrderCanceled; what is handed over
            // stays handed over.
            [](const OneOf<VoidBeforeArrival, HandedOver, Collected, NotCollected, Returning, Returned, Void,
                           Rejected, Aborted> auto&) -> Decision { return already_so(); },
        },
        state);
}

Decision decide_in(const State& state, const CollectByRider&) {
    return std::visit(
        Overloaded{
            [&](const Made& in) -> Decision {
                if (!for_delivery(in.ticket)) return refusal_in(state);
                return recorded(about<CollectedByRider>(in.ticket));
            },
            [](const Collected&) -> Decision { return already_so(); },
            [&](const OneOf<NotThere, VoidBeforeArrival, Received, Approved, Making, HandedOver, NotCollected,
                            Returning, Returned, Void, Rejected, Aborted> auto&) -> Decision {
                return refusal_in(state);
            },
        },
        state);
}

Decision decide_in(const State& state, const ExpectReturn&) {
    return std::visit(
        Overloaded{
            // Also of a ticket that was voided or aborted just when its rider picked it up.
            [](const OneOf<Collected, Void, Aborted> auto& in) -> Decision {
                return recorded(about<ReturnExpected>(in.ticket));
            },
            [](const OneOf<NotThere, VoidBeforeArrival, Received, Approved, Making, Made, HandedOver,
                           NotCollected, Returning, Returned, Rejected> auto&) -> Decision {
                return already_so();
            },
        },
        state);
}

Decision decide_in(const State& state, const TakeBack& command) {
    return std::visit(
        Overloaded{
            [&](const Returning& in) -> Decision {
                auto event = about<DrinksReturned>(in.ticket);
                event.lost = command.lost;
                return recorded(std::move(event));
            },
            [](const Returned&) -> Decision { return already_so(); },
            [&](const OneOf<NotThere, VoidBeforeArrival, Received, Approved, Making, Made, HandedOver,
                            Collected, NotCollected, Void, Rejected, Aborted> auto&) -> Decision {
                return refusal_in(state);
            },
        },
        state);
}

Decision decide_in(const State& state, const GiveUpWaiting&) {
    return std::visit(
        Overloaded{
            [&](const Made& in) -> Decision {
                if (for_delivery(in.ticket)) return refusal_in(state);
                return recorded(about<cafe::NotCollected>(in.ticket));
            },
            [](const OneOf<HandedOver, NotCollected> auto&) -> Decision { return already_so(); },
            [&](const OneOf<NotThere, VoidBeforeArrival, Received, Approved, Making, Collected, Returning,
                            Returned, Void, Rejected, Aborted> auto&) -> Decision {
                return refusal_in(state);
            },
        },
        state);
}

}  // namespace

Result<std::vector<Event>> decide(const State& state, const Command& command) {
    return std::visit([&](const auto& one) { return decide_in(state, one); }, command);
}

State evolve(State state, const Event& event) {
    if (std::holds_alternative<CancelRefused>(event)) return state;
    const bool is_there = ticket_of(state) != nullptr;
    Ticket ticket = std::visit(
        [](auto& in) -> Ticket {
            if constexpr (requires { in.ticket; }) return std::move(in.ticket);
            return {};
        },
        state);
    const auto voided = [&]() -> State {
        if (!is_there) return VoidBeforeArrival{};
        return Void{std::move(ticket)};
    };
    return std::visit(Overloaded{
                          [&](const CafeOrderAdded& added) -> State {
                              ticket.order = added;
                              return Received{std::move(ticket)};
                          },
                          [&](const OrderApproved& approved) -> State {
                              ticket.promised_at = approved.promised_at;
                              return Approved{std::move(ticket)};
                          },
                          [&](const OrderRejected&) -> State { return Rejected{std::move(ticket)}; },
                          [&](const MakeStarted& started) -> State {
                              ticket.started_at = started.started_at;
                              return Making{std::move(ticket)};
                          },
                          [&](const MakeCompleted& completed) -> State {
                              ticket.made_at = completed.made_at;
                              ticket.collect_by = completed.collect_by;
                              return Made{std::move(ticket)};
                          },
                          [&](const cafe::HandedOver&) -> State { return HandedOver{std::move(ticket)}; },
                          [&](const CollectedByRider&) -> State { return Collected{std::move(ticket)}; },
                          [&](const cafe::NotCollected&) -> State { return NotCollected{std::move(ticket)}; },
                          [&](const OneOf<CancelGranted, TicketVoided> auto&) -> State { return voided(); },
                          [&](const CancelRefused&) -> State { return std::move(state); },  // above
                          [&](const MakeAborted&) -> State { return Aborted{std::move(ticket)}; },
                          [&](const ReturnExpected&) -> State { return Returning{std::move(ticket)}; },
                          [&](const DrinksReturned& returned) -> State {
                              return Returned{std::move(ticket), returned.lost};
                          },
                      },
                      event);
}

}  // namespace dangol::cafe::ticket
