// Linking and unlinking channels, and the update that Telegram sends when somebody starts the bot.
#include <algorithm>

#include "contexts/notification/aggregates.hpp"
#include "contexts/notification/api.hpp"
#include "contexts/notification/webhook_url.hpp"
#include "runtime/endpoint.hpp"

namespace dangol::notification {
namespace {

using namespace runtime;

struct LinkTelegram {
    std::optional<std::string> cafe_id;
};
BOOST_DESCRIBE_STRUCT(LinkTelegram, (), (cafe_id))

struct TelegramLink {
    std::string link_code;  ///< once, and for an hour
    std::string url;        ///< opens the chat with the bot, the code in hand
    Timestamp expires{};
};
BOOST_DESCRIBE_STRUCT(TelegramLink, (), (link_code, url, expires))

struct LinkWebhook {
    std::string url;
    std::optional<std::string> cafe_id;
};
BOOST_DESCRIBE_STRUCT(LinkWebhook, (), (url, cafe_id))

struct WebhookLink {
    std::string id;
    std::string secret;  ///< shown this once
};
BOOST_DESCRIBE_STRUCT(WebhookLink, (), (id, secret))

struct ChannelView {
    std::string id;
    Channel channel = Channel::webhook;
    std::optional<std::string> url;
};
BOOST_DESCRIBE_STRUCT(ChannelView, (), (id, channel, url))

struct ChannelList {
    std::vector<ChannelView> items;
};
BOOST_DESCRIBE_STRUCT(ChannelList, (), (items))

struct Unlinked {
    std::string id;
    std::string status = "UNLINKED";
};
BOOST_DESCRIBE_STRUCT(Unlinked, (), (id, status))

/// What we read of Telegram's Update object.
struct TelegramChat {
    std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(TelegramChat, (), (id))
struct TelegramMessage {
    TelegramChat chat;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(TelegramMessage, (), (chat, text))
struct TelegramUpdate {
    std::optional<TelegramMessage> message;
};
BOOST_DESCRIBE_STRUCT(TelegramUpdate, (), (message))

/// As long for a wrong secret as for the right one.
bool same_secret(std::string_view a, std::string_view b) {
    if (a.empty() || a.size() != b.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        difference |=
            static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
    }
    return difference == 0;
}

/// "whsec_" and 24 random bytes in base64, as Standard Webhooks wants it.
std::string webhook_secret(Ids& ids) {
    auto text = (ids.secret() + ids.secret()).substr(0, 32);
    std::ranges::replace(text, '-', '+');
    std::ranges::replace(text, '_', '/');
    return "whsec_" + text;
}

Result<Response> link_telegram(Unit& unit, const Request& request, const Settings& settings,
                               const Fingerprint& fingerprint) {
    if (settings.telegram_bot.empty()) {
        return refuse(Refusal::unavailable, "telegram-not-set-up",
                      {"이 서버에는 텔레그램이 설정되어 있지 않습니다. 앱 안의 알림함을 이용해 주세요.",
                       "Telegram is not set up on this server. Please use the inbox in the app."});
    }
    const auto body = body_of<LinkTelegram>(request);
    if (!body) return std::unexpected(body.error());
    const auto recipient = recipient_of(request.principal, body->cafe_id.value_or(""));
    if (!recipient) return std::unexpected(recipient.error());
    const auto code = unit.ids().secret();
    const auto expires = unit.now() + settings.link_code_valid;
    put_code(unit, fingerprint(code), *recipient, expires);
    return respond_with(
        200, TelegramLink{code, "https://t.me/" + settings.telegram_bot + "?start=" + code, expires});
}

Result<Response> link_webhook(Unit& unit, const Request& request, const Settings& settings) {
    const auto body = body_of<LinkWebhook>(request);
    if (!body) return std::unexpected(body.error());
    const auto recipient = recipient_of(request.principal, body->cafe_id.value_or(""));
    if (!recipient) return std::unexpected(recipient.error());
    if (!is_webhook_url(body->url, settings.allow_insecure_webhooks)) {
        return refuse(Refusal::unprocessable, "webhook-url-refused",
                      {"웹훅 주소는 https://로 시작하는 공개 주소여야 합니다.",
                       "The webhook's URL must be a public address that begins with https://."});
    }
    const auto id = unit.ids().next();
    const auto secret = webhook_secret(unit.ids());
    auto linked = unit.execute<ChannelsAggregate>(*recipient,
                                                  LinkChannel{*recipient, id, Channel::webhook, unit.now()});
    if (!linked) return std::unexpected(linked.error());
    put_entry(unit, id, {*recipient, Channel::webhook, body->url, secret});
    return respond_with(201, WebhookLink{id, secret});
}

Result<Response> unlink(Unit& unit, const Request& request) {
    const auto& id = request.params.at(0);
    const auto entry = entry_of(unit, id);
    if (!entry) return not_found({"연결된 채널", "the linked channel"});
    const auto& owner = entry->recipient;
    const bool works_there = std::ranges::any_of(request.principal.cafes,
                                                 [&](const CafeId& cafe) { return staff_of(cafe) == owner; });
    const bool runs_all = request.principal.role == Role::operator_ && owner.starts_with("cafe:");
    if (owner != request.principal.account.value && !works_there && !runs_all) return not_yours();
    auto done =
        unit.execute<ChannelsAggregate>(owner, UnlinkChannel{owner, id, UnlinkReason::asked, unit.now()});
    if (!done) return std::unexpected(done.error());
    return respond_with(200, Unlinked{id});
}

Result<Response> channels(Reader& reader, const Request& request) {
    const auto recipient = recipient_of(request);
    if (!recipient) return std::unexpected(recipient.error());
    ChannelList list;
    for (const auto& [id, entry] : entries_of(reader, *recipient)) {
        auto& view = list.items.emplace_back(id, entry.channel, std::nullopt);
        if (entry.channel == Channel::webhook) view.url = entry.address;
    }
    return respond_with(200, list);
}

/// The answer to an update may itself be a call of the Bot API: this one says something in the chat.
Response say_in_chat(std::int64_t chat, const Text& text) {
    std::string body = R"({"method":"sendMessage","chat_id":)" + std::to_string(chat) + R"(,"text":)";
    codec::write_string(body, text.ko + "\n" + text.en);
    return json_response(200, body + "}");
}

/// Always 200 for what Telegram may send: it would repeat the update otherwise.
Result<Response> telegram_update(Unit& unit, const Request& request, const Fingerprint& fingerprint) {
    constexpr std::string_view start = "/start ";
    const auto update = codec::from_json<TelegramUpdate>(request.body);
    if (!update || !update->message || !update->message->text.starts_with(start))
        return json_response(200, "{}");
    const auto chat = update->message->chat.id;
    const auto recipient = take_code(unit, fingerprint(update->message->text.substr(start.size())));
    if (!recipient) {
        return say_in_chat(chat,
                           {"연결 코드가 만료되었거나 이미 쓰였습니다. 앱에서 다시 받아 주세요.",
                            "This link code has expired or was used. Please get a new one in the app."});
    }
    const auto id = unit.ids().next();
    auto linked = unit.execute<ChannelsAggregate>(*recipient,
                                                  LinkChannel{*recipient, id, Channel::telegram, unit.now()});
    if (!linked) return std::unexpected(linked.error());
    put_entry(unit, id, {*recipient, Channel::telegram, std::to_string(chat), {}});
    return say_in_chat(chat, {"연결되었습니다. 이제 주문 소식을 여기로 보내 드릴게요.",
                              "Linked. From now on you get the news of your orders here."});
}

Response nothing_here(Language language) {
    return problem(not_found({"이 주소", "this address"}).error(), language);
}

}  // namespace

std::vector<Route> channel_routes(Host host, Settings settings, Fingerprint fingerprint) {
    const auto command = [host](std::function<Result<Response>(Unit&, const Request&)> work) -> Handler {
        return [host, work = std::move(work)](Request request, Respond respond) {
            run_command(host, std::move(request), std::move(respond), work);
        };
    };
    return {
        {Method::get, "/notifications/channels", Access::signed_in(),
         [host](Request request, Respond respond) {
             run_query(host, std::move(request), std::move(respond), channels);
         }},
        {Method::post, "/notifications/channels/telegram", Access::signed_in(),
         command([settings, fingerprint](Unit& unit, const Request& request) {
             return link_telegram(unit, request, settings, fingerprint);
         })},
        {Method::post, "/notifications/channels/webhook", Access::signed_in(),
         command([settings](Unit& unit, const Request& request) {
             return link_webhook(unit, request, settings);
         })},
        {Method::del, "/notifications/channels/{id}", Access::signed_in(), command(unlink)},
        {Method::post, "/notifications/telegram/{secret}", Access::anyone(),
         [host, settings, fingerprint](Request request, Respond respond) {
             if (!same_secret(settings.telegram_update_secret, request.params.at(0))) {
                 respond(nothing_here(request.language));
                 return;
             }
             run_command(host, std::move(request), std::move(respond),
                         [fingerprint](Unit& unit, const Request& update) {
                             return telegram_update(unit, update, fingerprint);
                         });
         }},
    };
}

}  // namespace dangol::notification
