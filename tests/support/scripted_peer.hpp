#pragma once

#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "adapters/remote/remote_service.hpp"
#include "tests/support/manual_ports.hpp"

/// For tests: the other service as the test plays it, under a clock that it moves.
namespace dangol::adapters::test {

inline HttpOutcome not_sent() {
    return std::unexpected(HttpError{HttpError::Kind::not_sent, "connect: refused"});
}
inline HttpOutcome no_answer() {
    return std::unexpected(HttpError{HttpError::Kind::unknown_outcome, "read: end of stream"});
}
inline HttpOutcome timed_out() {
    return std::unexpected(HttpError{HttpError::Kind::timeout, "no reply within the deadline"});
}
inline HttpOutcome reply(int status, std::string body = {}) { return HttpReply{status, {}, std::move(body)}; }

/// Calls are answered from the script, one line each, as soon as the test lets them; without a line they
/// wait.
class ScriptedPeer {
  public:
    using Done = std::move_only_function<void(HttpOutcome)>;

    explicit ScriptedPeer(RemoteSettings settings = {.name = "payment", .urls = {"http://one"}})
        : service(std::move(settings), ports()) {}

    dangol::test::ManualClock clock;
    dangol::test::ManualTimers timers{clock};
    std::vector<HttpCall> calls;
    std::deque<HttpOutcome> script;
    std::vector<std::string> trouble;
    std::vector<std::string> breaker_changes;
    RemoteService service;

    [[nodiscard]] std::vector<std::string> urls() const {
        std::vector<std::string> all;
        for (const auto& call : calls) all.push_back(call.url);
        return all;
    }
    /// Answers what waits, and what follows from it, within `time`.
    void run_for(Duration time) {
        const auto end = clock.now() + time;
        do {
            answer_all();
        } while (timers.run_next(end));
        clock.advance_to(end);
    }
    /// Answers the oldest call that waits.
    void answer(HttpOutcome outcome) {
        auto done = std::move(waiting_.front());
        waiting_.pop_front();
        done(std::move(outcome));
    }

  private:
    void answer_all() {
        while (!waiting_.empty() && !script.empty()) {
            auto outcome = std::move(script.front());
            script.pop_front();
            answer(std::move(outcome));
        }
    }
    RemoteService::Ports ports() {
        return {
            .send =
                [this](HttpCall call, Done done) {
                    calls.push_back(std::move(call));
                    waiting_.push_back(std::move(done));
                },
            .authorization = [] { return std::string("Bearer token"); },
            .timers = timers,
            .now = [this] { return CallTime{clock.now().time_since_epoch()}; },
            .on_breaker =
                [this](BreakerState from, BreakerState to) {
                    breaker_changes.push_back(std::string(name_of(from)) + " to " + std::string(name_of(to)));
                },
            .on_trouble = [this](std::string_view why) { trouble.emplace_back(why); }};
    }

    std::deque<Done> waiting_;
};

}  // namespace dangol::adapters::test
