#include "contexts/notification/notification.hpp"

#include "contexts/notification/api.hpp"
#include "contexts/notification/channel_book.hpp"
#include "contexts/notification/policies.hpp"

namespace dangol::notification {

using namespace runtime;

NotificationContext::NotificationContext(Settings settings, Messengers messengers, Fingerprint fingerprint)
    : settings_(std::move(settings)), messengers_(messengers), fingerprint_(std::move(fingerprint)) {}

std::vector<std::string> NotificationContext::sources() const {
    return {"order", "payment", "cafe", "delivery"};
}

Result<void> NotificationContext::on_event(Unit& unit, const EventRecord& event) {
    return react(unit, event);
}

Result<void> NotificationContext::on_deadline(Unit& unit, const Deadline& deadline) {
    if (deadline.kind == code_expiry) expire_code(unit, deadline.data);
    return {};
}

void NotificationContext::on_effect(const Effect& effect, FinishEffectWith finish) {
    send_copy(effect, messengers_, std::move(finish));
}

void NotificationContext::committed(std::span<const std::shared_ptr<const EventRecord>> events) {
    if (messengers_.console == nullptr) return;
    for (const auto& event : events) {
        if (event->type != type_name<MessageSent>()) continue;
        const auto sent = codec::from_json<MessageSent>(event->data);
        if (!sent || sent->channel != Channel::inbox) continue;
        messengers_.console->send({.id = sent->message_id,
                                   .recipient = sent->recipient,
                                   .channel = sent->channel,
                                   .channel_id = {},
                                   .address = {},
                                   .secret = {},
                                   .order_id = sent->order_id,
                                   .message = sent->message,
                                   .text = sent->text,
                                   .at = sent->at,
                                   .traceparent = {}},
                                  [](const SendOutcome&) {});
    }
}

std::vector<Route> NotificationContext::routes(Host host) {
    auto routes = inbox_routes(host);
    for (auto& route : channel_routes(host, settings_, fingerprint_)) routes.push_back(std::move(route));
    return routes;
}

}  // namespace dangol::notification
