#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <string>
#include <vector>

#include "adapters/http/incoming.hpp"
#include "adapters/http/outgoing.hpp"
#include "adapters/http/tasks.hpp"

namespace dangol::adapters {

/// One request passed on to another process, and its answer passed back piece by piece as it comes. Plain
/// HTTP, a connection of its own. It knows no deadlines: whoever has waited long enough calls `close`. Lives
/// on the thread of its connection.
class Forwarding {
  public:
    explicit Forwarding(boost::asio::io_context& io) : resolver_(io), peer_(io) {}

    Task<boost::system::error_code> connect(Destination peer);
    /// Sends the message, without what concerns only this hop, and reads the head of the answer. `client` is
    /// the address of whoever asks, for X-Forwarded-For.
    Task<boost::system::error_code> ask(const Message* message, const Destination* peer, std::string client);

    [[nodiscard]] int status() const { return static_cast<int>(parser_.get().result_int()); }
    [[nodiscard]] bool is_event_stream() const;
    /// Whether the client can tell where the answer ends without the end of the connection.
    [[nodiscard]] bool has_end() const { return !parser_.need_eof(); }

    /// The head of the answer, as the client is to see it.
    [[nodiscard]] std::string head(bool keep_alive, bool http_1_0) const;
    /// The next bytes of the answer's body as they go to the client, at least one unless it is over: then
    /// empty.
    Task<boost::system::error_code> read_some(std::string* bytes);

    void close();

  private:
    using Parser = boost::beast::http::response_parser<boost::beast::http::buffer_body>;

    boost::asio::ip::basic_resolver<boost::asio::ip::tcp, Executor> resolver_;
    Socket peer_;
    boost::beast::flat_buffer in_;
    Parser parser_;
    bool chunked_ = false;
    bool ended_ = false;
};

}  // namespace dangol::adapters
