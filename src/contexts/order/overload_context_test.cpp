// Orders whose customers have left before they were charged, and orders while too much is going on.
#include <algorithm>
#include <atomic>
#include <memory>

#include "runtime/unavailable.hpp"
#include "tests/support/order_world.hpp"

namespace dangol::order {
namespace {

using namespace testing;

class OrderOverload : public OrderContext {
  protected:
    runtime::Request order() {
        auto asks = order_with("k1");
        asks.caller.gone = gone_;
        return asks;
    }
    void leave_at_next_commit() {
        world_.faults = [this](const runtime::Changes&) {
            *gone_ = true;
            return adapters::CommitFault::none;
        };
    }

    std::shared_ptr<std::atomic<bool>> gone_ = std::make_shared<std::atomic<bool>>(false);
};

TEST_F(OrderOverload, who_leaves_while_the_order_waits_is_neither_decided_nor_charged) {
    *gone_ = true;
    EXPECT_EQ(world_.call(order()).status, 503);
    EXPECT_EQ(world_.event_types(), "");
    EXPECT_TRUE(payments_.asked.empty());
}

TEST_F(OrderOverload, who_leaves_before_the_charge_is_not_charged_and_the_same_request_goes_on) {
    leave_at_next_commit();
    EXPECT_EQ(world_.call(order()).status, 503);
    world_.faults = {};
    EXPECT_EQ(world_.event_types(), "OrderRequested");
    EXPECT_TRUE(payments_.asked.empty());

    *gone_ = false;
    EXPECT_EQ(world_.call(order()).status, 201);
    EXPECT_EQ(world_.event_types(), "OrderRequested OrderPlaced");
    EXPECT_EQ(payments_.asked.size(), 1U);
}

TEST_F(OrderOverload, while_too_much_waits_an_order_is_refused_before_it_is_read) {
    bool decided = false;
    world_.writer().submit(
        RequestContext{.id = "first", .caller = {Criticality::sheddable, {}}},
        [](runtime::Unit&) -> Result<int> { return 1; }, [&](const Result<int>&) { decided = true; });
    world_.clock.advance(500ms);
    // Unread, else it would be a 400. What waits is done meanwhile, and so the next one is read.
    const auto refused = world_.call(order_with("k1", "no order"));
    EXPECT_EQ(refused.status, 503);
    EXPECT_TRUE(runtime::is_problem(refused, "overloaded"));
    EXPECT_TRUE(decided);
    EXPECT_EQ(world_.call(order_with("k1", "no order")).status, 400);
}

TEST_F(OrderOverload, an_order_that_was_left_before_the_charge_expires) {
    leave_at_next_commit();
    world_.call(order());
    world_.run_for(31min);
    EXPECT_EQ(world_.event_types(), "OrderRequested OrderExpired");
}

TEST_F(OrderOverload, who_leaves_after_the_charge_has_an_order) {
    payments_.meanwhile = [this] { *gone_ = true; };
    EXPECT_EQ(world_.call(order()).status, 201);
    EXPECT_EQ(world_.event_types(), "OrderRequested OrderPlaced");
}

TEST_F(OrderOverload, what_payment_refuses_for_who_has_left_is_kept_for_the_same_request) {
    payments_.answer = std::unexpected(runtime::client_gone());
    payments_.meanwhile = [this] { *gone_ = true; };
    EXPECT_EQ(world_.call(order()).status, 503);
    EXPECT_EQ(world_.event_types(), "OrderRequested");

    *gone_ = false;
    payments_.answer = PaymentAnswer{Outcome::paid, {}};
    payments_.meanwhile = [] {};
    EXPECT_EQ(world_.call(order()).status, 201);
}

TEST_F(OrderOverload, what_payment_sheds_is_refused_with_retry_after_and_may_be_ordered_again) {
    payments_.answer = std::unexpected(runtime::overloaded());
    const auto refused = world_.call(order());
    EXPECT_EQ(refused.status, 503);
    EXPECT_NE(std::ranges::find(refused.headers, std::pair<std::string, std::string>{"Retry-After", "1"}),
              refused.headers.end());
    EXPECT_EQ(world_.event_types(), "OrderRequested OrderPaymentFailed");
    payments_.answer = PaymentAnswer{Outcome::paid, {}};
    EXPECT_EQ(world_.call(order()).status, 201);
}

}  // namespace
}  // namespace dangol::order
