#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/notification/domain/order_messages.hpp"
#include "contexts/notification/notification.hpp"
#include "runtime/host.hpp"
#include "runtime/http.hpp"

/// What the API under /notifications takes and shows (api/openapi.yaml), and the functions that answer its
/// routes (api_inbox.cpp, api_channels.cpp). notification.cpp has the list of routes.
namespace dangol::notification {

// ── What it shows ──────────────────────────────────────────────────────────────────────────────────

struct NotificationResource {
    std::string id;
    OrderId order_id;
    std::string message;  ///< the template's name; of a failure: empty
    Channel channel = Channel::inbox;
    std::string state;  ///< SENT, FAILED
    std::string text;   ///< of a failure: why
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(NotificationResource, (), (id, order_id, message, channel, state, text, at))

struct NotificationList {
    std::vector<NotificationResource> items;  ///< the newest first
    std::optional<std::string> next = {};
};
BOOST_DESCRIBE_STRUCT(NotificationList, (), (items, next))

struct ChannelResource {
    std::string id;
    Channel channel = Channel::webhook;
    std::optional<std::string> url;
};
BOOST_DESCRIBE_STRUCT(ChannelResource, (), (id, channel, url))

struct ChannelList {
    std::vector<ChannelResource> items;
};
BOOST_DESCRIBE_STRUCT(ChannelList, (), (items))

struct TelegramLink {
    std::string link_code;  ///< once, and for an hour
    std::string url;        ///< opens the chat with the bot and passes the code
    Timestamp expires{};
};
BOOST_DESCRIBE_STRUCT(TelegramLink, (), (link_code, url, expires))

struct WebhookLink {
    std::string id;
    std::string secret;  ///< shown this once
};
BOOST_DESCRIBE_STRUCT(WebhookLink, (), (id, secret))

struct UnlinkAnswer {
    std::string id;
    std::string status = "UNLINKED";
};
BOOST_DESCRIBE_STRUCT(UnlinkAnswer, (), (id, status))

// ── What it takes ──────────────────────────────────────────────────────────────────────────────────

struct TelegramBody {
    std::optional<std::string> cafe_id;
};
BOOST_DESCRIBE_STRUCT(TelegramBody, (), (cafe_id))

struct WebhookBody {
    std::string url;
    std::optional<std::string> cafe_id;
};
BOOST_DESCRIBE_STRUCT(WebhookBody, (), (url, cafe_id))

// ── The inbox ──────────────────────────────────────────────────────────────────────────────────────

/// The recipient that the request is about: the caller, or with `cafe` the staff of that branch, if the
/// caller works there.
[[nodiscard]] Result<std::string> recipient_of(const Principal& principal, const std::string& cafe);
/// The same from `?cafeId=`.
[[nodiscard]] Result<std::string> recipient_of(const runtime::Request& request);

[[nodiscard]] Result<runtime::Response> list_messages(runtime::Reader& reader,
                                                      const runtime::Request& request);
[[nodiscard]] runtime::Task<Result<runtime::Response>> stream_messages(const runtime::Host& host,
                                                                       runtime::Request request);

// ── Channels ───────────────────────────────────────────────────────────────────────────────────────

[[nodiscard]] Result<runtime::Response> list_channels(runtime::Reader& reader,
                                                      const runtime::Request& request);
[[nodiscard]] Result<runtime::Response> link_telegram(runtime::Unit& unit, const runtime::Request& request,
                                                      const Settings& settings,
                                                      const Fingerprint& fingerprint);
[[nodiscard]] Result<runtime::Response> link_webhook(runtime::Unit& unit, const runtime::Request& request,
                                                     const Settings& settings);
[[nodiscard]] Result<runtime::Response> unlink_channel(runtime::Unit& unit, const runtime::Request& request);

/// The update that Telegram sends when a person starts the bot. 404 unless the last part of the path is the
/// secret.
[[nodiscard]] runtime::Task<Result<runtime::Response>> take_telegram_update(const runtime::Host& host,
                                                                            runtime::Request request,
                                                                            std::string secret,
                                                                            Fingerprint fingerprint);

}  // namespace dangol::notification
