// From the inbox to the linked channels.
#include "contexts/notification/sending.hpp"

#include <algorithm>

#include "contexts/notification/aggregates.hpp"
#include "core/overloaded.hpp"

namespace dangol::notification {
namespace {

using runtime::Callback, runtime::Effect, runtime::Recording, runtime::Task, runtime::Unit;
using namespace std::chrono_literals;

/// No receiver may make us wait longer than this.
constexpr Duration retry_after_max = 24h;

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

Result<void> try_again(Unit& unit, Effect effect, const OutgoingMessage& message, Duration at_least,
                       std::string reason) {
    const auto pause = channels::pause_after(effect.attempt);
    if (!pause) return record_failed(unit, message, std::move(reason));
    effect.due = unit.now() + std::max(*pause, std::min(at_least, retry_after_max));
    ++effect.attempt;
    unit.perform(std::move(effect));
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

}  // namespace dangol::notification
