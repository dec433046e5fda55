#pragma once

#include <chrono>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace boost::asio {
class io_context;
}

namespace dangol::adapters {

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

/// A request to somebody else's server.
struct HttpCall {
    std::string method = "GET";
    std::string url;           ///< http or https, absolute, without user name and fragment
    HttpHeaders headers = {};  ///< Host, Content-Length, Connection and User-Agent are added
    std::string body = {};
    std::chrono::milliseconds deadline{10'000};  ///< for the whole call, from `send` on
};

struct HttpReply {
    int status = 0;
    HttpHeaders headers;
    std::string body;

    /// The first header of that name, whatever its case; empty if there is none.
    [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// Why there is no reply. Only `not_sent` says that nothing was done over there.
struct HttpError {
    enum class Kind {
        not_sent,         ///< wrong address, no connection, no trust: not one byte of the request left
        unknown_outcome,  ///< it was sent, in whole or in part, and no complete answer came
        timeout,          ///< the same, because the deadline passed
    } kind = Kind::not_sent;
    std::string message;  ///< for the log
};

using HttpOutcome = std::expected<HttpReply, HttpError>;

struct HttpClientOptions {
    std::size_t reply_bytes_max = 1024 * 1024;  ///< of the body; more is an `unknown_outcome`
    std::size_t idle_connections_max = 64;      ///< kept open for the next call, of all origins
    /// Shorter than a server of ours goes on as a lame duck: it must not close one under a request.
    std::chrono::milliseconds idle_time{3'000};
    std::chrono::milliseconds connect_time{
        60'000};               ///< of one call, within its deadline; then it is `not_sent`
    std::string ca_file = {};  ///< certificates (PEM) to trust besides the system's
    /// Asked with each address that a host resolves to ("10.0.0.1"); false: it is not connected to. Empty:
    /// all are.
    std::function<bool(std::string_view address)> may_connect = {};
};

/// Calls other servers: webhooks, messengers, payment providers, other parts of Dangol. A peer must prove who
/// it is (TLS 1.2 or later, certificate and host name verified). Redirects are replies like any other.
/// Nothing is sent twice.
///
/// `send` from any thread; `done` is called exactly once, on the client's own thread, and must not block.
/// Calls that are under way when the client is destroyed end with an error before the destructor returns.
class HttpClient {
  public:
    explicit HttpClient(HttpClientOptions options = {});
    /// On the caller's event loop instead of a thread of its own, for many calls of coroutines there
    /// (ask.hpp). `io` outlives the client, runs on one thread, and no more once the client is destroyed;
    /// `done` of calls that are under way then is never called.
    explicit HttpClient(boost::asio::io_context& io, HttpClientOptions options = {});
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    void send(HttpCall call, std::move_only_function<void(HttpOutcome)> done);

  private:
    class Engine;
    std::unique_ptr<Engine> engine_;
};

}  // namespace dangol::adapters
