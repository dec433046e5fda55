// MyPage on the production runtime, alone: what it hears, what it answers, what its streams show.
#include <set>

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

using namespace std::chrono_literals;
using runtime::Method;

const Principal customer{AccountId{"customer"}, Role::customer, {}};
const Principal stranger{AccountId{"stranger"}, Role::customer, {}};
const Principal staff{AccountId{"barista"}, Role::staff, {CafeId{"cafe"}}};
const Principal other_staff{AccountId{"barista2"}, Role::staff, {CafeId{"elsewhere"}}};
const Principal the_operator{AccountId{"operator"}, Role::operator_, {}};

class MyPageContextTest : public testing::Test {
  protected:
    test::ContextWorld world{[] { return make({}); }};

    order::OrderDetails details(const std::string& id, bool delivery) {
        order::OrderDetails order;
        order.order_id = OrderId{id};
        order.cafe_id = CafeId{"cafe"};
        order.cafe_name = {"단골 강남점", "Dangol Gangnam"};
        order.customer_id = AccountId{"customer"};
        order.call_number = "A-12";
        order.lines.push_back({.menu_id = MenuId{"latte"},
                               .name = {"라떼", "Latte"},
                               .options = {},
                               .unit_price = {},
                               .price = {9'000}});
        order.qty = 2;
        order.units = 2;
        order.total_price = {9'000, "KRW"};
        order.fulfilment = delivery ? order::Fulfilment::delivery : order::Fulfilment::pickup;
        if (delivery) order.destination.emplace().pin = "4242";
        order.order_date = world.clock.now();
        return order;
    }
    template <class Event>
    void hear(const std::string& id, std::uint64_t version = 1) {
        Event event;
        event.order_id = OrderId{id};
        event.cafe_id = CafeId{"cafe"};
        event.customer_id = AccountId{"customer"};
        world.publish(id, event, version);
        world.clock.advance_to(world.clock.now() + 1s);
    }
    void place(const std::string& id, bool delivery = false) {
        const auto order = details(id, delivery);
        world.publish(id, order::OrderRequested{order});
        world.clock.advance_to(world.clock.now() + 1s);
        hear<payment::Paid>(id);
        world.publish(id, order::OrderPlaced{order});
        world.clock.advance_to(world.clock.now() + 1s);
    }
    boost::json::object page(const std::string& id, const Principal& viewer = customer) {
        const auto response = world.call(Method::get, "/myPages/" + id, viewer);
        EXPECT_EQ(response.status, 200) << response.body;
        return codec::parse_tree(response.body)->as_object();
    }
    static std::string text(const boost::json::object& object, std::string_view member) {
        const auto* value = object.if_contains(member);
        return value == nullptr ? "" : std::string(value->as_string());
    }
    std::vector<std::string> statuses_in(const std::shared_ptr<runtime::Watch>& watch) {
        std::vector<std::string> statuses;
        for (const auto& frame : watch->take()) {
            if (frame.event != "page") continue;
            const auto status = text(codec::parse_tree(frame.data)->as_object(), "orderStatus");
            if (statuses.empty() || statuses.back() != status) statuses.push_back(status);
        }
        return statuses;
    }
    std::shared_ptr<runtime::Watch> stream(const std::string& path, const Principal& viewer,
                                           std::string from) {
        runtime::Request request;
        request.path = path;
        request.principal = viewer;
        request.last_event_id = std::move(from);
        return world.call(std::move(request)).watch;
    }
};

TEST_F(MyPageContextTest, shows_every_status_of_a_delivery_in_order_even_from_the_beginning) {
    place("order", true);
    hear<cafe::OrderApproved>("order");
    world.settle();
    const auto live = stream("/myPages/order/stream", customer, "");
    hear<cafe::MakeStarted>("order");
    hear<delivery::DeliveryClaimed>("order", 3);
    hear<cafe::MakeCompleted>("order");
    hear<delivery::DeliveryStarted>("order", 5);
    hear<delivery::DeliveryConfirmed>("order", 6);
    hear<order::OrderCompleted>("order", 3);
    world.settle();
    EXPECT_EQ(statuses_in(live),
              (std::vector<std::string>{"ACCEPTED", "PREPARING", "READY", "OUT_FOR_DELIVERY", "COMPLETED"}));
    EXPECT_EQ(statuses_in(stream("/myPages/order/stream", customer, "0")),
              (std::vector<std::string>{"PAYMENT_PENDING", "PLACED", "ACCEPTED", "PREPARING", "READY",
                                        "OUT_FOR_DELIVERY", "COMPLETED"}));
    const auto page_now = page("order");
    EXPECT_EQ(text(page_now, "originStatus"), "제조완료");
    EXPECT_EQ(text(page_now, "deliveryStatus"), "DELIVERED");
    EXPECT_EQ(text(page_now, "deliveryId"), "order");
}

TEST_F(MyPageContextTest, shows_the_pin_to_the_customer_only) {
    place("order", true);
    world.settle();
    EXPECT_EQ(text(page("order"), "pin"), "4242");
    EXPECT_FALSE(page("order", staff).contains("pin"));
    const auto frames = stream("/myPages/order/stream", staff, "0")->take();
    ASSERT_FALSE(frames.empty());
    for (const auto& frame : frames) EXPECT_EQ(frame.data.find("4242"), std::string::npos);
}

TEST_F(MyPageContextTest, is_nobody_elses_business) {
    place("order");
    world.settle();
    for (const auto& nosy : {stranger, other_staff}) {
        EXPECT_EQ(world.call(Method::get, "/myPages/order", nosy).status, 404);
        EXPECT_EQ(world.call(Method::get, "/myPages/order/stream", nosy).status, 404);
    }
    EXPECT_EQ(world.call(Method::get, "/myPages/order", {}).status, 401);
    EXPECT_EQ(world.call(Method::get, "/myPages/unknown", customer).status, 404);
    EXPECT_EQ(
        codec::parse_tree(world.call(Method::get, "/myPages", stranger).body)->at("items").as_array().size(),
        0U);
}

TEST_F(MyPageContextTest, a_stream_that_is_opened_before_the_order_is_heard_of_shows_it_to_its_owner_only) {
    const auto mine = stream("/myPages/order/stream", customer, "");
    const auto strangers = stream("/myPages/order/stream", stranger, "");
    place("order");
    world.settle();
    EXPECT_EQ(statuses_in(mine), (std::vector<std::string>{"PAYMENT_PENDING", "PLACED"}));
    EXPECT_TRUE(strangers->take().empty());
}

TEST_F(MyPageContextTest, an_early_start_of_making_is_not_lost) {
    hear<cafe::MakeStarted>("order");
    world.settle();
    place("order");
    world.settle();
    EXPECT_EQ(text(page("order"), "orderStatus"), "PREPARING");
    EXPECT_EQ(text(page("order"), "callNumber"), "A-12");
    EXPECT_EQ(world.parked(), 0U);
}

TEST_F(MyPageContextTest, lists_the_newest_first_in_pages) {
    for (const auto* id : {"first", "second", "third"}) place(id);
    world.settle();
    runtime::Request request;
    request.path = "/myPages";
    request.principal = customer;
    request.query = {{"limit", "2"}};
    auto list = codec::parse_tree(world.call(request).body)->as_object();
    ASSERT_EQ(list.at("items").as_array().size(), 2U);
    EXPECT_EQ(list.at("items").as_array()[0].at("orderId").as_string(), "third");
    request.query["after"] = text(list, "next");
    list = codec::parse_tree(world.call(request).body)->as_object();
    ASSERT_EQ(list.at("items").as_array().size(), 1U);
    EXPECT_EQ(list.at("items").as_array()[0].at("orderId").as_string(), "first");
    EXPECT_FALSE(list.contains("next"));
}

TEST_F(MyPageContextTest, pages_of_one_show_every_order_of_one_millisecond) {
    std::set<std::string> ordered;
    for (int i = 0; i < 60; ++i) {
        const auto id = "order" + std::to_string(i);
        ordered.insert(id);
        world.publish(id, order::OrderRequested{details(id, false)});
    }
    world.settle();
    runtime::Request request;
    request.path = "/myPages";
    request.principal = customer;
    request.query = {{"limit", "1"}};
    std::set<std::string> shown;
    for (int pages = 1;; ++pages) {
        ASSERT_LE(pages, 60);
        const auto list = codec::parse_tree(world.call(request).body)->as_object();
        for (const auto& item : list.at("items").as_array())
            EXPECT_TRUE(shown.insert(text(item.as_object(), "orderId")).second);
        if (!list.contains("next")) break;
        request.query["after"] = text(list, "next");
    }
    EXPECT_EQ(shown, ordered);
}

TEST_F(MyPageContextTest, the_queue_counts_down_and_survives_a_restart) {
    cafe::CafeRegistered branch;
    branch.cafe_id = CafeId{"cafe"};
    branch.profile.stations = 1;
    world.publish("cafe", branch);
    place("first");
    place("mine");
    hear<cafe::OrderApproved>("first");
    hear<cafe::OrderApproved>("mine");
    world.settle();
    const auto queue = page("mine").at("queue").as_object();
    EXPECT_EQ(queue.at("position").as_int64(), 2);
    EXPECT_EQ(queue.at("unitsAhead").as_int64(), 2);

    world.restart();
    world.settle();
    EXPECT_EQ(page("mine").at("queue").as_object(), queue);
    const auto length = world.call(Method::get, "/myPages/queues/cafe", {});
    EXPECT_EQ(codec::parse_tree(length.body)->at("ordersAhead").as_int64(), 2);

    const auto watch = stream("/myPages/mine/stream", customer, "");
    hear<cafe::MakeStarted>("first");
    hear<cafe::MakeCompleted>("first");
    world.settle();
    EXPECT_EQ(page("mine").at("queue").as_object().at("position").as_int64(), 1);
    EXPECT_FALSE(page("first").contains("queue"));
    const auto frames = watch->take();
    ASSERT_FALSE(frames.empty());
    const auto& last = frames.back();
    EXPECT_EQ(last.event, "queue");
    EXPECT_EQ(last.id, "") << "a figure must not move the client's place in the stream";
    EXPECT_EQ(codec::parse_tree(last.data)->at("position").as_int64(), 1);
}

TEST_F(MyPageContextTest, a_commit_of_unknown_outcome_that_was_made_moves_the_queue) {
    place("first");
    place("mine");
    hear<cafe::OrderApproved>("first");
    hear<cafe::OrderApproved>("mine");
    world.settle();
    ASSERT_EQ(page("mine").at("queue").as_object().at("position").as_int64(), 2);

    world.faults = [commits = 0](const runtime::Changes&) mutable {
        return ++commits == 1 ? adapters::CommitFault::unknown_applied : adapters::CommitFault::none;
    };
    hear<cafe::MakeStarted>("first");
    hear<cafe::MakeCompleted>("first");
    world.settle();
    EXPECT_EQ(page("mine").at("queue").as_object().at("position").as_int64(), 1);
}

TEST_F(MyPageContextTest, what_cannot_be_read_at_the_start_is_read_later) {
    const auto queue_length = [this]() -> std::string {
        return world.call(Method::get, "/myPages/queues/cafe", {}).body;
    };
    const auto pulse = [this] {
        const auto minutes = codec::parse_tree(world.call(Method::get, "/myPages/pulse", the_operator).body);
        std::int64_t placed = 0;
        for (const auto& minute : minutes->at("minutes").as_array()) placed += minute.at("placed").as_int64();
        return placed;
    };
    place("first");
    world.settle();
    const auto length = queue_length();
    ASSERT_EQ(codec::parse_tree(length)->at("ordersAhead").as_int64(), 1);

    world.refused_reads = 2;
    world.restart();
    ASSERT_EQ(world.refused_reads, 1);
    world.run_for(1s - 1ms);
    EXPECT_EQ(world.refused_reads, 1);
    world.run_for(1ms);
    ASSERT_EQ(world.refused_reads, 0);
    EXPECT_NE(queue_length(), length);
    EXPECT_EQ(pulse(), 0);
    world.run_for(2s - 1ms);
    EXPECT_NE(queue_length(), length) << "twice the pause of before";
    world.run_for(1ms);
    EXPECT_EQ(queue_length(), length);
    EXPECT_EQ(pulse(), 1);
}

TEST_F(MyPageContextTest, a_rejection_shows_why_and_the_way_of_the_money) {
    place("order");
    cafe::OrderRejected rejected{OrderId{"order"}, CafeId{"cafe"}, AccountId{"customer"},
                                 cafe::CafeReason::sold_out, "우유가 없어요"};
    world.publish("order", rejected, 2);
    order::OrderCanceled canceled{OrderId{"order"}, CafeId{"cafe"}, AccountId{"customer"},
                                  order::CancelReason::rejected, "우유가 없어요"};
    world.publish("order", canceled, 3);
    world.publish("order",
                  payment::RefundRequested{
                      OrderId{"order"}, CafeId{"cafe"}, AccountId{"customer"}, {9'000, "KRW"}, "rejected"},
                  3);
    world.settle();
    auto now = page("order");
    EXPECT_EQ(text(now, "orderStatus"), "REJECTED");
    EXPECT_EQ(text(now, "originStatus"), "취소됨");
    EXPECT_EQ(text(now, "cancelReason"), "sold_out");
    EXPECT_EQ(text(now.at("refund").as_object(), "state"), "REQUESTED");

    world.publish(
        "order",
        payment::PaymentCanceled{OrderId{"order"}, CafeId{"cafe"}, AccountId{"customer"}, {9'000, "KRW"}}, 4);
    world.settle();
    now = page("order");
    EXPECT_EQ(text(now.at("refund").as_object(), "state"), "DONE");
    EXPECT_EQ(text(now, "paymentStatus"), "REFUNDED");
    EXPECT_FALSE(now.contains("queue"));
}

TEST_F(MyPageContextTest, a_second_refund_is_shown_with_its_own_state_and_time) {
    place("order");
    payment::RefundRequested requested{{"order"}, {"cafe"}, {"customer"}, {500, "KRW"},
                                       "spilt",   1,        {500, "KRW"}};
    payment::PaymentCanceled done{{"order"}, {"cafe"}, {"customer"}, {500, "KRW"}, {}, 1, {500, "KRW"}};
    const auto refund = [&] {
        const auto shown = page("order").at("refund").as_object();
        return text(shown, "state") + " " + text(shown, "at");
    };
    const auto now = [&](const std::string& state) { return state + " " + format_time(world.clock.now()); };
    world.hears("order", requested, 3);
    world.hears("order", payment::RefundDelayed{{"order"}, {"cafe"}, {"customer"}, "refused", 1}, 4);
    EXPECT_EQ(refund(), now("DELAYED"));
    world.hears("order", done, 5);
    EXPECT_EQ(refund(), now("DONE"));
    world.clock.advance(1min);
    requested.number = done.number = 2;
    requested.total = done.total = {1'000, "KRW"};
    world.hears("order", requested, 6);
    EXPECT_EQ(refund(), now("REQUESTED")) << "the first one's trouble is over";
    world.clock.advance(1min);
    world.hears("order", done, 7);
    EXPECT_EQ(refund(), now("DONE"));
}

TEST_F(MyPageContextTest, an_unreadable_event_is_parked_and_the_others_go_on) {
    EventRecord broken;
    broken.source = "order";
    broken.type = "OrderRequested";
    broken.subject = "broken";
    broken.data = "{\"order\":7}";
    world.bus.publish(broken);
    place("order");
    world.settle();
    EXPECT_EQ(world.parked(), 1U);
    EXPECT_EQ(text(page("order"), "orderStatus"), "PLACED");
}

TEST_F(MyPageContextTest, a_failed_delivery_is_told_as_such_and_the_order_decides_its_end) {
    place("order", true);
    hear<delivery::DeliveryStarted>("order");
    hear<delivery::DeliveryFailed>("order", 2);
    world.settle();
    EXPECT_EQ(text(page("order"), "orderStatus"), "OUT_FOR_DELIVERY");
    EXPECT_EQ(text(page("order"), "deliveryStatus"), "FAILED");
    hear<order::OrderUndelivered>("order", 2);
    world.settle();
    const auto shown = page("order");
    EXPECT_EQ(text(shown, "orderStatus"), "UNDELIVERED");
    EXPECT_EQ(text(shown, "deliveryStatus"), "FAILED");
    EXPECT_EQ(text(shown, "deliveryFailure"), "customer_absent");
    EXPECT_FALSE(shown.contains("completedAt"));
}

TEST_F(MyPageContextTest, a_shift_over_midnight_is_one_day_of_sales_in_the_branchs_time_zone) {
    cafe::CafeRegistered branch{CafeId{"cafe"}, {}};
    branch.profile.time_zone = "America/New_York";
    world.hears("cafe", branch);
    world.clock.advance_to(parse_time("2027-03-14T03:30:00Z").value());  // Saturday, 22:30
    place("evening");
    world.clock.advance_to(parse_time("2027-03-14T07:30:00Z").value());  // 03:30: 02:00 was skipped
    place("night");
    world.clock.advance_to(parse_time("2027-03-14T09:00:00Z").value());  // 05:00
    place("morning");
    world.settle();
    const auto sales = [this](const std::string& query) {
        const auto response = world.call(Method::get, "/myPages/sales/cafe" + query, staff);
        EXPECT_EQ(response.status, 200) << response.body;
        return codec::parse_tree(response.body)->as_object();
    };
    const auto day = sales("?day=2027-03-13");
    EXPECT_EQ(day.at("orders").as_int64(), 2);
    EXPECT_EQ(text(day, "begins"), "2027-03-13T10:00:00.000Z");
    EXPECT_EQ(text(day, "ends"), "2027-03-14T09:00:00.000Z");
    const auto& hours = day.at("hours").as_array();
    ASSERT_EQ(hours.size(), 2U);
    EXPECT_EQ(hours[0].at("hour").as_int64(), 22);
    EXPECT_EQ(hours[1].at("hour").as_int64(), 3);
    EXPECT_EQ(text(sales(""), "day"), "2027-03-14");
    EXPECT_EQ(sales("").at("orders").as_int64(), 1);
}

}  // namespace
}  // namespace dangol::mypage
