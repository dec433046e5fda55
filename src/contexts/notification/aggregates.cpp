// Rows, and what follows from recorded events: copies that are owed, secrets that are forgotten.
#include "contexts/notification/aggregates.hpp"

#include "contexts/notification/notification.hpp"
#include "core/overloaded.hpp"
#include "runtime/stored.hpp"

namespace dangol::notification {
namespace {

using runtime::Unit;

constexpr std::string_view entries_view = "channels";
constexpr std::string_view codes_view = "link_codes";

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
        unit.perform({.id = message.message_id + ":" + linked.id,
                      .kind = std::string(OrderMessages::send_effect),
                      .subject = message.order_id.value,
                      .due = unit.now(),
                      .data = codec::to_json(copy)});
    }
}

}  // namespace

void Channels::after(Unit& unit, const std::string&, const Event& event, const State&) {
    std::visit(Overloaded{
                   [](const ChannelLinked&) {},
                   [&](const ChannelUnlinked& unlinked) {
                       unit.drop_row(std::string(entries_view), unlinked.channel_id);
                   },
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

void put_entry(Unit& unit, const std::string& channel_id, const ChannelEntry& entry) {
    unit.put({std::string(entries_view), channel_id, entry.recipient, 0, codec::to_json(entry)});
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

void put_code(Unit& unit, const std::string& code_hash, const std::string& recipient, Timestamp expires) {
    unit.put({std::string(codes_view), code_hash, recipient, 0, {}});
    unit.schedule({deadline_key(code_hash), expires, std::string(code_deadline), code_hash});
}

std::optional<std::string> take_code(Unit& unit, const std::string& code_hash) {
    auto row = unit.row(codes_view, code_hash);
    if (!row) return std::nullopt;
    drop_code(unit, code_hash);
    unit.cancel_deadline(deadline_key(code_hash));
    return std::move(row->scope);
}

void drop_code(Unit& unit, const std::string& code_hash) {
    unit.drop_row(std::string(codes_view), code_hash);
}

}  // namespace dangol::notification
