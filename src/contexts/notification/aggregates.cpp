// Rows, and what follows from recorded events: copies that are owed, secrets that are forgotten.
#include "contexts/notification/aggregates.hpp"

#include <algorithm>

#include "core/overloaded.hpp"
#include "core/try.hpp"
#include "runtime/http.hpp"
#include "runtime/stored.hpp"

namespace dangol::notification {
namespace {

using runtime::Unit;

constexpr std::string_view entries_view = "channels";
constexpr std::string_view codes_view = "link_codes";
constexpr std::string_view linked_for_view = "linked_for";
constexpr std::string_view assigned_view = "assigned";

struct LinkedForCafes {
    std::vector<std::string> channel_ids;
};
BOOST_DESCRIBE_STRUCT(LinkedForCafes, (), (channel_ids))

/// As recipients of messages.
struct AssignedCafes {
    std::vector<std::string> recipients;

    [[nodiscard]] bool has(const std::string& recipient) const {
        return std::ranges::find(recipients, recipient) != recipients.end();
    }
};
BOOST_DESCRIBE_STRUCT(AssignedCafes, (), (recipients))

LinkedForCafes linked_for_cafes(Unit& unit, const std::string& account) {
    const auto row = unit.row(linked_for_view, account);
    return row ? runtime::data_of<LinkedForCafes>(*row) : LinkedForCafes{};
}

void put_linked_for_cafes(Unit& unit, const std::string& account, const LinkedForCafes& linked) {
    if (linked.channel_ids.empty()) return unit.drop_row(std::string(linked_for_view), account);
    unit.put({std::string(linked_for_view), account, {}, 0, codec::to_json(linked)});
}

void drop_entry(Unit& unit, const std::string& channel_id) {
    const auto entry = entry_of(unit, channel_id);
    if (!entry) return;
    if (!entry->linked_by.empty() && entry->linked_by != entry->recipient) {
        auto linked = linked_for_cafes(unit, entry->linked_by);
        std::erase(linked.channel_ids, channel_id);
        put_linked_for_cafes(unit, entry->linked_by, linked);
    }
    unit.drop_row(std::string(entries_view), channel_id);
}

/// All that the account has linked for cafés other than `kept`.
Result<void> unlink_for_cafes(Unit& unit, const std::string& account, UnlinkReason reason,
                              const AssignedCafes& kept) {
    for (const auto& channel_id : linked_for_cafes(unit, account).channel_ids) {
        const auto entry = entry_of(unit, channel_id);
        if (!entry || kept.has(entry->recipient)) continue;
        DANGOL_CHECK(unit.execute<Channels>(
            entry->recipient, channels::UnlinkChannel{entry->recipient, channel_id, reason, unit.now()}));
    }
    return {};
}

std::string deadline_key(const std::string& code_hash) { return "link-code:" + code_hash; }

void owe_copies(Unit& unit, const MessageSent& message) {
    for (const auto& linked : unit.load<Channels>(message.recipient).state.linked) {
        auto entry = entry_of(unit, linked.id);
        if (!entry) continue;  // linked and unlinked within this very unit
        OutgoingMessage copy{.id = message.message_id,
                             .recipient = message.recipient,
                             .channel = linked.channel,
                             .channel_id = linked.id,
                             .address = std::move(entry->address),
                             .secret = std::move(entry->secret),
                             .order_id = message.order_id,
                             .message = message.message,
                             .text = message.text,
                             .at = message.at,
                             .traceparent = {}};
        if (!unit.traceparent().empty()) copy.traceparent = unit.traceparent();
        owe_copy(unit, copy, 1);
    }
}

}  // namespace

void Channels::after(Unit& unit, const std::string&, const Event& event, const State&) {
    std::visit(Overloaded{
                   [](const ChannelLinked&) {},
                   [&](const ChannelUnlinked& unlinked) { drop_entry(unit, unlinked.channel_id); },
                   [](const LinkingEnded&) {},
               },
               event);
}

std::string OrderMessages::scope(const State& state) {
    const auto* noted = std::get_if<messages::Noted>(&state);
    return noted == nullptr ? std::string{} : noted->recipient;
}

void OrderMessages::after(Unit& unit, const std::string&, const Event& event, const State&) {
    const auto* sent = std::get_if<MessageSent>(&event);
    if (sent != nullptr && sent->channel == Channel::inbox) owe_copies(unit, *sent);
}

void owe_copy(Unit& unit, const OutgoingMessage& copy, int attempt) {
    unit.perform({.id = copy.id + ":" + copy.channel_id,
                  .kind = std::string(OrderMessages::send_effect),
                  .subject = copy.order_id.value,
                  .attempt = attempt,
                  .due = unit.now(),
                  .data = codec::to_json(copy)});
}

void put_entry(Unit& unit, const std::string& channel_id, const ChannelEntry& entry) {
    unit.put({std::string(entries_view), channel_id, entry.recipient, 0, codec::to_json(entry)});
    if (entry.linked_by.empty() || entry.linked_by == entry.recipient) return;
    auto linked = linked_for_cafes(unit, entry.linked_by);
    linked.channel_ids.push_back(channel_id);
    put_linked_for_cafes(unit, entry.linked_by, linked);
}

Result<void> end_linking(Unit& unit, const std::string& account) {
    DANGOL_CHECK(unlink_for_cafes(unit, account, UnlinkReason::account_disabled, {}));
    DANGOL_CHECK(unit.execute<Channels>(account, channels::EndLinking{account, unit.now()}));
    return {};
}

Result<void> assign_cafes(Unit& unit, const std::string& account, const std::vector<CafeId>& cafes) {
    AssignedCafes assigned;
    for (const auto& cafe : cafes) assigned.recipients.push_back(messages::staff_of(cafe));
    DANGOL_CHECK(unlink_for_cafes(unit, account, UnlinkReason::left_cafe, assigned));
    unit.put({std::string(assigned_view), account, {}, 0, codec::to_json(assigned)});
    return {};
}

Result<void> check_recipient(Unit& unit, const std::string& account, const std::string& recipient) {
    const auto row = unit.row(assigned_view, account);
    if (recipient == account || !row || runtime::data_of<AssignedCafes>(*row).has(recipient)) return {};
    return runtime::not_yours();
}

std::optional<ChannelEntry> entry_of(Unit& unit, const std::string& channel_id) {
    const auto row = unit.row(entries_view, channel_id);
    if (!row) return std::nullopt;
    return runtime::data_of<ChannelEntry>(*row);
}

std::vector<ListedEntry> entries_of(runtime::Reader& reader, const std::string& recipient) {
    std::vector<ListedEntry> listed;
    for (auto& row : reader.rows({.view = std::string(entries_view), .scope = recipient})) {
        auto entry = runtime::data_of<ChannelEntry>(row);
        listed.push_back({std::move(row.key), std::move(entry)});
    }
    return listed;
}

void put_code(Unit& unit, const std::string& code_hash, const LinkCode& code, Timestamp expires) {
    unit.put({std::string(codes_view), code_hash, code.recipient, 0, codec::to_json(code)});
    unit.schedule({deadline_key(code_hash), expires, std::string(code_deadline), code_hash});
}

std::optional<LinkCode> take_code(Unit& unit, const std::string& code_hash) {
    const auto row = unit.row(codes_view, code_hash);
    if (!row) return std::nullopt;
    drop_code(unit, code_hash);
    unit.cancel_deadline(deadline_key(code_hash));
    // Before the account was noted, a code had its recipient alone.
    if (row->data.empty()) return LinkCode{row->scope, row->scope};
    return runtime::data_of<LinkCode>(*row);
}

void drop_code(Unit& unit, const std::string& code_hash) {
    unit.drop_row(std::string(codes_view), code_hash);
}

}  // namespace dangol::notification
