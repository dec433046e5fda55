#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/notification/events.hpp"
#include "runtime/store.hpp"
#include "runtime/unit.hpp"

/// Addresses and secrets of linked channels, and the one-time codes that link a Telegram chat. They are rows,
/// never events: events travel, these stay.
namespace dangol::notification {

struct ChannelEntry {
    std::string recipient;
    Channel channel = Channel::telegram;
    std::string address;  ///< chat id or URL
    std::string secret;
};
BOOST_DESCRIBE_STRUCT(ChannelEntry, (), (recipient, channel, address, secret))

void put_entry(runtime::Unit& unit, const std::string& channel_id, const ChannelEntry& entry);
void drop_entry(runtime::Unit& unit, const std::string& channel_id);
[[nodiscard]] std::optional<ChannelEntry> entry_of(runtime::Unit& unit, const std::string& channel_id);

struct ListedEntry {
    std::string channel_id;
    ChannelEntry entry;
};
[[nodiscard]] std::vector<ListedEntry> entries_of(runtime::Reader& reader, const std::string& recipient);

/// Only the code's hash is kept, until it is used or `expires`.
inline constexpr std::string_view code_expiry =
    "link-code-expiry";  ///< kind of the deadline; its data is the hash
void put_code(runtime::Unit& unit, const std::string& code_hash, const std::string& recipient,
              Timestamp expires);
/// Whose code it is; it is used up by this.
[[nodiscard]] std::optional<std::string> take_code(runtime::Unit& unit, const std::string& code_hash);
void expire_code(runtime::Unit& unit, const std::string& code_hash);

}  // namespace dangol::notification
