#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "runtime/http.hpp"
#include "runtime/ports.hpp"

namespace dangol::adapters {

/// Bounds of the server: what a client can make it hold, and for how long. Times are met within a fifth of a
/// second.
struct HttpLimits {
    std::size_t url_bytes = 4 * 1024;      ///< 414
    std::size_t header_bytes = 16 * 1024;  ///< request line and headers; 431
    std::size_t body_bytes = 64 * 1024;    ///< of a route that says nothing else; 413
    /// Of all threads. Beyond it a newcomer takes the place of the connection of its thread that has sent
    /// no whole request for the longest time; if all of them work it gets a 503.
    std::size_t connections = 20'000;
    std::chrono::milliseconds header_time{15'000};  ///< from a request's first byte to the end of its headers
    std::chrono::milliseconds body_time{20'000};
    std::chrono::milliseconds idle_time{75'000};    ///< between two requests
    std::chrono::milliseconds write_time{20'000};   ///< for one response, or one batch of a stream's frames
    std::chrono::milliseconds answer_time{60'000};  ///< for a handler; then 504
    std::chrono::milliseconds heartbeat{15'000};    ///< of an event stream
};

struct HttpOptions {
    std::string address = "127.0.0.1";  ///< IPv4 or IPv6
    std::uint16_t port = 0;             ///< 0: any free one
    unsigned threads = 1;
    HttpLimits limits = {};
    /// Whose X-Forwarded-For is believed: addresses and networks (client_address.hpp).
    std::vector<std::string> trusted_proxies = {"127.0.0.0/8", "::1"};
};

/// Who the bearer of a token is, or a refusal. Called on an I/O thread: it must not block.
using Authenticate = std::function<Result<Principal>(std::string_view token)>;

/// One answered request. An event stream gives its line when it begins. Views are valid during the call only.
struct AccessLine {
    std::string_view method;  ///< empty if the request could not be read
    std::string_view route;   ///< the pattern, "/orders/{id}"; empty where there is none
    int status = 0;
    std::int64_t micros = 0;  ///< from the request's last byte to the answer's
    std::string_view request_id;
    std::string_view traceparent;  ///< of the request itself; empty if it could not be read
    std::string_view caller;       ///< … that it came with; may be empty
};

/// Called on I/O threads, possibly several at once: they must not block.
struct HttpHooks {
    std::function<void(const AccessLine&)> access = {};
    std::function<void(std::string_view what)> error = {};  ///< what went wrong inside the server itself
};

class IoThread;

/// HTTP/1.1 over Beast: one io_context per thread; a connection never moves between threads. Listens from
/// construction on; the constructor throws std::exception when the address cannot be had. The router must be
/// complete by then and outlive the server, as must `ids`. Everything else is copied.
class HttpServer {
  public:
    HttpServer(HttpOptions options, const runtime::Router& router, runtime::Ids& ids,
               Authenticate authenticate, HttpHooks hooks = {});
    ~HttpServer();  ///< stop at once
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] std::size_t connections() const;
    /// Read, and not yet answered: an event stream is answered once it has begun.
    [[nodiscard]] std::size_t requests_in_flight() const;

    /// The lame-duck phase, before `stop`: for `time` it goes on serving, but every answer closes its
    /// connection, and a connection that nobody uses for so long is closed. Then it takes no more
    /// connections; whoever was about to get one still does, and is answered. So no request is lost of a
    /// caller that closes its own idle connections sooner than that, and that goes elsewhere when it is
    /// refused one. Event streams go on. Not from an I/O thread.
    void lame_duck(std::chrono::milliseconds time);

    /// Takes no more connections, ends idle ones and event streams, gives the requests in flight `grace` to
    /// be answered, then cuts what is left and joins the threads. Answers that come later go nowhere. Not
    /// from an I/O thread.
    void stop(std::chrono::milliseconds grace);

  private:
    struct Shared;
    std::unique_ptr<Shared> shared_;
    std::vector<std::unique_ptr<IoThread>> threads_;
    std::uint16_t port_ = 0;
};

}  // namespace dangol::adapters
