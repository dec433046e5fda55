// The whole list of steps that somebody is told about, and whom.
#include "contexts/notification/policies.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <unordered_map>

#include <boost/describe/enum_to_string.hpp>

#include "contexts/cafe/events.hpp"
#include "contexts/delivery/events.hpp"
#include "contexts/notification/aggregates.hpp"
#include "contexts/notification/domain/templates.hpp"
#include "contexts/order/events.hpp"
#include "contexts/payment/events.hpp"

namespace dangol::notification {
namespace {

using namespace runtime;
using Policy = std::function<Result<void>(Unit&, const EventRecord&)>;

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

Result<void> execute(Unit& unit, const EventRecord& record, const MessageCommand& command) {
    auto done = unit.execute<OrderMessagesAggregate>(record.subject, command);
    if (!done) return std::unexpected(std::move(done.error()));
    return {};
}

Result<void> tell(Unit& unit, const EventRecord& record, Template message, std::string detail = {}) {
    return execute(unit, record, Tell{message, std::move(detail), {}, 0, record.time});
}

Result<void> tell_rider(Unit& unit, const EventRecord& record, Template message, const RiderId& rider) {
    return execute(unit, record, Tell{message, {}, rider.value, record.version, record.time});
}

/// For a step that its event's name tells alone.
Policy say(Template message) {
    return [message](Unit& unit, const EventRecord& record) { return tell(unit, record, message); };
}

template <class Event>
Policy say_rider(Template message) {
    return [message](Unit& unit, const EventRecord& record) {
        return tell_rider(unit, record, message, decode<Event>(record).rider_id);
    };
}

template <class Event, class Function>
Policy told(Function function) {
    return [function](Unit& unit, const EventRecord& record) {
        return function(unit, record, decode<Event>(record));
    };
}

Result<void> note_order(Unit& unit, const EventRecord& record) {
    if (unit.load<OrderMessagesAggregate>(record.subject).state.order) return {};
    const auto order = decode<order::OrderRequested>(record).order;  // OrderPlaced has the same members
    OrderNoted noted{.order_id = order.order_id,
                     .customer_id = order.customer_id,
                     .cafe_id = order.cafe_id,
                     .cafe_name = order.cafe_name,
                     .language = order.language,
                     .call_number = order.call_number,
                     .delivery = order.fulfilment == order::Fulfilment::delivery,
                     .qty = order.qty};
    return execute(unit, record, NoteOrder{std::move(noted)});
}

Result<void> order_placed(Unit& unit, const EventRecord& record) {
    if (auto noted = note_order(unit, record); !noted) return noted;
    if (auto said = tell(unit, record, Template::placed); !said) return said;
    return tell(unit, record, Template::cafe_new_order);
}

Result<void> order_canceled(Unit& unit, const EventRecord& record, const order::OrderCanceled& event) {
    using enum order::CancelReason;
    if (event.reason == rejected) return {};  // the café said so, and why
    if (auto said = tell(unit, record, Template::canceled, word(event.reason)); !said) return said;
    if (event.reason == make_aborted) return {};  // the café did it itself
    return tell(unit, record, Template::cafe_canceled, word(event.reason));
}

/// Only a refusal because of the making is of interest: other refusals are overtaken by the order's end.
Result<void> cancel_refused(Unit& unit, const EventRecord& record, order::OrderCancelRefused event) {
    auto& state = event.state;
    std::ranges::transform(state, state.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    if (state != "MAKING" && state != "MADE") return {};
    return tell(unit, record, Template::cancel_refused);
}

const std::unordered_map<std::string, Policy>& policies() {
    static const std::unordered_map<std::string, Policy> table{
        {"order/OrderRequested", note_order},
        {"order/OrderPlaced", order_placed},
        {"order/OrderPaymentFailed", say(Template::payment_failed)},
        {"order/OrderExpired", say(Template::expired)},
        {"order/OrderUnanswered", say(Template::unanswered)},
        {"order/OrderCancelRefused", told<order::OrderCancelRefused>(cancel_refused)},
        {"order/OrderCanceled", told<order::OrderCanceled>(order_canceled)},

        {"payment/RefundDelayed", say(Template::refund_delayed)},
        {"payment/PaymentCanceled",
         told<payment::PaymentCanceled>([](Unit& unit, const EventRecord& record, const auto& event) {
             return tell(unit, record, Template::refunded, amount_words(event.amount));
         })},

        {"cafe/OrderApproved",
         told<cafe::OrderApproved>([](Unit& unit, const EventRecord& record, const auto& event) {
             const auto minutes = event.ready_in_minutes;
             return tell(unit, record, Template::accepted,
                         minutes > 0 ? std::to_string(minutes) : std::string{});
         })},
        {"cafe/OrderRejected", told<cafe::OrderRejected>([](Unit& unit, const EventRecord& record,
                                                            const auto& event) -> Result<void> {
             if (event.reason == cafe::CafeReason::unanswered) return {};  // OrderCanceled tells it
             return tell(unit, record, Template::rejected, word(event.reason));
         })},
        {"cafe/MakeStarted", say(Template::making)},
        {"cafe/MakeCompleted", say(Template::ready)},
        {"cafe/NotCollected", say(Template::not_collected)},

        {"delivery/DeliveryClaimed", say_rider<delivery::DeliveryClaimed>(Template::rider_claimed)},
        {"delivery/DeliveryReleased", say_rider<delivery::DeliveryReleased>(Template::rider_released)},
        {"delivery/DeliveryReady", say_rider<delivery::DeliveryReady>(Template::rider_ready)},
        {"delivery/DeliveryCanceled", say_rider<delivery::DeliveryCanceled>(Template::rider_canceled)},
        {"delivery/DeliveryStarted", say(Template::on_the_way)},
        {"delivery/DeliveryConfirmed", say(Template::delivered)},
    };
    return table;
}

}  // namespace

Result<void> react(Unit& unit, const EventRecord& event) {
    const auto policy = policies().find(event.source + "/" + event.type);
    if (policy == policies().end()) return {};
    return policy->second(unit, event);
}

}  // namespace dangol::notification
