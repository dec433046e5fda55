// One I/O thread: takes connections in, wakes them at their deadlines, lets them go.
#include "adapters/http/io_thread.hpp"

#include <linux/filter.h>
#include <pthread.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/system/system_error.hpp>
#include <exception>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "adapters/http/connection.hpp"
#include "adapters/http/wire.hpp"

namespace dangol::adapters {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr std::chrono::milliseconds tick_time{100};

void share_port(int socket) {
    const int on = 1;
    if (::setsockopt(socket, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on) != 0) {
        throw boost::system::system_error(errno, boost::system::system_category(), "SO_REUSEPORT");
    }
}

/// Drops what would begin a connection (SYN without ACK), and nothing of those that have begun. Whoever is
/// dropped says it again, and is refused when the socket is closed.
void ignore_new_connections(int socket) {
    constexpr std::uint32_t flags_byte = 13;  // of the TCP header
    constexpr std::uint32_t syn = 0x02;
    constexpr std::uint32_t ack = 0x10;
    constexpr std::uint32_t all = 0xffffffff;
    std::array<sock_filter, 5> code{{
        {.code = BPF_LD | BPF_B | BPF_ABS, .jt = 0, .jf = 0, .k = flags_byte},
        {.code = BPF_ALU | BPF_AND | BPF_K, .jt = 0, .jf = 0, .k = syn | ack},
        {.code = BPF_JMP | BPF_JEQ | BPF_K, .jt = 0, .jf = 1, .k = syn},
        {.code = BPF_RET | BPF_K, .jt = 0, .jf = 0, .k = 0},
        {.code = BPF_RET | BPF_K, .jt = 0, .jf = 0, .k = all},
    }};
    const sock_fprog program{.len = code.size(), .filter = code.data()};
    // Where that may not be done a connection that comes in this very moment is reset, as at any close.
    ::setsockopt(socket, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program);
}

/// Whoever starts a second server by mistake reads this.
std::runtime_error cannot_listen(const tcp::endpoint& endpoint, const error_code& error) {
    std::ostringstream where;
    where << endpoint;
    return std::runtime_error("cannot listen on " + where.str() + ": " + error.message() +
                              "; free it, or choose another address or port");
}

std::string text_of(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& known) {
        return known.what();
    } catch (...) {
        return "not a std::exception";
    }
}

}  // namespace

IoThread::IoThread(ServerParts& parts, const tcp::endpoint& endpoint, Port port)
    : parts_(parts),
      io_(1),
      acceptor_(io_),
      timer_(io_),
      mailbox_(std::make_shared<Mailbox>(io_)),
      idle_time_(parts.limits.idle_time) {
    acceptor_.open(endpoint.protocol());
    acceptor_.set_option(asio::socket_base::reuse_address(true));
    if (port == Port::shared) share_port(acceptor_.native_handle());
    error_code error;
    acceptor_.bind(endpoint, error);
    if (error) throw cannot_listen(endpoint, error);
    if (port == Port::own) share_port(acceptor_.native_handle());
    acceptor_.listen(4096);
}

IoThread::~IoThread() {
    if (thread_.joinable()) {
        cut();
        thread_.join();
    }
    mailbox_->close();
}

void IoThread::start() { thread_ = std::thread(&IoThread::run, this); }

void IoThread::run() {
    ::pthread_setname_np(::pthread_self(), "http");
    mailbox_->open_on_this_thread();
    const auto report = [this](std::exception_ptr error) {
        if (error && parts_.hooks.error) parts_.hooks.error("accept: " + text_of(error));
    };
    asio::co_spawn(io_, accept(), report);
    tick();
    for (;;) {
        try {
            io_.run();
            break;
        } catch (const std::exception& error) {
            // Only a hook of ours can throw here; the other connections must go on.
            if (parts_.hooks.error) parts_.hooks.error(error.what());
        }
    }
    mailbox_->close();
    const std::scoped_lock lock(ended_mutex_);
    ended_ = true;
    ended_changed_.notify_all();
}

Task<void> IoThread::accept() {
    while (acceptor_.is_open()) {
        auto [error, socket] = co_await acceptor_.async_accept(use_result);
        if (!error) {
            admit(std::move(socket));
        } else if (error == asio::error::no_descriptors && make_room()) {
            continue;
        } else if (error != asio::error::operation_aborted && error != asio::error::connection_aborted) {
            // Out of descriptors or memory: connections that end will give some back.
            asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor> pause(io_, tick_time);
            co_await pause.async_wait(use_result);
        }
    }
}

