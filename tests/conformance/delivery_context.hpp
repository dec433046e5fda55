#pragma once

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "contexts/cafe/events.hpp"
#include "contexts/delivery/delivery.hpp"
#include "contexts/order/events.hpp"
#include "tests/conformance/one_context.hpp"

/// The delivery context with two riders online, kim and lee, and what its tests do to it.
namespace dangol::conformance {

inline constexpr auto near_the_door = "37.5471,127.0473";
inline constexpr auto four_kilometres_off = "37.5830,127.0473";

class DeliveryContext : public testing::Test {
  protected:
    DeliveryContext() {
        for (const auto* rider : {"kim", "lee"}) {
            EXPECT_EQ(post("/deliveries/shift", rider, R"({"online":true})").status, 200);
        }
    }
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
        world_.hears("order", id, placed);
    }
    void is_begun(const std::string& id, bool for_delivery = true) {
        cafe::MakeStarted event;
        event.order_id = {id};
        event.for_delivery = for_delivery;
        world_.hears("cafe", id, event);
    }
    void is_made(const std::string& id, bool for_delivery = true) {
        cafe::MakeCompleted event;
        event.order_id = {id};
        event.for_delivery = for_delivery;
        world_.hears("cafe", id, event);
    }
    void is_canceled(const std::string& id) {
        order::OrderCanceled event;
        event.order_id = {id};
        world_.hears("order", id, event);
    }

    runtime::Response send(runtime::Method method, const std::string& path, std::string who,
                           std::string body = {}, runtime::Role role = runtime::Role::rider) {
        runtime::Request request;
        request.method = method;
        request.path = path;
        request.body = std::move(body);
        request.content_type = "application/json";
        request.principal = {{std::move(who)}, role, {}};
        request.language = Language::en;
        return world_.ask(std::move(request));
    }
    runtime::Response post(const std::string& path, std::string who, std::string body = {},
                           runtime::Role role = runtime::Role::rider) {
        return send(runtime::Method::post, path, std::move(who), std::move(body), role);
    }
    runtime::Response get(const std::string& path, std::string who,
                          runtime::Role role = runtime::Role::rider) {
        return send(runtime::Method::get, path, std::move(who), {}, role);
    }
    runtime::Response offers_at(const std::string& place, const std::string& who = "kim") {
        runtime::Request request;
        request.path = "/deliveries/offers";
        request.query = {{"lat", place.substr(0, place.find(','))},
                         {"lng", place.substr(place.find(',') + 1)}};
        request.principal = {{who}, runtime::Role::rider, {}};
        return world_.ask(std::move(request));
    }
    static bool says(const runtime::Response& response, std::string_view text) {
        return response.body.find(text) != std::string::npos;
    }
    std::string status_of(const std::string& id) {
        const auto body = codec::parse(get("/deliveries/" + id, "boss", runtime::Role::operator_).body);
        const auto* status = body->as_object().if_contains("status");
        return status == nullptr || !status->is_string() ? "" : std::string(status->get_string());
    }

    delivery::DeliveryContext context_;
    OneContext world_{context_};
};

}  // namespace dangol::conformance
