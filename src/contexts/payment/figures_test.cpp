#include "contexts/payment/figures.hpp"

#include <gtest/gtest.h>

#include "adapters/memory/memory_store.hpp"
#include "contexts/payment/aggregates.hpp"
#include "core/codec.hpp"

namespace dangol::payment {
namespace {

Posting posting(const std::string& account, std::int64_t amount) { return {account, {amount, "KRW"}}; }
std::vector<Posting> moved(std::int64_t amount) { return {posting("from", -amount), posting("to", amount)}; }

template <class Stage>
State payment_in(std::int64_t amount) {
    Stage stage;
    stage.bill.amount.amount = amount;
    return stage;
}

TEST(BookRules, books_that_are_right_break_none) {
    EXPECT_FALSE(broken_by(payment_in<stage::Failed>(0), {}));
    EXPECT_FALSE(broken_by(payment_in<stage::Paid>(5), Movements{.paid = moved(5)}));
    EXPECT_FALSE(
        broken_by(payment_in<stage::Refunded>(5), Movements{.paid = moved(5), .refunded = moved(5)}));
    EXPECT_FALSE(broken_by(payment_in<stage::Settled>(5), Movements{.paid = moved(5), .settled = moved(5)}));
}

TEST(BookRules, refunds_after_the_end_and_losses_are_in_the_books) {
    stage::Settled settled;
    settled.bill.amount.amount = 5;
    settled.refunded.amount = 3;
    settled.refunds = 2;
    const Movements parts{.paid = moved(5), .settled = moved(5), .refunds = {moved(1), moved(2)}};
    EXPECT_FALSE(broken_by(settled, parts));
    settled.refunded.amount = 2;
    EXPECT_EQ(broken_by(settled, parts), BookRule::books_agree);
    const Movements too_much{.paid = moved(5), .settled = moved(5), .refunds = {moved(3), moved(3)}};
    EXPECT_EQ(broken_by(settled, too_much), BookRule::captured_once);

    stage::Refunded refunded;
    refunded.bill.amount.amount = 5;
    const Movements loss{.paid = moved(5), .refunded = moved(5), .loss = moved(5)};
    EXPECT_EQ(broken_by(refunded, loss), BookRule::books_agree);
    refunded.loss_booked = true;
    EXPECT_FALSE(broken_by(refunded, loss));
}

TEST(BookRules, books_that_are_wrong_break_the_rule_that_says_so) {
    const auto paid = payment_in<stage::Paid>(5);
    EXPECT_EQ(broken_by(paid, Movements{.paid = {posting("to", 5)}}), BookRule::balanced);
    EXPECT_EQ(broken_by(paid, Movements{.paid = moved(5), .refunded = moved(5), .settled = moved(5)}),
              BookRule::captured_once);
    EXPECT_EQ(broken_by(paid, Movements{.paid = moved(5), .refunded = moved(6)}), BookRule::captured_once);
    EXPECT_EQ(broken_by(paid, Movements{.paid = moved(4)}), BookRule::books_agree);
    EXPECT_EQ(broken_by(paid, {}), BookRule::books_agree);
    EXPECT_EQ(broken_by(payment_in<stage::Failed>(0), Movements{.paid = moved(5)}), BookRule::books_agree);
}

/// What an audit tells.
struct Told final : runtime::Figures {
    void gauge(std::string_view, std::string_view, double value, Labels labels) override {
        values[labels.front().second] = value;
    }
    void counter(std::string_view, std::string_view, double value, Labels) override { audited = value; }
    void violated(std::string_view, std::string_view subject) override { wrong.emplace_back(subject); }

    std::map<std::string, double> values;
    double audited = 0;
    std::vector<std::string> wrong;
};

TEST(AuditOfBooks, it_checks_each_payment_that_moved_money_once) {
    adapters::MemoryDisk disk("any");
    const auto store = adapters::open_memory_store(disk);
    const auto record = [&](const std::string& type, const std::string& order, const State& state,
                            std::vector<Posting> postings) {
        runtime::Changes changes;
        auto& event = changes.events.emplace_back();
        event.id = type + order;
        event.type = type;
        event.subject = order;
        event.version = 1;
        changes.documents.push_back({std::string(Payment::name), order, 1, 0, codec::to_json(state)});
        if (!postings.empty()) {
            changes.rows.emplace_back(
                runtime::Row{std::string(view::ledger), "Paid:" + order, "all", 1, codec::to_json(postings)});
        }
        ASSERT_TRUE(store->commit(changes));
    };
    record("Paid", "right", payment_in<stage::Paid>(5), moved(5));
    record("Paid", "wrong", payment_in<stage::Paid>(5), {posting("to", 5)});
    record("PaymentStarted", "begun", stage::Started{}, {});
    const auto audit = audit_books();
    Told told;
    audit(*store, {}, told);
    audit(*store, {}, told);
    EXPECT_EQ(told.wrong, std::vector<std::string>{"wrong"});
    EXPECT_EQ(told.audited, 2);
    EXPECT_EQ(told.values,
              (std::map<std::string, double>{{"balanced", 1}, {"captured_once", 0}, {"books_agree", 0}}));
}

}  // namespace
}  // namespace dangol::payment
