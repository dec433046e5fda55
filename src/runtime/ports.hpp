#pragma once

#include <functional>
#include <string>

#include "core/time.hpp"
#include "runtime/tracing.hpp"

/// The ports to the world's non-determinism. Production adapters use the system; the simulation uses a seed.
namespace dangol::runtime {

/// Thread-safe.
class Clock {
  public:
    virtual ~Clock() = default;
    /// Wall time, for showing and for expiring. It may be set, in both directions.
    [[nodiscard]] virtual Timestamp now() = 0;
    /// Time since some moment, which nobody can set: for waiting. As it stands here it suits clocks that are
    /// never set.
    [[nodiscard]] virtual Duration steady() { return now().time_since_epoch(); }
};

/// Identities and secrets. Thread-safe.
class Ids {
  public:
    virtual ~Ids() = default;
    /// 26 characters of [0-9a-z]: 48 bits of time, then at least 80 random bits. Unguessable, and sorts
    /// roughly by time.
    [[nodiscard]] virtual std::string next() = 0;
    /// `bits` random bits (at most 64) as a number: call numbers, PINs.
    [[nodiscard]] virtual std::uint64_t random(unsigned bits) = 0;
    /// A secret of at least 128 random bits in [A-Za-z0-9_-]: link codes, refresh tokens.
    [[nodiscard]] virtual std::string secret() = 0;
};

/// Calls back later, on a thread of the adapter's choosing; what must survive a restart is a Deadline row
/// instead. Thread-safe. Pending calls are dropped at destruction.
class Timers {
  public:
    virtual ~Timers() = default;
    virtual void after(Duration delay, std::move_only_function<void()> call) = 0;
};

/// What every context gets from the outside.
struct Environment {
    Clock& clock;
    Ids& ids;
    Timers& timers;
    Tracer* tracer = nullptr;  ///< null: nobody collects spans
};

}  // namespace dangol::runtime
