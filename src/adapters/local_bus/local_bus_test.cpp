// What is the local bus's own; what every bus must do is in tests/conformance.
#include "adapters/local_bus/local_bus.hpp"

#include <gtest/gtest.h>

#include "adapters/memory/memory_store.hpp"

namespace dangol::adapters {
namespace {

using runtime::Changes;

class LocalBusTest : public testing::Test {
  protected:
    static constexpr int tail_max = 8;
    LocalBusTest()
        : bus_({.open =
                    [this](std::string_view) {
                        ++opened_;
                        if (broken_) throw runtime::StoreBroken("disk gone");
                        return exists_ ? store_->reader() : nullptr;
                    },
                .on_trouble =
                    [this](std::string_view source, std::string_view why) {
                        trouble_ = std::string(source) + ": " + std::string(why);
                    },
                .tail_max = tail_max}) {}

    std::vector<std::shared_ptr<const EventRecord>> commit(int count) {
        Changes changes;
        changes.events.resize(static_cast<std::size_t>(count));
        EXPECT_TRUE(store_->commit(changes));
        std::vector<std::shared_ptr<const EventRecord>> events;
        for (const auto& event : changes.events) events.push_back(std::make_shared<const EventRecord>(event));
        return events;
    }

    static std::vector<runtime::Position> positions_at(std::uint64_t offset) {
        return {{"order", 0, offset}};
    }

