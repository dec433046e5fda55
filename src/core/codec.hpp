#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <initializer_list>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include "core/ids.hpp"
#include "core/json.hpp"
#include "core/json_text.hpp"
#include "core/time.hpp"
#include "core/type_name.hpp"

/// JSON for described structs (BOOST_DESCRIBE_STRUCT): `cafe_id` in C++ is `cafeId` on the wire. Structs are
/// objects, `vector` arrays, `map<string, T>` objects, described enums strings, ids strings, Timestamp RFC
/// 3339, Duration integer milliseconds; an empty optional is left out. With `leaves_out_defaults = true` in a
/// struct, so is each member that is as it was made: then its default is part of what is stored, and never
/// changes. A variant of structs is an object with the alternative's type name under "kind". Integers are
/// exact: a fraction or a value out of the member's range is an error, never rounded.
namespace dangol::codec {

/// What is wrong with a JSON text, in terms of the sender: `path` is "lines[0].quantity".
struct CodecError {
    std::string path;
    std::string message;
};

/// `lenient`: what an older or a newer version may have written, such as events and documents. An unknown
/// member is ignored, a missing one keeps its default, and of a member that is there twice one is read.
/// `strict`: request bodies. An unknown member, null and a missing member are errors; only an optional may be
/// missing, and what the struct names in `static constexpr std::array may_be_missing{"note"};` as in C++: it
/// keeps its default.
enum class Reading { lenient, strict };

/// Appends `text` as a JSON string with its quotes.
void write_string(std::string& out, std::string_view text);

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

using Outcome = std::expected<void, CodecError>;

/// One member of a struct, as its compiled code: the rest of the work is the same for all structs and stands
/// once, in codec.cpp. Unrolled for each struct it was a tenth of the build.
struct Member {
    std::string_view name;  ///< as in C++
    bool required;          ///< of a request
    /// Appends `prefix` and the value; nothing for what is left out.
    void (*write)(json::Text& out, const void* object, const json::Prefix& prefix);
    Outcome (*read)(json::Value json, void* object, Reading reading);
};

class MemberTable {
  public:
    struct Entry {
        std::string name;     ///< on the wire: `cafe_id` is "cafeId"
        json::Prefix prefix;  ///< `,"cafeId":`
        Member member;
    };
    explicit MemberTable(std::initializer_list<Member> members);

    /// Each member with a leading comma.
    void write(json::Text& out, const void* object) const;
    /// `tagged`: the object has a member "kind" besides.
    Outcome read(json::Value json, void* into, Reading reading, bool tagged) const;

    static constexpr std::size_t members_max = 64;

  private:
    [[nodiscard]] const Entry* find(std::string_view name, const Entry* expected) const;
    Outcome read_known(json::Object object, void* into) const;
    Outcome read_exactly(json::Object object, void* into, bool tagged) const;
    std::vector<Entry> entries_;
};

template <class T>
const MemberTable& members_of();

/// Writes the members of a struct, each with a leading comma.
template <class T>
void write_members(json::Text& out, const T& value) {
    members_of<T>().write(out, &value);
}
void write_double(json::Text& out, double value);

}  // namespace detail

/// Appends `value` as compact JSON.
template <class T>
void write(json::Text& out, const T& value) {
    using namespace detail;
    if constexpr (std::is_same_v<T, bool>) {
        out.put(value ? std::string_view("true") : std::string_view("false"));
    } else if constexpr (std::is_integral_v<T>) {
        out.put_number(value);
    } else if constexpr (std::is_floating_point_v<T>) {
        write_double(out, value);
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        out.put_string(value);
    } else if constexpr (IsId<T>::value) {
        out.put_string(value.value);
    } else if constexpr (std::is_same_v<T, Timestamp>) {
        out.put_time(value);
    } else if constexpr (std::is_same_v<T, Duration>) {
        write(out, static_cast<std::int64_t>(value.count()));
    } else if constexpr (DescribedEnum<T>) {
        out.put_string(boost::describe::enum_to_string(value, ""));
    } else if constexpr (IsOptional<T>::value) {
        if (value) {
            write(out, *value);
        } else {
            out.put("null");
        }
    } else if constexpr (IsVector<T>::value) {
        out.put('[');
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (i > 0) out.put(',');
            write(out, value[i]);
        }
        out.put(']');
    } else if constexpr (IsMap<T>::value) {
        out.put('{');
        bool first = true;
        for (const auto& [key, item] : value) {
            if (!first) out.put(',');
            first = false;
            out.put_string(key);
            out.put(':');
            write(out, item);
        }
        out.put('}');
    } else if constexpr (IsVariant<T>::value) {
        std::visit(
            [&out]<class Alternative>(const Alternative& alternative) {
                out.put("{\"kind\":\"");
                out.put(type_name<Alternative>());
                out.put('"');
                write_members(out, alternative);
                out.put('}');
            },
            value);
    } else {
        static_assert(DescribedStruct<T>, "describe the struct with BOOST_DESCRIBE_STRUCT");
        const std::size_t start = out.size();
        write_members(out, value);
        if (out.size() == start) {
            out.put("{}");
        } else {
            out.set(start, '{');
            out.put('}');
        }
    }
}

/// `value` as compact JSON.
template <class T>
[[nodiscard]] std::string to_json(const T& value) {
    json::Text out;
    write(out, value);
    return std::string(out.view());
}
/// Appends it to another text.
template <class T>
void write(std::string& out, const T& value) {
    json::Text text;
    write(text, value);
    out += text.view();
}

