#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include <boost/json/parse.hpp>

#include "contexts/cafe/cafe.hpp"
#include "contracts/cafe.hpp"
#include "contracts/delivery.hpp"
#include "contracts/order.hpp"
#include "tests/support/context_world.hpp"

/// For tests: the café context with one open branch.
namespace dangol::cafe::testing {

using namespace std::chrono_literals;
using runtime::Method;
using runtime::Response;

class CafeContext : public ::testing::Test {
  protected:
    /// The clock starts on Monday, 09:00 in Seoul.
    const Timestamp start{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

    void is_placed(const std::string& id, order::Fulfilment fulfilment = order::Fulfilment::pickup,
                   Duration later = 0ms, std::int64_t turn = 0) {
        order::OrderPlaced placed;
        auto& order = placed.order;
        order.order_id = {id};
        order.cafe_id = {"c1"};
        order.customer_id = {"customer"};
        order.call_number = "A-17";
        order.fulfilment = fulfilment;
        order.qty = 2;
        order.units = 2;
        order.note = "덜 달게";
        order.order_date = start + later;
        order.turn = turn;
        order.lines.push_back(
            {{"latte"}, {"라떼", "Latte"}, 2, {{"oat", {"오트", "Oat"}, {500, "KRW"}}}, {}, {}, 2});
        world_.hears(id, placed);
    }
    void wants_to_cancel(const std::string& id,
                         order::CancelReason reason = order::CancelReason::customer_request) {
        world_.hears(id, order::OrderCancelRequested{{id}, {"c1"}, {"customer"}, reason});
    }
    void is_canceled(const std::string& id) {
        world_.hears(id, order::OrderCanceled{{id}, {"c1"}, {"customer"}, order::CancelReason::no_rider, ""});
    }

    Response send(Method method, const std::string& target, std::string body, Role role = Role::staff,
                  std::vector<CafeId> cafes = {{"c1"}}) {
        return world_.call(method, target, {{"someone"}, role, std::move(cafes)}, std::move(body));
    }
    Response post(const std::string& target, std::string body = {}) {
        return send(Method::post, target, std::move(body));
    }
    Response get(const std::string& target, Role role = Role::staff) {
        return send(Method::get, target, {}, role);
    }

    static boost::json::value json(const Response& response) {
        boost::json::error_code error;
        auto value = boost::json::parse(response.body, error);
        EXPECT_FALSE(error) << response.body;
        return value;
    }
    /// The ids or other members of a list's items, joined by spaces.
    static std::string each(const Response& response, const char* member) {
        std::string all;
        for (const auto& item : json(response).at("items").as_array()) {
            if (!all.empty()) all += " ";
            all += std::string_view(item.at(member).as_string());
        }
        return all;
    }
    /// The same of all pages of a list.
    std::string in_pages(const std::string& target, const char* member, const std::string& after = {}) {
        const auto page = json(get(target + after)).as_object();
        std::string all;
        for (const auto& item : page.at("items").as_array())
            all += std::string_view(item.at(member).as_string());
        if (!page.contains("next")) return all;
        return all + in_pages(target, member, "&after=" + std::string(page.at("next").as_string()));
    }
    std::string status_of(const std::string& id) {
        const auto response = get("/cafeOrders/" + id);
        if (response.status != 200) return std::to_string(response.status);
        return std::string(std::string_view(json(response).at("status").as_string()));
    }
    std::string events_of(const std::string& id) { return world_.event_types(id); }
    void open_a_cafe(const std::string& id = "c1",
                     const std::string& place = R"({"latitude":37.5,"longitude":127.0})") {
        EXPECT_EQ(send(Method::post, "/cafes",
                       R"({"id":")" + id +
                           R"(","name":{"ko":"단골","en":"Dangol"},"address":"서울","place":)" + place + "}",
                       Role::operator_, {})
                      .status,
                  201);
        EXPECT_EQ(send(Method::post, "/cafes/" + id + "/open", {}, Role::operator_, {}).status, 200);
    }

    test::ContextWorld world_{[] { return make(); }};
};

}  // namespace dangol::cafe::testing
