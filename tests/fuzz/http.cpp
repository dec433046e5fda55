// A whole request as bytes, up to the Request that a handler gets and the bytes of the answer.
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/beast/http/parser.hpp>
#include <vector>

#include "adapters/http/client_address.hpp"
#include "adapters/http/header_values.hpp"
#include "adapters/http/incoming.hpp"
#include "adapters/http/wire.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace {

using namespace dangol;
using runtime::Method;
using runtime::Request;
using runtime::Response;
namespace http = boost::beast::http;

constexpr std::size_t url_bytes_max = 4096;
constexpr std::size_t header_bytes_max = 16 * 1024;
constexpr std::size_t body_bytes_max = 64 * 1024;

class CountedIds final : public runtime::Ids {
  public:
    std::string next() override { return "00000000000000000000000000"; }
    std::uint64_t random(unsigned) override { return ++count_; }
    std::string secret() override { return "a-secret-that-nobody-guesses"; }

  private:
    std::uint64_t count_ = 0;
};

bool is_plain(std::string_view text) {
    return text.find_first_of(std::string_view("\0\r\n", 3)) == std::string_view::npos;
}

/// What every handler may rely on.
runtime::Task<Response> echo(Request request) {
    for (const auto& param : request.params) {
        fuzz::require(runtime::is_file_name(param), "a part of the path is an id or a file's name");
    }
    fuzz::require(is_plain(request.path) && !request.path.empty() && request.path.front() == '/',
                  "a path begins with a slash and has no control characters");
    fuzz::require(request.idempotency_key.size() <= 255 && is_plain(request.idempotency_key),
                  "an Idempotency-Key is short and plain");
    fuzz::require(request.last_event_id.size() <= 64 && is_plain(request.last_event_id),
                  "a Last-Event-ID is short and plain");
    fuzz::require(!request.traceparent.empty(), "each request has a trace context");
    co_return runtime::json_response(200, codec::to_json(request.path));
}

const runtime::Router& router() {
    static const auto made = [] {
        runtime::Router all;
        const auto anyone = Access::anyone();
        all.add({{Method::get, "/orders/{id}", anyone, &echo},
                 {Method::post, "/orders", anyone, &echo},
                 {Method::put, "/cafes/{id}/menu", anyone, &echo},
                 {Method::post,
                  "/cafes/{id}/pictures",
                  anyone,
                  &echo,
                  {.json_only = false, .bytes_max = 400'000}},
                 {Method::get, "/pictures/{file}", anyone, &echo},
                 {Method::get, "/myPages/stream", Access::signed_in(), &echo},
                 {Method::del, "/sessions/current", anyone, &echo}});
        return all;
    }();
    return made;
}

/// As Connection::read_request has it, all bytes at once.
bool read(http::request_parser<http::string_body>& parser, std::string_view bytes) {
    boost::system::error_code error;
    parser.header_limit(header_bytes_max);
    parser.body_limit(boost::none);
    bool in_body = false;
    while (!bytes.empty() && !parser.is_done()) {
        const auto used = parser.put(boost::asio::buffer(bytes), error);
        bytes.remove_prefix(used);
        if (error && error != http::error::need_more) return false;
        if (parser.is_header_done() && !in_body) {
            in_body = true;
            const auto limit = adapters::body_bytes_max(parser.get(), router(), body_bytes_max);
            if (const auto length = parser.content_length(); length && *length > limit) return false;
            parser.body_limit(limit);
            parser.eager(true);
        } else if (used == 0) {
            return false;
        }
    }
    return parser.is_done();
}

Result<Principal> authenticate(std::string_view token) {
    if (token == "good")
        return Principal{.account = AccountId{"somebody"}, .role = Role::customer, .cafes = {}};
    return refuse(Refusal::unauthenticated, "token-invalid",
                  {"다시 로그인해 주세요.", "Please sign in again."});
}

void check_answer(const Response& response, const Request& request) {
    std::string out;
    adapters::write_response(out, response, {request.id, "Mon, 23 Nov 2026 01:02:03 GMT"});
    boost::system::error_code error;
    http::response_parser<http::string_body> parser;
    parser.eager(true);
    parser.put(boost::asio::buffer(out), error);
    fuzz::require(!error && parser.is_done(), "an answer is one whole HTTP message");
    fuzz::require(parser.get().body() == response.body, "no part of the request ends an answer's head");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::vector<std::string> trusted{"127.0.0.0/8", "::1"};
    static const adapters::TrustedProxies proxies(trusted);
    CountedIds ids;
    http::request_parser<http::string_body> parser;
    if (!read(parser, fuzz::text_of(data, size))) return 0;
    auto incoming = adapters::read_incoming(parser.get(), authenticate, ids, router(), url_bytes_max);
    auto& request = incoming.request;
    request.client = proxies.client_of(boost::asio::ip::make_address("127.0.0.1"), incoming.forwarded);
    fuzz::require(is_plain(request.client), "a client's address is one");
    if (incoming.refusal) {
        fuzz::require(incoming.refusal->status == 204 || incoming.refusal->status >= 400, "a refusal is one");
        check_answer(*incoming.refusal, request);
        return 0;
    }
    const auto asked = request;
    int answers = 0;
    router().dispatch(std::move(request), [&](const Response& response) {
        ++answers;
        fuzz::require(response.status < 500, "no request breaks a handler");
        check_answer(response, asked);
    });
    fuzz::require(answers == 1, "each request is answered once");
    return 0;
}
