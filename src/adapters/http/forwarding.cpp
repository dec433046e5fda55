// What a gateway does with one request.
#include "adapters/http/forwarding.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/write.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/rfc7230.hpp>

#include <fmt/format.h>

namespace dangol::adapters {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::beast::iequals;
using boost::system::error_code;

namespace {

constexpr std::size_t piece_bytes = 16 * 1024;

/// RFC 9110 §7.6.1: these are between two neighbours, as is whatever the header Connection names.
bool concerns_this_hop(std::string_view name, std::string_view connection) {
    constexpr std::array<std::string_view, 9> own{"Connection",
                                                  "Keep-Alive",
                                                  "Proxy-Connection",
                                                  "Proxy-Authenticate",
                                                  "Proxy-Authorization",
                                                  "TE",
                                                  "Trailer",
                                                  "Transfer-Encoding",
                                                  "Upgrade"};
    if (std::ranges::any_of(own, [&](std::string_view one) { return iequals(one, name); })) return true;
    return http::token_list(connection).exists(name);
}

void write_header(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\r\n");
}

std::string text_of(const Message& message, const Destination& peer, const std::string& client) {
    std::string text;
    text.append(message.method_string()).append(" ").append(message.target()).append(" HTTP/1.1\r\n");
    const std::string connection(message[http::field::connection]);
    std::string forwarded_for(message["X-Forwarded-For"]);
    for (const auto& field : message) {
        const std::string_view name = field.name_string();
        const bool replaced =
            iequals(name, "X-Forwarded-For") || iequals(name, "Content-Length") || iequals(name, "Expect");
        if (!replaced && !concerns_this_hop(name, connection)) write_header(text, name, field.value());
    }
    if (message[http::field::host].empty()) write_header(text, "Host", peer.authority);
    write_header(text, "X-Forwarded-For", forwarded_for.empty() ? client : forwarded_for + ", " + client);
    write_header(text, "Connection", "close");
    const bool has_length = message.has_content_length() || message.chunked() || !message.body().empty();
    if (has_length) write_header(text, "Content-Length", std::to_string(message.body().size()));
    return text + "\r\n" + message.body();
}

}  // namespace

Task<error_code> Forwarding::connect(Destination peer) {
    const auto [unknown, found] = co_await resolver_.async_resolve(peer.host, peer.port, use_result);
    if (unknown) co_return unknown;
    error_code failed = asio::error::host_not_found;
    for (const auto& entry : found) {
        error_code ignored;
        peer_.close(ignored);
        std::tie(failed) = co_await peer_.async_connect(entry.endpoint(), use_result);
        if (!failed || failed == asio::error::operation_aborted) break;
    }
    error_code ignored;
    if (!failed) peer_.set_option(asio::ip::tcp::no_delay(true), ignored);
    co_return failed;
}

Task<error_code> Forwarding::ask(const Message* message, const Destination* peer, std::string client) {
    const auto text = text_of(*message, *peer, client);
    const auto [failed, written] = co_await asio::async_write(peer_, asio::buffer(text), use_result);
    if (failed) co_return failed;
    parser_.body_limit(boost::none);
    parser_.skip(message->method() == http::verb::head);
    const auto [error, size] = co_await http::async_read_header(peer_, in_, parser_, use_result);
    chunked_ = !error && parser_.get().chunked();
    co_return error;
}

bool Forwarding::is_event_stream() const {
    return std::string_view(parser_.get()[http::field::content_type]).starts_with("text/event-stream");
}

std::string Forwarding::head(bool keep_alive, bool http_1_0) const {
    const auto& answer = parser_.get();
    const std::string connection(answer[http::field::connection]);
    auto text = fmt::format("HTTP/1.1 {} {}\r\n", answer.result_int(), std::string_view(answer.reason()));
    for (const auto& field : answer) {
        if (!concerns_this_hop(field.name_string(), connection))
            write_header(text, field.name_string(), field.value());
    }
    if (chunked_) write_header(text, "Transfer-Encoding", "chunked");
    if (!keep_alive) {
        write_header(text, "Connection", "close");
    } else if (http_1_0) {
        write_header(text, "Connection", "keep-alive");
    }
    return text + "\r\n";
}

Task<error_code> Forwarding::read_some(std::string* bytes) {
    bytes->clear();
    if (ended_) co_return error_code{};
    std::string piece(piece_bytes, '\0');
    while (!parser_.is_done()) {
        auto& body = parser_.get().body();
        body.data = piece.data();
        body.size = piece.size();
        auto [error, size] = co_await http::async_read_some(peer_, in_, parser_, use_result);
        if (error == http::error::need_buffer) error = {};
        if (error) co_return error;
        const auto read = piece.size() - body.size;
        if (read == 0) continue;
        piece.resize(read);
        *bytes = chunked_ ? fmt::format("{:x}\r\n{}\r\n", read, piece) : std::move(piece);
        co_return error_code{};
    }
    ended_ = true;
    if (chunked_) *bytes = "0\r\n\r\n";
    co_return error_code{};
}

void Forwarding::close() {
    resolver_.cancel();
    error_code ignored;
    peer_.close(ignored);
}

}  // namespace dangol::adapters