namespace detail {

inline std::unexpected<CodecError> wrong(std::string message) {
    return std::unexpected(CodecError{{}, std::move(message)});
}
std::unexpected<CodecError> at_member(CodecError error, std::string_view member);
std::unexpected<CodecError> at_index(CodecError error, std::size_t index);

Outcome read_integer(json::Value json, std::int64_t& into);
Outcome read_unsigned(json::Value json, std::uint64_t& into);
Outcome read_double(json::Value json, double& into);
Outcome read_string(json::Value json, std::string& into);
Outcome read_time(json::Value json, Timestamp& into);
/// The text of the member "kind".
std::optional<std::string_view> kind_in(json::Value json);

template <class T>
Outcome read(json::Value json, T& into, Reading reading);

template <class... Alternatives>
Outcome read_variant(json::Value json, std::variant<Alternatives...>& into, Reading reading) {
    const auto kind = kind_in(json);
    if (!kind) return wrong("must be an object with a string member \"kind\"");
    Outcome outcome = wrong("has an unknown \"kind\"");
    const auto read_alternative = [&]<class Alternative>(std::type_identity<Alternative>) {
        if (*kind != type_name<Alternative>()) return;
        Alternative alternative{};
        outcome = members_of<Alternative>().read(json, &alternative, reading, true);
        into = std::move(alternative);
    };
    (read_alternative(std::type_identity<Alternatives>{}), ...);
    return outcome;
}

template <class T>
Outcome read(json::Value json, T& into, Reading reading) {
    if constexpr (std::is_same_v<T, bool>) {
        const auto is = json.boolean();
        if (!is) return wrong("must be true or false");
        into = *is;
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
        const auto name = json.text();
        bool known = false;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto enumerator) {
            if (name != std::string_view(enumerator.name)) return;
            into = enumerator.value;
            known = true;
        });
        if (known) return {};
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
        return read(json, into.emplace(), reading);
    } else if constexpr (IsVector<T>::value) {
        const auto array = json.array();
        if (!array) return wrong("must be an array");
        into.clear();
        for (const auto item : *array) {
            if (auto outcome = read(item, into.emplace_back(), reading); !outcome) {
                return at_index(std::move(outcome.error()), into.size() - 1);
            }
        }
        return {};
    } else if constexpr (IsMap<T>::value) {
        const auto object = json.object();
        if (!object) return wrong("must be an object");
        into.clear();
        for (const auto [key, item] : *object) {
            if (auto outcome = read(item, into[std::string(key)], reading); !outcome) {
                return at_member(std::move(outcome.error()), key);
            }
        }
        return {};
    } else if constexpr (IsVariant<T>::value) {
        return read_variant(json, into, reading);
    } else {
        return members_of<T>().read(json, &into, reading, false);
    }
}

template <class T, class D>
void write_member(json::Text& out, const void* object, const json::Prefix& prefix) {
    const auto& member = static_cast<const T*>(object)->*D::pointer;
    if constexpr (IsOptional<std::remove_cvref_t<decltype(member)>>::value) {
        if (!member) return;
    } else if constexpr (requires { requires T::leaves_out_defaults; }) {
        if (static const T made{}; member == made.*D::pointer) return;
    }
    out.put(prefix);
    write(out, member);
}

template <class T, class D>
Outcome read_member(json::Value json, void* object, Reading reading) {
    return detail::read(json, static_cast<T*>(object)->*D::pointer, reading);
}

template <class T>
consteval bool may_be_missing(std::string_view member) {
    if constexpr (requires { T::may_be_missing; }) {
        for (const std::string_view name : T::may_be_missing) {
            if (name == member) return true;
        }
    }
    return false;
}

template <class T, class D>
consteval bool is_required() {
    using Value = std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>;
    constexpr bool left_out = requires { requires T::leaves_out_defaults; };
    return !left_out && !IsOptional<Value>::value && !may_be_missing<T>(D::name);
}

template <class T, template <class...> class List, class... D>
const MemberTable& table_of(List<D...>) {
    if constexpr (requires { T::may_be_missing; }) {
        static_assert((std::size_t{0} + ... + may_be_missing<T>(D::name)) == T::may_be_missing.size(),
                      "may_be_missing names each member once, and nothing else");
    }
    static const MemberTable table{
        Member{D::name, is_required<T, D>(), &write_member<T, D>, &read_member<T, D>}...};
    return table;
}

template <class T>
const MemberTable& members_of() {
    using boost::describe::mod_any_access, boost::describe::mod_inherited;
    using Members = boost::describe::describe_members<T, mod_any_access | mod_inherited>;
    static_assert(boost::mp11::mp_size<Members>::value <= MemberTable::members_max);
    return table_of<T>(Members{});
}

}  // namespace detail

/// Reads a value of type T from a parsed JSON value.
template <class T>
[[nodiscard]] std::expected<T, CodecError> from_value(json::Value json, Reading reading = Reading::lenient) {
    T value{};
    if (auto outcome = detail::read(json, value, reading); !outcome)
        return std::unexpected(std::move(outcome.error()));
    return value;
}

/// Parses JSON text that is then read by `from_value`.
[[nodiscard]] std::expected<json::Document, CodecError> parse(std::string_view text);

/// Reads a value of type T from JSON text.
template <class T>
[[nodiscard]] std::expected<T, CodecError> from_json(std::string_view text,
                                                     Reading reading = Reading::lenient) {
    const auto json = parse(text);
    if (!json) return std::unexpected(json.error());
    return from_value<T>(json->root(), reading);
}

}  // namespace dangol::codec
