#pragma once

#include <functional>

#include "runtime/context.hpp"
#include "runtime/http.hpp"
#include "runtime/live.hpp"
#include "runtime/reads.hpp"

/// The two kinds of endpoint that almost every route is.
namespace dangol::runtime {

/// A command endpoint: runs `work` in the writer, answers with what it returns after the commit; a rejection
/// becomes a problem. If the request carries an Idempotency-Key, the answer is remembered in the same
/// transaction for 24 h: the same key with the same request gives the same answer without running `work`
/// again, with another request 422. Rejections are not remembered: they changed nothing, and the same request
/// may succeed later.
void run_command(const Host& host, Request request, Respond respond,
                 std::function<Result<Response>(Unit&, const Request&)> work);

/// A query endpoint: answers from committed state.
void run_query(const Host& host, Request request, Respond respond,
               std::function<Result<Response>(Reader&, const Request&)> question);

/// A live stream of this context's events with `subject` or `scope` (the other one empty; `Live::everything`
/// for all events), resuming after Last-Event-ID ("0" means from the beginning). Without one, a subject's
/// stream starts with its newest event – its state as of now –, a scope's stream with whatever comes next.
void run_stream(const Host& host, Request request, Respond respond, std::string subject, std::string scope,
                std::function<std::optional<Frame>(const EventRecord&)> render);

// Idempotency for endpoints whose work spans several units (placing an order).

/// The key under which the answer is remembered; empty if the request has no Idempotency-Key.
[[nodiscard]] std::string answer_key(const Request& request);
/// Of method, path and body.
[[nodiscard]] std::string fingerprint_of(const Request& request);
/// The refusal of a key that was used for another request.
[[nodiscard]] std::unexpected<Rejection> key_reused();

}  // namespace dangol::runtime
