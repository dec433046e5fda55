#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/http/client.hpp"
#include "adapters/remote/addresses.hpp"
#include "adapters/remote/call_limits.hpp"
#include "adapters/remote/circuit_breaker.hpp"
#include "core/request_context.hpp"
#include "runtime/ports.hpp"

namespace dangol::adapters {

struct RemoteSettings {
    std::string name;               ///< of the called context, for the log: "payment"
    std::vector<std::string> urls;  ///< its replicas: "http://10.0.0.7:8088", without a path; at least one
    std::size_t calls_max = 512;    ///< under way at once
    std::size_t attempts_max = 3;   ///< of one call; those that reached nobody do not count
    std::chrono::milliseconds retry_first{50};  ///< longest pause before the second attempt; doubles
    std::optional<BreakerSettings> breaker = BreakerSettings{};
};

/// What is told to the other service. It must be idempotent there: it may be said several times.
struct RemoteRequest {
    std::string method = "POST";
    std::string path;
    HttpHeaders headers = {};
    /// The body, given how long an answer will still be waited for; called for each attempt.
    std::function<std::string(std::chrono::milliseconds left)> body = {};
    std::chrono::milliseconds deadline{5'000};  ///< for all attempts together
    /// For whom it is asked: once they have left, it is not asked again.
    Caller caller = {};
};

/// Why there is no answer.
struct RemoteError {
    enum class Kind {
        not_asked,  ///< refused here (breaker, bulkhead, program ends), or nobody was reached: nothing was
                    ///< done
        declined,   ///< they answered 503: nothing was done
        in_doubt,   ///< it may have been done
    } kind = Kind::not_asked;
    std::string message;  ///< for the log
};

/// Any answer below 500 is one, a business "no" too.
using RemoteOutcome = std::expected<HttpReply, RemoteError>;

/// Another service of ours, over HTTP, as its callers need it: bounded in time and number, asked again where
/// that may help, left alone while it fails. Thread-safe.
///
/// An attempt that could not connect goes on to the next replica at once. One that got no answer, or a 5xx,
/// is made again after a pause, within the deadline and the retry budget. Once an attempt is in doubt, only a
/// 2xx ends the doubt: that a later one was refused says nothing of it.
class RemoteService {
  public:
    struct Ports {
        std::function<void(HttpCall, std::move_only_function<void(HttpOutcome)>)> send;
        /// The header Authorization of a call.
        std::function<std::string()> authorization;
        runtime::Timers& timers;
        std::function<CallTime()> now = [] { return std::chrono::steady_clock::now(); };
        CircuitBreaker::Changed on_breaker = {};  ///< told under a lock: it must only take note
        std::function<void(std::string_view why)> on_trouble =
            {};  ///< of each call that ends without an answer
    };
    /// What the ports refer to must live until `stop` has returned and no answer is being delivered.
    RemoteService(RemoteSettings settings, Ports ports);
    RemoteService(const RemoteService&) = delete;
    RemoteService& operator=(const RemoteService&) = delete;

    /// `done` is called exactly once, from any thread, possibly at once, and must not block.
    void call(RemoteRequest request, std::move_only_function<void(RemoteOutcome)> done);

    /// After it nothing more is sent, and no timer is set.
    void stop();

    [[nodiscard]] BreakerState breaker() const;

  private:
    struct Conversation;
    using ConversationPtr = std::shared_ptr<Conversation>;

    [[nodiscard]] std::optional<RemoteError> admit(Conversation& conversation);
    void attempt(const ConversationPtr& conversation);
    void heard(const ConversationPtr& conversation, HttpOutcome outcome);
    void try_again(const ConversationPtr& conversation, RemoteError otherwise);
    void finish(const ConversationPtr& conversation, RemoteOutcome outcome);

    RemoteSettings settings_;
    Ports ports_;
    mutable std::mutex mutex_;  ///< of all below
    std::optional<CircuitBreaker> breaker_;
    Bulkhead bulkhead_;
    RetryBudget budget_;
    Addresses addresses_;
    bool stopped_ = false;
};

}  // namespace dangol::adapters