    MemoryDisk disk_{"order"};
    std::unique_ptr<runtime::Store> store_ = open_memory_store(disk_);
    bool exists_ = true;
    bool broken_ = false;
    int opened_ = 0;
    int woken_ = 0;
    std::string trouble_;
    LocalBus bus_;
};

TEST_F(LocalBusTest, who_keeps_up_gets_the_very_events_that_were_committed) {
    const auto subscription = bus_.subscribe("cafe", {"order"}, {}, {});
    const auto events = commit(3);
    bus_.committed("order", events);
    const auto polled = subscription->poll(10);
    ASSERT_EQ(polled.size(), 3U);
    EXPECT_EQ(polled[0].event, events[0]);
    EXPECT_EQ(polled[2].event, events[2]);
    EXPECT_EQ(polled[2].partition, 0);
}

TEST_F(LocalBusTest, events_that_everybody_polled_are_not_kept) {
    const auto subscription = bus_.subscribe("cafe", {"order"}, {}, {});
    auto events = commit(2);
    bus_.committed("order", events);
    static_cast<void>(subscription->poll(1));
    EXPECT_EQ(events[0].use_count(), 1);
    EXPECT_EQ(events[1].use_count(), 2);
    static_cast<void>(subscription->poll(1));
    EXPECT_EQ(events[1].use_count(), 1);
}

TEST_F(LocalBusTest, a_consumer_that_is_stuck_does_not_fill_the_memory) {
    const auto subscription = bus_.subscribe("cafe", {"order"}, {}, {});
    const auto events = commit(tail_max + 1);
    bus_.committed("order", events);
    EXPECT_EQ(events[0].use_count(), 1);
    EXPECT_EQ(events[1].use_count(), 2);
    EXPECT_EQ(subscription->poll(100).size(), events.size());
}

TEST_F(LocalBusTest, events_without_a_consumer_are_not_kept) {
    const auto events = commit(2);
    bus_.committed("order", events);
    EXPECT_EQ(events[0].use_count(), 1);
}

TEST_F(LocalBusTest, a_source_that_comes_into_being_later_is_found) {
    exists_ = false;
    const auto subscription = bus_.subscribe("cafe", {"order"}, {}, [this] { ++woken_; });
    EXPECT_TRUE(subscription->poll(10).empty());
    commit(2);
    exists_ = true;
    EXPECT_TRUE(subscription->poll(10).empty());
    bus_.poll_foreign_sources();
    EXPECT_EQ(woken_, 1);
    EXPECT_EQ(subscription->poll(10).size(), 2U);
    bus_.poll_foreign_sources();
    EXPECT_EQ(woken_, 1);
}

TEST_F(LocalBusTest, a_source_that_cannot_be_read_is_reported_and_tried_again) {
    broken_ = true;
    const auto subscription = bus_.subscribe("cafe", {"order"}, {}, [this] { ++woken_; });
    EXPECT_EQ(trouble_, "order: disk gone");
    commit(2);
    EXPECT_TRUE(subscription->poll(10).empty());
    broken_ = false;
    bus_.poll_foreign_sources();
    EXPECT_EQ(woken_, 1);
    EXPECT_EQ(subscription->poll(10).size(), 2U);
}

TEST_F(LocalBusTest, a_consumer_ahead_of_its_source_is_reported_and_gets_nothing) {
    commit(3);
    const auto ahead = bus_.subscribe("cafe", {"order"}, [] { return positions_at(5); }, {});
    EXPECT_NE(trouble_.find("cafe has read order up to position 5, but order ends at 3"), std::string::npos)
        << trouble_;
    const auto right = bus_.subscribe("mypage", {"order"}, [] { return positions_at(3); }, {});
    bus_.committed("order", commit(4));
    EXPECT_TRUE(ahead->poll(10).empty()) << "6 and 7 would come, and 4 and 5 be skipped";
    EXPECT_EQ(right->poll(10).size(), 4U) << "the others go on";
    bus_.poll_foreign_sources();
    EXPECT_NE(trouble_.find("order ends at 7"), std::string::npos) << trouble_;
    EXPECT_TRUE(ahead->poll(10).empty());
}

TEST_F(LocalBusTest, a_source_that_is_put_back_under_the_running_program_is_noticed) {
    const auto subscription = bus_.subscribe("cafe", {"order"}, {}, {});
    const auto newer = [&] {
        MemoryDisk disk{"order"};
        const auto store = open_memory_store(disk);
        Changes changes;
        changes.events.resize(5);
        EXPECT_TRUE(store->commit(changes));
        std::vector<std::shared_ptr<const EventRecord>> events;
        for (auto& event : changes.events) events.push_back(std::make_shared<const EventRecord>(event));
        return events;
    }();
    bus_.committed("order", newer);
    ASSERT_EQ(subscription->poll(10).size(), 5U);
    commit(2);  // the older copy
    bus_.poll_foreign_sources();
    EXPECT_NE(trouble_.find("up to position 5, but order ends at 2"), std::string::npos) << trouble_;
    bus_.committed("order", commit(6));
    EXPECT_TRUE(subscription->poll(10).empty()) << "8 would come, and 3, 4, 5 be skipped";
}

TEST_F(LocalBusTest, an_announcement_that_comes_twice_is_delivered_once) {
    const auto subscription = bus_.subscribe("cafe", {"order"}, {}, {});
    const auto events = commit(2);
    bus_.committed("order", events);
    bus_.committed("order", events);
    EXPECT_EQ(subscription->poll(10).size(), 2U);
    bus_.committed("order", events);
    EXPECT_TRUE(subscription->poll(10).empty());
}

TEST_F(LocalBusTest, the_reader_is_opened_once) {
    const auto first = bus_.subscribe("cafe", {"order"}, {}, {});
    const auto second = bus_.subscribe("mypage", {"order"}, {}, {});
    commit(2);
    bus_.poll_foreign_sources();
    EXPECT_EQ(first->poll(10).size(), 2U);
    EXPECT_EQ(second->poll(10).size(), 2U);
    EXPECT_EQ(opened_, 1);
}

TEST_F(LocalBusTest, it_tells_who_is_behind_and_how_long_the_oldest_has_waited) {
    const auto fast = bus_.subscribe("cafe", {"order"}, {}, {});
    const auto slow = bus_.subscribe("mypage", {"order"}, {}, {});
    const auto own = bus_.subscribe("order", {"order"}, {}, {});
    EXPECT_EQ(bus_.backlog("order").events, 0U);
    bus_.committed("order", commit(3));
    EXPECT_EQ(fast->poll(10).size(), 3U);
    const auto lags = bus_.lags();
    ASSERT_EQ(lags.size(), 2U) << "who follows its own events is not behind";
    EXPECT_EQ(lags[0].events, 0U);
    EXPECT_EQ(lags[1].consumer, "mypage");
    EXPECT_EQ(lags[1].events, 3U);
    EXPECT_EQ(bus_.backlog("order").events, 3U);
    EXPECT_TRUE(bus_.backlog("order").oldest);
}

TEST_F(LocalBusTest, the_oldest_that_waits_is_found_in_the_store_too) {
    const auto slow = bus_.subscribe("mypage", {"order"}, {}, {});
    bus_.committed("order", commit(2 * tail_max));
    EXPECT_EQ(bus_.backlog("order").events, 2U * tail_max);
    EXPECT_FALSE(bus_.backlog("order").oldest) << "nobody who asks waits for the store";
    bus_.poll_foreign_sources();
    EXPECT_TRUE(bus_.backlog("order").oldest);
}

}  // namespace
}  // namespace dangol::adapters
