// The memory of answered requests, and streams.
#include "runtime/endpoint.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <memory>

#include <fmt/format.h>

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

std::optional<std::uint64_t> position_in(const std::string& last_event_id) {
    std::uint64_t position = 0;
    const auto* end = last_event_id.data() + last_event_id.size();
    const auto [parsed, error] = std::from_chars(last_event_id.data(), end, position);
    if (error != std::errc{} || parsed != end) return std::nullopt;
    return position;
}

void resume(const Host& host, const std::shared_ptr<Watch>& watch, Reader& reader,
            std::optional<std::uint64_t> after, const std::string& subject, const std::string& scope) {
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
    // A larger id belongs to another database: it would hide this one's events for long.
    const bool known = after && *after <= reader.last_position();
    host.writer.add_states(missed, reader);
    host.live.resume(watch, missed, known ? *after : 0);
    // Too far behind for one go: what was shown moves the client's Last-Event-ID, and it resumes from there.
    if (missed.size() == missed_max) watch->close();
}

}  // namespace

Response as_response(Result<Response> result, Language language) {
    return result ? std::move(*result) : problem(result.error(), language);
}

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
        {"이 Idempotency-Key는 다른 요청에 이미 쓰였어요. 새 요청에는 새 키를 써 주세요.",
         "This Idempotency-Key was already used for another request. Use a new key for a new request."});
}

Result<std::optional<Response>> remembered_answer(Unit& unit, const Request& request) {
    const auto key = answer_key(request);
    if (key.empty()) return std::nullopt;
    const auto known = unit.answer(key);
    if (!known || known->expires <= unit.now()) return std::nullopt;
    if (known->fingerprint != fingerprint_of(request)) return key_reused();
    auto again = json_response(known->status, known->body);
    if (known->status >= 400) again.content_type = problem_type;
    return again;
}

void remember_answer(Unit& unit, const Request& request, const Response& response) {
    const auto key = answer_key(request);
    if (key.empty()) return;
    unit.remember({.key = key,
                   .fingerprint = fingerprint_of(request),
                   .resource = {},
                   .done = true,
                   .status = response.status,
                   .body = response.body,
                   .expires = unit.now() + answers_kept});
}

Response open_stream(const Host& host, const Request& request, std::string subject, std::string scope,
                     Render render) {
    const auto after = position_in(request.last_event_id);
    const auto& viewer = request.principal;
    auto watch = host.live.watch(subject, scope, std::move(render), viewer.account);
    if (viewer.expires != Timestamp::max()) {
        watch->lifetime = std::max(Duration::zero(), viewer.expires - host.now());
    }
    host.reads.read(
        [host, watch, after, subject = std::move(subject), scope = std::move(scope)](Result<Reader*> asked) {
            if (!asked) return watch->close();  // the client comes again
            try {
                resume(host, watch, **asked, after, subject, scope);
            } catch (...) {
                watch->close();
                throw;
            }
        },
        request.caller);
    Response response;
    response.watch = std::move(watch);
    return response;
}

}  // namespace dangol::runtime
