// The parts of the codec that need no template.
#include "core/codec.hpp"

#include <algorithm>
#include <cmath>

#include <boost/json/parser.hpp>

namespace dangol::codec {

void write_string(std::string& out, std::string_view text) {
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out.append(text.substr(plain, i - plain));
        plain = i + 1;
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                out += "\\u00";
                out += hex[c >> 4];
                out += hex[c & 15];
        }
    }
    out.append(text.substr(plain));
    out += '"';
}

std::expected<boost::json::value, CodecError> parse(std::string_view text) {
    boost::json::error_code error;
    // What it keeps while it reads stays off the heap. Its default depth limit is 32, and it refuses invalid
    // UTF-8.
    std::array<unsigned char, 8192> scratch;  // NOLINT(cppcoreguidelines-pro-type-member-init): 8 KB
    boost::json::parser parser({}, {}, scratch.data(), scratch.size());
    parser.write(text, error);
    if (error) return std::unexpected(CodecError{{}, "is not valid JSON: " + error.message()});
    return parser.release();
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

MemberTable::MemberTable(std::initializer_list<Member> members) {
    entries_.reserve(members.size());
    for (const auto& member : members) {
        auto name = camel_case(member.name);
        auto prefix = ",\"" + name + "\":";
        entries_.push_back({std::move(name), std::move(prefix), member});
    }
}

void MemberTable::write(std::string& out, const void* object) const {
    for (const auto& entry : entries_) entry.member.write(out, object, entry.prefix);
}

const MemberTable::Entry* MemberTable::find(std::string_view name) const {
    const auto found = std::ranges::find(entries_, name, &Entry::name);
    return found == entries_.end() ? nullptr : &*found;
}

Outcome MemberTable::read(const boost::json::value& json, void* into, Reading reading, bool tagged) const {
    const auto* object = json.if_object();
    if (object == nullptr) return wrong("must be an object");
    std::size_t known = tagged ? 1 : 0;
    // What this program wrote has the members in their order; then nothing is searched for.
    const auto* next = object->begin() + (tagged && !object->empty() ? 1 : 0);
    for (const auto& entry : entries_) {
        const auto* found = next != object->end() && std::string_view(next->key()) == entry.name
                                ? next
                                : object->find(entry.name);
        if (found == object->end()) {
            if (reading == Reading::strict && entry.member.required)
                return at_member({{}, "is missing"}, entry.name);
            continue;
        }
        next = found + 1;
        ++known;
        if (reading == Reading::strict && found->value().is_null())
            return at_member({{}, "must not be null; leave it out"}, entry.name);
        if (auto outcome = entry.member.read(found->value(), into, reading); !outcome)
            return at_member(std::move(outcome.error()), entry.name);
    }
    if (reading == Reading::lenient || known == object->size()) return {};
    for (const auto& [key, _] : *object) {
        if ((tagged && key == "kind") || find(key) != nullptr) continue;
        return at_member({{}, "is not a known member"}, key);
    }
    return {};
}

void write_double(std::string& out, double value) {
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end);
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

Outcome read_integer(const boost::json::value& json, std::int64_t& into) {
    if (json.is_int64()) {
        into = json.get_int64();
        return {};
    }
    if (json.is_uint64()) return wrong("is out of range");
    if (json.is_double()) {
        if (const auto value = whole(json.get_double())) {
            into = *value;
            return {};
        }
    }
    return wrong("must be an integer");
}

Outcome read_unsigned(const boost::json::value& json, std::uint64_t& into) {
    if (json.is_uint64()) {
        into = json.get_uint64();
        return {};
    }
    std::int64_t value = 0;
    if (auto outcome = read_integer(json, value); !outcome) return outcome;
    if (value < 0) return wrong("must not be negative");
    into = static_cast<std::uint64_t>(value);
    return {};
}

Outcome read_double(const boost::json::value& json, double& into) {
    if (!json.is_number()) return wrong("must be a number");
    into = json.to_number<double>();
    if (!std::isfinite(into)) return wrong("is out of range");
    return {};
}

Outcome read_string(const boost::json::value& json, std::string& into) {
    if (!json.is_string()) return wrong("must be a string");
    into.assign(json.get_string().data(), json.get_string().size());
    return {};
}

Outcome read_time(const boost::json::value& json, Timestamp& into) {
    std::string text;
    if (auto outcome = read_string(json, text); !outcome) return outcome;
    const auto time = parse_time(text);
    if (!time) return wrong("must be an RFC 3339 time such as 2026-11-23T01:02:03Z");
    into = *time;
    return {};
}

}  // namespace detail
}  // namespace dangol::codec
