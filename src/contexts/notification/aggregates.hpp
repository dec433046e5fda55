#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/notification/domain/channels.hpp"
#include "contexts/notification/domain/order_messages.hpp"
#include "contexts/notification/notification.hpp"
#include "runtime/unit.hpp"

/// The aggregates as the runtime knows them (runtime/aggregate.hpp), and the secrets beside them.
///
///     view        key         scope      data
///     channels    channel id  recipient  ChannelEntry
///     link_codes  the hash    recipient  LinkCode
///     linked_for  account     –          LinkedForCafes: what it has linked for cafés
///     assigned    account     –          AssignedCafes: for which cafés it works, as last told
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
    /// A message in the inbox owes a copy to each linked channel (owe_copy).
    static void after(runtime::Unit& unit, const std::string& id, const Event& event, const State& state);

    static constexpr std::string_view send_effect = "send";
};

/// Owes one attempt to send the copy, at once: an effect of kind `send_effect`, whose data is the message.
/// `attempt`: 1 for the first.
void owe_copy(runtime::Unit& unit, const OutgoingMessage& copy, int attempt);

// ── Linked channels: address and secret ────────────────────────────────────────────────────────────

struct ChannelEntry {
    std::string recipient;
    Channel channel = Channel::telegram;
    std::string address;  ///< chat id or URL
    std::string secret;
    std::string linked_by;  ///< the account; empty: not known
};
BOOST_DESCRIBE_STRUCT(ChannelEntry, (), (recipient, channel, address, secret, linked_by))

void put_entry(runtime::Unit& unit, const std::string& channel_id, const ChannelEntry& entry);
[[nodiscard]] std::optional<ChannelEntry> entry_of(runtime::Unit& unit, const std::string& channel_id);

struct ListedEntry {
    std::string channel_id;
    ChannelEntry entry;
};
[[nodiscard]] std::vector<ListedEntry> entries_of(runtime::Reader& reader, const std::string& recipient);

/// Unlinks what the account has linked, for itself and for cafés, and lets it link nothing more. Nothing is
/// sent to them any more: copies that are to be tried again are given up then.
[[nodiscard]] Result<void> end_linking(runtime::Unit& unit, const std::string& account);

/// The account works for these cafés only: unlinks what it has linked for others, in the same way.
[[nodiscard]] Result<void> assign_cafes(runtime::Unit& unit, const std::string& account,
                                        const std::vector<CafeId>& cafes);
/// 403 for a café that the account has left. Its access token may name the café for some minutes more.
[[nodiscard]] Result<void> check_recipient(runtime::Unit& unit, const std::string& account,
                                           const std::string& recipient);

// ── One-time codes, which link a Telegram chat ─────────────────────────────────────────────────────

/// Only the code's hash is kept, until it is used or expires: then a deadline of kind `code_deadline` comes,
/// whose data is the hash.
inline constexpr std::string_view code_deadline = "link-code-expiry";
struct LinkCode {
    std::string recipient;
    std::string account;  ///< that asked for it
};
BOOST_DESCRIBE_STRUCT(LinkCode, (), (recipient, account))

void put_code(runtime::Unit& unit, const std::string& code_hash, const LinkCode& code, Timestamp expires);
/// What the code links, which is then used up.
[[nodiscard]] std::optional<LinkCode> take_code(runtime::Unit& unit, const std::string& code_hash);
void drop_code(runtime::Unit& unit, const std::string& code_hash);

}  // namespace dangol::notification
