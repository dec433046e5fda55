// The notification context on one page.
#include "contexts/notification/notification.hpp"

#include <boost/describe/enum_to_string.hpp>

#include "contexts/notification/aggregates.hpp"
#include "contexts/notification/api.hpp"
#include "contexts/notification/sending.hpp"
#include "contracts/cafe.hpp"
#include "contracts/delivery.hpp"
#include "contracts/identity.hpp"
#include "contracts/order.hpp"
#include "contracts/payment.hpp"

namespace dangol::notification {
namespace {

using runtime::Context, runtime::Host, runtime::Limit, runtime::Per, runtime::Request, runtime::Unit;
using namespace std::chrono_literals;

constexpr Access anyone = Access::anyone();
constexpr Access signed_in = Access::signed_in();

// Each linked channel is called with every message, and is stored.
constexpr Limit links{.name = "links", .per = Per::account, .rate = {.burst = 10, .each = 1min}};
constexpr Limit links_here{.name = "links", .per = Per::client, .rate = {.burst = 100, .each = 10s}};
/// Telegram itself knows the secret.
constexpr Limit wrong_secrets{
    .name = "telegram", .per = Per::client, .rate = {.burst = 20, .each = 10s}, .failure = "not-found"};

template <class Enum>
std::string word(Enum value) {
    return boost::describe::enum_to_string(value, "");
}

// ── What the policies are made of ──────────────────────────────────────────────────────────────────

Result<void> execute(Unit& unit, const EventRecord& record, const messages::Command& command) {
    DANGOL_CHECK(unit.execute<OrderMessages>(record.subject, command));
    return {};
}

Result<void> tell(Unit& unit, const EventRecord& record, Template message, std::string detail = {}) {
    return execute(unit, record, messages::Tell{message, std::move(detail), {}, 0, record.time});
}

/// The policy for an event whose type is enough for the message. The event is not decoded.
auto say(Template message) {
    return [message](Unit& unit, const EventRecord& record) { return tell(unit, record, message); };
}

/// The policy for an event of a delivery that sends its rider a message.
auto say_to_rider(Template message, std::string_view detail = {}) {
    return [message, detail](Unit& unit, const auto& event, const EventRecord& record) {
        return execute(
            unit, record,
            messages::Tell{message, std::string(detail), event.rider_id.value, record.version, record.time});
    };
}

/// From OrderRequested or OrderPlaced, the first of them that comes. Neither address nor note is needed.
template <class Event>
Result<void> note_order(Unit& unit, const EventRecord& record) {
    if (std::holds_alternative<messages::Noted>(unit.load<OrderMessages>(record.subject).state)) return {};
    const runtime::EventIn<Event> event(record);
    const auto& order = event->order;
    return execute(unit, record,
                   messages::NoteOrder{{.order_id = order.order_id,
                                        .customer_id = order.customer_id,
                                        .cafe_id = order.cafe_id,
                                        .cafe_name = order.cafe_name,
                                        .language = order.language,
                                        .call_number = order.call_number,
                                        .delivery = order.fulfilment == order::Fulfilment::delivery,
                                        .qty = order.qty}});
}

Result<void> order_placed(Unit& unit, const EventRecord& record) {
    DANGOL_CHECK(note_order<order::OrderPlaced>(unit, record));
    DANGOL_CHECK(tell(unit, record, Template::placed));
    return tell(unit, record, Template::cafe_new_order);
}

Result<void> order_canceled(Unit& unit, const order::OrderCanceled& event, const EventRecord& record) {
    using enum order::CancelReason;
    if (event.reason == rejected) return {};  // OrderRejected sends the message, with the café's reason
    DANGOL_CHECK(tell(unit, record, Template::canceled, word(event.reason)));
    if (event.reason == make_aborted) return {};  // the café did it itself
    return tell(unit, record, Template::cafe_canceled, word(event.reason));
}

/// Only a refusal because making has begun sends a message: after any other the order ends.
Result<void> cancel_refused(Unit& unit, const order::OrderCancelRefused& event, const EventRecord& record) {
    if (event.state != "making" && event.state != "made") return {};
    return tell(unit, record, Template::cancel_refused);
}

Result<void> approved(Unit& unit, const cafe::OrderApproved& event, const EventRecord& record) {
    const auto minutes = event.ready_in_minutes;
    return tell(unit, record, Template::accepted, minutes > 0 ? std::to_string(minutes) : std::string{});
}

Result<void> rejected(Unit& unit, const cafe::OrderRejected& event, const EventRecord& record) {
    if (event.reason == cafe::CafeReason::unanswered) return {};  // OrderCanceled sends the message
    return tell(unit, record, Template::rejected, word(event.reason));
}

Result<void> refunded(Unit& unit, const payment::PaymentCanceled& event, const EventRecord& record) {
    const auto* noted = std::get_if<messages::Noted>(&unit.load<OrderMessages>(record.subject).state);
    const auto language = noted == nullptr ? Language::ko : noted->order.language;
    return execute(unit, record,
                   messages::Tell{Template::refunded,
                                  money_words(event.amount).in(language),
                                  {},
                                  static_cast<std::uint64_t>(event.number),
                                  record.time});
}

Result<void> refund_delayed(Unit& unit, const payment::RefundDelayed& event, const EventRecord& record) {
    return execute(
        unit, record,
        messages::Tell{
            Template::refund_delayed, {}, {}, static_cast<std::uint64_t>(event.number), record.time});
}

Result<void> delivery_canceled(Unit& unit, const delivery::DeliveryCanceled& event,
                               const EventRecord& record) {
    const auto message = event.picked_up ? Template::rider_recalled : Template::rider_canceled;
    return say_to_rider(message)(unit, event, record);
}

/// The customer is told when the order has ended so: a cancel may have come first.
Result<void> undelivered(Unit& unit, const order::OrderUndelivered& event, const EventRecord& record) {
    return tell(unit, record, Template::undelivered, std::string(event.by_customer ? "" : by_house));
}

Result<void> delivery_failed(Unit& unit, const delivery::DeliveryFailed& event, const EventRecord& record) {
    const auto detail = event.returning ? returning : std::string_view{};
    DANGOL_CHECK(tell(unit, record, Template::cafe_undelivered, std::string(detail)));
    return say_to_rider(Template::rider_failed, detail)(unit, event, record);
}

/// The provider's code is nothing for the customer; that the money goes back is.
Result<void> payment_failed(Unit& unit, const order::OrderPaymentFailed& event, const EventRecord& record) {
    const bool goes_back = event.reason == payment::goes_back;
    return tell(unit, record, Template::payment_failed, goes_back ? event.reason : std::string{});
}

// ── The console ────────────────────────────────────────────────────────────────────────────────────

void show(Messenger& console, const MessageSent& sent) {
    console.send({.id = sent.message_id,
                  .recipient = sent.recipient,
                  .channel = sent.channel,
                  .channel_id = {},
                  .address = {},
                  .secret = {},
                  .order_id = sent.order_id,
                  .message = sent.message,
                  .text = sent.text,
                  .at = sent.at,
                  .traceparent = {}},
                 [](const SendOutcome&) {});
}

Context::Observe show_all_on(Messenger& console) {
    return [&console](std::span<const std::shared_ptr<const EventRecord>> events) {
        for (const auto& event : events) {
            if (event->type != type_name<MessageSent>()) continue;
            const auto sent = codec::from_json<MessageSent>(event->data);
            if (sent && sent->channel == Channel::inbox) show(console, *sent);
        }
    };
}

}  // namespace

Context make(Settings settings, Messengers messengers, Fingerprint fingerprint) {
    Context notification("notification");
    notification.aggregate(OrderMessages{});
    notification.aggregate(Channels{});

    notification.on<order::OrderRequested>(note_order<order::OrderRequested>);
    notification.on<order::OrderPlaced>(order_placed);
    notification.on<order::OrderPaymentFailed>(payment_failed);
    notification.on<order::OrderExpired>(say(Template::expired));
    notification.on<order::OrderUnanswered>(say(Template::unanswered));
    notification.on<order::OrderCancelRefused>(cancel_refused);
    notification.on<order::OrderCanceled>(order_canceled);
    notification.on<order::OrderUndelivered>(undelivered);

    notification.on<payment::RefundDelayed>(refund_delayed);
    notification.on<payment::PaymentCanceled>(refunded);

    notification.on<cafe::OrderApproved>(approved);
    notification.on<cafe::OrderRejected>(rejected);
    notification.on<cafe::MakeStarted>(say(Template::making));
    notification.on<cafe::MakeCompleted>(say(Template::ready));
    notification.on<cafe::NotCollected>(say(Template::not_collected));

    notification.on<delivery::DeliveryClaimed>(say_to_rider(Template::rider_claimed));
    notification.on<delivery::DeliveryReleased>(say_to_rider(Template::rider_released));
    notification.on<delivery::DeliveryReady>(say_to_rider(Template::rider_ready));
    notification.on<delivery::DeliveryCanceled>(delivery_canceled);
    notification.on<delivery::DeliveryStarted>(say(Template::on_the_way));
    notification.on<delivery::DeliveryConfirmed>(say(Template::delivered));
    notification.on<delivery::DeliveryFailed>(delivery_failed);

    notification.on<identity::AccountDisabled>([](Unit& unit, const identity::AccountDisabled& event) {
        return end_linking(unit, event.account.value);
    });
    notification.on<identity::StaffAssigned>([](Unit& unit, const identity::StaffAssigned& event) {
        return assign_cafes(unit, event.account.value, event.cafes);
    });

    notification.deadline(again_deadline, send_again);
    notification.deadline(code_deadline, [](Unit& unit, const std::string& code_hash) -> Result<void> {
        drop_code(unit, code_hash);
        return {};
    });
    notification.effect(OrderMessages::send_effect,
                        [messengers](const runtime::Environment&, runtime::Effect effect) {
                            return send_copy(messengers, std::move(effect));
                        });
    if (messengers.console != nullptr) notification.on_committed(show_all_on(*messengers.console));

    notification.get("/notifications", signed_in, list_messages);
    notification.get("/notifications/stream", signed_in, stream_messages);
    notification.get("/notifications/channels", signed_in, list_channels);
    notification
        .post("/notifications/channels/telegram", signed_in,
              [settings, fingerprint](Unit& unit, const Request& request) {
                  return link_telegram(unit, request, settings, fingerprint);
              })
        .limited({links, links_here});
    notification
        .post(
            "/notifications/channels/webhook", signed_in,
            [settings](Unit& unit, const Request& request) { return link_webhook(unit, request, settings); })
        .limited({links, links_here});
    notification.del("/notifications/channels/{id}", signed_in, unlink_channel);
    notification
        .post("/notifications/telegram/{secret}", anyone,
              [secret = settings.telegram_update_secret, fingerprint](const Host& host, Request request) {
                  return take_telegram_update(host, std::move(request), secret, fingerprint);
              })
        .limited({wrong_secrets});
    return notification;
}

}  // namespace dangol::notification
