#include "runtime/shedding_queue.hpp"

#include <string>

#include <gtest/gtest.h>

namespace dangol::runtime {
namespace {

using namespace std::chrono_literals;

class SheddingQueueTest : public testing::Test {
  protected:
    bool push(std::string entry, Caller caller = {Criticality::sheddable, {}}) {
        return queue_.push(entry, std::move(caller), now_);
    }
    std::string pop() {
        auto entry = queue_.pop_critical();
        if (!entry) entry = queue_.pop_sheddable(now_, shed_);
        return entry.value_or("none");
    }

    SheddingQueue<std::string> queue_{{.patience = 1s, .max = 6}};
    Duration now_ = 1h;
    std::vector<std::string> shed_;
};

TEST_F(SheddingQueueTest, takes_critical_entries_first_and_each_class_in_its_order) {
    push("a");
    push("b");
    push("c", {});
    push("d", {});
    queue_.push_owed("e");
    queue_.push_again("first");
    std::string all;
    while (!queue_.empty()) all += pop() + " ";
    EXPECT_EQ(all, "first c d e a b ");
    EXPECT_EQ(pop(), "none");
}

TEST_F(SheddingQueueTest, sheds_what_has_waited_too_long_and_whose_client_has_left) {
    const auto gone = std::make_shared<std::atomic<bool>>(false);
    push("late");
    now_ += 400ms;
    push("left", {Criticality::sheddable, gone});
    push("wanted");
    push("critical", {});
    now_ += 600ms;
    *gone = true;
    EXPECT_EQ(pop(), "critical");
    EXPECT_EQ(pop(), "wanted");
    EXPECT_EQ(shed_, (std::vector<std::string>{"late", "left"}));
}

TEST_F(SheddingQueueTest, refuses_newcomers_while_the_oldest_has_waited_half_of_that) {
    push("a");
    now_ += 499ms;
    EXPECT_TRUE(push("b"));
    now_ += 1ms;
    EXPECT_FALSE(push("c"));
    EXPECT_TRUE(push("d", {}));
    EXPECT_EQ(pop(), "d");
    EXPECT_EQ(pop(), "a");
    EXPECT_TRUE(push("e")) << "the oldest is young again";
}

TEST_F(SheddingQueueTest, says_from_when_it_refuses_newcomers) {
    EXPECT_EQ(queue_.refuses_from(), Duration::max());
    push("critical", {});
    EXPECT_EQ(queue_.refuses_from(), Duration::max());
    push("a");
    const auto began = now_;
    now_ += 100ms;
    push("b");
    EXPECT_EQ(queue_.refuses_from(), began + 500ms) << "the oldest's";
    pop();
    pop();
    EXPECT_EQ(queue_.refuses_from(), now_ + 500ms);
    pop();
    EXPECT_EQ(queue_.refuses_from(), Duration::max());
}

TEST_F(SheddingQueueTest, is_bounded_and_half_of_it_is_for_critical_entries) {
    for (int i = 0; i < 9; ++i) push("s");
    EXPECT_EQ(queue_.size(), 3U);
    for (int i = 0; i < 9; ++i) push("c", {});
    EXPECT_EQ(queue_.size(), 6U);
    queue_.push_owed("owed");
    EXPECT_EQ(queue_.take_all().size(), 7U);
    EXPECT_TRUE(queue_.empty());
    for (int i = 0; i < 3; ++i) push("c", {});
    EXPECT_FALSE(push("s")) << "half of it is taken";
}

TEST_F(SheddingQueueTest, leaves_a_refused_entry_with_its_owner) {
    push("a");
    now_ += 500ms;
    std::string refused = "refused";
    EXPECT_FALSE(queue_.push(refused, {Criticality::sheddable, {}}, now_));
    EXPECT_EQ(refused, "refused");
}

}  // namespace
}  // namespace dangol::runtime
