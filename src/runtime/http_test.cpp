#include "runtime/http.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "runtime/query.hpp"

namespace dangol::runtime {
namespace {

struct Line {
    std::string menu_id;
    int quantity = 0;
};
BOOST_DESCRIBE_STRUCT(Line, (), (menu_id, quantity))

struct Asked {
    Response response;
    std::string route;
    int answers = 0;
};

Request request_for(Method method, std::string path, Role role = Role::customer) {
    Request request;
    request.method = method;
    request.path = std::move(path);
    request.principal.role = role;
    request.language = Language::en;
    request.id = "request1";
    return request;
}

Asked ask(const Router& router, Request request) {
    Asked asked;
    asked.route = router.dispatch(std::move(request), [&asked](Response response) {
        asked.response = std::move(response);
        ++asked.answers;
    });
    return asked;
}

/// Answers with its name and what the path's parts were.
Handler named(std::string name) {
    return [name](const Request& request) {
        std::string body = name;
        for (const auto& param : request.params) body += " " + param;
        return json_response(200, body);
    };
}

std::string header(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers) {
        if (key == name) return value;
    }
    return "";
}

Router cafe_router() {
    Router router;
    router.add({
        {Method::get, "/", Access::anyone(), named("root")},
        {Method::get, "/orders", Access::signed_in(), named("list")},
        {Method::post, "/orders", Access::signed_in(), named("place")},
        {Method::get, "/orders/{id}", Access::anyone(), named("show")},
        {Method::get, "/orders/recent", Access::anyone(), named("recent")},
        {Method::post, "/orders/{id}/cancel", {.customer = true}, named("cancel")},
        {Method::get, "/cafes/{id}/menu/{item}", Access::anyone(), named("item")},
        {Method::get, "/nobody", {}, named("nobody")},
    });
    return router;
}

TEST(Router, finds_a_route_by_its_segments_and_gives_the_parts_in_order) {
    const auto router = cafe_router();
    EXPECT_EQ(ask(router, request_for(Method::get, "/")).response.body, "root");
    const auto item = ask(router, request_for(Method::get, "/cafes/c1/menu/m-2"));
    EXPECT_EQ(item.response.body, "item c1 m-2");
    EXPECT_EQ(item.route, "/cafes/{id}/menu/{item}");
}

TEST(Router, prefers_a_literal_but_comes_back_from_a_dead_end) {
    const auto router = cafe_router();
    EXPECT_EQ(ask(router, request_for(Method::get, "/orders/recent")).response.body, "recent");
    EXPECT_EQ(ask(router, request_for(Method::post, "/orders/recent/cancel")).response.body, "cancel recent");
}

TEST(Router, answers_404_where_there_is_no_route) {
    const auto router = cafe_router();
    for (const std::string path :
         {"/nowhere", "/orders/", "/orders//cancel", "/orders/o1/cancel/now", "orders", ""}) {
        const auto asked = ask(router, request_for(Method::get, path));
        EXPECT_EQ(asked.response.status, 404) << path;
        EXPECT_EQ(asked.response.content_type, "application/problem+json");
        EXPECT_EQ(asked.route, "");
    }
}

TEST(Router, leads_from_a_page_with_a_slash_at_its_end_to_the_one_without) {
    auto router = cafe_router();
    for (const auto* pattern : {"/rider/{section}", "/app.js"})
        router.add({{.method = Method::get,
                     .pattern = pattern,
                     .access = Access::anyone(),
                     .handler = named("page"),
                     .in_contract = false}});
    for (const auto* path : {"/rider/earnings/", "/rider/earnings//"}) {
        const auto asked = ask(router, request_for(Method::get, path));
        EXPECT_EQ(asked.response.status, 308) << path;
        EXPECT_EQ(header(asked.response, "Location"), "/rider/earnings");
    }
    for (const auto* path : {"/orders/", "//", "/nothing/", "//rider/earnings/", "/rider//", "/app.js/"})
        EXPECT_EQ(ask(router, request_for(Method::get, path)).response.status, 404) << path;
    EXPECT_EQ(ask(router, request_for(Method::post, "/rider/earnings/")).response.status, 404);
}

TEST(Router, answers_404_for_a_part_that_cannot_be_an_id) {
    const auto router = cafe_router();
    EXPECT_EQ(ask(router, request_for(Method::get, "/orders/a.b")).response.status, 404);
    EXPECT_EQ(ask(router, request_for(Method::get, "/orders/" + std::string(65, 'a'))).response.status, 404);
    EXPECT_EQ(ask(router, request_for(Method::get, "/orders/" + std::string(64, 'a'))).response.status, 200);
}

TEST(Router, takes_a_files_name_only_where_a_file_may_be_asked_for) {
    Router router;
    router.add({{Method::get, "/assets/{file}", Access::anyone(), named("asset")}});
    EXPECT_EQ(ask(router, request_for(Method::get, "/assets/a-1_.min.js")).response.body,
              "asset a-1_.min.js");
    for (const std::string name : {"..", ".", ".hidden", "a..js", "a.", "a b.js", "a%2e", "a\\b", "b/c.js"}) {
        EXPECT_EQ(ask(router, request_for(Method::get, "/assets/" + name)).response.status, 404) << name;
    }
    EXPECT_FALSE(is_file_name(std::string(64, 'a') + "." + std::string(64, 'b')));
}

TEST(Router, tells_which_route_it_would_take) {
    const auto router = cafe_router();
    ASSERT_NE(router.route_for(Method::get, "/orders/o1"), nullptr);
    EXPECT_EQ(router.route_for(Method::get, "/orders/o1")->pattern, "/orders/{id}");
    EXPECT_EQ(router.route_for(Method::put, "/orders/o1"), nullptr);
    EXPECT_EQ(router.route_for(Method::get, "/nowhere"), nullptr);
}

TEST(Router, answers_405_with_the_methods_that_are_there) {
    const auto router = cafe_router();
    const auto asked = ask(router, request_for(Method::del, "/orders"));
    EXPECT_EQ(asked.response.status, 405);
    EXPECT_EQ(header(asked.response, "Allow"), "GET, POST");
    EXPECT_EQ(router.allowed_methods("/orders/o1/cancel"), "POST");
    EXPECT_EQ(router.allowed_methods("/nowhere"), "");
}

TEST(Router, asks_an_anonymous_caller_to_sign_in_and_refuses_a_wrong_role) {
    const auto router = cafe_router();
    const auto anonymous = ask(router, request_for(Method::get, "/orders", Role::anonymous));
    EXPECT_EQ(anonymous.response.status, 401);
    EXPECT_EQ(header(anonymous.response, "WWW-Authenticate"), "Bearer");
    EXPECT_EQ(ask(router, request_for(Method::post, "/orders/o1/cancel", Role::rider)).response.status, 403);
    EXPECT_EQ(ask(router, request_for(Method::post, "/orders/o1/cancel", Role::customer)).response.status,
              200);
}

TEST(Router, lets_nobody_in_by_default) {
    EXPECT_EQ(ask(cafe_router(), request_for(Method::get, "/nobody", Role::operator_)).response.status, 403);
}

TEST(Router, turns_an_exception_into_a_500_that_discloses_nothing_and_reports_it) {
    Router router;
    router.add({{Method::get, "/broken", Access::anyone(),
                 [](const Request&) -> Response { throw std::runtime_error("password=hunter2"); }}});
    std::string reported;
    router.on_error([&](const Router::HandlerError& error) {
        reported =
            std::string(error.route) + " " + std::string(error.request_id) + " " + std::string(error.what);
    });
    const auto asked = ask(router, request_for(Method::get, "/broken"));
    EXPECT_EQ(asked.response.status, 500);
    EXPECT_EQ(asked.answers, 1);
    EXPECT_EQ(asked.response.body.find("hunter2"), std::string::npos);
    EXPECT_EQ(reported, "/broken request1 password=hunter2");
}

using Kept = std::optional<Callback<std::string>>;

/// Answers with what it gets from `kept`, once that is called.
Task<Response> answered_later(Kept& kept) {
    co_return json_response(200, co_await call<std::string>(
                                     [&kept](Callback<std::string> done) { kept.emplace(std::move(done)); }));
}

struct Later : testing::Test {
    Kept kept;
    Asked asked;
    Router router;
    std::vector<std::string> reported;

