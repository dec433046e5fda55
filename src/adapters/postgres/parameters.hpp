#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/time.hpp"

namespace dangol::adapters {

/// The parameters of one statement in PostgreSQL's binary format, in the order $1, $2 … Each array becomes
/// one parameter, so that a statement with `unnest` writes any number of rows. The statement's casts
/// ($1::text[]) must name the types.
class PgParameters {
  public:
    PgParameters& text(std::string_view value);
    PgParameters& integer(std::int64_t value);  ///< bigint
    PgParameters& integer(std::uint64_t value) { return integer(static_cast<std::int64_t>(value)); }
    PgParameters& time(Timestamp value);  ///< timestamptz

    PgParameters& texts(std::span<const std::string_view> values);
    PgParameters& integers(std::span<const std::int64_t> values);
    PgParameters& times(std::span<const Timestamp> values);

    /// One array parameter from a member or function of each item.
    template <class Items, class Get>
    PgParameters& texts_of(const Items& items, Get get) {
        std::vector<std::string_view> values;
        values.reserve(std::size(items));
        for (const auto& item : items) values.emplace_back(std::invoke(get, item));
        return texts(values);
    }
    template <class Items, class Get>
    PgParameters& integers_of(const Items& items, Get get) {
        std::vector<std::int64_t> values;
        values.reserve(std::size(items));
        for (const auto& item : items) values.push_back(static_cast<std::int64_t>(std::invoke(get, item)));
        return integers(values);
    }
    template <class Items, class Get>
    PgParameters& times_of(const Items& items, Get get) {
        std::vector<Timestamp> values;
        values.reserve(std::size(items));
        for (const auto& item : items) values.push_back(std::invoke(get, item));
        return times(values);
    }

    [[nodiscard]] const std::vector<std::string>& values() const { return values_; }

  private:
    std::vector<std::string> values_;
};

/// Whether PostgreSQL can hold the text: UTF-8 without U+0000. A key that is not can be in no table.
[[nodiscard]] bool is_storable(std::string_view text);

/// PostgreSQL's binary timestamptz: microseconds since 2000-01-01 UTC.
[[nodiscard]] std::int64_t to_pg_time(Timestamp time);
[[nodiscard]] Timestamp from_pg_time(std::int64_t micros);

}  // namespace dangol::adapters
