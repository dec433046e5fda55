// Orders whose customers have left before they were charged, and orders while too much is going on.
#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "contexts/order/order.hpp"
#include "contracts/cafe.hpp"
#include "runtime/unavailable.hpp"
#include "tests/support/context_world.hpp"

namespace dangol::order {
namespace {

using namespace std::chrono_literals;
using runtime::Method;
using runtime::Request;

/// Approves everything, or refuses as the test says; notes who is asked for.
class Payments final : public PaymentPort {
  public:
    std::vector<PaymentRequest> asked;
    std::optional<Rejection> refusal;
    std::function<void()> meanwhile = [] {};

    void start(PaymentRequest request, std::move_only_function<void(Result<PaymentAnswer>)> reply) override {
        asked.push_back(std::move(request));
        meanwhile();
        if (refusal) return reply(std::unexpected(*refusal));
        reply(PaymentAnswer{PaymentAnswer::Outcome::paid, {}});
    }
};

class OrderOverload : public testing::Test {
  protected:
    OrderOverload() {
        cafe::CafeRegistered registered;
        registered.cafe_id = {"c1"};
        registered.profile.name = {"단골 성수", "Dangol Seongsu"};
        world_.hears("c1", registered);
        cafe::MenuItem latte;
        latte.id = {"latte"};
        latte.name = {"라떼", "Latte"};
        latte.price = {4500, "KRW"};
        world_.hears("c1", cafe::MenuPublished{{"c1"}, {latte}}, 2);
        world_.hears("c1", cafe::CafeOpened{{"c1"}}, 3);
    }

    Request order() {
        Request request;
        request.method = Method::post;
        request.path = "/orders";
        request.body =
            R"({"cafeId":"c1","lines":[{"menuId":"latte","quantity":1}],"payment":{"method":"card","token":"t"}})";
        request.content_type = "application/json";
        request.principal = {{"customer"}, Role::customer, {}};
        request.idempotency_key = "k1";
        request.id = "request";
        request.caller.gone = gone_;
        return request;
    }
    void leave_at_next_commit() {
        world_.faults = [this](const runtime::Changes&) {
            *gone_ = true;
            return adapters::CommitFault::none;
        };
    }

    std::shared_ptr<std::atomic<bool>> gone_ = std::make_shared<std::atomic<bool>>(false);
    Payments payments_;
    test::ContextWorld world_{[this] { return make({}, payments_); }};
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
    payments_.refusal = runtime::client_gone();
    payments_.meanwhile = [this] { *gone_ = true; };
    EXPECT_EQ(world_.call(order()).status, 503);
    EXPECT_EQ(world_.event_types(), "OrderRequested");

    *gone_ = false;
    payments_.refusal.reset();
    payments_.meanwhile = [] {};
    EXPECT_EQ(world_.call(order()).status, 201);
}

TEST_F(OrderOverload, what_payment_sheds_is_refused_with_retry_after_and_may_be_ordered_again) {
    payments_.refusal = runtime::overloaded();
    const auto refused = world_.call(order());
    EXPECT_EQ(refused.status, 503);
    EXPECT_NE(std::ranges::find(refused.headers, std::pair<std::string, std::string>{"Retry-After", "1"}),
              refused.headers.end());
    EXPECT_EQ(world_.event_types(), "OrderRequested OrderPaymentFailed");
    payments_.refusal.reset();
    EXPECT_EQ(world_.call(order()).status, 201);
}

}  // namespace
}  // namespace dangol::order
