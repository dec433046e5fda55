#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <condition_variable>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "adapters/http/client_address.hpp"
#include "adapters/http/mailbox.hpp"
#include "adapters/http/roster.hpp"
#include "adapters/http/server.hpp"
#include "adapters/http/tasks.hpp"

namespace dangol::adapters {

class Connection;

/// What all threads of a server share. Only the counts change.
struct ServerParts {
    HttpLimits limits;
    TrustedProxies proxies;
    const runtime::Router& router;
    runtime::Ids& ids;
    Authenticate authenticate;
    HttpHooks hooks;
    std::atomic<std::size_t> connections{0};
    std::atomic<std::size_t> requests{0};  ///< in flight
};

/// One io_context, its thread, its acceptor and its connections.
class IoThread {
  public:
    enum class Port { own, shared };
    /// Binds and listens; throws std::runtime_error. The first thread of a server binds with `own`, so that
    /// an address that another program has is not shared with it; the others join it there with `shared`.
    IoThread(ServerParts& parts, const boost::asio::ip::tcp::endpoint& endpoint, Port port);
    ~IoThread();
    IoThread(const IoThread&) = delete;
    IoThread& operator=(const IoThread&) = delete;

    [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }
    void start();
    /// From another thread, in this order: see HttpServer::lame_duck.
    void begin_lame_duck(std::chrono::milliseconds time);
    void ignore_newcomers();
    void shut_door();
    /// From another thread. `begin_stop` lets what is in flight end; `cut` does not; `join` waits for either.
    void begin_stop();
    void cut();
    /// False if the thread has not ended within `patience`.
    bool ended_within(std::chrono::milliseconds patience);
    void join();

    // For the connections of this thread:
    using Clock = std::chrono::steady_clock;
    [[nodiscard]] ServerParts& parts() { return parts_; }
    [[nodiscard]] const std::shared_ptr<Mailbox>& mailbox() const { return mailbox_; }
    /// As of the last tick or newcomer, a tenth of a second old at most, as long as no handler blocks.
    [[nodiscard]] Clock::time_point now() const { return now_; }
    [[nodiscard]] std::string_view date() const { return date_; }
    [[nodiscard]] bool stopping() const { return stopping_; }
    /// No answer keeps its connection any more.
    [[nodiscard]] bool leaving() const { return leaving_; }
    /// How long a connection may be idle, as things are.
    [[nodiscard]] std::chrono::milliseconds idle_time() const { return idle_time_; }
    [[nodiscard]] Roster& roster() { return roster_; }
    void remove(Roster::Place place);

  private:
    Task<void> accept();
    void admit(Socket socket);
    /// Closes the connection that matters least; false if all of this thread work.
    bool make_room();
    void tick();
    void run();
    [[nodiscard]] std::vector<std::shared_ptr<Connection>> all() const;

    ServerParts& parts_;
    boost::asio::io_context io_;
    boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, Executor> acceptor_;
    boost::asio::basic_waitable_timer<Clock, boost::asio::wait_traits<Clock>, Executor> timer_;
    std::shared_ptr<Mailbox> mailbox_;
    Roster roster_;
    Clock::time_point now_ = Clock::now();
    std::string date_;
    std::int64_t date_seconds_ = 0;
    bool leaving_ = false;
    bool stopping_ = false;
    std::chrono::milliseconds idle_time_;

    std::mutex ended_mutex_;
    std::condition_variable ended_changed_;
    bool ended_ = false;
    std::thread thread_;  ///< last: it uses all of the above
};

}  // namespace dangol::adapters
