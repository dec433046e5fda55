// One call to another service: attempts, pauses, and what they add up to.
#include "adapters/remote/remote_service.hpp"

#include <algorithm>
#include <utility>

#include "core/assert.hpp"

namespace dangol::adapters {
namespace {

using std::chrono::milliseconds;
using Kind = RemoteError::Kind;

milliseconds between(CallTime from, CallTime to) { return std::chrono::floor<milliseconds>(to - from); }

std::string answered(int status) { return "answered " + std::to_string(status); }

}  // namespace

/// A call under way. Only one thread at a time has to do with it.
struct RemoteService::Conversation {
    RemoteRequest request;
    std::move_only_function<void(RemoteOutcome)> done;
    CallTime began;
    CallTime deadline;
    CircuitBreaker::Permit permit;
    std::vector<std::size_t> replicas;  ///< in the order of this round
    std::size_t at = 0;                 ///< the one that is asked
    std::size_t attempts = 0;
    std::optional<std::string> doubt;  ///< an attempt may have been carried out: why that is not known
};

RemoteService::RemoteService(RemoteSettings settings, Ports ports)
    : settings_(std::move(settings)),
      ports_(std::move(ports)),
      bulkhead_(settings_.calls_max),
      addresses_(settings_.urls) {
    DANGOL_INVARIANT(addresses_.size() > 0);
    if (settings_.breaker) breaker_.emplace(*settings_.breaker, ports_.on_breaker);
}

void RemoteService::call(RemoteRequest request, std::move_only_function<void(RemoteOutcome)> done) {
    auto conversation = std::make_shared<Conversation>();
    conversation->began = ports_.now();
    conversation->deadline = conversation->began + request.deadline;
    conversation->request = std::move(request);
    if (auto refused = admit(*conversation)) return done(std::unexpected(std::move(*refused)));
    conversation->done = std::move(done);
    attempt(conversation);
}

std::optional<RemoteError> RemoteService::admit(Conversation& conversation) {
    const std::scoped_lock lock(mutex_);
    if (stopped_) return RemoteError{Kind::not_asked, "the program ends"};
    if (!bulkhead_.enter()) return RemoteError{Kind::not_asked, "too many calls under way"};
    if (breaker_) {
        conversation.permit = breaker_->admit(conversation.began);
        if (!conversation.permit.admitted) {
            bulkhead_.leave();
            return RemoteError{Kind::not_asked, "the circuit is open"};
        }
    }
    budget_.note_call();
    conversation.replicas = addresses_.in_turn(conversation.began);
    return std::nullopt;
}

void RemoteService::attempt(const ConversationPtr& conversation) {
    const auto left = between(ports_.now(), conversation->deadline);
    if (left <= milliseconds::zero())
        return finish(conversation, std::unexpected(RemoteError{Kind::not_asked, "the deadline has passed"}));
    const auto& request = conversation->request;
    HttpCall call{
        .method = request.method, .url = {}, .headers = request.headers, .body = {}, .deadline = left};
    call.headers.emplace_back("Authorization", ports_.authorization());
    if (request.body) {
        call.headers.emplace_back("Content-Type", "application/json");
        call.body = request.body(left);
    }
    {
        // Sent under the lock: after `stop` nothing is.
        const std::scoped_lock lock(mutex_);
        if (!stopped_) {
            call.url = addresses_.url(conversation->replicas.at(conversation->at)) + request.path;
            ports_.send(std::move(call), [this, conversation](HttpOutcome outcome) {
                heard(conversation, std::move(outcome));
            });
            return;
        }
    }
    finish(conversation, std::unexpected(RemoteError{Kind::not_asked, "the program ends"}));
}

void RemoteService::heard(const ConversationPtr& conversation, HttpOutcome outcome) {
    if (!outcome && outcome.error().kind == HttpError::Kind::not_sent) {
        {
            const std::scoped_lock lock(mutex_);
            addresses_.not_reached(conversation->replicas.at(conversation->at), ports_.now());
        }
        if (++conversation->at < conversation->replicas.size()) return attempt(conversation);
        return finish(conversation,
                      std::unexpected(RemoteError{Kind::not_asked, std::move(outcome.error().message)}));
    }
    ++conversation->attempts;
    if (!outcome) {
        conversation->doubt = std::move(outcome.error().message);
        return try_again(conversation, {Kind::in_doubt, *conversation->doubt});
    }
    constexpr int unavailable = 503;
    // A gateway in between does not know whether it was done.
    const bool from_gateway = outcome->body.contains("/problems/not-reachable");
    if (outcome->status == unavailable && !from_gateway)
        return try_again(conversation, {Kind::declined, answered(outcome->status)});
    if (outcome->status >= 500) {
        conversation->doubt = answered(outcome->status);
        return try_again(conversation, {Kind::in_doubt, *conversation->doubt});
    }
    constexpr int ok_end = 300;
    if (conversation->doubt && outcome->status >= ok_end)
        return finish(conversation, std::unexpected(RemoteError{Kind::in_doubt, *conversation->doubt}));
    finish(conversation, std::move(*outcome));
}

void RemoteService::try_again(const ConversationPtr& conversation, RemoteError otherwise) {
    const auto now = ports_.now();
    // Equal pauses would bring all callers back at once; where in its millisecond a call happens is random
    // enough to spread them.
    const auto longest = settings_.retry_first * (1 << std::min<std::size_t>(conversation->attempts - 1, 6));
    const auto spread = (now.time_since_epoch() / std::chrono::microseconds{1}) % 1'000;
    const auto pause = longest / 2 + longest * spread / 2'000;
    {
        const std::scoped_lock lock(mutex_);
        const bool may = !stopped_ && conversation->attempts < settings_.attempts_max &&
                         now + pause < conversation->deadline && !conversation->request.caller.has_left() &&
                         budget_.take();
        if (may) {
            conversation->replicas = addresses_.in_turn(now);
            conversation->at = 0;
            ports_.timers.after(pause, [this, conversation] { attempt(conversation); });
            return;
        }
    }
    finish(conversation, std::unexpected(std::move(otherwise)));
}

void RemoteService::finish(const ConversationPtr& conversation, RemoteOutcome outcome) {
    if (!outcome && conversation->doubt)
        outcome = std::unexpected(RemoteError{Kind::in_doubt, *conversation->doubt});
    if (!outcome && ports_.on_trouble) ports_.on_trouble(outcome.error().message);
    const auto now = ports_.now();
    {
        const std::scoped_lock lock(mutex_);
        bulkhead_.leave();
        if (breaker_)
            breaker_->report(conversation->permit, !outcome, between(conversation->began, now), now);
    }
    std::exchange(conversation->done, nullptr)(std::move(outcome));
}

void RemoteService::stop() {
    const std::scoped_lock lock(mutex_);
    stopped_ = true;
}

BreakerState RemoteService::breaker() const {
    const std::scoped_lock lock(mutex_);
    return breaker_ ? breaker_->state() : BreakerState::closed;
}

}  // namespace dangol::adapters