void IoThread::admit(Socket socket) {
    error_code ignored;
    if (parts_.connections.fetch_add(1) >= parts_.limits.connections && !make_room()) {
        parts_.connections.fetch_sub(1);
        // Sent without waiting: there is no connection to wait with.
        std::string full;
        write_response(full,
                       runtime::problem(503, "server-full",
                                        {"연결이 너무 많아요. 잠시 후 다시 시도해 주세요.",
                                         "There are too many connections. Please try again in a moment."},
                                        Language::ko),
                       {"", date_, false, false, false});
        socket.non_blocking(true, ignored);
        socket.write_some(asio::buffer(full), ignored);
        socket.shutdown(tcp::socket::shutdown_send, ignored);
        return;
    }
    socket.set_option(tcp::no_delay(true), ignored);
    now_ = Clock::now();  // if the thread was busy, the last tick is long ago
    const auto connection = std::make_shared<Connection>(std::move(socket), *this);
    asio::co_spawn(io_, Connection::run(connection), [this](std::exception_ptr error) {
        if (error && parts_.hooks.error) parts_.hooks.error("connection: " + text_of(error));
    });
}

bool IoThread::make_room() {
    auto* connection = roster_.first_to_go();
    if (connection == nullptr) return false;
    const auto kept_until_cut = connection->shared_from_this();
    connection->cut();
    return true;
}

void IoThread::remove(Roster::Place place) {
    roster_.remove(place);
    parts_.connections.fetch_sub(1);
    if (stopping_ && roster_.empty()) timer_.cancel();
}

void IoThread::tick() {
    now_ = Clock::now();
    const auto seconds =
        std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()).time_since_epoch().count();
    if (seconds != date_seconds_) {
        date_seconds_ = seconds;
        date_ = http_date(seconds);
    }
    // A connection that is woken may end, and so leave the roster.
    std::vector<std::shared_ptr<Connection>> due;
    roster_.for_each([&](Connection& connection) {
        if (connection.deadline() <= now_) due.push_back(connection.shared_from_this());
    });
    for (const auto& connection : due) connection->meet_deadline();
    // The tick keeps the thread running for as long as there are connections: one that waits for a handler
    // has no operation of its own. With no timer, acceptor or connection left the thread ends.
    if (stopping_ && roster_.empty()) return;
    timer_.expires_after(tick_time);
    timer_.async_wait([this](error_code error) {
        if (!error) tick();
    });
}

void IoThread::begin_lame_duck(std::chrono::milliseconds time) {
    asio::post(io_, [this, time] {
        leaving_ = true;
        idle_time_ = std::min(time, idle_time_);
        for (const auto& connection : all()) connection->shorten_idle();
    });
}

void IoThread::ignore_newcomers() {
    asio::post(io_, [this] { ignore_new_connections(acceptor_.native_handle()); });
}

void IoThread::shut_door() {
    asio::post(io_, [this] {
        // Closing the socket would reset those that nobody has taken yet.
        error_code error;
        acceptor_.non_blocking(true, error);
        while (!error) {
            Socket socket(io_);
            acceptor_.accept(socket, error);
            if (!error) admit(std::move(socket));
        }
        acceptor_.close(error);
    });
}

std::vector<std::shared_ptr<Connection>> IoThread::all() const {
    std::vector<std::shared_ptr<Connection>> all;
    roster_.for_each([&](Connection& connection) { all.push_back(connection.shared_from_this()); });
    return all;
}

void IoThread::begin_stop() {
    asio::post(io_, [this] {
        // After a lame-duck phase those that are idle are new, and about to say something.
        if (!leaving_) idle_time_ = std::chrono::milliseconds{0};
        leaving_ = stopping_ = true;
        error_code ignored;
        acceptor_.close(ignored);
        for (const auto& connection : all()) connection->begin_stop();
        if (roster_.empty()) timer_.cancel();
    });
}

void IoThread::cut() {
    begin_stop();
    asio::post(io_, [this] {
        for (const auto& connection : all()) connection->cut();
    });
}

bool IoThread::ended_within(std::chrono::milliseconds patience) {
    std::unique_lock lock(ended_mutex_);
    return ended_changed_.wait_for(lock, patience, [this] { return ended_; });
}

void IoThread::join() {
    if (thread_.joinable()) thread_.join();
}

}  // namespace dangol::adapters
