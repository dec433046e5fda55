#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/decision.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

namespace dangol::notification {

/// Where a message goes. Every message is in the inbox; the recipient links the others.
enum class Channel { inbox, telegram, webhook };
BOOST_DESCRIBE_ENUM(Channel, inbox, telegram, webhook)

// ── Events, all of them private ────────────────────────────────────────────────────────────────────

struct ChannelLinked {
    std::string recipient;
    std::string channel_id;
    Channel channel = Channel::telegram;
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(ChannelLinked, (), (recipient, channel_id, channel, at))

enum class UnlinkReason { asked, replaced, gone, account_disabled, left_cafe };
BOOST_DESCRIBE_ENUM(UnlinkReason, asked, replaced, gone, account_disabled, left_cafe)

struct ChannelUnlinked {
    std::string recipient;
    std::string channel_id;
    Channel channel = Channel::telegram;
    UnlinkReason reason = UnlinkReason::asked;
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(ChannelUnlinked, (), (recipient, channel_id, channel, reason, at))

/// The account is disabled, for good: it links no channel any more.
struct LinkingEnded {
    std::string account;
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(LinkingEnded, (), (account, at))

}  // namespace dangol::notification

/// Channels: the additional channels of one recipient. It has no stages, only a list. Addresses and secrets
/// are not here but in rows (aggregates.hpp), because events are logged and shown to operators.
namespace dangol::notification::channels {

struct LinkedChannel {
    std::string id;
    Channel channel = Channel::telegram;
    bool operator==(const LinkedChannel&) const = default;
};
BOOST_DESCRIBE_STRUCT(LinkedChannel, (), (id, channel))

struct State {
    std::vector<LinkedChannel> linked;
    bool ended = false;  ///< of an account that is disabled
};
BOOST_DESCRIBE_STRUCT(State, (), (linked, ended))

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

/// The account is disabled: unlinks its channels, and no other can be linked.
struct EndLinking {
    std::string account;
    Timestamp at{};
};

using Command = std::variant<LinkChannel, UnlinkChannel, EndLinking>;
using Event = std::variant<ChannelLinked, ChannelUnlinked, LinkingEnded>;

/// Whether an account with this state may link channels, its own or a café's: 403 "account-disabled" if not.
[[nodiscard]] Result<void> may_link(const State& account);

[[nodiscard]] Result<std::vector<Event>> decide(const State& state, const Command& command);
[[nodiscard]] State evolve(State state, const Event& event);

// ── Rules of sending ───────────────────────────────────────────────────────────────────────────────

inline constexpr int attempts_max = 10;

/// How long to wait after a failed attempt (1 for the first); nothing after the last one. All together most
/// of a day.
[[nodiscard]] std::optional<Duration> pause_after(int attempt);

/// True for "https://host[:port][/…]" without user name, fragment or odd characters, at most 2,048 long. With
/// `allow_insecure` also for plain http to this machine (localhost, 127.0.0.1, [::1]). Only the
/// resolution of the host shows whether it leads to a private network: the adapter refuses that.
[[nodiscard]] bool is_webhook_url(std::string_view url, bool allow_insecure);

}  // namespace dangol::notification::channels
