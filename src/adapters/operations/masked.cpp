#include "adapters/operations/masked.hpp"

#include <algorithm>
#include <array>

#include <boost/json/serialize.hpp>

#include "core/json_tree.hpp"

namespace dangol::adapters {
namespace {

namespace json = boost::json;

constexpr std::string_view mask = "•••";

/// Members of events, whatever their depth. Of a place of delivery everything is personal, to the last digit
/// of its place on the map.
constexpr std::array<std::string_view, 9> personal{"address", "codeHash", "destination", "dropOff",  "phone",
                                                   "pin",     "secret",   "token",       "tokenHash"};

void cover(json::value& value) {
    switch (value.kind()) {
        case json::kind::object:
            for (auto& member : value.get_object()) cover(member.value());
            return;
        case json::kind::array:
            for (auto& item : value.get_array()) cover(item);
            return;
        case json::kind::string:
            if (!value.get_string().empty()) value = mask;
            return;
        case json::kind::int64:
        case json::kind::uint64:
        case json::kind::double_: value = 0; return;
        case json::kind::bool_:
        case json::kind::null: return;
    }
}

void cover_what_is_personal(json::value& value) {
    // A parked deadline or effect carries its data as JSON in a string.
    if (const auto* text = value.if_string(); text != nullptr && text->starts_with('{')) {
        value = json::string(masked(std::string_view(*text)));
        return;
    }
    if (auto* items = value.if_array()) {
        for (auto& item : *items) cover_what_is_personal(item);
    }
    auto* object = value.if_object();
    if (object == nullptr) return;
    for (auto& member : *object) {
        const auto name = std::string_view(member.key());
        if (std::ranges::find(personal, name) != personal.end()) {
            cover(member.value());
        } else {
            cover_what_is_personal(member.value());
        }
    }
}

}  // namespace

std::string masked(std::string_view event_data) {
    auto data = codec::parse_tree(event_data);
    if (!data) return json::serialize(json::value(mask));
    cover_what_is_personal(*data);
    return json::serialize(*data);
}

}  // namespace dangol::adapters
