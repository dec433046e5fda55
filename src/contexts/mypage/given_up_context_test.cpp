// An order that its café gives up after making began, on the production runtime.
#include <gtest/gtest.h>

#include "contexts/mypage/mypage.hpp"
#include "contracts/cafe.hpp"
#include "contracts/delivery.hpp"
#include "contracts/order.hpp"
#include "contracts/payment.hpp"
#include "core/json_tree.hpp"
#include "tests/support/context_world.hpp"

namespace dangol::mypage {
namespace {

class GivenUpTest : public testing::Test {
  protected:
    test::ContextWorld world{[] { return make({}); }};

    GivenUpTest() {
        order::OrderDetails details;
        details.order_id = OrderId{"order"};
        details.cafe_id = CafeId{"cafe"};
        details.customer_id = AccountId{"customer"};
        details.fulfilment = order::Fulfilment::delivery;
        details.destination.emplace().pin = "4242";
        world.publish("order", order::OrderPlaced{details});
        hear<payment::Paid>(1);
        hear<cafe::MakeStarted>(3);
    }
    template <class Event>
    void hear(std::uint64_t version) {
        Event event;
        event.order_id = OrderId{"order"};
        event.cafe_id = CafeId{"cafe"};
        event.customer_id = AccountId{"customer"};
        world.publish("order", event, version);
    }
    std::string shown(std::string_view member) {
        world.settle();
        runtime::Request request;
        request.path = "/myPages/order";
        request.principal = {AccountId{"customer"}, Role::customer, {}};
        return std::string(codec::parse_tree(world.call(request).body)->as_object().at(member).as_string());
    }
};

TEST_F(GivenUpTest, it_is_canceled_when_the_order_says_so) {
    hear<cafe::MakeAborted>(4);
    EXPECT_EQ(shown("orderStatus"), "PREPARING");
    hear<order::OrderCanceled>(3);
    EXPECT_EQ(shown("orderStatus"), "CANCELED");
}

TEST_F(GivenUpTest, delivered_all_the_same_it_is_completed_and_repaid) {
    hear<cafe::MakeCompleted>(4);
    hear<delivery::DeliveryStarted>(5);
    hear<cafe::MakeAborted>(5);
    hear<delivery::DeliveryConfirmed>(6);
    hear<order::OrderCompleted>(3);
    hear<payment::RefundRequested>(2);
    hear<payment::PaymentCanceled>(3);
    EXPECT_EQ(shown("orderStatus"), "COMPLETED");
    EXPECT_EQ(shown("paymentStatus"), "REFUNDED");
}

}  // namespace
}  // namespace dangol::mypage
