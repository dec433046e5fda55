#include "adapters/remote/http_provider.hpp"

#include <gtest/gtest.h>

#include <optional>

#include "adapters/sandbox_provider/sandbox_provider.hpp"
#include "runtime/http.hpp"
#include "tests/support/scripted_peer.hpp"

namespace dangol::adapters {
namespace {

using namespace payment;
using namespace std::chrono_literals;
using namespace test;

RemoteSettings provider_settings() {
    RemoteSettings settings{.name = "sandbox", .urls = {"http://bank"}};
    settings.breaker.reset();
    return settings;
}

/// The sandbox's own routes answer what the provider asks.
struct Provider : testing::Test {
    ScriptedPeer peer{provider_settings()};
    SandboxProvider sandbox{{.troubles = true}, peer.clock, peer.timers};
    runtime::Router router;
    HttpProvider provider{peer.service, 5s};

    void SetUp() override { router.add(sandbox.routes()); }

    /// What the sandbox answers to the call that waits; nullopt: nothing, so far.
    std::optional<HttpOutcome> routed(Role role = Role::service) {
        const auto& call = peer.calls.back();
        runtime::Request request;
        request.method = call.method == "GET" ? runtime::Method::get : runtime::Method::post;
        request.path = call.url.substr(std::string("http://bank").size());
        request.body = call.body;
        request.principal.role = role;
        auto told = std::make_shared<std::optional<HttpOutcome>>();
        router.dispatch(std::move(request), [told](const runtime::Response& answer) {
            *told = reply(answer.status, answer.body);
        });
        return *told;
    }
    template <class Outcome>
    Outcome through(std::optional<Outcome>& told) {
        if (auto outcome = routed()) peer.answer(std::move(*outcome));
        return told.value();
    }
    ChargeOutcome charge(const std::string& token) {
        std::optional<ChargeOutcome> told;
        begin(token, told);
        return through(told);
    }
    void begin(const std::string& token, std::optional<ChargeOutcome>& told) {
        provider.charge({OrderId{"a"}, Money{700}, "card", token, peer.clock.now() + 30s},
                        [&](ChargeOutcome outcome) { told = std::move(outcome); });
    }
    QueryOutcome query() {
        std::optional<QueryOutcome> told;
        provider.query(OrderId{"a"}, [&](QueryOutcome outcome) { told = std::move(outcome); });
        return through(told);
    }
    RefundOutcome refund(const std::string& refund_id) {
        std::optional<RefundOutcome> told;
        provider.refund(OrderId{"a"}, Money{700}, refund_id,
                        [&](RefundOutcome outcome) { told = std::move(outcome); });
        return through(told);
    }
};

TEST_F(Provider, tells_over_http_what_the_sandbox_says) {
    EXPECT_TRUE(std::holds_alternative<FoundNothing>(query()));
    EXPECT_EQ(std::get<ChargeApproved>(charge("approve")).code, "SB-1");
    EXPECT_EQ(std::get<FoundCaptured>(query()).code, "SB-1");
    EXPECT_FALSE(std::get<FoundCaptured>(query()).refunded);
    EXPECT_TRUE(std::holds_alternative<RefundDone>(refund("r")));
    EXPECT_EQ(std::get<RefundRefused>(refund("other")).reason, "more-than-captured");
    EXPECT_TRUE(std::get<FoundCaptured>(query()).refunded);
    EXPECT_EQ(sandbox.transactions().front().captures, 1);
}

TEST_F(Provider, tells_a_decline_with_its_reason) {
    EXPECT_EQ(std::get<ChargeDeclined>(charge("decline")).reason, "declined");
    EXPECT_EQ(std::get<FoundDeclined>(query()).reason, "declined");
}

TEST_F(Provider, what_the_sandbox_leaves_unanswered_stays_unanswered) {
    std::optional<ChargeOutcome> told;
    begin("stall", told);
    EXPECT_FALSE(routed());
    peer.answer(timed_out());
    peer.script = {not_sent()};
    peer.run_for(5s);
    EXPECT_TRUE(std::holds_alternative<ChargeUnknown>(told.value()));
}

TEST_F(Provider, whatever_is_no_answer_is_unknown) {
    for (const auto& outcome : {not_sent(), reply(401), reply(404), reply(200, "nonsense")}) {
        std::optional<ChargeOutcome> charged;
        begin("approve", charged);
        peer.answer(outcome);
        EXPECT_TRUE(std::holds_alternative<ChargeUnknown>(charged.value()));
        std::optional<QueryOutcome> found;
        provider.query(OrderId{"a"}, [&](QueryOutcome told) { found = std::move(told); });
        peer.answer(outcome);
        EXPECT_TRUE(std::holds_alternative<QueryUnavailable>(found.value()));
        std::optional<RefundOutcome> refunded;
        provider.refund(OrderId{"a"}, Money{700}, "r",
                        [&](RefundOutcome told) { refunded = std::move(told); });
        peer.answer(outcome);
        EXPECT_TRUE(std::holds_alternative<RefundUnknown>(refunded.value()));
    }
}

TEST_F(Provider, nobody_but_a_service_may_charge) {
    std::optional<ChargeOutcome> told;
    begin("approve", told);
    for (const auto role : {Role::anonymous, Role::customer, Role::operator_}) {
        const auto refused = routed(role);
        ASSERT_TRUE(refused);
        EXPECT_EQ(refused->value().status, role == Role::anonymous ? 401 : 403);
    }
    EXPECT_TRUE(sandbox.transactions().empty());
}

}  // namespace
}  // namespace dangol::adapters
