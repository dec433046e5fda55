#pragma once

#include <functional>
#include <memory>
#include <string>

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
                                                     std::function<void()> wake = {}) {
        return bus().subscribe(
            "mypage", {"order", "cafe"}, [from = std::move(from)] { return from; }, std::move(wake));
    }

  private:
    std::unique_ptr<BusPlace> place_;
};

/// Checks, event by event, that a consumer gets each event of each source exactly once and in order.
class Follower {
  public:
    explicit Follower(runtime::Subscription& subscription, std::vector<runtime::Position> from = {})
        : subscription_(subscription), positions_(std::move(from)) {}

    /// One poll; the number of events it brought.
    std::size_t poll(std::size_t max = 100);
    /// Polls until nothing comes; how many came.
    std::size_t poll_all(std::size_t max = 100);
    [[nodiscard]] std::uint64_t at(const std::string& source) const;
    [[nodiscard]] const std::vector<runtime::Position>& positions() const { return positions_; }
    void rewind(std::vector<runtime::Position> to);

  private:
    runtime::Subscription& subscription_;
    std::vector<runtime::Position> positions_;
};

}  // namespace dangol::conformance
