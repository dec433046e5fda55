// From an HTTP message to a Request: everything that can be refused before a handler is found.
#include "adapters/http/incoming.hpp"

#include <utility>

#include "adapters/http/header_values.hpp"
#include "adapters/http/target.hpp"
#include "core/trace_context.hpp"

namespace dangol::adapters {

namespace http = boost::beast::http;
using runtime::Method;
using runtime::problem;
using runtime::Request;
using runtime::Response;

namespace {

constexpr std::size_t idempotency_key_max = 255;
constexpr std::size_t event_id_max = 64;

Response bad_request(std::string_view code, const Text& detail, Language language) {
    return problem(400, code, detail, language);
}

/// A header that has one value. Whoever passes two on may mean the other one than we do.
struct Single {
    std::string_view name;
    std::string_view value = {};
    int times = 0;
};

/// What the headers say, and which of them the checks below still need. Those that are lists may come in
/// several lines, which mean the same as one (RFC 9110 §5.3).
struct Headers {
    Single host{"Host"};
    Single authorization{"Authorization"};
    Single content_type{"Content-Type"};
    Single content_length{"Content-Length"};
    Single idempotency_key{"Idempotency-Key"};
    Single last_event_id{"Last-Event-ID"};
    Single traceparent{"traceparent"};
    std::string accept;
    std::string accept_language;
    std::string cookie;
    std::string forwarded;
    std::string content_encoding;
    std::string transfer_encoding;
    bool has_transfer_encoding = false;

