// How a router holds requests to the limits of their routes.
#include "runtime/admission.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/manual_ports.hpp"

namespace dangol::runtime {
namespace {

using namespace std::chrono_literals;

constexpr Limit knocks{.name = "knocks", .per = Per::client, .rate = {.burst = 3, .each = 10s}};
constexpr Limit wrong_words{
    .name = "words", .per = Per::target, .rate = {.burst = 2, .each = 3min}, .failure = "wrong-word"};
constexpr Limit wrong_words_of_a_network{
    .name = "words", .per = Per::client, .rate = {.burst = 3, .each = 10s}, .failure = "wrong-word"};
constexpr Limit bells{.name = "bells", .per = Per::client, .rate = {.burst = 1, .each = 10s}};
constexpr Limit letters{.name = "letters", .per = Per::account, .rate = {.burst = 1, .each = 2500ms}};

class ALimitedRouter : public testing::Test {
  protected:
    ALimitedRouter() {
        router_.limit(limiter_);
        Route door{Method::post, "/doors/{id}/open", Access::anyone(),
                   [this](Request request) { return open(std::move(request)); }};
        Route gate{Method::post, "/gates/{id}/open", Access::anyone(),
                   [this](Request request) { return open(std::move(request)); }};
        Route knock{Method::post, "/knock", Access::anyone(), [](const Request&) { return Response{}; }};
        Route bell{Method::post, "/bell", Access::anyone(), [](const Request&) { return Response{}; }};
        Route ring{Method::post, "/ring", Access::anyone(), [](const Request&) { return Response{}; }};
        Route letter{Method::post, "/letters", Access::anyone(), [](const Request&) { return Response{}; }};
        Route plain{Method::get, "/plain", Access::anyone(), [](const Request&) { return Response{}; }};
        router_.add({door.limited({wrong_words}), gate.limited({wrong_words_of_a_network, wrong_words}),
                     bell.limited({bells}), knock.limited({knocks}), ring.limited({knocks}),
                     letter.limited({letters}), plain});
    }

    Task<Response> open(Request request) {
        if (request.body == "later") {
            co_return co_await call<Response>([this](Callback<Response> done) {
                waiting_ = std::make_unique<Callback<Response>>(std::move(done));
            });
        }
        if (request.body == "broken") throw std::runtime_error("the lock is broken");
        if (request.body == "open") co_return Response{};
        if (request.body == "stuck")
            co_return problem({Refusal::unprocessable, "stuck", {"안 열려요", "Stuck"}, {}, {}},
                              request.language);
        co_return problem({Refusal::unprocessable, "wrong-word", {"틀려요", "Wrong"}, {}, {}},
                          request.language);
    }

    struct Caller {
        std::string client = "192.0.2.1";
        std::string account = {};
    };
    Response ask(std::string path, const Caller& caller, std::string body = {}) {
        Request request;
        request.method = path == "/plain" ? Method::get : Method::post;
        request.path = std::move(path);
        request.body = std::move(body);
        request.client = caller.client;
        request.principal.account = {caller.account};
        request.language = Language::en;
        const auto answer = std::make_shared<Response>();
        answer->status = 0;
        router_.dispatch(std::move(request), [answer](Response response) { *answer = std::move(response); });
        last_ = answer;
        return *answer;
    }
    static std::string retry_after(const Response& response) {
        for (const auto& [name, value] : response.headers) {
            if (name == "Retry-After") return value;
        }
        return "";
    }

