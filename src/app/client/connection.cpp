#include "app/client/connection.hpp"

#include <array>
#include <charconv>
#include <stdexcept>

#include <boost/asio/connect.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace dangol::app::client {
namespace {

using asio::ip::tcp;
constexpr std::size_t buffer_bytes = 16 * 1024;
constexpr std::size_t reply_bytes_max = 16 * 1024 * 1024;

}  // namespace

Connection::Connection(const asio::any_io_executor& executor, Url url)
    : url_(std::move(url)), socket_(executor), received_(buffer_bytes, '\0') {}

asio::awaitable<void> Connection::connect() {
    tcp::resolver resolver(socket_.get_executor());
    const auto found = co_await resolver.async_resolve(url_.host, url_.port, asio::use_awaitable);
    co_await asio::async_connect(socket_, found, asio::use_awaitable);
    socket_.set_option(tcp::no_delay(true));
    socket_.non_blocking(true);
}

void Connection::write_request(const Call& call) {
    request_.clear();
    const auto add = [this](auto... parts) { (request_.append(parts), ...); };
    add(call.method, " ", call.target, " HTTP/1.1\r\nHost: ", url_.host, "\r\n");
    if (!call.token.empty()) add("Authorization: Bearer ", call.token, "\r\n");
    if (!call.idempotency_key.empty()) add("Idempotency-Key: ", call.idempotency_key, "\r\n");
    if (!call.body.empty()) add("Content-Type: application/json\r\n");
    std::array<char, 24> digits{};
    const auto* end = std::to_chars(digits.data(), digits.data() + digits.size(), call.body.size()).ptr;
    if (call.method != "GET") {
        add("Content-Length: ",
            std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())), "\r\n");
    }
    add("\r\n", call.body);
}

/// A small request nearly always fits into the socket at once: no round through the event loop.
asio::awaitable<void> Connection::write_all() {
    std::string_view rest = request_;
    while (!rest.empty()) {
        boost::system::error_code error;
        rest.remove_prefix(socket_.write_some(asio::buffer(rest), error));
        if (!error) continue;
        if (error != asio::error::would_block) throw boost::system::system_error(error, "write");
        co_await socket_.async_wait(tcp::socket::wait_write, asio::use_awaitable);
    }
}

asio::awaitable<Reply> Connection::exchange(const Call& call) {
    write_request(call);
    co_await write_all();
    std::size_t size = 0;
    std::optional<ReplyHead> head;
    for (;;) {
        // The answer takes the server a while: waiting first saves a read that finds nothing.
        co_await socket_.async_wait(tcp::socket::wait_read, asio::use_awaitable);
        boost::system::error_code error;
        size += socket_.read_some(asio::buffer(received_.data() + size, received_.size() - size), error);
        if (error == asio::error::would_block) continue;
        if (error) throw boost::system::system_error(error, "read");
        if (!head) {
            const auto read = read_reply_head(std::string_view(received_).substr(0, size));
            if (!read) throw std::runtime_error(read.error());
            head = *read;
        }
        if (head) {
            const auto whole = head->head_bytes + head->body_bytes;
            if (whole > reply_bytes_max) throw std::runtime_error("the response is too large");
            if (size >= whole) break;
            if (received_.size() < whole) received_.resize(whole);
        } else if (size == received_.size()) {
            received_.resize(size * 2);
        }
    }
    if (!head->keep_alive) socket_.close();
    co_return Reply{head->status, std::string_view(received_).substr(head->head_bytes, head->body_bytes)};
}

asio::awaitable<Reply> Connection::send(Call call) {
    std::exception_ptr broken;
    try {
        if (!socket_.is_open()) co_await connect();
        co_return co_await exchange(call);
    } catch (...) {
        broken = std::current_exception();
    }
    boost::system::error_code ignored;  // it is of no use any more, whatever closing it says
    static_cast<void>(socket_.close(ignored));
    std::rethrow_exception(broken);
}

asio::awaitable<void> pause_for(std::chrono::microseconds time) {
    asio::steady_timer timer(co_await asio::this_coro::executor, time);
    co_await timer.async_wait(asio::use_awaitable);
}

}  // namespace dangol::app::client
