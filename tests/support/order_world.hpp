#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <boost/json/parse.hpp>

#include "contexts/order/order.hpp"
#include "contracts/cafe.hpp"
#include "tests/support/context_world.hpp"

/// For tests: the order context with one open branch, and with payments as the test says.
namespace dangol::order::testing {

using namespace std::chrono_literals;
using runtime::Method;
using runtime::Response;
using Outcome = PaymentAnswer::Outcome;

/// Answers as the test says; without an answer it keeps the reply.
class ScriptedPayments final : public PaymentPort {
  public:
    std::vector<PaymentRequest> asked;
    std::optional<Result<PaymentAnswer>> answer = PaymentAnswer{Outcome::paid, {}};
    std::vector<std::move_only_function<void(Result<PaymentAnswer>)>> kept;
    std::function<void()> meanwhile = [] {};  ///< while it is asked

    void start(PaymentRequest request, std::move_only_function<void(Result<PaymentAnswer>)> reply) override {
        asked.push_back(std::move(request));
        meanwhile();
        if (answer) return reply(*answer);
        kept.push_back(std::move(reply));
    }
};

inline constexpr auto two_lattes =
    R"({"cafeId":"c1","lines":[{"menuId":"latte","quantity":2}],"payment":{"method":"card","token":"tok"}})";

class OrderContext : public ::testing::Test {
  protected:
    OrderContext() { open_branch("c1"); }

    void open_branch(const std::string& id) {
        cafe::CafeRegistered registered;
        registered.cafe_id = {id};
        registered.profile.name = {"단골 성수", "Dangol Seongsu"};
        registered.profile.place = {37.5445, 127.0557};
        world_.hears(id, registered);
        cafe::MenuItem latte;
        latte.id = {"latte"};
        latte.name = {"라떼", "Latte"};
        latte.price = {4500, "KRW"};
        world_.hears(id, cafe::MenuPublished{{id}, {latte}}, 2);
        world_.hears(id, cafe::CafeOpened{{id}}, 3);
    }

    static runtime::Request request(Method method, std::string path, std::string body = {},
                                    Principal principal = {{"customer"}, Role::customer, {}}) {
        runtime::Request request;
        request.method = method;
        request.path = std::move(path);
        request.body = std::move(body);
        request.content_type = "application/json";
        request.principal = std::move(principal);
        request.language = Language::en;
        request.id = "request";
        return request;
    }
    static runtime::Request order_with(std::string key, std::string body = two_lattes) {
        auto asks = request(Method::post, "/orders", std::move(body));
        asks.idempotency_key = std::move(key);
        return asks;
    }
    Response place(std::string key = "k1", std::string body = two_lattes) {
        return world_.call(order_with(std::move(key), std::move(body)));
    }
    Response cancel(const std::string& id) {
        return world_.call(request(Method::post, "/orders/" + id + "/cancel", "{}"));
    }
    Response force_cancel(const std::string& id, std::string body) {
        return world_.call(request(Method::post, "/orders/" + id + "/forceCancel", std::move(body),
                                   {{"boss"}, Role::operator_, {}}));
    }
    static boost::json::value json(const Response& response) {
        boost::json::error_code error;
        auto value = boost::json::parse(response.body, error);
        EXPECT_FALSE(error) << response.body;
        return value;
    }
    static std::string text(const Response& response, std::string_view member) {
        const auto body = json(response);
        const auto* value = body.as_object().if_contains(member);
        return value == nullptr ? "" : std::string(std::string_view(value->as_string()));
    }
    /// An order that is paid and placed.
    std::string placed() { return text(place(), "orderId"); }
    std::string status_of(const std::string& id) {
        return text(world_.call(request(Method::get, "/orders/" + id)), "status");
    }
    /// Something happens elsewhere while a request waits for it.
    template <class Event>
    void soon(Event event, const std::string& id) {
        event.order_id = {id};
        world_.outside.after(500ms, [this, event, id] { world_.publish(id, event, 2); });
        world_.let_requests_wait(5s);
    }
    template <class Event>
    void hears(Event event, const std::string& id) {
        event.order_id = {id};
        world_.hears(id, event, 2);
    }

    ScriptedPayments payments_;
    test::ContextWorld world_{[this] { return make({}, payments_); }};
};

}  // namespace dangol::order::testing
