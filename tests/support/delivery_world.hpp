#pragma once

#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "contexts/delivery/delivery.hpp"
#include "contracts/cafe.hpp"
#include "contracts/order.hpp"
#include "core/json_tree.hpp"
#include "tests/support/context_world.hpp"

/// For tests: the delivery context, orders that it hears of, and whoever asks it.
namespace dangol::delivery::testing {

using namespace std::chrono_literals;
using runtime::Method;

class DeliveryWorld : public ::testing::Test {
  protected:
    explicit DeliveryWorld(Settings settings = {})
        : world_([settings = std::move(settings)] { return make(settings); }) {}

    void is_ordered(const std::string& id, order::Fulfilment fulfilment = order::Fulfilment::delivery) {
        order::OrderPlaced placed;
        placed.order = {.order_id = {id},
                        .cafe_id = {"c1"},
                        .cafe_name = {"단골 성수", "Dangol Seongsu"},
                        .cafe_place = {37.5445, 127.0557},
                        .customer_id = {"customer"},
                        .language = Language::ko,
                        .call_number = "A-17",
                        .lines = {},
                        .qty = 2,
                        .units = 2,
                        .items_price = {9000, "KRW"},
                        .delivery_fee = {3000, "KRW"},
                        .total_price = {12000, "KRW"},
                        .fulfilment = fulfilment,
                        .destination = {},
                        .note = {},
                        .order_date = {}};
        if (fulfilment == order::Fulfilment::delivery) {
            placed.order.destination = order::Destination{
                "서울 성동구 왕십리로 1", "101호", {37.5471, 127.0473}, "010-1234-5678", "문 앞", "4711"};
        }
        world_.hears(id, placed);
    }
    void is_begun(const std::string& id, bool for_delivery = true) {
        cafe::MakeStarted event;
        event.order_id = {id};
        event.for_delivery = for_delivery;
        world_.hears(id, event);
    }
    void is_made(const std::string& id, bool for_delivery = true) {
        cafe::MakeCompleted event;
        event.order_id = {id};
        event.for_delivery = for_delivery;
        world_.hears(id, event);
    }
    void is_canceled(const std::string& id) {
        order::OrderCanceled event;
        event.order_id = {id};
        world_.hears(id, event);
    }

    runtime::Response send(Method method, const std::string& target, std::string who, std::string body = {},
                           Role role = Role::rider) {
        return world_.call(method, target, {{std::move(who)}, role, {}}, std::move(body));
    }
    runtime::Response post(const std::string& path, std::string who, std::string body = {},
                           Role role = Role::rider) {
        return send(Method::post, path, std::move(who), std::move(body), role);
    }
    runtime::Response get(const std::string& path, std::string who, Role role = Role::rider) {
        return send(Method::get, path, std::move(who), {}, role);
    }
    std::string status_of(const std::string& id) {
        const auto body = codec::parse_tree(get("/deliveries/" + id, "boss", Role::operator_).body);
        const auto* status = body->as_object().if_contains("status");
        return status == nullptr || !status->is_string() ? "" : std::string(status->get_string());
    }

    test::ContextWorld world_;
};

}  // namespace dangol::delivery::testing
