#include "adapters/messengers/webhook.hpp"

#include <charconv>

#include <boost/describe/class.hpp>
#include <boost/describe/enum_to_string.hpp>

#include "adapters/messengers/standard_webhooks.hpp"
#include "core/codec.hpp"

namespace dangol::adapters {

using namespace notification;

namespace {

struct WebhookData {
    std::string message_id;
    std::string recipient;
    OrderId order_id;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(WebhookData, (), (message_id, recipient, order_id, text))

struct WebhookBody {
    std::string type;
    Timestamp timestamp{};  ///< when it happened
    WebhookData data;
};
BOOST_DESCRIBE_STRUCT(WebhookBody, (), (type, timestamp, data))

std::string_view words_for(HttpError::Kind kind) {
    switch (kind) {
        case HttpError::Kind::not_sent: return "webhook: no connection";
        case HttpError::Kind::unknown_outcome: return "webhook: the connection broke";
        case HttpError::Kind::timeout: return "webhook: no answer in time";
    }
    return "webhook";
}

/// Retry-After in seconds; as a date it is not read, and our own pauses hold.
std::optional<std::int64_t> retry_after(const HttpReply& reply) {
    const auto text = reply.header("Retry-After");
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || end != text.data() + text.size() || seconds < 0) return std::nullopt;
    constexpr std::int64_t day = 86'400;
    return std::min(seconds, day);
}

}  // namespace

SendOutcome webhook_outcome(const HttpOutcome& outcome) {
    if (!outcome) return Failed{true, std::string(words_for(outcome.error().kind))};
    const auto status = outcome->status;
    if (status >= 200 && status < 300) return Accepted{};
    auto reason = "webhook: answered " + std::to_string(status);
    if (status == 410) return Gone{std::move(reason)};
    if (status == 429 || status == 503) {
        if (const auto seconds = retry_after(*outcome)) return RetryAfter{std::chrono::seconds(*seconds)};
    }
    return Failed{true, std::move(reason)};
}

std::string webhook_body(const OutgoingMessage& message) {
    return codec::to_json(
        WebhookBody{std::string("order.") + boost::describe::enum_to_string(message.message, ""),
                    message.at,
                    {message.id, message.recipient, message.order_id, message.text}});
}

WebhookMessenger::WebhookMessenger(runtime::Clock& clock, HttpSend send)
    : clock_(clock), send_(std::move(send)) {}

void WebhookMessenger::send(OutgoingMessage message, std::move_only_function<void(SendOutcome)> done) {
    const auto now = std::chrono::floor<std::chrono::seconds>(clock_.now()).time_since_epoch().count();
    auto body = webhook_body(message);
    auto signature = webhook_signature(message.secret, message.id, now, body);
    if (!signature) {
        done(Failed{false, "webhook: its secret cannot sign"});
        return;
    }
    HttpCall call{.method = "POST",
                  .url = std::move(message.address),
                  .headers = {{"Content-Type", "application/json"},
                              {"webhook-id", std::move(message.id)},
                              {"webhook-timestamp", std::to_string(now)},
                              {"webhook-signature", std::move(*signature)}},
                  .body = std::move(body)};
    if (message.traceparent) call.headers.emplace_back("traceparent", std::move(*message.traceparent));
    send_(std::move(call),
          [done = std::move(done)](const HttpOutcome& outcome) mutable { done(webhook_outcome(outcome)); });
}

}  // namespace dangol::adapters
