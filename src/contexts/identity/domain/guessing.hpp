#pragma once

#include <algorithm>
#include <chrono>

#include <boost/describe/class.hpp>

#include "core/time.hpp"

/// How passwords are kept from being guessed, without the owner being kept out.
///
/// Anybody who knows a login name can fail to sign in with it. If that made its owner wait, everybody could
/// lock a branch's staff out during the rush. So failures are counted for each name *at each address*, and
/// what a stranger does counts against the stranger's address. What many addresses do together is counted
/// too, and slows only addresses from which the account has never signed in.
///
/// Nothing here knows whether a name exists: for one that does not, the same is counted, and the same wait
/// results.
namespace dangol::identity {

/// Failed sign-ins in a row.
struct Failures {
    int count = 0;
    Timestamp last{};
    bool operator==(const Failures&) const = default;
};
BOOST_DESCRIBE_STRUCT(Failures, (), (count, last))

/// How many failures are free; then the wait is one second and doubles up to a minute. At one guess a minute
/// no password that `check_password` accepts is found.
namespace free_failures {
inline constexpr int of_name_at_address = 5;
/// Of one name from all addresses that the account does not know: 20 strangers, each with what is free.
inline constexpr int of_name = 100;
/// From one address with all names: people behind one address mistype too.
inline constexpr int of_address = 50;
}  // namespace free_failures

inline constexpr Duration backoff_max = std::chrono::minutes{1};
/// After so long without a failure the count begins anew.
inline constexpr Duration failures_kept = std::chrono::hours{1};

[[nodiscard]] inline Duration backoff_after(int failures, int free) {
    if (failures < free) return Duration::zero();
    const int doublings = std::min(failures - free, 6);
    return std::min(backoff_max, Duration{std::chrono::seconds{1}} * (1 << doublings));
}

/// How long the next attempt has to wait at `now`; zero: not at all. Never longer than the whole wait, even
/// if the clock was set back since.
[[nodiscard]] inline Duration backoff_left(const Failures& failures, int free, Timestamp now) {
    const auto wait = backoff_after(failures.count, free);
    return std::clamp(failures.last + wait - now, Duration::zero(), wait);
}

[[nodiscard]] inline Failures failed_again(const Failures& failures, Timestamp at) {
    const int before = at - failures.last < failures_kept ? failures.count : 0;
    return {std::min(before + 1, 1000), at};
}

/// All that bears on one attempt.
struct Guesses {
    Failures here;       ///< of this name at this address
    Failures name;       ///< of this name, from addresses that the account does not know
    Failures address;    ///< of all names at this address, but for those that know it
    bool known = false;  ///< the account has signed in from this address before
    bool operator==(const Guesses&) const = default;
};

/// Holds for the right password too: otherwise guessing could continue at full speed until it succeeds.
[[nodiscard]] inline Duration wait_of(const Guesses& guesses, Timestamp now) {
    const auto here = backoff_left(guesses.here, free_failures::of_name_at_address, now);
    if (guesses.known) return here;
    return std::max({here, backoff_left(guesses.name, free_failures::of_name, now),
                     backoff_left(guesses.address, free_failures::of_address, now)});
}

[[nodiscard]] inline Guesses failed_again(Guesses guesses, Timestamp at) {
    if (!guesses.known) {
        // One stranger alone, who waits already, must not close the door for all addresses that are new.
        const bool free_here = guesses.here.count < free_failures::of_name_at_address;
        if (free_here || guesses.name.count >= free_failures::of_name) {
            guesses.name = failed_again(guesses.name, at);
        }
        guesses.address = failed_again(guesses.address, at);
    }
    guesses.here = failed_again(guesses.here, at);
    return guesses;
}

}  // namespace dangol::identity
