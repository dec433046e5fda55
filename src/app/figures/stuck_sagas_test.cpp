#include "app/figures/stuck_sagas.hpp"

#include <gtest/gtest.h>

#include "adapters/memory/memory_store.hpp"
#include "contexts/mypage/aggregates.hpp"

namespace dangol::app {
namespace {

using namespace std::chrono_literals;
using mypage::OrderStatus;
using mypage::Page;

const Timestamp now{std::chrono::hours{24 * 365 * 50}};

Page page(OrderStatus status, std::optional<Timestamp> mypage::Facts::* fact, Duration ago) {
    Page page{.status = status, .facts = {}};
    page.facts.*fact = now - ago;
    return page;
}

TEST(StuckSagas, an_order_is_stuck_where_its_time_is_over) {
    using Facts = mypage::Facts;
    const SagaLimits limits;
    EXPECT_FALSE(stuck_in(page(OrderStatus::placed, &Facts::placed_at, 11min), now, limits));
    EXPECT_EQ(stuck_in(page(OrderStatus::placed, &Facts::placed_at, 13min), now, limits),
              StuckIn::acceptance);
    EXPECT_EQ(stuck_in(page(OrderStatus::cancel_requested, &Facts::cancel_requested_at, 3min), now, limits),
              StuckIn::cancel);
    EXPECT_EQ(stuck_in(page(OrderStatus::preparing, &Facts::accepted_at, 4h), now, limits), StuckIn::making);
    EXPECT_EQ(stuck_in(page(OrderStatus::ready, &Facts::made_at, 4h), now, limits), StuckIn::handover);
    EXPECT_EQ(stuck_in(page(OrderStatus::payment_pending, &Facts::payment_unknown_at, 33min), now, limits),
              StuckIn::payment);
    auto refund = page(OrderStatus::canceled, &Facts::refund_requested_at, 16min);
    EXPECT_EQ(stuck_in(refund, now, limits), StuckIn::refund);
    refund.facts.refunded_at = now;
    EXPECT_FALSE(stuck_in(refund, now, limits));
    EXPECT_FALSE(stuck_in(page(OrderStatus::completed, &Facts::placed_at, 100h), now, limits));
}

TEST(StuckSagas, those_that_are_open_are_counted) {
    adapters::MemoryDisk disk{"mypage"};
    const auto store = adapters::open_memory_store(disk);
    runtime::Changes changes;
    const auto add = [&](const std::string& order, const Page& page, Timestamp asked) {
        changes.documents.push_back(
            {std::string(mypage::MyPageAggregate::name), order, 1, 0, codec::to_json(page)});
        changes.rows.emplace_back(runtime::Row{std::string(mypage::view::desk), order,
                                               std::string(mypage::view::open), mypage::rank_of(asked),
                                               "cafe"});
    };
    add("old", page(OrderStatus::placed, &mypage::Facts::placed_at, 1h), now - 1h);
    add("new", page(OrderStatus::placed, &mypage::Facts::placed_at, 1min), now - 1min);
    ASSERT_TRUE(store->commit(changes));
    const auto sagas = open_sagas(*store, now, {});
    EXPECT_EQ(sagas.open, 2U);
    EXPECT_EQ(sagas.oldest, now - 1h);
    EXPECT_EQ(sagas.stuck.at(StuckIn::acceptance), 1U);
    EXPECT_EQ(sagas.stuck.at(StuckIn::refund), 0U);
}

}  // namespace
}  // namespace dangol::app
