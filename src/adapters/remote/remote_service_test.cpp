#include "adapters/remote/remote_service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <memory>

#include "tests/support/scripted_peer.hpp"

namespace dangol::adapters {
namespace {

using namespace std::chrono_literals;
using namespace test;
using Kind = RemoteError::Kind;
using Strings = std::vector<std::string>;
using testing::ElementsAre;

const RemoteSettings two_replicas{.name = "payment", .urls = {"http://one", "http://two"}};

struct Caller {
    explicit Caller(RemoteSettings settings = two_replicas) : peer(std::move(settings)) {}
    ScriptedPeer peer;
    std::vector<RemoteOutcome> outcomes;
    dangol::Caller waits = {};

    void call(std::chrono::milliseconds deadline = 5s) {
        RemoteRequest request;
        request.path = "/x";
        request.deadline = deadline;
        request.caller = waits;
        request.body = [](std::chrono::milliseconds left) { return std::to_string(left.count()); };
        peer.service.call(std::move(request),
                          [this](RemoteOutcome outcome) { outcomes.push_back(std::move(outcome)); });
    }
    RemoteOutcome call_and_hear(std::deque<HttpOutcome> script) {
        peer.script = std::move(script);
        call();
        peer.run_for(5s);
        EXPECT_EQ(outcomes.size(), 1U);
        auto outcome = std::move(outcomes.back());
        outcomes.clear();
        return outcome;
    }
};

Kind kind_of(const RemoteOutcome& outcome) {
    EXPECT_FALSE(outcome);
    return outcome.error().kind;
}

TEST(RemoteService, an_answer_is_passed_on_a_business_no_too) {
    Caller caller;
    EXPECT_EQ(caller.call_and_hear({reply(200, "yes")})->body, "yes");
    EXPECT_EQ(caller.call_and_hear({reply(409)})->status, 409);
    EXPECT_EQ(caller.peer.calls.front().body, "5000");
    EXPECT_EQ(caller.peer.calls.front().headers.front().second, "Bearer token");
    EXPECT_TRUE(caller.peer.trouble.empty());
}

TEST(RemoteService, replicas_are_asked_in_turn) {
    Caller caller;
    for (int i = 0; i < 3; ++i) ASSERT_TRUE(caller.call_and_hear({reply(200)}));
    EXPECT_THAT(caller.peer.urls(), ElementsAre("http://one/x", "http://two/x", "http://one/x"));
}

TEST(RemoteService, a_replica_that_is_away_is_passed_over_at_once_and_left_alone_for_a_second) {
    Caller caller;
    caller.call();
    caller.peer.answer(not_sent());
    caller.peer.answer(reply(200));
    caller.call();
    caller.peer.answer(reply(200));
    caller.call();
    caller.peer.answer(reply(200));
    EXPECT_THAT(caller.peer.urls(),
                ElementsAre("http://one/x", "http://two/x", "http://two/x", "http://two/x"));
    EXPECT_EQ(caller.outcomes.size(), 3U);
    caller.peer.run_for(1s);
    caller.call();
    caller.call();
    EXPECT_THAT(caller.peer.urls(), testing::Contains("http://one/x").Times(2));
    while (caller.outcomes.size() < 5) caller.peer.answer(reply(200));
}

TEST(RemoteService, when_nobody_is_reached_nothing_was_done) {
    Caller caller;
    EXPECT_EQ(kind_of(caller.call_and_hear({not_sent(), not_sent()})), Kind::not_asked);
    EXPECT_EQ(caller.peer.calls.size(), 2U);
    EXPECT_EQ(caller.peer.trouble, Strings{"connect: refused"});
}

TEST(RemoteService, no_answer_is_asked_again_and_the_second_answer_counts) {
    Caller caller;
    EXPECT_EQ(caller.call_and_hear({no_answer(), reply(200, "yes")})->body, "yes");
    EXPECT_EQ(caller.call_and_hear({reply(500), reply(502), reply(200, "yes")})->body, "yes");
}

TEST(RemoteService, what_may_have_been_done_stays_in_doubt_whatever_later_attempts_fail_of) {
    const std::deque<std::deque<HttpOutcome>> scripts{{no_answer(), no_answer(), no_answer()},
                                                      {no_answer(), not_sent(), not_sent()},
                                                      {no_answer(), reply(503), reply(503)},
                                                      {reply(500), reply(503), reply(404)},
                                                      {reply(503), timed_out(), reply(503)}};
    for (const auto& script : scripts) {
        Caller caller;
        EXPECT_EQ(kind_of(caller.call_and_hear(script)), Kind::in_doubt);
    }
}

TEST(RemoteService, a_503_is_asked_again_and_then_means_that_nothing_was_done) {
    Caller caller;
    EXPECT_EQ(kind_of(caller.call_and_hear({reply(503), reply(503), reply(503)})), Kind::declined);
    EXPECT_EQ(caller.peer.calls.size(), 3U);
}

TEST(RemoteService, a_gateways_503_does_not_tell) {
    const auto gateways = [] { return reply(503, R"({"type":"/problems/not-reachable"})"); };
    Caller caller;
    EXPECT_EQ(kind_of(caller.call_and_hear({gateways(), gateways(), gateways()})), Kind::in_doubt);
}

TEST(RemoteService, the_deadline_is_for_all_attempts_together) {
    Caller caller;
    caller.call(1s);
    caller.peer.run_for(980ms);
    caller.peer.answer(no_answer());
    caller.peer.run_for(1s);
    ASSERT_EQ(caller.outcomes.size(), 1U) << "no time for another pause";
    EXPECT_EQ(kind_of(caller.outcomes.front()), Kind::in_doubt);
    EXPECT_EQ(caller.peer.calls.size(), 1U);
    EXPECT_EQ(caller.peer.calls.front().deadline, 1s);
}

TEST(RemoteService, retries_stay_within_their_budget) {
    auto settings = two_replicas;
    settings.breaker.reset();
    Caller caller(settings);
    for (int i = 0; i < 1'000; ++i)
        static_cast<void>(caller.call_and_hear({reply(500), reply(500), reply(500)}));
    EXPECT_LE(caller.peer.calls.size(), 1'203U);
}

TEST(RemoteService, nothing_is_asked_again_for_a_client_that_has_left) {
    const auto gone = std::make_shared<std::atomic<bool>>(false);
    Caller caller;
    caller.waits.gone = gone;
    caller.call();
    *gone = true;
    caller.peer.answer(reply(503));
    caller.peer.run_for(5s);
    EXPECT_EQ(caller.peer.calls.size(), 1U);
    ASSERT_EQ(caller.outcomes.size(), 1U);
    EXPECT_EQ(kind_of(caller.outcomes.front()), Kind::declined);
}

TEST(RemoteService, one_call_too_many_is_refused_at_once) {
    auto settings = two_replicas;
    settings.calls_max = 2;
    Caller caller(settings);
    for (int i = 0; i < 3; ++i) caller.call();
    ASSERT_EQ(caller.outcomes.size(), 1U);
    EXPECT_EQ(kind_of(caller.outcomes.front()), Kind::not_asked);
    caller.peer.answer(reply(200));
    caller.call();
    EXPECT_EQ(caller.peer.calls.size(), 3U);
}

TEST(RemoteService, while_the_breaker_is_open_nobody_is_asked) {
    Caller caller;
    for (int i = 0; i < 3; ++i) {
        caller.call();
        caller.peer.answer(not_sent());
        caller.peer.answer(not_sent());
    }
    EXPECT_EQ(caller.peer.service.breaker(), BreakerState::open);
    const auto asked = caller.peer.calls.size();
    caller.call();
    EXPECT_EQ(caller.peer.calls.size(), asked);
    EXPECT_EQ(kind_of(caller.outcomes.back()), Kind::not_asked);
    caller.outcomes.clear();
    caller.peer.run_for(2s);
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(caller.call_and_hear({reply(200)})) << "a probe";
    EXPECT_THAT(caller.peer.breaker_changes,
                ElementsAre("closed to open", "open to half-open", "half-open to closed"));
}

TEST(RemoteService, after_its_end_nothing_is_sent) {
    Caller caller;
    caller.call();
    caller.peer.service.stop();
    caller.peer.answer(no_answer());
    ASSERT_EQ(caller.outcomes.size(), 1U);
    EXPECT_EQ(kind_of(caller.outcomes.front()), Kind::in_doubt);
    EXPECT_FALSE(caller.peer.timers.next_due());
    caller.call();
    EXPECT_EQ(kind_of(caller.outcomes.back()), Kind::not_asked);
    EXPECT_EQ(caller.peer.calls.size(), 1U);
}

}  // namespace
}  // namespace dangol::adapters
