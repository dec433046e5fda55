// One connection of the client.
#include "adapters/http/link.hpp"

#include <sys/socket.h>

#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <cerrno>

namespace dangol::adapters {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;
using boost::system::error_code;

namespace {

/// What most replies fit into.
constexpr std::size_t read_bytes = 16 * 1024;

}  // namespace

Link::Link(asio::io_context& io, ssl::context& trust, const Destination& destination) : stream_(Socket(io)) {
    if (destination.secure) stream_.emplace<ssl::stream<Socket>>(Socket(io), trust);
}

Socket& Link::socket() {
    if (auto* secure = std::get_if<ssl::stream<Socket>>(&stream_)) return secure->next_layer();
    return std::get<Socket>(stream_);
}

Task<error_code> Link::connect(Endpoints endpoints, std::string host) {
    error_code failed = asio::error::host_not_found;
    for (const auto& endpoint : endpoints) {
        error_code ignored;
        socket().close(ignored);
        std::tie(failed) = co_await socket().async_connect(endpoint, use_result);
        if (!failed || failed == asio::error::operation_aborted) break;
    }
    if (failed) co_return failed;
    error_code ignored;
    socket().set_option(asio::ip::tcp::no_delay(true), ignored);
    socket().non_blocking(true, ignored);
    auto* secure = std::get_if<ssl::stream<Socket>>(&stream_);
    if (secure == nullptr) co_return failed;

    // Server name indication is for names; an address is verified all the same.
    asio::ip::make_address(host, failed);
    if (failed && SSL_set_tlsext_host_name(secure->native_handle(), host.c_str()) != 1) {
        co_return error_code(asio::error::invalid_argument);
    }
    secure->set_verify_mode(ssl::verify_peer);
    secure->set_verify_callback(ssl::host_name_verification(host));
    std::tie(failed) = co_await secure->async_handshake(ssl::stream_base::client, use_result);
    co_return failed;
}

Task<Link::Written> Link::write(const std::string* text) {
    Written written;
    if (auto* secure = std::get_if<ssl::stream<Socket>>(&stream_)) {
        std::tie(written.error, written.bytes) =
            co_await asio::async_write(*secure, asio::buffer(*text), use_result);
        co_return written;
    }
    // A small request nearly always fits into the socket at once: no round through the event loop.
    auto& plain = std::get<Socket>(stream_);
    written.bytes = plain.write_some(asio::buffer(*text), written.error);
    if (written.error == asio::error::would_block) written.error = {};
    if (written.error || written.bytes == text->size()) co_return written;
    std::size_t rest = 0;
    std::tie(written.error, rest) =
        co_await asio::async_write(plain, asio::buffer(*text) + written.bytes, use_result);
    written.bytes += rest;
    co_return written;
}

Task<error_code> Link::read(Parser* parser) {
    error_code error;
    std::size_t size = 0;
    if (auto* secure = std::get_if<ssl::stream<Socket>>(&stream_)) {
        std::tie(error, size) = co_await boost::beast::http::async_read(*secure, in_, *parser, use_result);
    } else {
        auto& plain = std::get<Socket>(stream_);
        // The reply takes the peer a while: to wait first saves a read that finds nothing.
        if (in_.size() == 0) std::tie(error) = co_await plain.async_wait(Socket::wait_read, use_result);
        if (error) co_return error;
        in_.commit(plain.read_some(in_.prepare(read_bytes), error));
        if (!error && in_.size() > 0) {
            parser->eager(true);
            in_.consume(parser->put(in_.data(), error));
            if (!error && parser->is_done()) co_return error;
            if (error == boost::beast::http::error::need_more) error = {};
            if (error) co_return error;
        }
        // Longer than one piece, or over: as Beast does it.
        std::tie(error, size) = co_await boost::beast::http::async_read(plain, in_, *parser, use_result);
    }
    co_return error;
}

void Link::close() {
    error_code ignored;
    socket().close(ignored);
}

bool Link::usable() {
    if (in_.size() > 0) return false;
    // Anything to read now is the peer's end, or bytes that belong to no call.
    char byte = 0;
    const auto size = ::recv(socket().native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

}  // namespace dangol::adapters