    void SetUp() override {
        router.add({{Method::get, "/later", Access::anyone(),
                     [this](const Request&) { return answered_later(kept); }}});
        router.on_error([this](const auto& error) { reported.emplace_back(error.what); });
        router.dispatch(request_for(Method::get, "/later"), [this](Response response) {
            asked.response = std::move(response);
            ++asked.answers;
        });
    }
};

TEST_F(Later, a_handler_that_waits_answers_when_it_goes_on) {
    EXPECT_EQ(asked.answers, 0);
    (*kept)("done");
    EXPECT_EQ(asked.answers, 1);
    EXPECT_EQ(asked.response.body, "done");
}

TEST_F(Later, a_handler_whose_call_is_dropped_answers_500) {
    EXPECT_EQ(asked.answers, 0);
    kept.reset();
    EXPECT_EQ(asked.answers, 1);
    EXPECT_EQ(asked.response.status, 500);
    EXPECT_EQ(reported, std::vector<std::string>{Unanswered().what()});
}

TEST_F(Later, a_handler_that_ends_with_an_exception_later_answers_500) {
    kept->fail(std::make_exception_ptr(std::runtime_error("password=hunter2")));
    EXPECT_EQ(asked.answers, 1);
    EXPECT_EQ(asked.response.status, 500);
    EXPECT_EQ(asked.response.body.find("hunter2"), std::string::npos);
    EXPECT_EQ(reported, std::vector<std::string>{"password=hunter2"});
}

TEST(Router, refuses_two_handlers_for_one_route) {
    auto router = cafe_router();
    EXPECT_THROW(router.add({{Method::get, "/orders/{other}", Access::anyone(), named("again")}}),
                 std::logic_error);
    EXPECT_THROW(router.add({{Method::get, "orders", Access::anyone(), named("bare")}}), std::logic_error);
}

TEST(Problem, tells_type_status_state_and_what_is_allowed_in_the_callers_language) {
    const Rejection rejection{Refusal::conflict,
                              "making-begun",
                              {"제조가 시작됐어요.", "Making has begun."},
                              "making",
                              {"HandOver"}};
    EXPECT_EQ(problem(rejection, Language::ko).body,
              R"({"type":"/problems/making-begun","title":"지금은 할 수 없어요","status":409,)"
              R"("detail":"제조가 시작됐어요.","state":"making","allowed":["HandOver"]})");
    const auto english = problem(rejection, Language::en);
    EXPECT_EQ(english.status, 409);
    EXPECT_NE(english.body.find("Making has begun."), std::string::npos);
}

TEST(Problem, leaves_state_out_where_there_is_none_and_says_empty_where_nothing_is_allowed) {
    const Rejection plain{Refusal::invalid, "bad", {"가", "a"}, {}, {}};
    EXPECT_EQ(problem(plain, Language::en).body.find("allowed"), std::string::npos);
    const Rejection final_state{Refusal::conflict, "done", {"가", "a"}, "completed", {}};
    EXPECT_NE(problem(final_state, Language::en).body.find(R"("allowed":[])"), std::string::npos);
}

TEST(Problem, asks_to_come_back_when_it_is_busy) {
    const auto status_and_retry = [](Refusal refusal) {
        const auto response = problem(Rejection{refusal, "x", {"가", "a"}, {}, {}}, Language::ko);
        return std::pair(response.status, header(response, "Retry-After"));
    };
    EXPECT_EQ(status_and_retry(Refusal::unavailable), std::pair(503, std::string("1")));
    EXPECT_EQ(status_and_retry(Refusal::too_many), std::pair(429, std::string("1")));
    EXPECT_EQ(status_and_retry(Refusal::payment_required), std::pair(402, std::string()));
}

TEST(Body, tells_where_it_is_wrong) {
    auto request = request_for(Method::post, "/orders");
    request.body = R"({"menuId":"m1","quantity":"two"})";
    const auto wrong = body_of<Line>(request);
    ASSERT_FALSE(wrong.has_value());
    EXPECT_EQ(wrong.error().refusal, Refusal::invalid);
    EXPECT_NE(wrong.error().detail.en.find("quantity"), std::string::npos);
    request.body = R"({"menuId":"m1","quantity":2,"price":1})";
    EXPECT_FALSE(body_of<Line>(request).has_value());
    request.body = R"({"menuId":"m1"})";
    const auto without = body_of<Line>(request);
    ASSERT_FALSE(without.has_value());
    EXPECT_EQ(without.error().code, "invalid-body");
    EXPECT_NE(without.error().detail.ko.find("고쳐 주세요: quantity is missing"), std::string::npos);
    request.body = R"({"menuId":"m1","quantity":2})";
    EXPECT_EQ(body_of<Line>(request)->quantity, 2);
}

struct Wish {
    static constexpr std::array may_be_missing{"minutes"};
    int minutes = 30;
};
BOOST_DESCRIBE_STRUCT(Wish, (), (minutes))

TEST(Body, may_only_be_missing_where_all_of_it_may) {
    const auto request = request_for(Method::post, "/orders");
    const auto missing = body_of<Line>(request);
    ASSERT_FALSE(missing.has_value());
    EXPECT_EQ(missing.error().refusal, Refusal::invalid);
    EXPECT_EQ(missing.error().code, "invalid-body");
    EXPECT_NE(missing.error().detail.en.find("is empty"), std::string::npos) << missing.error().detail.en;
    EXPECT_EQ(body_of<Wish>(request)->minutes, 30);
    EXPECT_TRUE(body_of<NoBody>(request).has_value());
}

TEST(Router, browsing_and_what_a_route_says_is_sheddable_and_nothing_else) {
    Router router;
    std::vector<bool> sheddable;
    bool left = false;
    const auto note = [&](const Request& request) {
        sheddable.push_back(request.caller.sheddable());
        left = request.caller.has_left();
        return json_response(200, "{}");
    };
    router.add({{Method::get, "/loans", Access::anyone(), note},
                {Method::post, "/loans", Access::anyone(), note},
                Route{Method::post, "/loans/new", Access::anyone(), note}.sheddable(),
                Route{Method::post, "/loans/lend", {.service = true}, note}.sheddable()});
    const auto ask = [&](Method method, std::string_view path, Role role) -> bool {
        auto request = request_for(method, std::string(path));
        request.principal.role = role;
        request.caller.gone = std::make_shared<const std::atomic<bool>>(true);
        router.dispatch(std::move(request), [](const Response&) {});
        EXPECT_EQ(left, role != Role::service);
        return sheddable.back();
    };
    EXPECT_TRUE(ask(Method::get, "/loans", Role::anonymous));
    EXPECT_TRUE(ask(Method::get, "/loans", Role::customer));
    EXPECT_FALSE(ask(Method::get, "/loans", Role::staff));
    EXPECT_FALSE(ask(Method::post, "/loans", Role::customer));
    EXPECT_TRUE(ask(Method::post, "/loans/new", Role::staff));
    EXPECT_TRUE(ask(Method::post, "/loans/lend", Role::service));
}

TEST(Body, has_no_text_without_a_bound) {
    auto request = request_for(Method::post, "/orders");
    std::string longest;
    for (std::size_t i = 0; i < body_text_max; ++i) longest += "가";
    request.body = R"({"menuId":")" + longest + R"(","quantity":2})";
    EXPECT_TRUE(body_of<Line>(request).has_value());
    request.body = R"({"lines":[{"menuId":"a"},{"menuId":")" + longest + R"(나"}]})";
    const auto refused = json_of(request);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "invalid-body");
    EXPECT_NE(refused.error().detail.en.find("lines[1].menuId has more than 2048 characters"),
              std::string::npos)
        << refused.error().detail.en;
}