    /// The name of a header that stands there twice; empty if none does.
    [[nodiscard]] std::string_view repeated() const {
        for (const auto* single :
             {&host, &authorization, &content_type, &content_length, &idempotency_key, &last_event_id}) {
            if (single->times > 1) return single->name;
        }
        // Beast takes "2, 2" for 2. A proxy that takes it for something else sees other requests than we do.
        return content_length.value.contains(',') ? content_length.name : std::string_view{};
    }
};

void read(Single& single, std::string_view value) {
    single.value = value;
    ++single.times;
}

void append(std::string& list, std::string_view value, std::string_view separator = ", ") {
    if (!list.empty()) list += separator;
    list += value;
}

/// Headers that Beast has no number for.
void read_lesser_known(std::string_view name, std::string_view value, Headers& headers) {
    if (equals_ignoring_case(name, headers.idempotency_key.name)) {
        read(headers.idempotency_key, value);
    } else if (equals_ignoring_case(name, headers.last_event_id.name)) {
        read(headers.last_event_id, value);
    } else if (equals_ignoring_case(name, headers.traceparent.name)) {
        read(headers.traceparent, value);
    } else if (equals_ignoring_case(name, "X-Forwarded-For")) {
        append(headers.forwarded, value);
    }
}

/// A question begins no trace that is recorded: there are hundreds of them to each order. Who wants to see
/// one sends a sampled context with it.
std::string own_context(const Message& message, std::string_view caller, runtime::Ids& ids) {
    if (!caller.empty()) return trace_context::child(caller, ids.random(64));
    const bool question = message.method() == http::verb::get || message.method() == http::verb::head;
    return trace_context::root(ids.random(64), ids.random(64), ids.random(64), !question);
}

Headers read_headers(const Message& message, Request& request) {
    Headers headers;
    for (const auto& field : message) {
        const std::string_view value = field.value();
        const auto name = field.name();
        if (name == http::field::host) {
            read(headers.host, value);
        } else if (name == http::field::authorization) {
            read(headers.authorization, value);
        } else if (name == http::field::content_type) {
            read(headers.content_type, value);
        } else if (name == http::field::content_length) {
            read(headers.content_length, value);
        } else if (name == http::field::accept) {
            append(headers.accept, value);
        } else if (name == http::field::transfer_encoding) {
            headers.has_transfer_encoding = true;
            append(headers.transfer_encoding, value);
        } else if (name == http::field::content_encoding) {
            append(headers.content_encoding, value);
        } else if (name == http::field::accept_language) {
            append(headers.accept_language, value);
        } else if (name == http::field::cookie) {
            append(headers.cookie, value, "; ");
        } else if (name == http::field::accept_encoding) {
            append(request.accept_encoding, value);
        } else if (name == http::field::if_none_match) {
            append(request.if_none_match, value);
        } else if (name == http::field::if_match) {
            append(request.if_match, value);
        } else if (name == http::field::unknown) {
            read_lesser_known(field.name_string(), value, headers);
        }
    }
    request.content_type = headers.content_type.value;
    request.accepts_page = headers.accept.contains("text/html");
    request.language = preferred_language(headers.accept_language, headers.cookie);
    if (is_visible(headers.last_event_id.value, event_id_max)) {
        request.last_event_id = headers.last_event_id.value;
    }
    const bool one_trace = headers.traceparent.times == 1;
    if (one_trace && trace_context::is_valid(headers.traceparent.value)) {
        request.traceparent = headers.traceparent.value;
    }
    return headers;
}

std::optional<Method> method_of(http::verb verb) {
    if (verb == http::verb::get || verb == http::verb::head) return Method::get;
    if (verb == http::verb::post) return Method::post;
    if (verb == http::verb::put) return Method::put;
    if (verb == http::verb::patch) return Method::patch;
    if (verb == http::verb::delete_) return Method::del;
    return std::nullopt;
}

/// OPTIONS is answered here; other methods that no route can have are refused.
Response answer_other_method(http::verb verb, const Request& request, const runtime::Router& router) {
    auto allowed = router.allowed_methods(request.path);
    if (allowed.empty()) {
        return problem(404, "not-found",
                       {"이 주소에는 아무것도 없어요. 주소를 확인해 주세요.",
                        "There is nothing at this address. Please check it."},
                       request.language);
    }
    Response response;
    if (verb == http::verb::options) {
        response.status = 204;
    } else {
        response = problem(
            405, "method-not-allowed",
            {"이 주소에서는 다음 방식만 쓸 수 있어요: " + allowed, "This address only takes: " + allowed},
            request.language);
    }
    response.headers.emplace_back("Allow", std::move(allowed));
    return response;
}

/// Sets the principal, or gives the refusal of a bad token.
std::optional<Response> identify(Request& request, const Headers& headers, const Authenticate& authenticate) {
    std::string token{bearer_token(headers.authorization.value)};
    const bool stream = request.method == Method::get && headers.accept.contains("text/event-stream");
    // A browser's EventSource cannot set headers. The token never reaches a log: only route patterns are
    // logged.
    if (const auto query = request.query.extract("access_token"); query && stream && token.empty()) {
        token = query.mapped();
    }
    if (token.empty() && headers.authorization.value.empty()) return std::nullopt;
    auto principal = authenticate(token);
    if (!principal) return problem(principal.error(), request.language);
    request.principal = std::move(*principal);
    return std::nullopt;
}

bool takes_other_bodies(const runtime::Router& router, Method method, std::string_view path) {
    const auto* route = router.route_for(method, path);
    return route != nullptr && !route->intake.json_only;
}

/// What makes it doubtful whom the message is for, or where its body ends.
std::optional<Response> ambiguity_in(const Message& message, const Headers& headers, Language language) {
    if (headers.host.times == 0 && message.version() >= 11) {
        return bad_request("missing-host", {"Host 헤더가 필요해요.", "The header Host is required."},
                           language);
    }
    if (const std::string name(headers.repeated()); !name.empty()) {
        return bad_request(
            "repeated-header",
            {"다음 헤더는 한 번만 보내 주세요: " + name, "Please send this header only once: " + name},
            language);
    }
    if (headers.has_transfer_encoding && !equals_ignoring_case(headers.transfer_encoding, "chunked")) {
        return problem(
            501, "transfer-encoding",
            {"Transfer-Encoding은 chunked만 쓸 수 있어요.", "The only Transfer-Encoding is chunked."},
            language);
    }
    return std::nullopt;
}

/// A compressed body would be taken for what it is not.
Response answer_encoded_body(Language language) {
    auto response = problem(415, "content-encoding",
                            {"본문은 압축하지 말고 Content-Encoding 없이 보내 주세요.",
                             "Please send the body uncompressed, without Content-Encoding."},
                            language);
    response.headers.emplace_back("Accept-Encoding", "identity");
    return response;
}

std::optional<Response> refusal_of(const Message& message, Request& request, const Headers& headers,
                                   const Authenticate& authenticate, const runtime::Router& router,
                                   std::size_t url_bytes_max) {
    if (auto refused = ambiguity_in(message, headers, request.language)) return refused;
    if (message.target().size() > url_bytes_max) {
        return problem(414, "url-too-long", {"주소를 줄여 주세요.", "Please shorten the address."},
                       request.language);
    }
    auto target = parse_target(message.target());
    if (!target) {
        return bad_request("invalid-url",
                           {"주소를 읽을 수 없어요. 퍼센트 인코딩을 확인해 주세요.",
                            "The address cannot be read. Please check its percent-encoding."},
                           request.language);
    }
    request.path = std::move(target->path);
    request.query = std::move(target->query);
    const auto method = method_of(message.method());
    if (!method) return answer_other_method(message.method(), request, router);
    request.method = *method;
    const auto key = headers.idempotency_key.value;
    if (headers.idempotency_key.times > 0 && !is_visible(key, idempotency_key_max)) {
        return bad_request("invalid-idempotency-key",
                           {"Idempotency-Key는 공백 없는 ASCII 255자 이하여야 해요.",
                            "Idempotency-Key must be at most 255 visible ASCII characters."},
                           request.language);
    }
    request.idempotency_key = key;
    if (!message.body().empty() && !headers.content_encoding.empty() &&
        !equals_ignoring_case(headers.content_encoding, "identity")) {
        return answer_encoded_body(request.language);
    }
    if (auto refused = identify(request, headers, authenticate)) return refused;
    const bool may_have_body = *method == Method::post || *method == Method::put || *method == Method::patch;
    if (may_have_body && !message.body().empty() && !is_json(request.content_type) &&
        !takes_other_bodies(router, *method, request.path)) {
        return problem(415, "not-json",
                       {"본문은 Content-Type: application/json으로 보내 주세요.",
                        "Please send the body as Content-Type: application/json."},
                       request.language);
    }
    return std::nullopt;
}

}  // namespace

std::size_t body_bytes_max(const Message& message, const runtime::Router& router, std::size_t usual) {
    const auto method = method_of(message.method());
    const auto target = method ? parse_target(message.target()) : std::nullopt;
    const auto* route = target ? router.route_for(*method, target->path) : nullptr;
    return route != nullptr && route->intake.bytes_max > 0 ? route->intake.bytes_max : usual;
}

Incoming read_incoming(Message& message, const Authenticate& authenticate, runtime::Ids& ids,
                       const runtime::Router& router, std::size_t url_bytes_max) {
    Incoming incoming;
    auto& request = incoming.request;
    request.id = ids.next();
    incoming.head_only = message.method() == http::verb::head;
    auto headers = read_headers(message, request);
    incoming.forwarded = std::move(headers.forwarded);
    incoming.caller = std::exchange(request.traceparent, {});
    request.traceparent = own_context(message, incoming.caller, ids);
    incoming.refusal = refusal_of(message, request, headers, authenticate, router, url_bytes_max);
    request.body = std::move(message.body());
    return incoming;
}

}  // namespace dangol::adapters
