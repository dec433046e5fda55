#pragma once

#include <boost/asio/io_context.hpp>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace dangol::adapters {

class Connection;

/// How other threads wake connections of one I/O thread. A writer answers hundreds of requests after one
/// commit; they cross to the I/O thread in one step. It may outlive the thread: what is delivered then goes
/// nowhere.
class Mailbox : public std::enable_shared_from_this<Mailbox> {
  public:
    explicit Mailbox(boost::asio::io_context& io) : io_(&io) {}

    /// Any thread. Wakes the connection soon, on its own thread.
    void deliver(const std::weak_ptr<Connection>& connection);

    /// True on the I/O thread itself, once that runs.
    [[nodiscard]] bool on_io_thread() const { return std::this_thread::get_id() == io_thread_; }
    /// Before the thread takes its first connection, and after its last.
    void open_on_this_thread() { io_thread_ = std::this_thread::get_id(); }
    void close();

  private:
    void empty();

    std::thread::id io_thread_;
    std::mutex mutex_;
    boost::asio::io_context* io_;
    std::vector<std::weak_ptr<Connection>> waiting_;
};

}  // namespace dangol::adapters