TEST(Page, has_50_entries_unless_a_limit_from_1_to_100_is_given) {
    auto request = request_for(Method::get, "/orders");
    EXPECT_EQ(page_of(request)->limit, 50U);
    EXPECT_FALSE(page_of(request)->after);
    for (const auto& [text, limit] : {std::pair("1", 1U), std::pair("100", 100U)}) {
        request.query["limit"] = text;
        EXPECT_EQ(page_of(request)->limit, limit);
    }
    for (const char* text : {"0", "101", "-1", "ten", "", "5x", "99999999999999999999999"}) {
        request.query["limit"] = text;
        EXPECT_FALSE(page_of(request).has_value()) << text;
    }
}

TEST(Page, begins_after_the_last_entry_of_the_page_before) {
    auto request = request_for(Method::get, "/orders");
    for (const auto& cursor : {Cursor{1'795'395'723'004, "06dq3v9x"}, Cursor{-7, "a_b-c"}, Cursor{0, ""}}) {
        request.query["after"] = next_after(cursor);
        EXPECT_EQ(page_of(request)->after, cursor);
    }
    for (const char* text : {"", "7", ".", ".a", "x.a", "7.a.b", "7.a b", "99999999999999999999.a", "7.\n"}) {
        request.query["after"] = text;
        const auto refused = page_of(request);
        ASSERT_FALSE(refused.has_value()) << text;
        EXPECT_EQ(refused.error().code, "invalid-after");
    }
}

