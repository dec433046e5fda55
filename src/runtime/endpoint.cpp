// Command and query endpoints, and the memory of answered requests.
#include "runtime/endpoint.hpp"

#include <charconv>
#include <cstdint>
#include <memory>

#include <fmt/format.h>

#include "runtime/writer.hpp"

namespace dangol::runtime {
namespace {

using namespace std::chrono_literals;
constexpr auto answers_kept = 24h;
constexpr auto problem_type = "application/problem+json";  ///< of a refusal that `work` wanted to be kept

/// FNV-1a, 128 bits as two differently seeded halves: it tells two requests of one principal apart; nothing
/// rests on its being hard to forge, since a principal could only mislead itself.
std::string hash_of(std::string_view text) {
    std::uint64_t a = 0xcbf29ce484222325ULL;
    std::uint64_t b = 0x9ae16a3b2f90404fULL;
    for (const char c : text) {
        a = (a ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
        b = (b + static_cast<unsigned char>(c)) * 0xc2b2ae3d27d4eb4fULL;
        b ^= b >> 29;
    }
    return fmt::format("{:016x}{:016x}", a, b);
}

Response as_response(Result<Response> result, Language language) {
    return result ? std::move(*result) : problem(result.error(), language);
}

std::optional<std::uint64_t> position_in(const std::string& last_event_id) {
    std::uint64_t position = 0;
    const auto* end = last_event_id.data() + last_event_id.size();
    const auto [parsed, error] = std::from_chars(last_event_id.data(), end, position);
    if (error != std::errc{} || parsed != end) return std::nullopt;
    return position;
}

}  // namespace

std::string answer_key(const Request& request) {
    if (request.idempotency_key.empty()) return {};
    return request.principal.account.value + " " + request.idempotency_key;
}

std::string fingerprint_of(const Request& request) {
    std::string text(name_of(request.method));
    text.append(" ").append(request.path).append("\n").append(request.body);
    return hash_of(text);
}

std::unexpected<Rejection> key_reused() {
    return refuse(
        Refusal::unprocessable, "idempotency-key-reused",
        {"이 Idempotency-Key는 다른 요청에 이미 쓰였습니다. 새 요청에는 새 키를 쓰세요.",
         "This Idempotency-Key was already used for another request. Use a new key for a new request."});
}

void run_command(const Host& host, Request request, Respond respond,
                 std::function<Result<Response>(Unit&, const Request&)> work) {
    Writer::Origin origin{request.id, request.traceparent, {}};
    const auto language = request.language;
    host.writer.submit<Response>(
        std::move(origin),
        [request = std::move(request), work = std::move(work)](Unit& unit) -> Result<Response> {
            const auto key = answer_key(request);
            if (key.empty()) return work(unit, request);
            const auto fingerprint = fingerprint_of(request);
            if (const auto known = unit.answer(key); known && known->expires > unit.now()) {
                if (known->fingerprint != fingerprint) return key_reused();
                auto again = json_response(known->status, known->body);
                if (known->status >= 400) again.content_type = problem_type;
                return again;
            }
            auto response = work(unit, request);
            if (response) {
                unit.remember({.key = key,
                               .fingerprint = fingerprint,
                               .resource = {},
                               .done = true,
                               .status = response->status,
                               .body = response->body,
                               .expires = unit.now() + answers_kept});
            }
            return response;
        },
        [respond = std::move(respond), language](Result<Response> result) mutable {
            respond(as_response(std::move(result), language));
        });
}

void run_query(const Host& host, Request request, Respond respond,
               std::function<Result<Response>(Reader&, const Request&)> question) {
    host.reads.read([request = std::move(request), respond = std::move(respond),
                     question = std::move(question)](Reader& reader) mutable {
        respond(as_response(question(reader, request), request.language));
    });
}

void run_stream(const Host& host, Request request, Respond respond, std::string subject, std::string scope,
                std::function<std::optional<Frame>(const EventRecord&)> render) {
    const auto after = position_in(request.last_event_id);
    auto watch = host.live.watch(subject, scope, std::move(render));
    host.reads.read([&live = host.live, watch, after, subject = std::move(subject),
                     scope = std::move(scope)](Reader& reader) {
        constexpr std::size_t missed_max = 1000;
        EventQuery query;
        query.subject = subject;
        if (scope != Live::everything) query.scope = scope;
        std::vector<EventRecord> missed;
        if (after) {
            query.after = *after;
            query.limit = missed_max;
            missed = reader.events(query);
        } else if (!subject.empty()) {
            query.newest_first = true;
            query.limit = 1;
            missed = reader.events(query);
        }
        // One that is ahead of the table is of another table: there it would show nothing for long.
        const bool known = after && *after <= reader.last_position();
        live.resume(watch, missed, known ? *after : 0);
        // Too far behind for one go: what was shown moves the client's Last-Event-ID, and it resumes from
        // there.
        if (missed.size() == missed_max) watch->close();
    });
    Response response;
    response.watch = std::move(watch);
    respond(std::move(response));
}

}  // namespace dangol::runtime