    test::ManualClock clock_;
    Limiter limiter_{clock_};
    Router router_;
    std::unique_ptr<Callback<Response>> waiting_;
    std::shared_ptr<Response> last_;
};

TEST_F(ALimitedRouter, refuses_what_is_too_much_for_one_address_and_says_when_to_come_again) {
    for (int i = 0; i < 3; ++i) EXPECT_EQ(ask("/knock", {}).status, 200);
    clock_.advance(1500ms);
    const auto refused = ask("/knock", {});
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(retry_after(refused), "9");
    EXPECT_TRUE(is_problem(refused, "too-many-requests")) << refused.body;
    EXPECT_NE(refused.body.find("Too many requests from your network. Try again in 9 seconds, or use "
                                "another network."),
              std::string::npos)
        << refused.body;
    EXPECT_EQ(ask("/knock", {.client = "192.0.2.2"}).status, 200);
    EXPECT_EQ(ask("/plain", {}).status, 200);
    clock_.advance(9s);
    EXPECT_EQ(ask("/knock", {}).status, 200);
}

TEST_F(ALimitedRouter, counts_routes_with_one_limit_together) {
    EXPECT_EQ(ask("/knock", {}).status, 200);
    EXPECT_EQ(ask("/ring", {}).status, 200);
    EXPECT_EQ(ask("/knock", {}).status, 200);
    EXPECT_EQ(ask("/ring", {}).status, 429);
}

TEST_F(ALimitedRouter, counts_limits_of_different_names_or_kinds_apart) {
    for (int i = 0; i < 3; ++i) EXPECT_EQ(ask("/knock", {.client = "c1"}).status, 200);
    EXPECT_EQ(ask("/bell", {.client = "c1"}).status, 200);
    for (int i = 0; i < 2; ++i) EXPECT_EQ(ask("/doors/c1/open", {.client = "c2"}, "sesame").status, 422);
    EXPECT_EQ(ask("/gates/g1/open", {.client = "c1"}, "sesame").status, 422);
    EXPECT_EQ(ask("/gates/g1/open", {.client = "c1"}, "sesame").status, 422);
}

TEST_F(ALimitedRouter, says_which_of_several_limits_takes_longest) {
    for (int i = 0; i < 2; ++i) EXPECT_EQ(ask("/gates/g1/open", {}, "sesame").status, 422);
    const auto target = ask("/gates/g1/open", {}, "sesame");
    EXPECT_EQ(retry_after(target), "180");
    EXPECT_TRUE(target.body.contains("Too many failed attempts. Try again in 3 minutes.")) << target.body;

    EXPECT_EQ(ask("/gates/g2/open", {}, "sesame").status, 422);
    const auto network = ask("/gates/g3/open", {}, "sesame");
    EXPECT_EQ(retry_after(network), "10");
    EXPECT_TRUE(is_problem(network, "too-many-attempts")) << network.body;
    EXPECT_TRUE(
        network.body.contains("Too many failed attempts from your network. Try again in 10 seconds, or "
                              "use another network."))
        << network.body;
    EXPECT_EQ(ask("/gates/g3/open", {.client = "192.0.2.2"}, "sesame").status, 422);
}

TEST_F(ALimitedRouter, does_not_count_together_what_it_cannot_tell_apart) {
    for (int i = 0; i < 10; ++i) {
        EXPECT_EQ(ask("/knock", {.client = ""}).status, 200);
        EXPECT_EQ(ask("/letters", {}).status, 200);
    }
    EXPECT_EQ(ask("/letters", {.account = "mina"}).status, 200);
    EXPECT_EQ(retry_after(ask("/letters", {.account = "mina"})), "3");
    EXPECT_EQ(ask("/letters", {.account = "joon"}).status, 200);
}

TEST_F(ALimitedRouter, holds_back_guesses_at_one_target_whoever_makes_them) {
    EXPECT_EQ(ask("/doors/d1/open", {.client = "a", .account = "mina"}, "sesame").status, 422);
    EXPECT_EQ(ask("/doors/d1/open", {.client = "b", .account = "joon"}, "sesam").status, 422);
    clock_.advance(1s);
    const auto refused = ask("/doors/d1/open", {.client = "c", .account = "sua"}, "open");
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(retry_after(refused), "179");
    EXPECT_TRUE(is_problem(refused, "too-many-attempts")) << refused.body;
    EXPECT_NE(refused.body.find("Too many failed attempts. Try again in 3 minutes."), std::string::npos);
    EXPECT_EQ(ask("/doors/d2/open", {}, "open").status, 200);
}

TEST_F(ALimitedRouter, charges_nothing_for_what_does_not_fail) {
    for (int i = 0; i < 20; ++i) EXPECT_EQ(ask("/doors/d1/open", {}, "open").status, 200);
    for (int i = 0; i < 20; ++i) EXPECT_EQ(ask("/doors/d1/open", {}, "broken").status, 500);
    for (int i = 0; i < 20; ++i) EXPECT_EQ(ask("/doors/d1/open", {}, "stuck").status, 422);
    EXPECT_EQ(ask("/doors/d1/open", {}, "sesame").status, 422);
}

TEST_F(ALimitedRouter, lets_nobody_guess_faster_side_by_side) {
    EXPECT_EQ(ask("/doors/d1/open", {}, "later").status, 0);
    auto first = std::move(waiting_);
    const auto first_answer = last_;
    EXPECT_EQ(ask("/doors/d1/open", {}, "later").status, 0);
    EXPECT_EQ(ask("/doors/d1/open", {}, "sesame").status, 429);

    (*first)(Response{});
    EXPECT_EQ(first_answer->status, 200);
    EXPECT_EQ(ask("/doors/d1/open", {}, "sesame").status, 422);
    EXPECT_EQ(ask("/doors/d1/open", {}, "sesame").status, 429);
    (*waiting_)(Response{});
}

TEST_F(ALimitedRouter, tells_which_refusals_its_routes_have) {
    EXPECT_EQ(refusals_of({}), std::vector<std::string_view>{});
    EXPECT_EQ(refusals_of({knocks, wrong_words, letters}),
              (std::vector<std::string_view>{"too-many-attempts", "too-many-requests"}));
}

TEST(ARouterWithoutALimiter, limits_nobody) {
    Router router;
    Route knock{Method::post, "/knock", Access::anyone(), [](const Request&) { return Response{}; }};
    router.add({knock.limited({knocks})});
    for (int i = 0; i < 10; ++i) {
        Request request;
        request.method = Method::post;
        request.path = "/knock";
        request.client = "192.0.2.1";
        router.dispatch(std::move(request),
                        [](const Response& response) { EXPECT_EQ(response.status, 200); });
    }
}

}  // namespace
}  // namespace dangol::runtime
