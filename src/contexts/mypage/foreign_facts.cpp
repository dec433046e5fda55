// The whole list of what MyPage learns from others, and which event tells it.
#include "contexts/mypage/foreign_facts.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <string>
#include <unordered_map>

#include <boost/describe/enum_to_string.hpp>

#include "contexts/cafe/events.hpp"
#include "contexts/delivery/events.hpp"
#include "contexts/order/events.hpp"
#include "contexts/payment/events.hpp"
#include "core/codec.hpp"

namespace dangol::mypage {
namespace {

/// Whom an event concerns: what all events about an order have in common.
struct Parties {
    CafeId cafe_id;
    AccountId customer_id;
};
BOOST_DESCRIBE_STRUCT(Parties, (), (cafe_id, customer_id))

template <class Event>
Event decode(const EventRecord& record) {
    auto event = codec::from_json<Event>(record.data);
    if (!event) {
        throw std::runtime_error(record.type + " " + record.id + ": " + event.error().path + " " +
                                 event.error().message);
    }
    return std::move(*event);
}

template <class Enum>
std::string word(Enum value) {
    return boost::describe::enum_to_string(value, "");
}

PageOrder page_order(const order::OrderDetails& details) {
    PageOrder order{.cafe_name = details.cafe_name,
                    .call_number = details.call_number,
                    .fulfilment = details.fulfilment == order::Fulfilment::delivery ? Fulfilment::delivery
                                                                                    : Fulfilment::pickup,
                    .lines = {},
                    .qty = details.qty,
                    .units = details.units,
                    .total_price = details.total_price,
                    .pin = details.destination ? details.destination->pin : std::string{},
                    .order_date = details.order_date};
    order.lines.reserve(details.lines.size());
    for (const auto& line : details.lines) {
        auto& short_line =
            order.lines.emplace_back(line.name, line.quantity, std::vector<Text>{}, line.price);
        for (const auto& option : line.options) short_line.options.push_back(option.name);
    }
    return order;
}

using Learn = std::function<void(Facts&, const EventRecord&, const Facts& known)>;

/// For a fact that is told by the event's name alone.
Learn at(std::optional<Timestamp> Facts::* fact) {
    return [fact](Facts& facts, const EventRecord& event, const Facts&) { facts.*fact = event.time; };
}

/// For an event that has more to tell.
template <class Event, class Function>
Learn told(Function function) {
    return [function](Facts& facts, const EventRecord& record, const Facts&) {
        function(facts, decode<Event>(record), record);
    };
}

void learn_order(Facts& facts, const EventRecord& event, const Facts& known) {
    if (event.type == "OrderPlaced") facts.placed_at = event.time;
    if (known.order) return;
    const auto details = decode<order::OrderRequested>(event).order;  // OrderPlaced has the same members
    facts.cafe_id = details.cafe_id;
    facts.customer_id = details.customer_id;
    facts.order = page_order(details);
}

/// The ticket's state in a refusal says whether making had begun; a refusal in another state is followed by
/// the order's end.
bool is_begun(std::string state) {
    std::ranges::transform(state, state.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    return state == "MAKING" || state == "MADE" || state == "HANDED_OVER" || state == "NOT_COLLECTED";
}

const std::unordered_map<std::string, Learn>& sources() {
    using CancelReason = order::CancelReason;
    static const std::unordered_map<std::string, Learn> table{
        {"order/OrderRequested", learn_order},
        {"order/OrderPlaced", learn_order},
        {"order/OrderPaymentFailed", at(&Facts::payment_failed_at)},
        {"order/OrderExpired", at(&Facts::expired_at)},
        {"order/OrderUnanswered", at(&Facts::unanswered_at)},
        {"order/OrderCancelRequested",
         told<order::OrderCancelRequested>([](Facts& facts, const auto& event, const EventRecord& record) {
             // Only what a person asked for is shown as asked; the rest is decided in a moment, or not shown.
             if (event.reason == CancelReason::customer_request ||
                 event.reason == CancelReason::operator_decision) {
                 facts.cancel_requested_at = record.time;
             }
         })},
        {"order/OrderCancelRefused",
         told<order::OrderCancelRefused>([](Facts& facts, const auto& event, const EventRecord&) {
             facts.making_begun = is_begun(event.state);
         })},
        {"order/OrderCanceled",
         told<order::OrderCanceled>([](Facts& facts, const auto& event, const EventRecord& record) {
             (event.reason == CancelReason::rejected ? facts.rejected_at : facts.canceled_at) = record.time;
             facts.cancel_reason = word(event.reason);
             facts.note = event.note;
         })},
        {"order/OrderCompleted",
         told<order::OrderCompleted>([](Facts& facts, const auto& event, const EventRecord& record) {
             (event.collected ? facts.completed_at : facts.unclaimed_at) = record.time;
         })},

        {"payment/PaymentUnknown", at(&Facts::payment_unknown_at)},
        {"payment/PaymentFailed", at(&Facts::payment_failed_at)},
        {"payment/Paid", at(&Facts::paid_at)},
        {"payment/RefundRequested",
         told<payment::RefundRequested>([](Facts& facts, const auto& event, const EventRecord& record) {
             facts.refund_requested_at = record.time;
             facts.refund_amount = event.amount;
         })},
        {"payment/RefundDelayed", at(&Facts::refund_delayed_at)},
        {"payment/PaymentCanceled",
         told<payment::PaymentCanceled>([](Facts& facts, const auto& event, const EventRecord& record) {
             facts.refunded_at = record.time;
             facts.refund_amount = event.amount;
         })},

        {"cafe/OrderApproved",
         told<cafe::OrderApproved>([](Facts& facts, const auto& event, const EventRecord& record) {
             facts.accepted_at = record.time;
             facts.ready_in_minutes = event.ready_in_minutes;
         })},
        {"cafe/OrderRejected",
         told<cafe::OrderRejected>([](Facts& facts, const auto& event, const EventRecord& record) {
             const bool unanswered = event.reason == cafe::CafeReason::unanswered;  // nobody said no
             (unanswered ? facts.canceled_at : facts.rejected_at) = record.time;
             facts.cafe_reason = word(event.reason);
             facts.note = event.note;
         })},
        {"cafe/MakeStarted", at(&Facts::making_at)},
        {"cafe/MakeCompleted", at(&Facts::made_at)},
        {"cafe/HandedOver", at(&Facts::completed_at)},
        {"cafe/NotCollected", at(&Facts::unclaimed_at)},
        {"cafe/MakeAborted",
         told<cafe::MakeAborted>([](Facts& facts, const auto& event, const EventRecord& record) {
             facts.canceled_at = record.time;
             facts.cancel_reason = word(CancelReason::make_aborted);
             facts.cafe_reason = word(event.reason);
             facts.note = event.note;
         })},

        {"delivery/DeliveryClaimed",
         [](Facts& facts, const EventRecord& event, const Facts&) { facts.rider = {event.version, true}; }},
        {"delivery/DeliveryReleased",
         [](Facts& facts, const EventRecord& event, const Facts&) { facts.rider = {event.version, false}; }},
        {"delivery/DeliveryStarted", at(&Facts::picked_up_at)},
        {"delivery/DeliveryConfirmed",
         [](Facts& facts, const EventRecord& event, const Facts&) {
             facts.delivered_at = event.time;
             facts.completed_at = event.time;
         }},
        {"delivery/DeliveryCanceled", at(&Facts::delivery_canceled_at)},
    };
    return table;
}

}  // namespace

bool tells_of_an_order(const EventRecord& event) {
    return sources().contains(event.source + "/" + event.type);
}

std::optional<Facts> facts_of(const EventRecord& event, const Facts& known) {
    const auto learn = sources().find(event.source + "/" + event.type);
    if (learn == sources().end()) return std::nullopt;
    Facts facts;
    learn->second(facts, event, known);
    if (known.customer_id.empty() && facts.customer_id.empty()) {
        auto parties = decode<Parties>(event);
        facts.cafe_id = std::move(parties.cafe_id);
        facts.customer_id = std::move(parties.customer_id);
    }
    return facts;
}

}  // namespace dangol::mypage
