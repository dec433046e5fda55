// The faults; what every store must do is in tests/conformance.
#include "adapters/memory/memory_store.hpp"

#include <gtest/gtest.h>

namespace dangol::adapters {
namespace {

using runtime::Changes;
using runtime::CommitError;

Changes one_document() {
    Changes changes;
    changes.documents.push_back({"Order", "a", 1, 0, "{}"});
    return changes;
}

class MemoryStoreFaults : public testing::Test {
  protected:
    MemoryStoreFaults() { open(); }
    void open() {
        store_.reset();
        store_ = open_memory_store(disk_, [this](const Changes&) { return fault_; });
    }
    [[nodiscard]] bool written() const { return disk_.document("Order", "a").has_value(); }
    std::expected<void, CommitError> commit(CommitFault fault) {
        fault_ = fault;
        auto changes = one_document();
        return store_->commit(changes);
    }

    MemoryDisk disk_{"order"};
    CommitFault fault_ = CommitFault::none;
    std::unique_ptr<runtime::Store> store_;
};

TEST_F(MemoryStoreFaults, without_a_fault_it_is_written) {
    EXPECT_TRUE(commit(CommitFault::none));
    EXPECT_TRUE(written());
}

TEST_F(MemoryStoreFaults, a_failure_before_writes_nothing_and_says_so) {
    const auto committed = commit(CommitFault::fail_before);
    ASSERT_FALSE(committed);
    EXPECT_EQ(committed.error().kind, CommitError::Kind::unavailable);
    EXPECT_FALSE(written());
}

TEST_F(MemoryStoreFaults, an_unknown_outcome_is_either) {
    auto committed = commit(CommitFault::unknown_not_applied);
    ASSERT_FALSE(committed);
    EXPECT_EQ(committed.error().kind, CommitError::Kind::unknown);
    EXPECT_FALSE(written());
    committed = commit(CommitFault::unknown_applied);
    ASSERT_FALSE(committed);
    EXPECT_EQ(committed.error().kind, CommitError::Kind::unknown);
    EXPECT_TRUE(written());
}

TEST_F(MemoryStoreFaults, a_crash_before_or_after_leaves_the_disk_to_the_next_process) {
    EXPECT_THROW(static_cast<void>(commit(CommitFault::crash_before)), SimulatedCrash);
    open();
    EXPECT_FALSE(written());
    EXPECT_THROW(static_cast<void>(commit(CommitFault::crash_after)), SimulatedCrash);
    open();
    EXPECT_TRUE(written());
}

TEST_F(MemoryStoreFaults, a_conflict_stays_a_conflict) {
    EXPECT_TRUE(commit(CommitFault::none));
    const auto committed = commit(CommitFault::crash_after);
    ASSERT_FALSE(committed);
    EXPECT_EQ(committed.error().kind, CommitError::Kind::conflict);
}

}  // namespace
}  // namespace dangol::adapters
