#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "contexts/notification/channel_book.hpp"
#include "contexts/notification/domain/channels.hpp"
#include "contexts/notification/domain/order_messages.hpp"
#include "contexts/notification/sending.hpp"
#include "runtime/unit.hpp"

/// The aggregates as the runtime knows them (runtime/unit.hpp, `Aggregate`).
namespace dangol::notification {

/// The channels of one recipient; the id is the recipient.
struct ChannelsAggregate {
    static constexpr std::string_view name = "Channels";
    using State = Channels;
    using Command = ChannelCommand;
    using Event = ChannelEvent;

    static Result<std::vector<Event>> decide(const State& state, const Command& command) {
        return notification::decide(state, command);
    }
    static State evolve(State state, const Event& event) {
        return notification::evolve(std::move(state), event);
    }
    static std::string scope(const State&) { return {}; }
    static std::vector<runtime::Row> index(const std::string&, const State&) { return {}; }
    static void after(runtime::Unit& unit, const std::string&, const Event& event, const State&) {
        if (const auto* unlinked = std::get_if<ChannelUnlinked>(&event))
            drop_entry(unit, unlinked->channel_id);
    }
};

/// The messages about one order; the id is the order's. The inbox is the events themselves, by their scope: a
/// message costs one event and no row.
struct OrderMessagesAggregate {
    static constexpr std::string_view name = "OrderMessages";
    static constexpr bool one_trace = true;
    using State = OrderMessages;
    using Command = MessageCommand;
    using Event = MessageEvent;

    static Result<std::vector<Event>> decide(const State& state, const Command& command) {
        return notification::decide(state, command);
    }
    static State evolve(State state, const Event& event) {
        return notification::evolve(std::move(state), event);
    }
    static std::string scope(const State& state) { return state.recipient; }
    static std::vector<runtime::Row> index(const std::string&, const State&) { return {}; }
    static void after(runtime::Unit& unit, const std::string&, const Event& event, const State&) {
        const auto* sent = std::get_if<MessageSent>(&event);
        if (sent != nullptr && sent->channel == Channel::inbox) owe_copies(unit, *sent);
    }
};

}  // namespace dangol::notification
