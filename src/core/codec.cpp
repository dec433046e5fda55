// The parts of the codec that need no template.
#include "core/codec.hpp"

#include <cmath>
#include <utility>

namespace dangol::codec {

void write_string(std::string& out, std::string_view text) {
    json::Text quoted;
    quoted.put_string(text);
    out += quoted.view();
}

std::expected<json::Document, CodecError> parse(std::string_view text) {
    auto document = json::Document::parse(text);
    if (!document) return std::unexpected(CodecError{{}, "is not valid JSON: " + document.error()});
    return std::move(*document);
}

namespace detail {
namespace {

std::string camel_case(std::string_view snake) {
    std::string camel;
    bool upper = false;
    for (const char c : snake) {
        if (c == '_') {
            upper = true;
        } else {
            camel += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
            upper = false;
        }
    }
    return camel;
}

/// A number that a client wrote as 22.0 is the integer 22 (JSON Schema), as far as a double is exact.
std::optional<std::int64_t> whole(double value) {
    constexpr double exact = 9'007'199'254'740'992.0;  // 2^53
    if (std::trunc(value) != value || std::abs(value) > exact) return std::nullopt;
    return static_cast<std::int64_t>(value);
}

}  // namespace

/// Null if there is none of this name. What this program wrote has its members in the order of the entries:
/// looking from `expected` on finds them without a search.
const MemberTable::Entry* MemberTable::find(std::string_view name, const Entry* expected) const {
    const auto is = [&](const Entry& entry) {
        const std::string_view own = entry.name;
        // Many are of one length; few end alike.
        return own.size() == name.size() && own.back() == name.back() && own == name;
    };
    const auto* const end = std::to_address(entries_.end());
    for (const auto* entry = expected; entry != end; ++entry) {
        if (is(*entry)) return entry;
    }
    for (const auto* entry = entries_.data(); entry != expected; ++entry) {
        if (is(*entry)) return entry;
    }
    return nullptr;
}

/// Of a name that is there twice the first counts.
Outcome MemberTable::read_known(json::Object object, void* into) const {
    std::uint64_t seen = 0;
    const auto* expected = entries_.data();
    for (const auto [name, value] : object) {
        const auto* entry = find(name, expected);
        if (entry == nullptr) continue;
        expected = entry + 1;
        const auto bit = std::uint64_t{1} << (entry - entries_.data());
        if ((seen & bit) != 0) continue;
        seen |= bit;
        if (auto outcome = entry->member.read(value, into, Reading::lenient); !outcome)
            return at_member(std::move(outcome.error()), entry->name);
    }
    return {};
}

Outcome MemberTable::read_exactly(json::Object object, void* into, bool tagged) const {
    std::array<std::optional<json::Value>, members_max> values;  // by the place of the entry
    std::optional<CodecError> left_over;                         // the first member that has no place
    const auto* expected = entries_.data();
    bool kind_seen = false;
    for (const auto [name, value] : object) {
        const auto* entry = find(name, expected);
        const auto place = static_cast<std::size_t>(entry == nullptr ? 0 : entry - entries_.data());
        const bool is_kind = tagged && entry == nullptr && name == "kind";
        const bool twice = is_kind ? std::exchange(kind_seen, true) : entry != nullptr && values[place];
        if (entry != nullptr) {
            expected = entry + 1;
            if (!twice) values[place] = value;
        }
        if (left_over) continue;
        // Programs on the way that read the first of two, and those that read the last, would disagree.
        if (twice) left_over = CodecError{std::string(name), "is there twice"};
        if (entry == nullptr && !is_kind) left_over = CodecError{std::string(name), "is not a known member"};
    }
    for (std::size_t place = 0; place < entries_.size(); ++place) {
        const auto& entry = entries_[place];
        const auto& value = values[place];
        if (!value) {
            if (entry.member.required) return at_member({{}, "is missing"}, entry.name);
            continue;
        }
        if (value->is_null()) return at_member({{}, "must not be null; leave it out"}, entry.name);
        if (auto outcome = entry.member.read(*value, into, Reading::strict); !outcome)
            return at_member(std::move(outcome.error()), entry.name);
    }
    if (left_over) return std::unexpected(std::move(*left_over));
    return {};
}

MemberTable::MemberTable(std::initializer_list<Member> members) {
    entries_.reserve(members.size());
    for (const auto& member : members) {
        auto name = camel_case(member.name);
        const json::Prefix prefix(",\"" + name + "\":");
        entries_.push_back({std::move(name), prefix, member});
    }
}

void MemberTable::write(json::Text& out, const void* object) const {
    for (const auto& entry : entries_) entry.member.write(out, object, entry.prefix);
}

Outcome MemberTable::read(json::Value json, void* into, Reading reading, bool tagged) const {
    const auto object = json.object();
    if (!object) return wrong("must be an object");
    return reading == Reading::lenient ? read_known(*object, into) : read_exactly(*object, into, tagged);
}

void write_double(json::Text& out, double value) {
    if (!std::isfinite(value)) {
        out.put("null");
        return;
    }
    // Plain digits are read back as an integer, and there is no integer -0 and none beyond 64 bits.
    constexpr double beyond_integers = 0x1p63;
    const bool great = std::abs(value) >= beyond_integers;
    if (value == 0) value = 0;
    std::array<char, 32> digits{};
    const auto end = great ? std::to_chars(digits.begin(), digits.end(), value, std::chars_format::scientific)
                           : std::to_chars(digits.begin(), digits.end(), value);
    out.put(std::string_view(digits.begin(), end.ptr));
}

std::unexpected<CodecError> at_member(CodecError error, std::string_view member) {
    const bool joins = error.path.empty() || error.path.front() == '[';
    error.path = std::string(member) + (joins ? "" : ".") + error.path;
    return std::unexpected(std::move(error));
}

std::unexpected<CodecError> at_index(CodecError error, std::size_t index) {
    const bool joins = error.path.empty() || error.path.front() == '[';
    error.path = "[" + std::to_string(index) + "]" + (joins ? "" : ".") + error.path;
    return std::unexpected(std::move(error));
}

Outcome read_integer(json::Value json, std::int64_t& into) {
    if (const auto value = json.integer()) {
        into = *value;
        return {};
    }
    if (json.great_integer()) return wrong("is out of range");
    if (const auto fraction = json.fraction()) {
        if (const auto value = whole(*fraction)) {
            into = *value;
            return {};
        }
    }
    return wrong("must be an integer");
}

Outcome read_unsigned(json::Value json, std::uint64_t& into) {
    if (const auto value = json.great_integer()) {
        into = *value;
        return {};
    }
    std::int64_t value = 0;
    if (auto outcome = read_integer(json, value); !outcome) return outcome;
    if (value < 0) return wrong("must not be negative");
    into = static_cast<std::uint64_t>(value);
    return {};
}

Outcome read_double(json::Value json, double& into) {
    if (const auto fraction = json.fraction()) {
        into = *fraction;
    } else if (const auto integer = json.integer()) {
        into = static_cast<double>(*integer);
    } else if (const auto great = json.great_integer()) {
        into = static_cast<double>(*great);
    } else {
        return wrong("must be a number");
    }
    return {};
}

Outcome read_string(json::Value json, std::string& into) {
    const auto text = json.text();
    if (!text) return wrong("must be a string");
    into = *text;
    return {};
}

Outcome read_time(json::Value json, Timestamp& into) {
    const auto text = json.text();
    if (!text) return wrong("must be a string");
    const auto time = parse_time(*text);
    if (!time) return wrong("must be an RFC 3339 time such as 2026-11-23T01:02:03Z");
    into = *time;
    return {};
}

std::optional<std::string_view> kind_in(json::Value json) {
    const auto object = json.object();
    if (!object) return std::nullopt;
    const auto kind = object->find("kind");
    if (kind == object->end()) return std::nullopt;
    return (*kind).value.text();
}

}  // namespace detail
}  // namespace dangol::codec
