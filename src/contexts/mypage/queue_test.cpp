#include "contexts/mypage/queue.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace dangol::mypage {
namespace {

using namespace std::chrono_literals;

constexpr Timestamp noon{std::chrono::seconds(1'700'000'000)};

QueuedOrder order(std::string id, int placed_second, int units, bool shown = true) {
    QueuedOrder order;
    order.order_id = std::move(id);
    order.cafe_id = CafeId{"cafe"};
    order.waiting = true;
    order.shown = shown;
    order.placed_at = noon + std::chrono::seconds(placed_second);
    order.units = units;
    return order;
}

QueuedOrder made(QueuedOrder order, Duration in) {
    order.waiting = false;
    order.shown = false;
    order.making_at = noon;
    order.made_at = noon + in;
    return order;
}

class QueuesTest : public testing::Test {
  protected:
    QueuesTest() {
        queues.restored(queues.reading());
        queues.set_pace(CafeId{"cafe"}, Pace{60, 1});
    }
    Queues queues;
};

TEST_F(QueuesTest, counts_orders_and_units_placed_before) {
    queues.update(order("second", 2, 3));
    queues.update(order("first", 1, 2));
    queues.update(order("third", 3, 1));
    const auto standing = queues.standing("third", noon);
    ASSERT_TRUE(standing);
    EXPECT_EQ(standing->orders_ahead, 2);
    EXPECT_EQ(standing->units_ahead, 5);
    EXPECT_EQ(standing->ready_low, noon + 6 * 48s);
    EXPECT_EQ(standing->ready_high, noon + 6 * 84s);
}

TEST_F(QueuesTest, drops_as_others_finish) {
    queues.update(order("first", 1, 2));
    queues.update(order("second", 2, 1));
    queues.update(made(order("first", 1, 2), 2min));
    EXPECT_EQ(queues.standing("second", noon)->orders_ahead, 0);
    EXPECT_FALSE(queues.standing("first", noon));
    EXPECT_EQ(queues.length(CafeId{"cafe"}).units, 1);
}

TEST_F(QueuesTest, says_nothing_before_the_order_is_accepted) {
    queues.update(order("new", 1, 1, false));
    EXPECT_FALSE(queues.standing("new", noon));
    EXPECT_EQ(queues.length(CafeId{"cafe"}).orders, 1) << "but others wait behind it";
}

TEST_F(QueuesTest, stops_counting_at_ninety_nine) {
    for (int i = 0; i < 150; ++i) queues.update(order("order" + std::to_string(i), i, 1));
    EXPECT_EQ(queues.standing("order98", noon)->orders_ahead, 98);
    const auto far = queues.standing("order149", noon);
    EXPECT_EQ(far->orders_ahead, 99);
    EXPECT_EQ(far->ready_high, noon + 150 * 84s) << "at worst behind everybody";
}

TEST_F(QueuesTest, a_promise_of_the_cafe_stretches_the_range) {
    auto promised = order("order", 1, 1);
    promised.promised_at = noon + 20min;
    queues.update(promised);
    EXPECT_EQ(queues.standing("order", noon)->ready_high, noon + 20min);
}

TEST_F(QueuesTest, a_drink_that_is_overdue_is_not_promised_for_the_past) {
    auto making = order("order", 1, 1);
    making.making_at = noon;
    queues.update(making);
    const auto late = queues.standing("order", noon + 1h);
    EXPECT_EQ(late->ready_low, noon + 1h);
    EXPECT_GT(late->ready_high, late->ready_low);
}

TEST_F(QueuesTest, learns_from_finished_tickets) {
    const auto before = queues.length(CafeId{"cafe"}).wait;
    for (int i = 0; i < 20; ++i) {
        queues.update(order("order", i, 1));
        queues.update(made(order("order", i, 1), 5min));
    }
    EXPECT_GT(queues.length(CafeId{"cafe"}).wait.low, before.high);
}

TEST_F(QueuesTest, an_order_may_be_watched_before_it_is_known_or_paid) {
    queues.watch("mine");
    auto unpaid = order("mine", 1, 1, false);
    unpaid.waiting = false;
    unpaid.pending = true;
    queues.update(unpaid);
    queues.update(order("mine", 1, 1));
    EXPECT_EQ(queues.changed_standings(noon).size(), 1U);
}

TEST_F(QueuesTest, forgets_watched_orders_whose_streams_have_ended) {
    for (int i = 0; i < 1'000; ++i) {
        queues.watch("made-up-" + std::to_string(i));
        queues.sweep_watched([](const std::string& order) { return order == "made-up-7"; });
        ASSERT_LE(queues.watched(), 64U) << i;
    }
    for (int i = 0; i < 1'000; ++i) queues.watch("open-" + std::to_string(i));
    queues.sweep_watched([](const std::string&) { return true; });
    EXPECT_GE(queues.watched(), 1'000U) << "those stay";
}

TEST_F(QueuesTest, announces_a_watched_place_only_when_it_changes) {
    queues.update(order("first", 1, 1));
    queues.update(order("mine", 2, 1));
    queues.watch("mine");
    auto changed = queues.changed_standings(noon);
    ASSERT_EQ(changed.size(), 1U);
    EXPECT_EQ(changed[0].second.orders_ahead, 1);

    queues.update(order("later", 3, 1));
    EXPECT_TRUE(queues.changed_standings(noon).empty());
    queues.update(made(order("first", 1, 1), 1min));
    changed = queues.changed_standings(noon);
    ASSERT_EQ(changed.size(), 1U);
    EXPECT_EQ(changed[0].second.orders_ahead, 0);
    EXPECT_TRUE(queues.changed_standings(noon).empty());
}

TEST(Queues, a_commit_during_the_restore_is_not_taken_back) {
    Queues queues;
    queues.update(made(order("done", 1, 1), 1min));
    queues.restore(queues.reading(), order("done", 1, 1));  // read before that commit
    queues.restore(queues.reading(), order("open", 2, 1));
    EXPECT_FALSE(queues.is_complete());
    queues.restored(queues.reading());
    EXPECT_TRUE(queues.is_complete());
    EXPECT_EQ(queues.length(CafeId{"cafe"}).orders, 1);
}

TEST(Queues, a_reading_that_began_before_all_was_forgotten_counts_for_nothing) {
    Queues queues;
    const auto early = queues.reading();
    queues.restore(early, order("first", 1, 1));
    queues.forget();
    const auto late = queues.reading();
    queues.restore(early, order("gone", 2, 1));  // it has ended meanwhile
    queues.restored(early);
    EXPECT_FALSE(queues.is_complete());
    queues.restore(late, order("first", 1, 1));
    queues.restored(late);
    EXPECT_TRUE(queues.is_complete());
    EXPECT_EQ(queues.length(CafeId{"cafe"}).orders, 1);
}

RC_GTEST_PROP(Queues, agrees_with_a_plain_count, ()) {
    Queues queues;
    queues.restored(queues.reading());
    std::map<std::string, QueuedOrder> waiting;
    const auto steps = *rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(0, 30), rc::gen::inRange(0, 5)));
    for (const auto& [number, units] : steps) {
        const auto id = "order" + std::to_string(number);
        if (waiting.erase(id) > 0) {
            queues.update(made(order(id, number, 1), 1min));
        } else {
            waiting.emplace(id, order(id, number, units));
            queues.update(order(id, number, units));
        }
    }
    int all = 0;
    for (const auto& [id, mine] : waiting) {
        int orders = 0;
        int units = 0;
        for (const auto& [_, other] : waiting) {
            if (other.placed_at >= mine.placed_at) continue;
            ++orders;
            units += other.units;
        }
        RC_ASSERT(queues.standing(id, noon)->orders_ahead == orders);
        RC_ASSERT(queues.standing(id, noon)->units_ahead == units);
        all += mine.units;
    }
    RC_ASSERT(queues.length(CafeId{"cafe"}).units == all);
}

}  // namespace
}  // namespace dangol::mypage
