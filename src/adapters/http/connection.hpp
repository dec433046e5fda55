#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "adapters/http/io_thread.hpp"
#include "adapters/http/tasks.hpp"
#include "adapters/http/wire.hpp"

namespace dangol::adapters {

/// One client: reads a request, has it answered, writes the response, and again. Lives on its thread only;
/// other threads reach it through the mailbox. Kept alive by the coroutine `run`.
class Connection : public std::enable_shared_from_this<Connection> {
  public:
    Connection(Socket socket, IoThread& thread);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    static Task<void> run(std::shared_ptr<Connection> self);

    /// Something that `run` may be waiting for has happened.
    void wake();
    /// When `meet_deadline` is to be called.
    [[nodiscard]] IoThread::Clock::time_point deadline() const { return deadline_; }
    void meet_deadline();
    /// Ends after the request in flight; without one, when its idle time is over.
    void begin_stop();
    /// The thread's idle time has become shorter.
    void shorten_idle();
    void cut();

  private:
    enum class Phase { idle, reading, answering, writing, streaming, closing };
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    struct Exchange;

    void enter(Phase phase, std::chrono::milliseconds time);
    Task<bool> serve_one();
    Task<boost::system::error_code> read_request();
    [[nodiscard]] bool bound_body();
    Task<bool> refuse(boost::system::error_code error);
    Task<runtime::Response> answer(runtime::Request request);
    Task<bool> write();
    Task<void> stream(std::shared_ptr<runtime::Watch> watch);
    Task<void> linger();
    /// Until `wake`.
    Task<void> woken();
    void watch_peer();
    void notice_peer_leaving();
    void log(int status) const;
    [[nodiscard]] bool too_long_url() const;

    Socket socket_;
    IoThread& thread_;
    const HttpLimits& limits_;
    Roster::Place place_;
    boost::asio::ip::address peer_;
    Phase phase_ = Phase::idle;
    IoThread::Clock::time_point deadline_;
    bool cut_ = false;
    bool peer_gone_ = false;
    bool late_ = false;  ///< the deadline of the present phase has passed
    std::move_only_function<void()> waiter_;
    std::weak_ptr<Exchange> exchange_;  ///< of the present request, or of the last one
    bool watched_ = false;              ///< a wait for the socket is under way

    boost::beast::flat_buffer in_;
    std::string out_;
    std::optional<Parser> parser_;
    std::size_t body_bytes_max_ = 0;  ///< of the present request

    // Of the present request, for the log:
    IoThread::Clock::time_point began_;
    std::string_view method_;
    std::string_view route_;
    std::string request_id_;
    std::string traceparent_;  ///< its own; empty if it could not be read
    std::string caller_;       ///< … that it came with; may be empty
};

}  // namespace dangol::adapters
