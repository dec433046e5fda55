#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <expected>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/json/value.hpp>
#include <boost/mp11/algorithm.hpp>

#include "core/ids.hpp"
#include "core/time.hpp"
#include "core/type_name.hpp"

/// JSON for described structs (BOOST_DESCRIBE_STRUCT): `cafe_id` in C++ is `cafeId` on the wire. Structs are
/// objects, `vector` arrays, `map<string, T>` objects, described enums strings, ids strings, Timestamp RFC
/// 3339, Duration integer milliseconds; an empty optional is left out, and a missing member keeps its
/// default. A variant of structs is an object with the alternative's type name under "kind". Integers are
/// exact: a fraction or a value out of the member's range is an error, never rounded.
namespace dangol::codec {

/// What is wrong with a JSON text, in terms of the sender: `path` is "lines[0].quantity".
struct CodecError {
    std::string path;
    std::string message;
};

/// What to do with an object member that the struct does not have: events from a newer version may carry more
/// (`ignore`), a request body may not (`refuse`).
enum class Unknown { ignore, refuse };

/// Appends `text` as a JSON string with its quotes.
void write_string(std::string& out, std::string_view text);

/// Parses JSON; the depth is at most 32. The value lives as long as the returned object.
[[nodiscard]] std::expected<boost::json::value, CodecError> parse(std::string_view text);

namespace detail {

template <class T>
concept DescribedStruct = boost::describe::has_describe_members<T>::value && std::is_class_v<T>;
template <class T>
concept DescribedEnum = boost::describe::has_describe_enumerators<T>::value && std::is_enum_v<T>;

template <class T>
struct IsId : std::false_type {};
template <class Tag>
struct IsId<Id<Tag>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsMap : std::false_type {};
template <class T>
struct IsMap<std::map<std::string, T>> : std::true_type {};
template <class T>
struct IsVariant : std::false_type {};
template <class... Ts>
struct IsVariant<std::variant<Ts...>> : std::true_type {};

/// `cafe_id` → `cafeId`, computed once for each member.
std::string camel_case(std::string_view snake);

template <class D>
const std::string& member_name() {
    static const std::string name = camel_case(D::name);
    return name;
}

/// `,"cafeId":` ready to append.
template <class D>
const std::string& member_prefix() {
    static const std::string prefix = ",\"" + member_name<D>() + "\":";
    return prefix;
}

}  // namespace detail

template <class T>
void write(std::string& out, const T& value);

namespace detail {

template <class T>
using Members =
    boost::describe::describe_members<T, boost::describe::mod_any_access | boost::describe::mod_inherited>;

/// Writes the members of a struct, each with a leading comma.
template <class T>
void write_members(std::string& out, const T& value) {
    boost::mp11::mp_for_each<Members<T>>([&](auto descriptor) {
        using D = decltype(descriptor);
        const auto& member = value.*descriptor.pointer;
        if constexpr (IsOptional<std::remove_cvref_t<decltype(member)>>::value) {
            if (!member) return;
        }
        out += member_prefix<D>();
        write(out, member);
    });
}

void write_double(std::string& out, double value);

}  // namespace detail

/// Appends `value` as compact JSON.
template <class T>
void write(std::string& out, const T& value) {
    using namespace detail;
    if constexpr (std::is_same_v<T, bool>) {
        out += value ? "true" : "false";
    } else if constexpr (std::is_integral_v<T>) {
        std::array<char, 24> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        out.append(digits.data(), end);
    } else if constexpr (std::is_floating_point_v<T>) {
        write_double(out, value);
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        write_string(out, value);
    } else if constexpr (IsId<T>::value) {
        write_string(out, value.value);
    } else if constexpr (std::is_same_v<T, Timestamp>) {
        out += '"';
        out += format_time(value);
        out += '"';
    } else if constexpr (std::is_same_v<T, Duration>) {
        write(out, static_cast<std::int64_t>(value.count()));
    } else if constexpr (DescribedEnum<T>) {
        write_string(out, boost::describe::enum_to_string(value, ""));
    } else if constexpr (IsOptional<T>::value) {
        if (value) {
            write(out, *value);
        } else {
            out += "null";
        }
    } else if constexpr (IsVector<T>::value) {
        out += '[';
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (i > 0) out += ',';
            write(out, value[i]);
        }
        out += ']';
    } else if constexpr (IsMap<T>::value) {
        out += '{';
        bool first = true;
        for (const auto& [key, item] : value) {
            if (!first) out += ',';
            first = false;
            write_string(out, key);
            out += ':';
            write(out, item);
        }
        out += '}';
    } else if constexpr (IsVariant<T>::value) {
        std::visit(
            [&out]<class Alternative>(const Alternative& alternative) {
                out += "{\"kind\":\"";
                out += type_name<Alternative>();
                out += '"';
                write_members(out, alternative);
                out += '}';
            },
            value);
    } else {
        static_assert(DescribedStruct<T>, "describe the struct with BOOST_DESCRIBE_STRUCT");
        const std::size_t start = out.size();
        write_members(out, value);
        if (out.size() == start) {
            out += "{}";
        } else {
            out[start] = '{';
            out += '}';
        }
    }
}

