#pragma once

#include <cstddef>
#include <list>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/time.hpp"
#include "runtime/ports.hpp"

/// How often clients may ask for something: the limits that routes declare (Route::limited), and who counts.
namespace dangol::runtime {

/// `burst` at once, and one more after each `each`.
struct Rate {
    int burst = 1;  ///< at least 1
    Duration each{};
};

/// What one count belongs to.
enum class Per {
    client,   ///< the network address: a household, an office or a carrier's whole network. Be generous
    account,  ///< whoever is signed in
    target,   ///< the first `{…}` of the path, whoever asks
};

/// One limit of a route. Limits with the same name and Per share their counts, also across routes; their
/// rates must be equal then.
struct Limit {
    std::string_view name;  ///< a literal
    Per per = Per::account;
    Rate rate;
    /// A literal: the code of the problem that counts. What is answered otherwise costs nothing in the end,
    /// but occupies one of the burst until it is answered. Empty: every request counts.
    std::string_view failure = {};
};

/// Counts by the generic cell rate algorithm in its form "virtual scheduling" (ITU-T I.371, annex A): of each
/// key only the moment is kept at which its whole burst is there again. In memory, so for one process.
/// Thread-safe.
class Limiter {
  public:
    /// Counts by the steady time: a wall clock that is set would free or block everybody. Keys beyond
    /// `keys_max` push out those that were used least recently: their bursts are whole again.
    explicit Limiter(Clock& clock, std::size_t keys_max = 65'536) : clock_(clock), keys_max_(keys_max) {}

    /// One use of what a key has.
    struct Share {
        std::string key;
        Rate rate;
    };

    struct Outcome {
        Duration wait{};          ///< zero: taken; else how long until all can be had
        std::size_t slowest = 0;  ///< the index of the share that this wait is for
    };
    /// Takes all of `shares`, or none.
    [[nodiscard]] Outcome take(std::span<const Share> shares);
    /// As if it had not been taken.
    void give_back(const Share& share);

    /// How many keys are remembered.
    [[nodiscard]] std::size_t size();

  private:
    struct Count {
        std::string key;
        Duration whole_at{};  ///< when the whole burst is there again
    };
    using Counts = std::list<Count>;

    void forget(Duration now);

    Clock& clock_;
    std::size_t keys_max_;
    std::mutex mutex_;
    Counts counts_;  ///< the least recently used first
    std::unordered_map<std::string_view, Counts::iterator> by_key_;
};

}  // namespace dangol::runtime
