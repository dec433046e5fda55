#pragma once

#include <algorithm>
#include <chrono>

#include <boost/describe/class.hpp>

#include "core/time.hpp"

namespace dangol::identity {

/// Failed sign-ins in a row.
struct Failures {
    int count = 0;
    Timestamp last{};
    bool operator==(const Failures&) const = default;
};
BOOST_DESCRIBE_STRUCT(Failures, (), (count, last))

/// Five typing errors are free; then one second, doubling up to a minute. A minute, and not longer, because
/// whoever knows a login name could otherwise lock a café's staff out during the rush; at one guess a minute
/// no password that our rule accepts is found.
constexpr int failures_free = 5;
constexpr Duration backoff_max = std::chrono::minutes{1};

[[nodiscard]] inline Duration backoff_after(int failures) {
    if (failures < failures_free) return Duration::zero();
    const int doublings = std::min(failures - failures_free, 6);
    return std::min(backoff_max, Duration{std::chrono::seconds{1}} * (1 << doublings));
}

/// How long the next attempt has to wait at `now`; zero: not at all.
[[nodiscard]] inline Duration backoff_left(const Failures& failures, Timestamp now) {
    return std::max(Duration::zero(), failures.last + backoff_after(failures.count) - now);
}

[[nodiscard]] inline Failures failed_again(const Failures& failures, Timestamp at) {
    return {std::min(failures.count + 1, 1000), at};
}

}  // namespace dangol::identity
