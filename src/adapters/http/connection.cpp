// One connection, as a coroutine. All waiting is here; what is waited for is told by the phase and its
// deadline.
#include "adapters/http/connection.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <cerrno>
#include <utility>

#include "adapters/http/header_values.hpp"
#include "adapters/http/incoming.hpp"
#include "runtime/live.hpp"

namespace dangol::adapters {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;
using runtime::problem;
using runtime::Request;
using runtime::Response;

namespace {

constexpr std::size_t read_bytes = 8 * 1024;
/// Longer responses do not keep their memory for the next one.
constexpr std::size_t out_bytes_kept = 64 * 1024;
/// What is read and thrown away after a refusal, so that the client sees it instead of a reset.
constexpr std::size_t linger_bytes_max = 8 * 1024 * 1024;
constexpr std::chrono::milliseconds linger_time{2'000};

/// Counts a request among those in flight until it ends, or is over otherwise.
class InFlight {
  public:
    explicit InFlight(std::atomic<std::size_t>& requests) : requests_(&requests) { ++requests; }
    ~InFlight() { end(); }
    InFlight(const InFlight&) = delete;
    InFlight& operator=(const InFlight&) = delete;
    void end() {
        if (auto* requests = std::exchange(requests_, nullptr)) --*requests;
    }

  private:
    std::atomic<std::size_t>* requests_;
};

/// What there is of a client that waits for its answer.
enum class Peer { silent, sends, gone };
Peer look_at(Socket& socket) {
    char byte = 0;
    const auto size = ::recv(socket.native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    if (size > 0) return Peer::sends;
    const bool nothing = size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
    return nothing ? Peer::silent : Peer::gone;
}

}  // namespace

/// The answer on its way back. The handler's side may be anywhere, and may outlive the connection and the
/// server.
struct Connection::Exchange {
    std::shared_ptr<Mailbox> mailbox;
    std::weak_ptr<Connection> connection;
    Response response;
    std::atomic<bool> answered{false};
    std::atomic<bool> gone{false};  ///< the client, before it was answered

    void answer(Response given) {
        response = std::move(given);
        answered.store(true, std::memory_order_release);
        // A handler that answers while it is called finds the coroutine awake, looking at `answered` next.
        if (mailbox->on_io_thread()) {
            if (const auto self = connection.lock(); !self || !self->waiter_) return;
        }
        mailbox->deliver(connection);
    }
};

Connection::Connection(Socket socket, IoThread& thread)
    : socket_(std::move(socket)),
      thread_(thread),
      limits_(thread.parts().limits),
      place_(thread.roster().add(*this)) {
    error_code gone;
    peer_ = socket_.remote_endpoint(gone).address();
}

Connection::~Connection() { thread_.remove(place_); }

Task<void> Connection::run(std::shared_ptr<Connection> self) {
    while (co_await self->serve_one()) self->thread_.roster().move(self->place_, Roster::Rank::idle);
    error_code ignored;
    self->socket_.close(ignored);
}

void Connection::enter(Phase phase, std::chrono::milliseconds time) {
    phase_ = phase;
    late_ = false;
    deadline_ = thread_.now() + time;
}

void Connection::wake() {
    if (auto waiter = std::exchange(waiter_, nullptr)) waiter();
}

void Connection::meet_deadline() {
    late_ = true;
    deadline_ = IoThread::Clock::time_point::max();
    if (phase_ == Phase::answering || phase_ == Phase::streaming) {
        wake();
    } else {
        cut();
    }
}

void Connection::shorten_idle() {
    if (phase_ != Phase::idle) return;
    deadline_ = std::min(deadline_, thread_.now() + thread_.idle_time());
    if (deadline_ <= thread_.now()) cut();
}

void Connection::begin_stop() {
    shorten_idle();
    if (phase_ == Phase::streaming) wake();
}

void Connection::cut() {
    cut_ = true;
    thread_.roster().move(place_, Roster::Rank::working);  // it ends already: there is nothing to gain
    error_code ignored;
    socket_.close(ignored);
    wake();
}

Task<void> Connection::woken() {
    co_await asio::async_initiate<const UseTask, void()>(
        [this](auto handler) { waiter_ = std::move(handler); }, use_task);
}

/// Gives whether the connection goes on.
Task<bool> Connection::serve_one() {
    enter(Phase::idle, thread_.idle_time());
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(limits_.header_bytes));
    parser_->body_limit(boost::none);  // the head tells whose body it is, and so how long it may be
    const auto error = co_await read_request();
    began_ = IoThread::Clock::now();
    route_ = {};
    traceparent_.clear();
    caller_.clear();
    if (error) co_return co_await refuse(error);

    thread_.roster().move(place_, Roster::Rank::working);
    auto& message = parser_->get();
    InFlight in_flight(thread_.parts().requests);
    auto incoming = read_incoming(message, thread_.parts().authenticate, thread_.parts().ids,
                                  thread_.parts().router, limits_.url_bytes);
    incoming.request.client = thread_.parts().proxies.client_of(peer_, incoming.forwarded);
    method_ = incoming.head_only ? "HEAD" : name_of(incoming.request.method);
    request_id_ = incoming.request.id;
    traceparent_ = incoming.request.traceparent;
    caller_ = std::move(incoming.caller);
    const bool http_1_0 = message.version() < 11;
    bool keep_alive = message.keep_alive();
    Response response;
    if (incoming.refusal) {
        response = std::move(*incoming.refusal);
        // After one of these it may be in doubt where the next request begins.
        if (response.status == 400 || response.status == 501) keep_alive = false;
    } else {
        response = co_await answer(std::move(incoming.request));
        if (cut_) co_return false;
    }
    keep_alive = keep_alive && !thread_.leaving() && !late_;
    const Framing framing{request_id_, thread_.date(), incoming.head_only, keep_alive, http_1_0};
    if (response.watch) {
        in_flight.end();
        write_stream_head(out_, response, framing);
        log(response.status);
        if (incoming.head_only) {
            response.watch->close();
            co_await write();
        } else {
            co_await stream(std::move(response.watch));
        }
        co_return false;
    }
    write_response(out_, response, framing);
    const bool written = co_await write();
    log(response.status);
    // Only where the client may still be sending: there is no need to wait for it otherwise.
    if (written && !keep_alive && (incoming.refusal || in_.size() > 0)) co_await linger();
    const bool goes_on = written && keep_alive;
    co_return goes_on;
}

Task<error_code> Connection::read_request() {
    // One message's head, or as much of a chunked body's framing, must fit.
    const auto in_bytes_max = limits_.header_bytes + 2 * read_bytes;
    bool in_body = false;
    for (;;) {
        if (in_.size() > 0) {
            if (phase_ == Phase::idle) enter(Phase::reading, limits_.header_time);
            error_code error;
            in_.consume(parser_->put(in_.data(), error));
            if (error && error != http::error::need_more) co_return error;
            if (parser_->is_done()) co_return error_code{};
            if (parser_->is_header_done() && !in_body) {
                in_body = true;
                enter(Phase::reading, limits_.body_time);
                if (!bound_body()) co_return http::make_error_code(http::error::body_limit);
                if (equals_ignoring_case(parser_->get()[http::field::expect], "100-continue")) {
                    const std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
                    co_await asio::async_write(socket_, asio::buffer(go_on), use_result);
                }
                if (in_.size() > 0) continue;
            }
            if (in_.size() >= in_bytes_max) co_return http::make_error_code(http::error::buffer_overflow);
        }
        const auto [error, size] = co_await socket_.async_read_some(in_.prepare(read_bytes), use_result);
        if (error) co_return error;
        in_.commit(size);
    }
}

/// False if the body is too long by its own account.
bool Connection::bound_body() {
    body_bytes_max_ = limits_.body_bytes;
    const auto length = parser_->content_length();
    if (parser_->chunked() || (length && *length > body_bytes_max_)) {
        body_bytes_max_ = adapters::body_bytes_max(parser_->get(), thread_.parts().router, body_bytes_max_);
    }
    parser_->body_limit(body_bytes_max_);
    parser_->eager(true);
    return !length || *length <= body_bytes_max_;
}

/// Answers what could not be read as a request, and ends the connection.
Task<bool> Connection::refuse(error_code error) {
    const bool unreadable = error.category() == http::make_error_code(http::error::need_more).category();
    if (!unreadable || cut_) co_return false;  // the client has left, or was too slow
    const auto& message = parser_->get();
    const auto language =
        preferred_language(message[http::field::accept_language], message[http::field::cookie]);
    Response response;
    if (error == http::error::body_limit) {
        const auto limit = std::to_string(body_bytes_max_);
        response = problem(413, "body-too-large",
                           {"본문은 " + limit + "바이트까지 보낼 수 있어요.",
                            "The body may have at most " + limit + " bytes."},
                           language);
    } else if (error == http::error::header_limit && too_long_url()) {
        response =
            problem(414, "url-too-long", {"주소를 줄여 주세요.", "Please shorten the address."}, language);
    } else if (error == http::error::header_limit) {
        const auto limit = std::to_string(limits_.header_bytes);
        response = problem(431, "headers-too-large",
                           {"헤더는 모두 합쳐 " + limit + "바이트까지 보낼 수 있어요.",
                            "All headers together may have at most " + limit + " bytes."},
                           language);
    } else {
        response = problem(400, "malformed-http",
                           {"HTTP 요청을 읽을 수 없어요.", "The HTTP request cannot be read."}, language);
    }
    method_ = {};
    request_id_ = thread_.parts().ids.next();
    write_response(out_, response, {request_id_, thread_.date(), false, false, false});
    const bool written = co_await write();
    log(response.status);
    if (written) co_await linger();
    co_return false;
}

bool Connection::too_long_url() const {
    if (!parser_->get().target().empty()) return false;  // the request line was read: it is the headers
    const std::string_view start{static_cast<const char*>(in_.data().data()), in_.size()};
    return start.substr(0, start.find('\n')).size() > limits_.url_bytes;
}

Task<Response> Connection::answer(Request request) {
    enter(Phase::answering, limits_.answer_time);
    const auto language = request.language;
    const auto exchange = std::make_shared<Exchange>();
    exchange->mailbox = thread_.mailbox();
    exchange->connection = weak_from_this();
    request.caller.gone = {exchange, &exchange->gone};
    exchange_ = exchange;
    // It may have waited in the socket for longer than its client did.
    exchange->gone = look_at(socket_) == Peer::gone;
    route_ = thread_.parts().router.dispatch(
        std::move(request), [exchange](Response response) { exchange->answer(std::move(response)); });
    if (!exchange->gone && !exchange->answered) watch_peer();
    while (!exchange->answered.load(std::memory_order_acquire)) {
        if (cut_) {
            exchange->gone = true;
            co_return Response{};
        }
        if (late_) {
            co_return problem(
                504, "no-answer-in-time",
                {"제때 응답하지 못했어요. 처리됐을 수도 있으니 상태를 확인해 주세요.",
                 "No answer came in time. It may have been done: please look at the present state."},
                language);
        }
        co_await woken();
    }
    co_return std::move(exchange->response);
}

/// Sends what is in `out_`. False if the client has left or is too slow.
Task<bool> Connection::write() {
    enter(Phase::writing, limits_.write_time);
    const auto [error, size] = co_await asio::async_write(socket_, asio::buffer(out_), use_result);
    out_.clear();
    if (out_.capacity() > out_bytes_kept) out_.shrink_to_fit();
    co_return !error;
}

Task<void> Connection::stream(std::shared_ptr<runtime::Watch> watch) {
    watch->on_ready([mailbox = thread_.mailbox(), self = weak_from_this()] { mailbox->deliver(self); });
    notice_peer_leaving();
    auto heartbeat = thread_.now() + limits_.heartbeat;
    const auto expires =
        watch->lifetime ? thread_.now() + *watch->lifetime : IoThread::Clock::time_point::max();
    for (;;) {
        if (thread_.now() >= expires) watch->end("token-expired");
        // Asked before the frames are taken: what was pushed before a close is still sent.
        const bool last = watch->closed() || thread_.stopping();
        for (const auto& frame : watch->take()) write_frame(out_, frame);
        if (out_.empty() && thread_.now() >= heartbeat) write_heartbeat(out_);
        if (!out_.empty()) {
            if (!co_await write()) break;
            heartbeat = thread_.now() + limits_.heartbeat;
            if (!last) continue;  // a wake during the write found nobody waiting: look again
        }
        if (last || peer_gone_ || cut_) break;
        phase_ = Phase::streaming;
        deadline_ = std::min(heartbeat, expires);
        co_await woken();
    }
    watch->on_ready(nullptr);
    watch->close();
    if (!peer_gone_ && !cut_) {
        error_code ignored;
        socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    }
}

/// Sees the client leave before its answer is there. What it sends meanwhile is left for later: that is the
/// next request.
void Connection::watch_peer() {
    if (std::exchange(watched_, true)) return;  // still, since an earlier request
    socket_.async_wait(Socket::wait_read, [self = shared_from_this()](error_code error) {
        self->watched_ = false;
        const auto exchange = self->exchange_.lock();
        if (error || !exchange || exchange->answered) return;
        const auto peer = look_at(self->socket_);
        if (peer == Peer::silent) return self->watch_peer();
        exchange->gone = peer == Peer::gone;
    });
}

/// Reads (and ignores) what the client sends during a stream, to see it leave.
void Connection::notice_peer_leaving() {
    in_.clear();
    socket_.async_read_some(in_.prepare(read_bytes),
                            [self = shared_from_this()](error_code error, std::size_t) {
                                if (!error) return self->notice_peer_leaving();
                                self->peer_gone_ = true;
                                self->wake();
                            });
}

/// Lets the client read the last response before the connection is closed: closing with unread input resets
/// it.
Task<void> Connection::linger() {
    enter(Phase::closing, linger_time);
    error_code ignored;
    socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    in_.clear();
    for (std::size_t total = 0; total < linger_bytes_max;) {
        const auto [error, size] = co_await socket_.async_read_some(in_.prepare(read_bytes), use_result);
        if (error) break;
        total += size;
    }
}

void Connection::log(int status) const {
    if (!thread_.parts().hooks.access) return;
    const auto time = IoThread::Clock::now() - began_;
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(time).count();
    thread_.parts().hooks.access({method_, route_, status, micros, request_id_, traceparent_, caller_});
}

}  // namespace dangol::adapters
