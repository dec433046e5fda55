#include "contexts/notification/sending.hpp"

#include <algorithm>

#include "contexts/notification/aggregates.hpp"
#include "core/overloaded.hpp"

namespace dangol::notification {
namespace {

using namespace runtime;
using namespace std::chrono_literals;

/// Nobody is to make us wait longer than this.
constexpr Duration retry_after_max = 24h;

Result<void> execute(Unit& unit, const OrderId& order_id, const MessageCommand& command) {
    auto done = unit.execute<OrderMessagesAggregate>(order_id.value, command);
    if (!done) return std::unexpected(std::move(done.error()));
    return {};
}

Result<void> record_failed(Unit& unit, const OutgoingMessage& message, std::string reason) {
    return execute(unit, message.order_id,
                   RecordFailed{{message.id, message.recipient, message.order_id, message.channel,
                                 std::move(reason), unit.now()}});
}

Result<void> record_sent(Unit& unit, const OutgoingMessage& message) {
    MessageSent sent{.message_id = message.id,
                     .recipient = message.recipient,
                     .order_id = message.order_id,
                     .channel = message.channel,
                     .message = message.message,
                     .text = message.text,
                     .at = unit.now()};
    return execute(unit, message.order_id, RecordSent{std::move(sent)});
}

Result<void> try_again(Unit& unit, Effect effect, const OutgoingMessage& message, Duration at_least,
                       std::string reason) {
    const auto pause = pause_after(effect.attempt);
    if (!pause) return record_failed(unit, message, std::move(reason));
    effect.due = unit.now() + std::max(*pause, std::min(at_least, retry_after_max));
    ++effect.attempt;
    unit.perform(std::move(effect));
    return {};
}

Result<void> give_up_channel(Unit& unit, const OutgoingMessage& message, std::string reason) {
    // Already unlinked by an earlier message or by its owner: just as well.
    static_cast<void>(unit.execute<ChannelsAggregate>(
        message.recipient,
        UnlinkChannel{message.recipient, message.channel_id, UnlinkReason::gone, unit.now()}));
    return record_failed(unit, message, std::move(reason));
}

Result<void> record(Unit& unit, const Effect& effect, const OutgoingMessage& message,
                    const SendOutcome& outcome) {
    return std::visit(
        Overloaded{[&](const Accepted&) { return record_sent(unit, message); },
                   [&](const RetryAfter& retry) {
                       return try_again(unit, effect, message, retry.wait, "too many requests");
                   },
                   [&](const Gone& gone) { return give_up_channel(unit, message, gone.reason); },
                   [&](const Failed& failed) {
                       return failed.retryable ? try_again(unit, effect, message, 0s, failed.reason)
                                               : record_failed(unit, message, failed.reason);
                   }},
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

void owe_copies(Unit& unit, const MessageSent& message) {
    for (const auto& linked : unit.load<ChannelsAggregate>(message.recipient).state.linked) {
        const auto entry = entry_of(unit, linked.id);
        if (!entry) continue;  // linked and unlinked within this very unit
        OutgoingMessage copy{.id = message.message_id,
                             .recipient = message.recipient,
                             .channel = linked.channel,
                             .channel_id = linked.id,
                             .address = entry->address,
                             .secret = entry->secret,
                             .order_id = message.order_id,
                             .message = message.message,
                             .text = message.text,
                             .at = message.at,
                             .traceparent = {}};
        if (!unit.traceparent().empty()) copy.traceparent = unit.traceparent();
        unit.perform({.id = message.message_id + ":" + linked.id,
                      .kind = std::string(send_effect),
                      .subject = message.order_id.value,
                      .due = unit.now(),
                      .data = codec::to_json(copy)});
    }
}

void send_copy(const Effect& effect, const Messengers& messengers, FinishEffectWith finish) {
    auto message = codec::from_json<OutgoingMessage>(effect.data);
    if (!message) throw StoreBroken("effect " + effect.id + ": " + message.error().message);
    auto* messenger = messenger_for(message->channel, messengers);
    if (messenger == nullptr) {
        finish([message = std::move(*message)](Unit& unit) {
            return record_failed(unit, message, "this channel is not set up here");
        });
        return;
    }
    auto outgoing = *message;
    messenger->send(std::move(outgoing), [effect, message = std::move(*message),
                                          finish = std::move(finish)](SendOutcome outcome) mutable {
        finish([effect, message, outcome = std::move(outcome)](Unit& unit) {
            return record(unit, effect, message, outcome);
        });
    });
}

}  // namespace dangol::notification
