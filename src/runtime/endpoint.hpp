#pragma once

#include <functional>
#include <string>
#include <type_traits>
#include <utility>

#include "runtime/host.hpp"
#include "runtime/http.hpp"
#include "runtime/unit.hpp"

/// From what a context answers with to what the router calls.
namespace dangol::runtime {

/// A result as the caller sees it: a rejection becomes a problem.
[[nodiscard]] Response as_response(Result<Response> result, Language language);

/// A live stream of this context's events with `subject` or `scope` (the other one empty; `Live::everything`
/// for all events), resuming after Last-Event-ID ("0" means from the beginning). Without one, a subject's
/// stream starts with its newest event – its state as of now –, a scope's stream with whatever comes next. It
/// ends when the viewer's token does: the client comes again with a new one.
[[nodiscard]] Response open_stream(const Host& host, const Request& request, std::string subject,
                                   std::string scope, Render render);

// ── Idempotency ──────────────────────────────────────────────────────────────────────────────────────

/// The remembered answer; nullopt if there is none. 422 if the key was used for another request.
[[nodiscard]] Result<std::optional<Response>> remembered_answer(Unit& unit, const Request& request);
void remember_answer(Unit& unit, const Request& request, const Response& response);

/// Decides `work` once for each Idempotency-Key: the answer is remembered in the same transaction for 24 h;
/// the same key with the same request returns the same answer without running `work` again, with another
/// request 422. Rejections are not remembered: they changed nothing, and the same request may succeed later.
/// A request without a key is decided each time.
template <class Work>
[[nodiscard]] Result<Response> answer_once(Unit& unit, const Request& request, const Work& work) {
    DANGOL_TRY(auto known, remembered_answer(unit, request));
    if (known) return std::move(*known);
    DANGOL_TRY(auto response, work(unit, request));
    remember_answer(unit, request, response);
    return response;
}

// For requests that take several units, with a call to the outside between them:

/// The key under which the answer is remembered; empty if the request has no Idempotency-Key.
[[nodiscard]] std::string answer_key(const Request& request);
/// Of method, path and body.
[[nodiscard]] std::string fingerprint_of(const Request& request);
/// The refusal of a key that was used for another request.
[[nodiscard]] std::unexpected<Rejection> key_reused();

// ── Endpoints ────────────────────────────────────────────────────────────────────────────────────────

/// Makes the handler of one route, once there is a host.
using Endpoint = std::function<Handler(const Host&)>;

namespace detail {

template <class Work>
Task<Response> run_command(const Host& host, Request request, const Work& work) {
    const auto language = request.language;
    co_return as_response(
        co_await host.decide(request.context(), [&](Unit& unit) { return answer_once(unit, request, work); }),
        language);
}

template <class Question>
Task<Response> run_query(const Host& host, Request request, const Question& question) {
    const auto language = request.language;
    co_return as_response(
        co_await host.read(
            [&](Reader& reader) -> Result<Response> {
                if constexpr (std::is_invocable_v<const Question&, Reader&, const Request&>) {
                    return question(reader, request);
                } else {
                    return question(reader, request, host.now());
                }
            },
            request.caller),
        language);
}

template <class Story>
Task<Response> run_story(const Host& host, Request request, const Story& story) {
    const auto language = request.language;
    co_return as_response(co_await story(host, std::move(request)), language);
}

}  // namespace detail

/// What `answers` may be says Context::get. The handler refers to its own copies of the host and of
/// `answers`, so the router must outlive its requests.
template <class Answers>
[[nodiscard]] Endpoint endpoint(Answers answers) {
    return [answers = std::move(answers)](const Host& host) -> Handler {
        return [host, answers](Request request) -> Task<Response> {
            if constexpr (std::is_invocable_v<const Answers&, Unit&, const Request&>) {
                return detail::run_command(host, std::move(request), answers);
            } else if constexpr (std::is_invocable_v<const Answers&, Reader&, const Request&> ||
                                 std::is_invocable_v<const Answers&, Reader&, const Request&, Timestamp>) {
                return detail::run_query(host, std::move(request), answers);
            } else {
                return detail::run_story(host, std::move(request), answers);
            }
        };
    };
}

}  // namespace dangol::runtime
