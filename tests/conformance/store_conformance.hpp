#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "runtime/store.hpp"

// A test names the members that matter to it and leaves out the others.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

/// What every adapter of the Store port must do; where several writers are allowed, SharedStoreConformance
/// too. An adapter joins by
///   INSTANTIATE_TEST_SUITE_P(sqlite, StoreConformance, testing::Values(StoreAdapter{"sqlite", …}));
/// in a file of its own; the tests stand in store_*_conformance.cpp.
namespace dangol::conformance {

/// The durable data of one context ("order"), which may be opened again and again.
class StorePlace {
  public:
    virtual ~StorePlace() = default;
    [[nodiscard]] virtual std::unique_ptr<runtime::Store> open() = 0;
};

struct StoreAdapter {
    std::string name;
    std::function<std::unique_ptr<StorePlace>()> place;  ///< a new, empty one
};
inline void PrintTo(const StoreAdapter& adapter, std::ostream* out) { *out << adapter.name; }

class StoreConformance : public testing::TestWithParam<StoreAdapter> {
  protected:
    StoreConformance() : place_(GetParam().place()), store_(place_->open()) {}

    runtime::Store& store() { return *store_; }
    StorePlace& place() { return *place_; }

    /// As after a restart of the process.
    void reopen() {
        store_.reset();
        store_ = place_->open();
    }

    void commit(runtime::Changes changes) {
        const auto committed = store_->commit(changes);
        ASSERT_TRUE(committed) << committed.error().message;
    }

  private:
    std::unique_ptr<StorePlace> place_;
    std::unique_ptr<runtime::Store> store_;
};

inline Timestamp at(std::int64_t ms) { return Timestamp{Duration{1'800'000'000'000 + ms}}; }

inline EventRecord event(std::string id, std::string subject, std::string scope = {}) {
    return {.id = std::move(id),
            .type = "OrderPlaced",
            .source = "order",
            .subject = std::move(subject),
            .version = 3,
            .position = 0,
            .time = at(7),
            .scope = std::move(scope),
            .correlation = "correlation",
            .causation = "causation",
            .traceparent = "00-trace-01",
            .actor = "staff:mina",
            .data = R"({"drink":"아메리카노"})"};
}

inline runtime::Document document(std::string id, std::uint64_t expected, std::uint64_t version,
                                  std::string data) {
    return {"Order", std::move(id), version, expected, std::move(data)};
}

}  // namespace dangol::conformance
