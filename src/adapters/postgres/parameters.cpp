// Binary parameters: https://www.postgresql.org/docs/15/protocol-message-formats.html, and the send and
// receive functions of array, int8 and timestamptz in PostgreSQL's sources.
#include "adapters/postgres/parameters.hpp"

#include <algorithm>
#include <limits>
namespace dangol::adapters {
namespace {

constexpr std::int32_t oid_of_int8 = 20;
constexpr std::int32_t oid_of_text = 25;
constexpr std::int32_t oid_of_timestamptz = 1184;

template <class Number>
void append_number(std::string& bytes, Number number) {
    auto bits = static_cast<std::make_unsigned_t<Number>>(number);
    for (int shift = static_cast<int>(sizeof bits) * 8 - 8; shift >= 0; shift -= 8) {
        bytes.push_back(static_cast<char>((bits >> shift) & 0xffU));
    }
}

std::string array_head(std::int32_t element_type, std::size_t count) {
    std::string bytes;
    append_number<std::int32_t>(bytes, 1);  // dimensions
    append_number<std::int32_t>(bytes, 0);  // no nulls
    append_number<std::int32_t>(bytes, element_type);
    append_number<std::int32_t>(bytes, static_cast<std::int32_t>(count));
    append_number<std::int32_t>(bytes, 1);  // lower bound
    return bytes;
}

std::string int8_array(std::int32_t element_type, std::span<const std::int64_t> values) {
    auto bytes = array_head(element_type, values.size());
    bytes.reserve(bytes.size() + values.size() * 12);
    for (const auto value : values) {
        append_number<std::int32_t>(bytes, 8);
        append_number<std::int64_t>(bytes, value);
    }
    return bytes;
}

}  // namespace

PgParameters& PgParameters::text(std::string_view value) {
    values_.emplace_back(value);
    return *this;
}

PgParameters& PgParameters::integer(std::int64_t value) {
    append_number(values_.emplace_back(), value);
    return *this;
}

PgParameters& PgParameters::time(Timestamp value) { return integer(to_pg_time(value)); }

PgParameters& PgParameters::texts(std::span<const std::string_view> values) {
    auto bytes = array_head(oid_of_text, values.size());
    std::size_t size = bytes.size() + values.size() * 4;
    for (const auto value : values) size += value.size();
    bytes.reserve(size);
    for (const auto value : values) {
        append_number<std::int32_t>(bytes, static_cast<std::int32_t>(value.size()));
        bytes.append(value);
    }
    values_.push_back(std::move(bytes));
    return *this;
}

PgParameters& PgParameters::integers(std::span<const std::int64_t> values) {
    values_.push_back(int8_array(oid_of_int8, values));
    return *this;
}

PgParameters& PgParameters::times(std::span<const Timestamp> values) {
    std::vector<std::int64_t> micros(values.size());
    std::ranges::transform(values, micros.begin(), to_pg_time);
    values_.push_back(int8_array(oid_of_timestamptz, micros));
    return *this;
}

bool is_storable(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead == 0) return false;
        const std::size_t length = lead < 0x80   ? 1
                                   : lead < 0xc2 ? 0
                                   : lead < 0xe0 ? 2
                                   : lead < 0xf0 ? 3
                                   : lead < 0xf5 ? 4
                                                 : 0;
        if (length == 0 || i + length > text.size()) return false;
        for (std::size_t j = 1; j < length; ++j) {
            if ((static_cast<unsigned char>(text[i + j]) & 0xc0U) != 0x80U) return false;
        }
        if (length >= 3) {
            // Neither too long a form, nor half a surrogate pair, nor beyond the last code point.
            const auto second = static_cast<unsigned char>(text[i + 1]);
            if ((lead == 0xe0 && second < 0xa0) || (lead == 0xed && second >= 0xa0) ||
                (lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second >= 0x90)) {
                return false;
            }
        }
        i += length;
    }
    return true;
}

namespace {
constexpr std::int64_t millis_to_2000 = 946'684'800'000;
constexpr std::int64_t millis_max = std::numeric_limits<std::int64_t>::max() / 2'000;
}  // namespace

std::int64_t to_pg_time(Timestamp time) {
    const auto millis = std::clamp(time.time_since_epoch().count(), -millis_max, millis_max);
    return (millis - millis_to_2000) * 1'000;
}

Timestamp from_pg_time(std::int64_t micros) {
    // Down, so that what was written with milliseconds comes back the same before 2000 too.
    const auto millis = micros >= 0 ? micros / 1'000 : -((-micros + 999) / 1'000);
    return Timestamp{Duration{millis + millis_to_2000}};
}

}  // namespace dangol::adapters
