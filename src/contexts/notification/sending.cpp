// From the inbox to the linked channels.
#include "contexts/notification/sending.hpp"

#include <algorithm>
#include <stdexcept>

#include "contexts/notification/aggregates.hpp"
#include "core/overloaded.hpp"

namespace dangol::notification {
namespace {

using runtime::Callback, runtime::Effect, runtime::Recording, runtime::Task, runtime::Unit;
using namespace std::chrono_literals;

/// No receiver may make us wait longer than this.
constexpr Duration retry_after_max = 24h;

struct CopyAgain {
    OutgoingMessage message;
    int attempt = 1;
};
BOOST_DESCRIBE_STRUCT(CopyAgain, (), (message, attempt))

Result<void> record_failed(Unit& unit, const OutgoingMessage& message, std::string reason) {
    DANGOL_CHECK(unit.execute<OrderMessages>(
        message.order_id, messages::RecordFailed{{message.id, message.recipient, message.order_id,
                                                  message.channel, std::move(reason), unit.now()}}));
    return {};
}

Result<void> record_sent(Unit& unit, const OutgoingMessage& message) {
    DANGOL_CHECK(
        unit.execute<OrderMessages>(message.order_id, messages::RecordSent{{.message_id = message.id,
                                                                            .recipient = message.recipient,
                                                                            .order_id = message.order_id,
                                                                            .channel = message.channel,
                                                                            .message = message.message,
                                                                            .text = message.text,
                                                                            .at = unit.now()}}));
    return {};
}

bool is_linked(Unit& unit, const OutgoingMessage& message) {
    return entry_of(unit, message.channel_id).has_value();
}

Result<void> try_again(Unit& unit, const Effect& effect, const OutgoingMessage& message, Duration at_least,
                       std::string reason) {
    const auto pause = channels::pause_after(effect.attempt);
    if (!pause || !is_linked(unit, message)) return record_failed(unit, message, std::move(reason));
    unit.schedule({.key = "copy:" + effect.id,
                   .due = unit.now() + std::max(*pause, std::min(at_least, retry_after_max)),
                   .kind = std::string(again_deadline),
                   .data = codec::to_json(CopyAgain{message, effect.attempt + 1})});
    return {};
}

Result<void> give_up_channel(Unit& unit, const OutgoingMessage& message, std::string reason) {
    // A refusal means that an earlier message or the owner has unlinked it already.
    static_cast<void>(unit.execute<Channels>(
        message.recipient,
        channels::UnlinkChannel{message.recipient, message.channel_id, UnlinkReason::gone, unit.now()}));
    return record_failed(unit, message, std::move(reason));
}

Result<void> record(Unit& unit, const Effect& effect, const OutgoingMessage& message,
                    const SendOutcome& outcome) {
    return std::visit(Overloaded{
                          [&](const Accepted&) { return record_sent(unit, message); },
                          [&](const RetryAfter& retry) {
                              return try_again(unit, effect, message, retry.wait, "too many requests");
                          },
                          [&](const Gone& gone) { return give_up_channel(unit, message, gone.reason); },
                          [&](const Failed& failed) {
                              return failed.retryable ? try_again(unit, effect, message, 0s, failed.reason)
                                                      : record_failed(unit, message, failed.reason);
                          },
                      },
                      outcome);
}

Messenger* messenger_for(Channel channel, const Messengers& messengers) {
    switch (channel) {
        case Channel::telegram: return messengers.telegram;
        case Channel::webhook: return messengers.webhook;
        case Channel::inbox: return nullptr;
    }
    return nullptr;
}

}  // namespace

Task<Recording> send_copy(Messengers messengers, Effect effect) {
    auto message = runtime::data_of<OutgoingMessage>(effect);
    SendOutcome outcome = Failed{.retryable = false, .reason = "this channel is not set up here"};
    if (auto* messenger = messenger_for(message.channel, messengers); messenger != nullptr) {
        outcome = co_await runtime::call<SendOutcome>(
            [messenger, message](Callback<SendOutcome> done) { messenger->send(message, std::move(done)); });
    }
    co_return [effect = std::move(effect), message = std::move(message),
               outcome = std::move(outcome)](Unit& unit) { return record(unit, effect, message, outcome); };
}

Result<void> send_again(Unit& unit, const std::string& data) {
    const auto copy = codec::from_json<CopyAgain>(data);
    if (!copy) throw std::runtime_error("a copy to be sent again: " + copy.error().message);
    if (!is_linked(unit, copy->message))
        return record_failed(unit, copy->message, "the channel was unlinked meanwhile");
    owe_copy(unit, copy->message, copy->attempt);
    return {};
}

}  // namespace dangol::notification