TEST(Page, of_a_whole_list_continues_where_the_last_one_ended_though_that_entry_is_gone) {
    const auto at = [](const std::pair<int, std::string>& one) { return Cursor{one.first, one.second}; };
    const std::vector<std::pair<int, std::string>> all{{2, "b"}, {1, "z"}, {2, "a"}, {2, "c"}};
    auto first = all;
    const auto next = cut_whole(first, {.limit = 2}, at);
    EXPECT_EQ(first, (std::vector<std::pair<int, std::string>>{{1, "z"}, {2, "a"}}));
    EXPECT_EQ(next, "2.a");
    std::vector<std::pair<int, std::string>> second{{2, "c"}, {2, "b"}, {0, "new"}};
    EXPECT_EQ(cut_whole(second, {.limit = 2, .after = Cursor{2, "a"}}, at), std::nullopt);
    EXPECT_EQ(second, (std::vector<std::pair<int, std::string>>{{2, "b"}, {2, "c"}}));
}

TEST(Principal, works_for_its_own_branches_only_unless_it_is_the_operator) {
    const Principal staff{{"a"}, Role::staff, {{"c1"}}};
    EXPECT_TRUE(staff.works_for({"c1"}));
    EXPECT_FALSE(staff.works_for({"c2"}));
    EXPECT_TRUE((Principal{{"a"}, Role::operator_, {}}.works_for({"c2"})));
    EXPECT_FALSE((Principal{{"a"}, Role::customer, {{"c1"}}}.works_for({"c1"})));
}

}  // namespace
}  // namespace dangol::runtime
