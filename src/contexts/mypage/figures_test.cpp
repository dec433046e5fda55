#include "contexts/mypage/figures.hpp"

#include <gtest/gtest.h>

#include "adapters/memory/memory_store.hpp"
#include "contexts/mypage/aggregates.hpp"
#include "core/codec.hpp"

namespace dangol::mypage {
namespace {

using namespace std::chrono_literals;

const Timestamp now{std::chrono::hours{24 * 365 * 50}};

Page page(OrderStatus status, std::optional<Timestamp> Facts::* fact, Duration ago) {
    Page page{.status = status, .facts = {}};
    page.facts.*fact = now - ago;
    return page;
}

TEST(StuckSagas, an_order_is_stuck_where_its_time_is_over) {
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

TEST(PageRules, a_page_says_whether_order_and_money_fit) {
    Page page;
    page.facts.made_at = now;
    EXPECT_EQ(broken_by(page), PageRule::served_means_paid);
    page.facts.paid_at = now;
    EXPECT_FALSE(broken_by(page));
    page.facts.canceled_at = now;
    EXPECT_EQ(broken_by(page), PageRule::canceled_means_repaid);
    page.facts.refund_requested_at = now;
    EXPECT_FALSE(broken_by(page));
}

TEST(PageRules, an_order_is_not_fulfilled_with_money_that_went_back_for_want_of_it) {
    Page page;
    page.facts.paid_at = page.facts.placed_at = page.facts.completed_at = now;
    page.facts.refund_requested_at = now;
    EXPECT_FALSE(broken_by(page)) << "a completed order was refunded";
    page.facts.order_repaid = true;
    EXPECT_EQ(broken_by(page), PageRule::repaid_means_canceled);
    page.facts.given_up_at = Timestamp{};  // by the café, while the rider had it
    EXPECT_EQ(broken_by(page), std::nullopt);
    page.facts.given_up_at.reset();
    page.facts.canceled_at = now;
    EXPECT_FALSE(broken_by(page)) << "it was canceled and served all the same";
}

TEST(PageRules, a_delivery_that_the_house_failed_is_repaid) {
    Page page;
    page.facts.paid_at = page.facts.undelivered_at = now;
    EXPECT_FALSE(broken_by(page)) << "the customer was not there";
    page.facts.undelivered_by_house = true;
    EXPECT_EQ(broken_by(page), PageRule::canceled_means_repaid);
    page.facts.refund_requested_at = now;
    EXPECT_FALSE(broken_by(page));
}

TEST(PageRules, an_order_that_costs_nothing_is_served_without_a_payment) {
    Page page;
    page.facts.placed_at = now;
    page.facts.order = PageOrder{};
    page.facts.order->total_price = Money{0, "KRW"};
    EXPECT_FALSE(broken_by(page));
}

/// What a measure tells, by the last label of the figure or its name.
struct Told final : runtime::Figures {
    void gauge(std::string_view name, std::string_view, double value, Labels labels) override {
        values[labels.empty() ? std::string(name) : labels.back().second] = value;
    }
    void counter(std::string_view, std::string_view, double, Labels) override {}
    void violated(std::string_view, std::string_view subject) override { wrong.emplace_back(subject); }

    std::map<std::string, double> values;
    std::vector<std::string> wrong;
};

class StoredPages : public testing::Test {
  protected:
    /// A page as it is stored, with the event that changed it.
    void store_page(const std::string& order, const Page& page, std::vector<runtime::Row> rows = {}) {
        runtime::Changes changes;
        auto& event = changes.events.emplace_back();
        event.id = order + std::to_string(++events_);
        event.type = "MyPageChanged";
        event.subject = order;
        event.version = 1;
        const auto known = store_->document(MyPage::name, order);
        const auto version = known ? known->version : 0;
        changes.documents.push_back(
            {std::string(MyPage::name), order, version + 1, version, codec::to_json(page)});
        for (auto& row : rows) changes.rows.emplace_back(std::move(row));
        ASSERT_TRUE(store_->commit(changes));
    }

    adapters::MemoryDisk disk_{"any"};
    std::unique_ptr<runtime::Store> store_ = adapters::open_memory_store(disk_);
    int events_ = 0;
    Told told_;
};

TEST_F(StoredPages, a_page_may_be_wrong_for_a_while) {
    const auto audit = audit_pages();
    Page page;
    page.facts.paid_at = page.facts.canceled_at = now;
    store_page("late", page);
    store_page("never", page);
    audit(*store_, now, told_);
    EXPECT_EQ(told_.values["canceled_means_repaid"], 0);
    page.facts.refund_requested_at = now;
    store_page("late", page);
    audit(*store_, now + 1min, told_);
    audit(*store_, now + 2min, told_);
    EXPECT_EQ(told_.values["canceled_means_repaid"], 1);
    EXPECT_EQ(told_.wrong, std::vector<std::string>{"never"});
}

TEST_F(StoredPages, the_open_and_the_stuck_are_counted) {
    const auto row = [](std::string_view scope, const std::string& order, Timestamp since) {
        return runtime::Row{std::string(view::desk), order, std::string(scope),
                            since.time_since_epoch().count(), "{}"};
    };
    store_page("slow", page(OrderStatus::placed, &Facts::placed_at, 13min),
               {row(view::open, "slow", now - 13min)});
    store_page("quick", page(OrderStatus::placed, &Facts::placed_at, 1min),
               {row(view::open, "quick", now - 1min)});
    measure_sagas({})(*store_, now, told_);
    EXPECT_EQ(told_.values["acceptance"], 1);
    EXPECT_EQ(told_.values["refund"], 0);
    EXPECT_EQ(told_.values["dangol_open_sagas"], 2);
    EXPECT_EQ(told_.values["dangol_oldest_open_saga_seconds"], 13 * 60);
}

}  // namespace
}  // namespace dangol::mypage
