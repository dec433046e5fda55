#include "message_oracle.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>
#include <boost/describe/enum_to_string.hpp>

#include "contracts/delivery.hpp"
#include "contracts/order.hpp"
#include "core/codec.hpp"
#include "oracle_parts.hpp"

namespace dangol::simulation {

using namespace notification;

namespace {

template <class Event>
Event read(const EventRecord& record) {
    auto event = codec::from_json<Event>(record.data);
    must(event.has_value(), "{} of {} cannot be read", record.type, record.subject);
    return std::move(*event);
}

}  // namespace

std::string MessageOracle::address_of(const std::string& recipient) {
    return "https://hooks.example/" + recipient + "/";
}

void MessageOracle::look_at(const EventRecord& event) {
    judge_attempts(event.position);
    if (event.type == type_name<ChannelLinked>()) return link(read<ChannelLinked>(event));
    if (event.type == type_name<ChannelUnlinked>()) return unlink(read<ChannelUnlinked>(event));
    if (linked_.empty()) return;  // and nobody ever was
    if (event.type == type_name<MessageFailed>()) return failed(read<MessageFailed>(event), event);
    if (event.type != type_name<MessageSent>()) return;
    const auto message = read<MessageSent>(event);
    message.channel == Channel::inbox ? promise(message) : sent(message);
}

void MessageOracle::link(const ChannelLinked& event) { linked_[event.recipient].insert(event.channel_id); }

void MessageOracle::unlink(const ChannelUnlinked& event) { linked_[event.recipient].erase(event.channel_id); }

void MessageOracle::promise(const MessageSent& message) {
    const auto linked = linked_.find(message.recipient);
    if (linked == linked_.end() || linked->second.empty()) return;
    must(concerns(message.recipient, message), "message {} is none of {}'s", message.message_id,
         message.recipient);
    const auto [_, fresh] =
        promises_.try_emplace(message.message_id, Promise{message.recipient, linked->second});
    must(fresh, "message {} is twice in the inbox", message.message_id);
}

void MessageOracle::sent(const MessageSent& message) {
    auto& promise = promise_of(message.message_id);
    ++promise.sent;
    must(
        promise.sent <= count(message.message_id, [](const auto&, const Copy& copy) { return copy.reached; }),
        "message {} is recorded as sent, and did not reach its receiver", message.message_id);
    must(promise.sent + promise.failed <= promise.channels.size(), "message {} has more outcomes than copies",
         message.message_id);
}

void MessageOracle::failed(const MessageFailed& message, const EventRecord& record) {
    auto& promise = promise_of(message.message_id);
    ++promise.failed;
    const auto& linked = linked_[promise.recipient];
    const auto given_up = count(message.message_id, [&](const std::string& channel_id, const Copy& copy) {
        return copy.refused || copy.attempts >= channels::attempts_max || !linked.contains(channel_id);
    });
    must(promise.failed <= given_up, "message {} was given up too early", message.message_id);
    must(promise.sent + promise.failed <= promise.channels.size(), "message {} has more outcomes than copies",
         message.message_id);
    must(message.recipient == promise.recipient && record.scope == promise.recipient,
         "{} cannot see that message {} failed", promise.recipient, message.message_id);
}

MessageOracle::Promise& MessageOracle::promise_of(const std::string& message_id) {
    const auto found = promises_.find(message_id);
    must(found != promises_.end(), "message {} has an outcome, and no copy was owed", message_id);
    return found->second;
}

/// Whose message it is, by the events of the other contexts.
bool MessageOracle::concerns(const std::string& recipient, const MessageSent& message) const {
    const auto& order_id = message.order_id.value;
    const std::string_view audience = boost::describe::enum_to_string(message.message, "");
    if (audience.starts_with("rider_")) {
        const auto events = disks_.at("delivery").events({.limit = 1'000, .subject = order_id});
        return std::ranges::any_of(events, [&](const EventRecord& record) {
            return record.type == type_name<delivery::DeliveryClaimed>() &&
                   read<delivery::DeliveryClaimed>(record).rider_id.value == recipient;
        });
    }
    const auto first = disks_.at("order").events({.limit = 1, .subject = order_id});
    must(!first.empty() && first.front().type == type_name<order::OrderRequested>(),
         "message {} is of an order that nobody requested", message.message_id);
    const auto order = read<order::OrderRequested>(first.front()).order;
    return recipient ==
           (audience.starts_with("cafe_") ? "cafe:" + order.cafe_id.value : order.customer_id.value);
}

void MessageOracle::attempted(const OutgoingMessage& message) {
    ++copy_of(message).attempts;
    attempts_.push_back({message, disks_.at("notification").last_position()});
}

void MessageOracle::reached(const OutgoingMessage& message) { copy_of(message).reached = true; }

void MessageOracle::refused(const OutgoingMessage& message) { copy_of(message).refused = true; }

MessageOracle::Copy& MessageOracle::copy_of(const OutgoingMessage& message) {
    return copies_[message.id][message.channel_id];
}

template <class Wanted>
std::size_t MessageOracle::count(const std::string& message_id, Wanted wanted) const {
    const auto copies = copies_.find(message_id);
    if (copies == copies_.end()) return 0;
    return static_cast<std::size_t>(std::ranges::count_if(
        copies->second, [&](const auto& entry) { return wanted(entry.first, entry.second); }));
}

/// Those that were made before the event at `position` was committed.
void MessageOracle::judge_attempts(std::uint64_t position) {
    while (!attempts_.empty() && attempts_.front().after < position) {
        judge(attempts_.front().message);
        attempts_.pop_front();
    }
}

void MessageOracle::judge(const OutgoingMessage& message) const {
    const auto found = promises_.find(message.id);
    must(found != promises_.end() && found->second.channels.contains(message.channel_id),
         "message {} went to a channel that was not linked", message.id);
    const auto& promise = found->second;
    must(message.recipient == promise.recipient && message.address.starts_with(address_of(promise.recipient)),
         "message {} of {} went to {}", message.id, promise.recipient, message.address);
    must(promise.sent + promise.failed < promise.channels.size(),
         "message {} was sent again after its outcome was recorded", message.id);
}

void MessageOracle::check_end() {
    judge_attempts(std::numeric_limits<std::uint64_t>::max());
    for (const auto& [id, promise] : promises_) {
        must(promise.sent + promise.failed == promise.channels.size(),
             "of {} copies of message {} {} were sent and {} given up", promise.channels.size(), id,
             promise.sent, promise.failed);
    }
}

}  // namespace dangol::simulation
