#include "app/figures/money_audit.hpp"

#include <gtest/gtest.h>

#include "adapters/memory/memory_store.hpp"
#include "contexts/mypage/aggregates.hpp"
#include "contexts/payment/aggregate.hpp"

namespace dangol::app {
namespace {

using namespace std::chrono_literals;
using payment::Payment;
using payment::PaymentStatus;
using payment::Posting;

const Timestamp now{std::chrono::hours{24 * 365 * 50}};

Posting posting(const std::string& account, std::int64_t amount) { return {account, {amount, "KRW"}}; }
std::vector<Posting> moved(std::int64_t amount) { return {posting("from", -amount), posting("to", amount)}; }

Payment payment_in(PaymentStatus status, std::int64_t amount) {
    Payment payment;
    payment.status = status;
    payment.amount.amount = amount;
    return payment;
}

TEST(MoneyRules, books_that_are_right_break_none) {
    EXPECT_FALSE(broken_by(payment_in(PaymentStatus::failed, 0), Movements{}));
    EXPECT_FALSE(broken_by(payment_in(PaymentStatus::paid, 5), {moved(5), {}, {}}));
    EXPECT_FALSE(broken_by(payment_in(PaymentStatus::refunded, 5), {moved(5), moved(5), {}}));
    EXPECT_FALSE(broken_by(payment_in(PaymentStatus::settled, 5), {moved(5), {}, moved(5)}));
}

TEST(MoneyRules, books_that_are_wrong_break_the_rule_that_says_so) {
    const auto paid = payment_in(PaymentStatus::paid, 5);
    EXPECT_EQ(broken_by(paid, {{posting("to", 5)}, {}, {}}), MoneyRule::balanced);
    EXPECT_EQ(broken_by(paid, {moved(5), moved(5), moved(5)}), MoneyRule::captured_once);
    EXPECT_EQ(broken_by(paid, {moved(5), moved(6), {}}), MoneyRule::captured_once);
    EXPECT_EQ(broken_by(paid, {moved(4), {}, {}}), MoneyRule::books_agree);
    EXPECT_EQ(broken_by(paid, Movements{}), MoneyRule::books_agree);
    EXPECT_EQ(broken_by(payment_in(PaymentStatus::failed, 0), {moved(5), {}, {}}), MoneyRule::books_agree);
}

TEST(MoneyRules, a_page_says_whether_order_and_money_fit) {
    mypage::Page page;
    page.facts.made_at = now;
    EXPECT_EQ(broken_by(page), MoneyRule::served_means_paid);
    page.facts.paid_at = now;
    EXPECT_FALSE(broken_by(page));
    page.facts.canceled_at = now;
    EXPECT_EQ(broken_by(page), MoneyRule::canceled_means_repaid);
    page.facts.refund_requested_at = now;
    EXPECT_FALSE(broken_by(page));
}

class MoneyAuditTest : public testing::Test {
  protected:
    /// What is stored with one event of `type` about the order.
    template <class State>
    void store(std::string_view kind, const std::string& type, const std::string& order, const State& state,
               std::vector<runtime::Row> rows = {}) {
        runtime::Changes changes;
        auto& event = changes.events.emplace_back();
        event.id = type + order;
        event.type = type;
        event.subject = order;
        event.version = 1;
        const auto known = store_->document(kind, order);
        const auto version = known ? known->version : 0;
        changes.documents.push_back({std::string(kind), order, version + 1, version, codec::to_json(state)});
        for (auto& row : rows) changes.rows.emplace_back(std::move(row));
        ASSERT_TRUE(store_->commit(changes));
    }
    void store_page(const std::string& order, const mypage::Page& page) {
        store(mypage::MyPageAggregate::name, "MyPageChanged", order, page);
    }

    adapters::MemoryDisk disk_{"any"};
    std::unique_ptr<runtime::Store> store_ = adapters::open_memory_store(disk_);
    std::vector<std::string> told_;
    MoneyAudit audit_{[this](const std::string& order, MoneyRule) { told_.push_back(order); }};
};

TEST_F(MoneyAuditTest, it_reads_the_ledger_of_each_payment_that_moved_money) {
    const auto paid = payment_in(PaymentStatus::paid, 5);
    const auto ledger = [](const std::string& order, std::vector<Posting> postings) {
        return runtime::Row{std::string(payment::ledger_view), "Paid:" + order, "all", 1,
                            codec::to_json(postings)};
    };
    store(payment::PaymentAggregate::name, "Paid", "right", paid, {ledger("right", moved(5))});
    store(payment::PaymentAggregate::name, "Paid", "wrong", paid, {ledger("wrong", {posting("to", 5)})});
    store(payment::PaymentAggregate::name, "PaymentStarted", "begun", payment_in(PaymentStatus::started, 0));
    audit_.look_at_payments(*store_);
    audit_.look_at_payments(*store_);
    EXPECT_EQ(audit_.broken(MoneyRule::balanced), 1U);
    EXPECT_EQ(audit_.looked_at(), 2U);
    EXPECT_EQ(told_, std::vector<std::string>{"wrong"});
}

TEST_F(MoneyAuditTest, a_page_may_be_wrong_for_a_while) {
    mypage::Page page;
    page.facts.paid_at = page.facts.canceled_at = now;
    store_page("late", page);
    store_page("never", page);
    audit_.look_at_pages(*store_, now);
    EXPECT_EQ(audit_.broken(MoneyRule::canceled_means_repaid), 0U);
    page.facts.refund_requested_at = now;
    store_page("late", page);
    audit_.look_at_pages(*store_, now + 1min);
    audit_.look_at_pages(*store_, now + MoneyAudit::patience);
    EXPECT_EQ(audit_.broken(MoneyRule::canceled_means_repaid), 1U);
    EXPECT_EQ(told_, std::vector<std::string>{"never"});
}

}  // namespace
}  // namespace dangol::app
