#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "runtime/event_bus.hpp"
#include "runtime/store.hpp"

// A test names the members that matter to it and leaves out the others.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

/// What every adapter of the EventBus port must do. An adapter joins with INSTANTIATE_TEST_SUITE_P, as for
/// stores.
namespace dangol::conformance {

/// A bus between the contexts "order" and "cafe", whose events tables are real stores. Small limits, so that
/// tests of a few hundred events reach them.
class BusPlace {
  public:
    virtual ~BusPlace() = default;
    virtual runtime::EventBus& bus() = 0;
    virtual runtime::Store& store(const std::string& source) = 0;
    /// Gives the bus the time to find what nobody announced.
    virtual void settle() = 0;
    /// A new bus over the same stores, as after a restart. All subscriptions must be gone.
    virtual void restart() = 0;
    /// The bus reads the events tables themselves: what is committed can be polled at once, in one partition,
    /// and an event's offset is its position. Otherwise events travel for a while, and only their ids tell.
    [[nodiscard]] virtual bool reads_the_tables() const { return true; }
};

struct BusAdapter {
    std::string name;
    std::function<std::unique_ptr<BusPlace>()> place;
};
inline void PrintTo(const BusAdapter& adapter, std::ostream* out) { *out << adapter.name; }

class BusConformance : public testing::TestWithParam<BusAdapter> {
  protected:
    BusConformance() : place_(GetParam().place()) {}

    BusPlace& place() { return *place_; }
    runtime::EventBus& bus() { return place_->bus(); }

    /// Commits `count` events in the store of `source` and, unless told otherwise, announces them.
    void publish(const std::string& source, int count, bool announce = true);

    std::unique_ptr<runtime::Subscription> subscribe(std::vector<runtime::Position> from = {},
                                                     std::function<void()> wake = {},
                                                     std::string consumer = "mypage") {
        return bus().subscribe(
            std::move(consumer), {"order", "cafe"}, [from = std::move(from)] { return from; },
            std::move(wake));
    }

    /// Whether it becomes true within half a minute.
    [[nodiscard]] bool eventually(const std::function<bool()>& condition);

  private:
    std::unique_ptr<BusPlace> place_;
};

/// How far a consumer has come: the positions to go on from, and which events it has had.
struct Progress {
    std::vector<runtime::Position> positions;
    std::map<std::string, std::set<std::uint64_t>> had;                 ///< the events' numbers, by source
    std::map<std::pair<std::string, std::string>, std::uint64_t> last;  ///< of each (source, subject)
};

/// Checks, event by event, that a consumer gets each event of each source exactly once, and those of one
/// subject in order.
class Follower {
  public:
    Follower(BusPlace& place, runtime::Subscription& subscription, Progress from = {})
        : place_(place), subscription_(subscription), progress_(std::move(from)) {}

    /// One poll; the number of events it brought.
    std::size_t poll(std::size_t max = 100);
    /// Polls until `count` events have come and no more, `max` at a time. Waits only for a bus that needs it.
    void follow(std::size_t count, std::size_t max = 100);
    /// … and checks that this is all there is: no more events come, and none of them is missing.
    void expect(std::size_t count, std::size_t max = 100);

    /// How many events of `source` it has had.
    [[nodiscard]] std::uint64_t at(const std::string& source) const;
    [[nodiscard]] const Progress& progress() const { return progress_; }
    void rewind(Progress to);
    /// As if only the first `keep` events of the last poll could be committed.
    void rewind_into_last_poll(std::size_t keep);

  private:
    void check(const runtime::Delivered& delivered);

    BusPlace& place_;
    runtime::Subscription& subscription_;
    Progress progress_;
    Progress before_;  ///< the last poll
    std::vector<runtime::Delivered> polled_;
};

}  // namespace dangol::conformance
