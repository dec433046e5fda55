#include "adapters/messengers/telegram.hpp"

#include <optional>

#include <boost/describe/class.hpp>

#include "core/codec.hpp"
#include "core/json_tree.hpp"

namespace dangol::adapters {
namespace {

using namespace notification;

/// Telegram's words for a chat that nobody will ever read again, besides 403.
constexpr std::string_view chat_not_found = "Bad Request: chat not found";

/// What we read of the Bot API's error object. Its members have underscores, so it is read by hand.
struct TelegramError {
    std::string description;
    std::optional<std::int64_t> retry_after;  ///< seconds
};

TelegramError error_in(std::string_view body) {
    TelegramError error;
    const auto json = codec::parse_tree(body);
    const auto* object = json ? json->if_object() : nullptr;
    if (object == nullptr) return error;
    if (const auto* text = object->if_contains("description"); text != nullptr && text->is_string()) {
        error.description = std::string_view(text->get_string());
    }
    const auto* parameters = object->if_contains("parameters");
    if (parameters == nullptr || !parameters->is_object()) return error;
    const auto* seconds = parameters->get_object().if_contains("retry_after");
    if (seconds != nullptr && seconds->is_int64()) error.retry_after = seconds->get_int64();
    return error;
}

bool says_ok(std::string_view body) {
    const auto json = codec::parse_tree(body);
    const auto* object = json ? json->if_object() : nullptr;
    const auto* ok = object == nullptr ? nullptr : object->if_contains("ok");
    return ok != nullptr && ok->is_bool() && ok->get_bool();
}

std::string_view words_for(HttpError::Kind kind) {
    switch (kind) {
        case HttpError::Kind::not_sent: return "telegram: no connection";
        case HttpError::Kind::unknown_outcome: return "telegram: the connection broke";
        case HttpError::Kind::timeout: return "telegram: no answer in time";
    }
    return "telegram";
}

}  // namespace

SendOutcome telegram_outcome(const HttpOutcome& outcome) {
    if (!outcome) return Failed{true, std::string(words_for(outcome.error().kind))};
    const auto& reply = *outcome;
    if (reply.status == 200 && says_ok(reply.body)) return Accepted{};
    auto error = error_in(reply.body);
    if (reply.status == 429) {
        constexpr std::int64_t polite_pause = 30;
        return RetryAfter{std::chrono::seconds(error.retry_after.value_or(polite_pause))};
    }
    const auto reason = "telegram " + std::to_string(reply.status) + ": " + error.description;
    if (reply.status == 403 || error.description == chat_not_found) return Gone{reason};
    // 401 and 404 mean our token: a person will set it right, and the message is still owed. Other 4xx stay
    // wrong.
    const bool for_good = reply.status == 400 || reply.status == 413;
    return Failed{!for_good, reason};
}

TelegramMessenger::TelegramMessenger(TelegramOptions options, HttpSend send)
    : options_(std::move(options)), send_(std::move(send)) {}

void TelegramMessenger::send(OutgoingMessage message, std::move_only_function<void(SendOutcome)> done) {
    HttpCall call{.method = "POST",
                  .url = options_.base_url + "/bot" + options_.token + "/sendMessage",
                  .headers = {{"Content-Type", "application/json"}},
                  .body = R"({"chat_id":)"};
    codec::write_string(call.body, message.address);
    call.body += R"(,"text":)";
    codec::write_string(call.body, message.text);
    call.body += '}';
    send_(std::move(call),
          [done = std::move(done)](const HttpOutcome& outcome) mutable { done(telegram_outcome(outcome)); });
}

}  // namespace dangol::adapters
