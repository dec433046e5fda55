#include "contexts/cafe/domain/cafe_order.hpp"

#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/type_name.hpp"

namespace dangol::cafe::ticket {
namespace {

using namespace std::chrono_literals;

const Timestamp noon{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 12h};
const Parties parties{OrderId{"o1"}, CafeId{"c1"}, AccountId{"a1"}};

CafeOrderAdded an_order(Fulfilment fulfilment = Fulfilment::pickup) {
    CafeOrderAdded order;
    order.order_id = parties.order_id;
    order.cafe_id = parties.cafe_id;
    order.customer_id = parties.customer_id;
    order.call_number = "A-12";
    order.fulfilment = fulfilment;
    return order;
}

/// Decides, evolves, and tells which events there were: "MakeStarted", or "-" for none, or the refusal's
/// code.
std::string outcome(State& state, const Command& command) {
    const auto events = decide(state, command);
    if (!events) return events.error().code;
    std::string names;
    for (const auto& event : *events) {
        state = evolve(state, event);
        if (!names.empty()) names += " ";
        names += std::visit([]<class E>(const E&) { return std::string(type_name<E>()); }, event);
    }
    return names.empty() ? "-" : names;
}

State after(std::initializer_list<Command> commands) {
    State state;
    for (const auto& command : commands) {
        EXPECT_TRUE(decide(state, command)) << decide(state, command).error().code;
        outcome(state, command);
    }
    return state;
}

State received() { return after({AddCafeOrder{an_order()}}); }
State approved() { return after({AddCafeOrder{an_order()}, OrderApprove{}}); }
State making() { return after({AddCafeOrder{an_order()}, OrderApprove{}, MakeStart{}}); }
State made(Fulfilment fulfilment = Fulfilment::pickup) {
    return after(
        {AddCafeOrder{an_order(fulfilment)}, OrderApprove{}, MakeStart{}, MakeComplete{noon, 60min}});
}
State with(State state, const Command& command) {
    outcome(state, command);
    return state;
}
State coming_back() { return with(with(made(Fulfilment::delivery), CollectByRider{}), ExpectReturn{}); }

DecideCancel cancel(CafeReason reason = CafeReason::customer_request) { return {parties, reason}; }

TEST(CafeOrder, goes_from_received_to_handed_over) {
    State state;
    EXPECT_EQ(status_of(state), "");
    EXPECT_EQ(outcome(state, AddCafeOrder{an_order()}), "CafeOrderAdded");
    EXPECT_EQ(status_of(state), "RECEIVED");
    EXPECT_EQ(outcome(state, OrderApprove{noon, 10}), "OrderApproved");
    EXPECT_EQ(status_of(state), "APPROVED");
    EXPECT_EQ(outcome(state, MakeStart{noon + 1min}), "MakeStarted");
    EXPECT_EQ(status_of(state), "MAKING");
    EXPECT_EQ(outcome(state, MakeComplete{noon + 5min, 60min}), "MakeCompleted");
    EXPECT_EQ(status_of(state), "MADE");
    EXPECT_EQ(outcome(state, HandOver{"A-12"}), "HandedOver");
    EXPECT_EQ(status_of(state), "HANDED_OVER");
    const auto& ticket = *ticket_of(state);
    EXPECT_EQ(ticket.order, an_order());
    EXPECT_EQ(ticket.promised_at, noon + 10min);
    EXPECT_EQ(ticket.started_at, noon + 1min);
    EXPECT_EQ(ticket.made_at, noon + 5min);
    EXPECT_EQ(ticket.collect_by, noon + 65min);
}

TEST(CafeOrder, the_same_command_again_changes_nothing) {
    auto state = received();
    EXPECT_EQ(outcome(state, AddCafeOrder{an_order()}), "-");
    state = approved();
    EXPECT_EQ(outcome(state, OrderApprove{noon, 20}), "-");
    state = making();
    EXPECT_EQ(outcome(state, MakeStart{}), "-");
    state = made();
    EXPECT_EQ(outcome(state, MakeComplete{}), "-");
    state = with(made(), HandOver{});
    EXPECT_EQ(outcome(state, HandOver{}), "-");
    state = with(received(), OrderReject{});
    EXPECT_EQ(outcome(state, OrderReject{}), "-");
    state = with(making(), AbortMaking{});
    EXPECT_EQ(outcome(state, AbortMaking{}), "-");
    state = with(received(), cancel());
    EXPECT_EQ(outcome(state, cancel()), "-");
}

TEST(CafeOrder, a_refusal_tells_the_state_and_what_it_allows) {
    const auto refusal = [](const State& state, const Command& command) {
        const auto events = decide(state, command);
        return events ? Rejection{} : events.error();
    };
    const auto too_early = refusal(received(), MakeStart{});
    EXPECT_EQ(too_early.refusal, Refusal::conflict);
    EXPECT_EQ(too_early.code, "not-approved");
    EXPECT_EQ(too_early.state, "RECEIVED");
    EXPECT_EQ(too_early.allowed, (std::vector<std::string>{"approve", "reject"}));
    EXPECT_EQ(refusal(approved(), MakeComplete{}).code, "making-not-started");
    EXPECT_EQ(refusal(making(), OrderReject{}).code, "making-started");
    EXPECT_EQ(refusal(making(), OrderApprove{}).allowed, (std::vector<std::string>{"makeComplete", "abort"}));
    EXPECT_EQ(refusal(made(), MakeStart{}).code, "already-made");
    EXPECT_EQ(refusal(with(made(), HandOver{}), AbortMaking{}).code, "already-handed-over");
    EXPECT_EQ(refusal(with(received(), cancel()), MakeStart{}).code, "order-canceled");
    EXPECT_EQ(refusal(with(received(), OrderReject{}), OrderApprove{}).code, "order-rejected");
    EXPECT_EQ(refusal(with(making(), AbortMaking{}), MakeComplete{}).code, "making-aborted");
    EXPECT_TRUE(refusal(with(making(), AbortMaking{}), MakeComplete{}).allowed.empty());
}

/// The commands that `allowed` names are exactly those the API offers that the state takes.
TEST(CafeOrder, what_a_refusal_allows_is_really_allowed) {
    const std::vector<std::pair<std::string, Command>> offered{
        {"approve", OrderApprove{}},      {"reject", OrderReject{}}, {"makeStart", MakeStart{}},
        {"makeComplete", MakeComplete{}}, {"handOver", HandOver{}},  {"abort", AbortMaking{}},
        {"takeBack", TakeBack{}}};
    for (const auto& state :
         {received(), approved(), making(), made(), made(Fulfilment::delivery), with(made(), HandOver{}),
          with(made(Fulfilment::delivery), CollectByRider{}), with(made(), GiveUpWaiting{}), coming_back(),
          with(coming_back(), TakeBack{}), with(received(), cancel()), with(received(), OrderReject{}),
          with(making(), AbortMaking{})}) {
        std::set<std::string> taken;
        for (const auto& [name, command] : offered) {
            const auto events = decide(state, command);
            if (events && !events->empty()) taken.insert(name);
        }
        const auto allowed = refusal_in(state).error().allowed;
        EXPECT_EQ(taken, std::set<std::string>(allowed.begin(), allowed.end())) << status_of(state);
    }
}

TEST(CafeOrder, an_approved_order_can_still_be_rejected) {
    auto state = approved();
    EXPECT_EQ(outcome(state, OrderReject{CafeReason::sold_out, "우유가 떨어졌어요"}), "OrderRejected");
    EXPECT_EQ(status_of(state), "REJECTED");
}

TEST(CafeOrder, a_promise_or_a_note_out_of_range_is_invalid) {
    auto state = received();
    EXPECT_EQ(outcome(state, OrderApprove{noon, -1}), "promise-out-of-range");
    EXPECT_EQ(outcome(state, OrderApprove{noon, 181}), "promise-out-of-range");
    EXPECT_EQ(outcome(state, OrderReject{CafeReason::other, std::string(501, 'x')}), "note-too-long");
    EXPECT_EQ(status_of(state), "RECEIVED");
}

TEST(CafeOrder, a_cancel_is_granted_until_making_begins) {
    auto state = received();
    EXPECT_EQ(outcome(state, cancel()), "CancelGranted");
    EXPECT_EQ(status_of(state), "VOID");
    state = approved();
    EXPECT_EQ(outcome(state, cancel()), "CancelGranted");
    EXPECT_EQ(status_of(state), "VOID");
}

TEST(CafeOrder, a_cancel_is_refused_once_making_has_begun) {
    const auto refused_state = [](const State& state) {
        const auto events = decide(state, cancel());
        return std::get<CancelRefused>(events.value().at(0)).state;
    };
    EXPECT_EQ(refused_state(making()), "making");
    EXPECT_EQ(refused_state(made()), "made");
    EXPECT_EQ(refused_state(with(made(), HandOver{})), "handed_over");
    EXPECT_EQ(refused_state(with(made(), GiveUpWaiting{})), "not_collected");
    EXPECT_EQ(refused_state(coming_back()), "undelivered");
    EXPECT_EQ(refused_state(with(coming_back(), TakeBack{})), "undelivered");
    auto state = making();
    EXPECT_EQ(outcome(state, cancel()), "CancelRefused");
    EXPECT_EQ(status_of(state), "MAKING");
}

TEST(CafeOrder, a_cancel_because_nobody_answered_is_refused_once_somebody_has) {
    auto state = received();
    EXPECT_EQ(outcome(state, cancel(CafeReason::unanswered)), "CancelGranted");
    state = approved();
    EXPECT_EQ(outcome(state, cancel(CafeReason::unanswered)), "CancelRefused");
    EXPECT_EQ(status_of(state), "APPROVED");
}

TEST(CafeOrder, a_ticket_that_arrives_after_its_cancellation_is_void) {
    State state;
    EXPECT_EQ(outcome(state, VoidTicket{parties}), "TicketVoided");
    EXPECT_EQ(outcome(state, AddCafeOrder{an_order()}), "-");
    EXPECT_EQ(outcome(state, OrderApprove{}), "not-there");
    EXPECT_EQ(ticket_of(state), nullptr);

    State asked;
    EXPECT_EQ(outcome(asked, cancel()), "CancelGranted");
    EXPECT_EQ(outcome(asked, AddCafeOrder{an_order()}), "-");
}

TEST(CafeOrder, a_canceled_order_voids_any_ticket_that_is_not_finished) {
    for (auto state : {received(), approved(), making(), made()}) {
        EXPECT_EQ(outcome(state, VoidTicket{parties}), "TicketVoided");
        EXPECT_EQ(status_of(state), "VOID");
    }
    for (auto state :
         {with(made(), HandOver{}), with(received(), OrderReject{}), with(received(), cancel())}) {
        const auto before = status_of(state);
        EXPECT_EQ(outcome(state, VoidTicket{parties}), "-");
        EXPECT_EQ(status_of(state), before);
    }
}

TEST(CafeOrder, a_wrong_call_number_hands_nothing_over) {
    auto state = made();
    EXPECT_EQ(outcome(state, HandOver{"A-13"}), "wrong-call-number");
    EXPECT_EQ(decide(state, HandOver{"A-13"}).error().refusal, Refusal::unprocessable);
    EXPECT_EQ(status_of(state), "MADE");
    EXPECT_EQ(outcome(state, HandOver{}), "HandedOver");
}

TEST(CafeOrder, a_delivery_is_fetched_by_its_rider_only) {
    auto state = made(Fulfilment::delivery);
    EXPECT_EQ(ticket_of(state)->collect_by, std::nullopt);
    EXPECT_EQ(outcome(state, HandOver{"A-12"}), "waiting-for-rider");
    EXPECT_EQ(outcome(state, GiveUpWaiting{}), "waiting-for-rider");
    EXPECT_EQ(outcome(state, CollectByRider{}), "CollectedByRider");
    EXPECT_EQ(status_of(state), "HANDED_OVER");
    EXPECT_EQ(outcome(state, CollectByRider{}), "-");
    auto pickup = made();
    EXPECT_EQ(outcome(pickup, CollectByRider{}), "already-made");
}

TEST(CafeOrder, a_delivery_that_failed_comes_back_to_the_bar_or_is_lost) {
    auto state = coming_back();
    EXPECT_EQ(status_of(state), "RETURNING");
    EXPECT_EQ(lane_of(state), Lane::ready);
    EXPECT_EQ(outcome(state, ExpectReturn{}), "-");
    auto lost = state;
    EXPECT_EQ(outcome(state, TakeBack{}), "DrinksReturned");
    EXPECT_EQ(status_of(state), "RETURNED");
    EXPECT_EQ(outcome(state, TakeBack{true}), "-") << "it is back";
    EXPECT_EQ(outcome(lost, TakeBack{true}), "DrinksReturned");
    EXPECT_EQ(status_of(lost), "LOST");
    EXPECT_EQ(lane_of(lost), Lane::done);
    auto early = made(Fulfilment::delivery);
    EXPECT_EQ(outcome(early, TakeBack{}), "waiting-for-rider");
}

TEST(CafeOrder, what_was_voided_or_aborted_while_its_rider_picked_it_up_comes_back_too) {
    for (auto state : {with(made(Fulfilment::delivery), VoidTicket{parties}),
                       with(made(Fulfilment::delivery), AbortMaking{})}) {
        EXPECT_EQ(outcome(state, ExpectReturn{}), "ReturnExpected");
        EXPECT_EQ(outcome(state, TakeBack{}), "DrinksReturned");
    }
    for (auto state : {State{}, received(), making(), with(received(), OrderReject{})})
        EXPECT_EQ(outcome(state, ExpectReturn{}), "-");
}

TEST(CafeOrder, what_nobody_came_for_can_still_be_handed_over) {
    auto state = made();
    EXPECT_EQ(outcome(state, GiveUpWaiting{}), "NotCollected");
    EXPECT_EQ(status_of(state), "NOT_COLLECTED");
    EXPECT_EQ(outcome(state, GiveUpWaiting{}), "-");
    EXPECT_EQ(outcome(state, AbortMaking{}), "not-collected");
    EXPECT_EQ(outcome(state, HandOver{}), "HandedOver");
}

TEST(CafeOrder, events_say_whether_a_rider_will_come) {
    const auto started = decide(approved(), MakeStart{noon}).value();
    EXPECT_FALSE(std::get<MakeStarted>(started.at(0)).for_delivery);
    const auto delivery = after({AddCafeOrder{an_order(Fulfilment::delivery)}, OrderApprove{}});
    EXPECT_TRUE(std::get<MakeStarted>(decide(delivery, MakeStart{}).value().at(0)).for_delivery);
}

TEST(CafeOrder, each_state_has_its_lane) {
    EXPECT_EQ(lane_of(State{}), Lane::none);
    EXPECT_EQ(lane_of(received()), Lane::to_do);
    EXPECT_EQ(lane_of(approved()), Lane::to_do);
    EXPECT_EQ(lane_of(making()), Lane::making);
    EXPECT_EQ(lane_of(made()), Lane::ready);
    EXPECT_EQ(lane_of(with(made(), HandOver{})), Lane::done);
    EXPECT_EQ(lane_of(with(received(), cancel())), Lane::done);
}

// ── Properties ─────────────────────────────────────────────────────────────────────────────────────

Command any_command(Fulfilment fulfilment) {
    const auto reason = *rc::gen::element(CafeReason::customer_request, CafeReason::unanswered);
    return *rc::gen::elementOf(std::vector<Command>{
        AddCafeOrder{an_order(fulfilment)}, OrderApprove{noon, 5}, OrderReject{}, MakeStart{noon},
        MakeComplete{noon, 60min}, HandOver{"A-12"}, HandOver{"wrong"}, AbortMaking{}, cancel(reason),
        VoidTicket{parties}, CollectByRider{}, GiveUpWaiting{}, ExpectReturn{}, TakeBack{}, TakeBack{true}});
}

bool is_final(const State& state) {
    return std::visit(
        []<class S>(const S&) {
            return OneOf<S, VoidBeforeArrival, HandedOver, Collected, Returned, Void, Rejected, Aborted>;
        },
        state);
}

RC_GTEST_PROP(CafeOrder, no_sequence_both_starts_making_and_grants_a_cancel, ()) {
    const auto fulfilment = *rc::gen::element(Fulfilment::pickup, Fulfilment::delivery);
    State state;
    bool started = false;
    bool granted = false;
    // Mostly along the way, so that the later states are reached as well.
    const std::vector<Command> way{AddCafeOrder{an_order(fulfilment)}, OrderApprove{}, MakeStart{},
                                   MakeComplete{noon, 60min}};
    const auto begun = *rc::gen::inRange<std::size_t>(0, way.size() + 1);
    for (std::size_t i = 0; i < begun + 12; ++i) {
        const auto command = i < begun ? way[i] : any_command(fulfilment);
        const auto events = decide(state, command);
        if (!events) continue;
        for (const auto& event : *events) {
            RC_ASSERT(!is_final(state) || std::holds_alternative<CancelRefused>(event) ||
                      std::holds_alternative<ReturnExpected>(event));
            RC_ASSERT(!std::holds_alternative<NotCollected>(state) ||
                      std::holds_alternative<cafe::HandedOver>(event) ||
                      std::holds_alternative<CancelRefused>(event));
            state = evolve(state, event);
            started = started || std::holds_alternative<MakeStarted>(event);
            granted = granted || std::holds_alternative<CancelGranted>(event);
        }
        RC_ASSERT(!(started && granted));
    }
    RC_CLASSIFY(is_final(state), "reached an end");
    RC_CLASSIFY(started, "was made");
}

}  // namespace
}  // namespace dangol::cafe::ticket