/// `value` as compact JSON.
template <class T>
[[nodiscard]] std::string to_json(const T& value) {
    std::string out;
    out.reserve(256);
    write(out, value);
    return out;
}

namespace detail {

using Outcome = std::expected<void, CodecError>;

inline std::unexpected<CodecError> wrong(std::string message) {
    return std::unexpected(CodecError{{}, std::move(message)});
}
std::unexpected<CodecError> at_member(CodecError error, std::string_view member);
std::unexpected<CodecError> at_index(CodecError error, std::size_t index);

Outcome read_integer(const boost::json::value& json, std::int64_t& into);
Outcome read_unsigned(const boost::json::value& json, std::uint64_t& into);
Outcome read_double(const boost::json::value& json, double& into);
Outcome read_string(const boost::json::value& json, std::string& into);
Outcome read_time(const boost::json::value& json, Timestamp& into);

template <class T>
Outcome read(const boost::json::value& json, T& into, Unknown unknown);

template <class T>
Outcome read_struct(const boost::json::value& json, T& into, Unknown unknown, std::size_t extra_members) {
    const auto* object = json.if_object();
    if (object == nullptr) return wrong("must be an object");
    Outcome outcome;
    std::size_t known = extra_members;
    boost::mp11::mp_for_each<Members<T>>([&](auto descriptor) {
        using D = decltype(descriptor);
        if (!outcome) return;
        const auto* member = object->if_contains(member_name<D>());
        if (member == nullptr) return;
        ++known;
        if (auto read_member = read(*member, into.*descriptor.pointer, unknown); !read_member) {
            outcome = at_member(std::move(read_member.error()), member_name<D>());
        }
    });
    if (outcome && unknown == Unknown::refuse && known != object->size()) {
        for (const auto& [key, _] : *object) {
            bool found = extra_members > 0 && key == "kind";
            boost::mp11::mp_for_each<Members<T>>([&](auto descriptor) {
                found = found || member_name<decltype(descriptor)>() == std::string_view(key);
            });
            if (!found) return at_member({{}, "is not a known member"}, key);
        }
    }
    return outcome;
}

template <class... Alternatives>
Outcome read_variant(const boost::json::value& json, std::variant<Alternatives...>& into, Unknown unknown) {
    const auto* object = json.if_object();
    const auto* kind = object == nullptr ? nullptr : object->if_contains("kind");
    if (kind == nullptr || !kind->is_string())
        return wrong("must be an object with a string member \"kind\"");
    Outcome outcome = wrong("has an unknown \"kind\"");
    const auto read_alternative = [&]<class Alternative>(std::type_identity<Alternative>) {
        if (std::string_view(kind->get_string()) != type_name<Alternative>()) return;
        Alternative alternative{};
        outcome = read_struct(json, alternative, unknown, 1);
        into = std::move(alternative);
    };
    (read_alternative(std::type_identity<Alternatives>{}), ...);
    return outcome;
}

template <class T>
Outcome read(const boost::json::value& json, T& into, Unknown unknown) {
    if constexpr (std::is_same_v<T, bool>) {
        if (!json.is_bool()) return wrong("must be true or false");
        into = json.get_bool();
        return {};
    } else if constexpr (std::is_integral_v<T> && std::is_signed_v<T>) {
        std::int64_t wide = 0;
        if (auto outcome = read_integer(json, wide); !outcome) return outcome;
        if (wide < std::numeric_limits<T>::min() || wide > std::numeric_limits<T>::max()) {
            return wrong("is out of range");
        }
        into = static_cast<T>(wide);
        return {};
    } else if constexpr (std::is_integral_v<T>) {
        std::uint64_t wide = 0;
        if (auto outcome = read_unsigned(json, wide); !outcome) return outcome;
        if (wide > std::numeric_limits<T>::max()) return wrong("is out of range");
        into = static_cast<T>(wide);
        return {};
    } else if constexpr (std::is_same_v<T, double>) {
        return read_double(json, into);
    } else if constexpr (std::is_same_v<T, std::string>) {
        return read_string(json, into);
    } else if constexpr (IsId<T>::value) {
        return read_string(json, into.value);
    } else if constexpr (std::is_same_v<T, Timestamp>) {
        return read_time(json, into);
    } else if constexpr (std::is_same_v<T, Duration>) {
        std::int64_t count = 0;
        auto outcome = read_integer(json, count);
        into = Duration{count};
        return outcome;
    } else if constexpr (DescribedEnum<T>) {
        if (json.is_string()) {
            if (boost::describe::enum_from_string(json.get_string().c_str(), into)) return {};
        }
        std::string names;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto enumerator) {
            names += names.empty() ? enumerator.name : std::string(", ") + enumerator.name;
        });
        return wrong("must be one of " + names);
    } else if constexpr (IsOptional<T>::value) {
        if (json.is_null()) {
            into.reset();
            return {};
        }
        return read(json, into.emplace(), unknown);
    } else if constexpr (IsVector<T>::value) {
        const auto* array = json.if_array();
        if (array == nullptr) return wrong("must be an array");
        into.clear();
        into.reserve(array->size());
        for (std::size_t i = 0; i < array->size(); ++i) {
            if (auto outcome = read((*array)[i], into.emplace_back(), unknown); !outcome) {
                return at_index(std::move(outcome.error()), i);
            }
        }
        return {};
    } else if constexpr (IsMap<T>::value) {
        const auto* object = json.if_object();
        if (object == nullptr) return wrong("must be an object");
        into.clear();
        for (const auto& [key, item] : *object) {
            if (auto outcome = read(item, into[std::string(key)], unknown); !outcome) {
                return at_member(std::move(outcome.error()), key);
            }
        }
        return {};
    } else if constexpr (IsVariant<T>::value) {
        return read_variant(json, into, unknown);
    } else {
        return read_struct(json, into, unknown, 0);
    }
}

}  // namespace detail

/// Reads a value of type T from a parsed JSON value.
template <class T>
[[nodiscard]] std::expected<T, CodecError> from_value(const boost::json::value& json,
                                                      Unknown unknown = Unknown::ignore) {
    T value{};
    if (auto outcome = detail::read(json, value, unknown); !outcome)
        return std::unexpected(std::move(outcome.error()));
    return value;
}

/// Reads a value of type T from JSON text.
template <class T>
[[nodiscard]] std::expected<T, CodecError> from_json(std::string_view text,
                                                     Unknown unknown = Unknown::ignore) {
    auto json = parse(text);
    if (!json) return std::unexpected(std::move(json.error()));
    return from_value<T>(*json, unknown);
}

}  // namespace dangol::codec
