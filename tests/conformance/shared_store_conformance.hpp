#pragma once

#include "tests/conformance/store_conformance.hpp"

namespace dangol::conformance {

/// The data of one context that several replicas write at once.
class SharedStorePlace : public StorePlace {
  public:
    /// The store as the replica of that name opens it; `open` is replica "r1".
    [[nodiscard]] virtual std::unique_ptr<runtime::Store> open_as(const std::string& replica) = 0;
};

struct SharedStoreAdapter {
    std::string name;
    std::function<std::unique_ptr<SharedStorePlace>()> place;
};
inline void PrintTo(const SharedStoreAdapter& adapter, std::ostream* out) { *out << adapter.name; }

/// What an adapter of the Store port with several writers must do besides.
class SharedStoreConformance : public testing::TestWithParam<SharedStoreAdapter> {
  protected:
    SharedStoreConformance()
        : place_(GetParam().place()), one_(place_->open_as("r1")), other_(place_->open_as("r2")) {}

    runtime::Store& one() { return *one_; }
    runtime::Store& other() { return *other_; }
    SharedStorePlace& place() { return *place_; }
    void stop_other() { other_.reset(); }
    void restart_other() { other_ = place_->open_as("r2"); }

    static void commit(runtime::Store& store, runtime::Changes changes) {
        const auto committed = store.commit(changes);
        ASSERT_TRUE(committed) << committed.error().message;
    }
    static void expect_conflict(runtime::Store& store, runtime::Changes changes) {
        const auto committed = store.commit(changes);
        ASSERT_FALSE(committed);
        EXPECT_EQ(committed.error().kind, runtime::CommitError::Kind::conflict) << committed.error().message;
    }

  private:
    std::unique_ptr<SharedStorePlace> place_;
    std::unique_ptr<runtime::Store> one_;
    std::unique_ptr<runtime::Store> other_;
};

}  // namespace dangol::conformance
