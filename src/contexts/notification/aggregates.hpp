#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/notification/domain/channels.hpp"
#include "contexts/notification/domain/order_messages.hpp"
#include "runtime/unit.hpp"

/// The aggregates as the runtime knows them (runtime/aggregate.hpp), and the secrets beside them.
///
///     view        key         scope      data
///     channels    channel id  recipient  ChannelEntry
///     link_codes  the hash    recipient  none
///
/// The inbox needs no rows: it is the events of OrderMessages, by their scope.
namespace dangol::notification {

/// The channels of one recipient; the id is the recipient.
struct Channels {
    static constexpr std::string_view name = "Channels";
    using State = channels::State;
    using Command = channels::Command;
    using Event = channels::Event;

    static void after(runtime::Unit& unit, const std::string& id, const Event& event, const State& state);
};

/// The messages about one order; the id is the order's.
struct OrderMessages {
    static constexpr std::string_view name = "OrderMessages";
    static constexpr std::string_view correlation = "order";
    using State = messages::State;
    using Command = messages::Command;
    using Event = messages::Event;

    static std::string scope(const State& state);
    /// A message in the inbox owes a copy to each linked channel: an effect of kind `send_effect`, whose data
    /// is the OutgoingMessage.
    static void after(runtime::Unit& unit, const std::string& id, const Event& event, const State& state);

    static constexpr std::string_view send_effect = "send";
};

// ── Linked channels: address and secret ────────────────────────────────────────────────────────────

struct ChannelEntry {
    std::string recipient;
    Channel channel = Channel::telegram;
    std::string address;  ///< chat id or URL
    std::string secret;
};
BOOST_DESCRIBE_STRUCT(ChannelEntry, (), (recipient, channel, address, secret))

void put_entry(runtime::Unit& unit, const std::string& channel_id, const ChannelEntry& entry);
[[nodiscard]] std::optional<ChannelEntry> entry_of(runtime::Unit& unit, const std::string& channel_id);

struct ListedEntry {
    std::string channel_id;
    ChannelEntry entry;
};
[[nodiscard]] std::vector<ListedEntry> entries_of(runtime::Reader& reader, const std::string& recipient);

// ── One-time codes, which link a Telegram chat ─────────────────────────────────────────────────────

/// Only the code's hash is kept, until it is used or expires: then a deadline of kind `code_deadline` comes,
/// whose data is the hash.
inline constexpr std::string_view code_deadline = "link-code-expiry";
void put_code(runtime::Unit& unit, const std::string& code_hash, const std::string& recipient,
              Timestamp expires);
/// The recipient of the code, which is then used up.
[[nodiscard]] std::optional<std::string> take_code(runtime::Unit& unit, const std::string& code_hash);
void drop_code(runtime::Unit& unit, const std::string& code_hash);

}  // namespace dangol::notification
