// /notifications/channels: linking and unlinking.
#include <algorithm>

#include "contexts/notification/aggregates.hpp"
#include "contexts/notification/api.hpp"

namespace dangol::notification {
namespace {

const Text the_channel{"연결된 채널", "the linked channel"};

using runtime::Host, runtime::Request, runtime::Response, runtime::Task, runtime::Unit;

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

/// Takes as long for a wrong secret as for the right one.
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
std::string webhook_secret(runtime::Ids& ids) {
    constexpr std::size_t characters = 32;
    auto text = (ids.secret() + ids.secret()).substr(0, characters);
    std::ranges::replace(text, '-', '+');
    std::ranges::replace(text, '_', '/');
    return "whsec_" + text;
}

/// For as long as its last access token is valid, an account that was disabled, or has left the café, still
/// gets here.
Result<void> check_account(Unit& unit, const std::string& account, const std::string& recipient) {
    DANGOL_CHECK(channels::may_link(unit.load<Channels>(account).state));
    return check_recipient(unit, account, recipient);
}

/// Links a new channel and keeps its address; returns its id.
Result<std::string> link(Unit& unit, const ChannelEntry& entry) {
    auto id = unit.ids().next();
    DANGOL_CHECK(unit.execute<Channels>(
        entry.recipient, channels::LinkChannel{entry.recipient, id, entry.channel, unit.now()}));
    put_entry(unit, id, entry);
    return id;
}

/// The response to an update may be a call of the Bot API: this one sends a message to the chat.
Response say_in_chat(std::int64_t chat, const Text& text) {
    std::string body = R"({"method":"sendMessage","chat_id":)" + std::to_string(chat) + R"(,"text":)";
    codec::write_string(body, text.ko + "\n" + text.en);
    return runtime::json_response(200, body + "}");
}

/// Always 200 for what Telegram may send: it would repeat the update otherwise.
Result<Response> link_chat(Unit& unit, const Request& request, const Fingerprint& fingerprint) {
    constexpr std::string_view start = "/start ";
    const auto update = codec::from_json<TelegramUpdate>(request.body);
    if (!update || !update->message || !update->message->text.starts_with(start))
        return runtime::json_response(200, "{}");
    const auto chat = update->message->chat.id;
    const auto code = take_code(unit, fingerprint(update->message->text.substr(start.size())));
    if (!code || !check_account(unit, code->account, code->recipient)) {
        return say_in_chat(chat,
                           {"연결 코드가 만료됐거나 이미 쓰였어요. 앱에서 새 코드를 받아 주세요.",
                            "This link code has expired or was used. Please get a new one in the app."});
    }
    DANGOL_CHECK(link(unit, {code->recipient, Channel::telegram, std::to_string(chat), {}, code->account}));
    return say_in_chat(chat, {"연결됐어요. 이제 주문 소식을 여기로 알려드려요.",
                              "Linked. From now on you get the news of your orders here."});
}

}  // namespace

Result<Response> list_channels(runtime::Reader& reader, const Request& request) {
    DANGOL_TRY(const auto recipient, recipient_of(request));
    ChannelList list;
    for (auto& [id, entry] : entries_of(reader, recipient)) {
        auto& shown = list.items.emplace_back(std::move(id), entry.channel, std::nullopt);
        if (entry.channel == Channel::webhook) shown.url = std::move(entry.address);
    }
    return runtime::respond_with(200, list);
}

Result<Response> link_telegram(Unit& unit, const Request& request, const Settings& settings,
                               const Fingerprint& fingerprint) {
    DANGOL_TRY(const auto body, runtime::body_of<TelegramBody>(request));
    DANGOL_TRY(const auto recipient, recipient_of(request.principal, body.cafe_id.value_or("")));
    if (settings.telegram_bot.empty()) {
        return refuse(Refusal::not_found, "telegram-not-set-up",
                      {"이 서버에서는 텔레그램을 쓸 수 없어요. 앱의 알림함을 이용해 주세요.",
                       "Telegram is not set up on this server. Please use the inbox in the app."});
    }
    const auto& account = request.principal.account.value;
    DANGOL_CHECK(check_account(unit, account, recipient));
    const auto code = unit.ids().secret();
    const auto expires = unit.now() + settings.link_code_valid;
    put_code(unit, fingerprint(code), {recipient, account}, expires);
    return runtime::respond_with(
        200, TelegramLink{code, "https://t.me/" + settings.telegram_bot + "?start=" + code, expires});
}

Result<Response> link_webhook(Unit& unit, const Request& request, const Settings& settings) {
    DANGOL_TRY(auto body, runtime::body_of<WebhookBody>(request));
    DANGOL_TRY(auto recipient, recipient_of(request.principal, body.cafe_id.value_or("")));
    if (!channels::is_webhook_url(body.url, settings.allow_insecure_webhooks)) {
        return refuse(Refusal::unprocessable, "webhook-url-refused",
                      {"웹훅 주소는 https://로 시작하는 공개 주소로 적어 주세요.",
                       "The webhook's URL must be a public address that begins with https://."});
    }
    const auto& account = request.principal.account.value;
    DANGOL_CHECK(check_account(unit, account, recipient));
    const auto secret = webhook_secret(unit.ids());
    DANGOL_TRY(const auto id,
               link(unit, {std::move(recipient), Channel::webhook, std::move(body.url), secret, account}));
    return runtime::respond_with(201, WebhookLink{id, secret});
}

Result<Response> unlink_channel(Unit& unit, const Request& request) {
    const auto& id = request.params.at(0);
    const auto entry = entry_of(unit, id);
    if (!entry) return runtime::not_found(the_channel);
    const auto& owner = entry->recipient;
    const bool works_there = std::ranges::any_of(
        request.principal.cafes, [&](const CafeId& cafe) { return messages::staff_of(cafe) == owner; });
    const bool runs_all = request.principal.is_operator() && owner.starts_with("cafe:");
    if (owner != request.principal.account.value && !works_there && !runs_all)
        return runtime::not_found(the_channel);
    DANGOL_CHECK(
        unit.execute<Channels>(owner, channels::UnlinkChannel{owner, id, UnlinkReason::asked, unit.now()}));
    return runtime::respond_with(200, UnlinkAnswer{id});
}

Task<Result<Response>> take_telegram_update(const Host& host, Request request, std::string secret,
                                            Fingerprint fingerprint) {
    if (!same_secret(secret, request.params.at(0))) co_return runtime::not_found({"이 주소", "this address"});
    co_return co_await host.decide(request.context(),
                                   [&](Unit& unit) { return link_chat(unit, request, fingerprint); });
}

}  // namespace dangol::notification
