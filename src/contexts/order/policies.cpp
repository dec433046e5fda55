// Paid → place; the café's and the rider's outcomes → the order's end; menu and café events → the local
// replica.
#include "contexts/order/policies.hpp"

#include <string_view>
#include <unordered_map>

#include "contexts/cafe/events.hpp"
#include "contexts/delivery/events.hpp"
#include "contexts/order/order_aggregate.hpp"
#include "contexts/payment/events.hpp"
#include "runtime/policy.hpp"

namespace dangol::order {
namespace {

using namespace runtime;

Result<void> execute(Unit& unit, const OrderId& order_id, const Command& command) {
    auto done = unit.execute<OrderAggregate>(order_id.value, command);
    if (!done) return std::unexpected(std::move(done.error()));
    return {};
}

CancelReason reason_of(cafe::CafeReason reason, CancelReason otherwise) {
    return reason == cafe::CafeReason::unanswered ? CancelReason::unanswered : otherwise;
}

using Policies = PolicyTable<Replicas&>;

template <class Event>
Policies::Entry replicate() {
    return on<Event, Replicas&>("cafe", [](Unit& unit, const Event& event, Replicas& replicas) {
        replicas.update(unit, event);
        return Result<void>{};
    });
}

const Policies& policies() {
    static const Policies table{
        on<payment::Paid, Replicas&>("payment",
                                     [](Unit& unit, const payment::Paid& paid, Replicas&) {
                                         return execute(unit, paid.order_id, ConfirmPaid{});
                                     }),
        on<payment::PaymentFailed, Replicas&>(
            "payment", [](Unit& unit, const payment::PaymentFailed& failed,
                          Replicas&) { return execute(unit, failed.order_id, FailPayment{failed.reason}); }),
        on<cafe::OrderApproved, Replicas&>("cafe",
                                           [](Unit& unit, const cafe::OrderApproved& e, Replicas&) {
                                               unit.cancel_deadline(answer_key_of(e.order_id.value));
                                               return Result<void>{};
                                           }),
        on<cafe::OrderRejected, Replicas&>(
            "cafe",
            [](Unit& unit, const cafe::OrderRejected& e, Replicas&) {
                return execute(unit, e.order_id,
                               EndByCafe{reason_of(e.reason, CancelReason::rejected), e.note});
            }),
        on<cafe::MakeAborted, Replicas&>("cafe",
                                         [](Unit& unit, const cafe::MakeAborted& e, Replicas&) {
                                             return execute(unit, e.order_id,
                                                            EndByCafe{CancelReason::make_aborted, e.note});
                                         }),
        on<cafe::CancelGranted, Replicas&>("cafe",
                                           [](Unit& unit, const cafe::CancelGranted& e, Replicas&) {
                                               return execute(unit, e.order_id, GrantCancel{});
                                           }),
        on<cafe::CancelRefused, Replicas&>("cafe",
                                           [](Unit& unit, const cafe::CancelRefused& e, Replicas&) {
                                               return execute(unit, e.order_id, RefuseCancel{e.state});
                                           }),
        on<cafe::HandedOver, Replicas&>("cafe",
                                        [](Unit& unit, const cafe::HandedOver& e, Replicas&) {
                                            return execute(unit, e.order_id, Complete{true});
                                        }),
        on<cafe::NotCollected, Replicas&>("cafe",
                                          [](Unit& unit, const cafe::NotCollected& e, Replicas&) {
                                              return execute(unit, e.order_id, Complete{false});
                                          }),
        on<delivery::DeliveryConfirmed, Replicas&>(
            "delivery", [](Unit& unit, const delivery::DeliveryConfirmed& e,
                           Replicas&) { return execute(unit, e.order_id, Complete{true}); }),
        on<delivery::DeliveryCanceled, Replicas&>(
            "delivery",
            [](Unit& unit, const delivery::DeliveryCanceled& e, Replicas&) -> Result<void> {
                if (e.reason != delivery::DeliveryCancelReason::no_rider) return {};
                return execute(unit, e.order_id, GiveUpDelivery{});
            }),
        replicate<cafe::CafeRegistered>(),
        replicate<cafe::CafeProfileChanged>(),
        replicate<cafe::MenuPublished>(),
        replicate<cafe::HoursChanged>(),
        replicate<cafe::CafeOpened>(),
        replicate<cafe::CafePaused>(),
        replicate<cafe::CafeClosed>(),
        replicate<cafe::SoldOutChanged>(),
    };
    return table;
}

}  // namespace

Result<void> react(Unit& unit, const EventRecord& event, Replicas& replicas) {
    return policies().react(unit, event, replicas);
}

}  // namespace dangol::order
