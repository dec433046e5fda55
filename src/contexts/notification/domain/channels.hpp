#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/notification/events.hpp"
#include "core/result.hpp"

/// Channels: where else one recipient gets the messages. Addresses and secrets are not here
/// (channel_book.hpp): events travel.
namespace dangol::notification {

struct LinkedChannel {
    std::string id;
    Channel channel = Channel::telegram;
    bool operator==(const LinkedChannel&) const = default;
};
BOOST_DESCRIBE_STRUCT(LinkedChannel, (), (id, channel))

struct Channels {
    std::vector<LinkedChannel> linked;
};
BOOST_DESCRIBE_STRUCT(Channels, (), (linked))

inline constexpr std::size_t webhooks_max = 5;

/// A second Telegram chat replaces the first; webhooks add up to `webhooks_max`.
struct LinkChannel {
    std::string recipient;
    std::string channel_id;
    Channel channel = Channel::telegram;
    Timestamp at{};
};
struct UnlinkChannel {
    std::string recipient;
    std::string channel_id;
    UnlinkReason reason = UnlinkReason::asked;
    Timestamp at{};
};

using ChannelCommand = std::variant<LinkChannel, UnlinkChannel>;
using ChannelEvent = std::variant<ChannelLinked, ChannelUnlinked>;

[[nodiscard]] Result<std::vector<ChannelEvent>> decide(const Channels& state, const ChannelCommand& command);
[[nodiscard]] Channels evolve(Channels state, const ChannelEvent& event);

inline constexpr int attempts_max = 10;

/// How long to wait after a failed attempt (1 for the first); nothing after the last one. All together most
/// of a day.
[[nodiscard]] std::optional<Duration> pause_after(int attempt);

}  // namespace dangol::notification
