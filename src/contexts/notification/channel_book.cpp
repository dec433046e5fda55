#include "contexts/notification/channel_book.hpp"

namespace dangol::notification {
namespace {

using namespace runtime;

constexpr std::string_view entries = "channels";  // key: channel id; scope: recipient
constexpr std::string_view codes = "link_codes";  // key: hash of the code; scope: recipient

std::string deadline_key(const std::string& code_hash) { return "link-code:" + code_hash; }

ChannelEntry decode(const Row& row) {
    auto entry = codec::from_json<ChannelEntry>(row.data);
    if (!entry) throw StoreBroken("channel " + row.key + ": " + entry.error().message);
    return std::move(*entry);
}

}  // namespace

void put_entry(Unit& unit, const std::string& channel_id, const ChannelEntry& entry) {
    unit.put({std::string(entries), channel_id, entry.recipient, 0, codec::to_json(entry)});
}

void drop_entry(Unit& unit, const std::string& channel_id) {
    unit.drop_row(std::string(entries), channel_id);
}

std::optional<ChannelEntry> entry_of(Unit& unit, const std::string& channel_id) {
    const auto row = unit.row(entries, channel_id);
    if (!row) return std::nullopt;
    return decode(*row);
}

std::vector<ListedEntry> entries_of(Reader& reader, const std::string& recipient) {
    std::vector<ListedEntry> listed;
    for (const auto& row : reader.rows({.view = std::string(entries), .scope = recipient})) {
        listed.push_back({row.key, decode(row)});
    }
    return listed;
}

void put_code(Unit& unit, const std::string& code_hash, const std::string& recipient, Timestamp expires) {
    unit.put({std::string(codes), code_hash, recipient, 0, {}});
    unit.schedule({deadline_key(code_hash), expires, std::string(code_expiry), code_hash});
}

std::optional<std::string> take_code(Unit& unit, const std::string& code_hash) {
    const auto row = unit.row(codes, code_hash);
    if (!row) return std::nullopt;
    unit.drop_row(std::string(codes), code_hash);
    unit.cancel_deadline(deadline_key(code_hash));
    return row->scope;
}

void expire_code(Unit& unit, const std::string& code_hash) { unit.drop_row(std::string(codes), code_hash); }

}  // namespace dangol::notification
