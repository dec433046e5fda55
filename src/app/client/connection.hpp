#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "app/client/reply_head.hpp"
#include "app/client/url.hpp"

namespace dangol::app::client {

namespace asio = boost::asio;

/// One request. The views must stay valid until the reply is there, which they do when the call is awaited in
/// the expression that makes it.
struct Call {
    std::string_view method = "POST";
    std::string_view target;
    std::string_view token = {};  ///< access token, or empty
    std::string_view body = {};   ///< JSON, or empty
    std::string_view idempotency_key = {};
};

struct Reply {
    int status = 0;
    std::string_view body;  ///< valid until the next call on the same connection

    [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
};

/// A kept-alive HTTP/1.1 connection to our own server, as light as it can be: the load generator shares the
/// machine with what it measures. It connects when first needed and again after the server has closed it. One
/// call at a time; one thread.
class Connection {
  public:
    Connection(const asio::any_io_executor& executor, Url url);

    /// Throws boost::system::system_error if the server cannot be reached or hangs up, std::runtime_error if
    /// it talks nonsense. The next call connects anew.
    [[nodiscard]] asio::awaitable<Reply> send(Call call);

  private:
    asio::awaitable<void> connect();
    void write_request(const Call& call);
    asio::awaitable<void> write_all();
    asio::awaitable<Reply> exchange(const Call& call);

    Url url_;
    asio::ip::tcp::socket socket_;
    std::string request_;
    std::string received_;  ///< as large as the largest reply so far
};

/// Waits without blocking the thread.
[[nodiscard]] asio::awaitable<void> pause_for(std::chrono::microseconds time);

}  // namespace dangol::app::client
