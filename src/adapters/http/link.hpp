#pragma once

#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <string>
#include <variant>

#include "adapters/http/outgoing.hpp"
#include "adapters/http/tasks.hpp"

namespace dangol::adapters {

/// One connection of the client, plain or TLS. One thread, one call at a time.
class Link {
  public:
    using Parser = boost::beast::http::response_parser<boost::beast::http::string_body>;
    using Endpoints = std::vector<boost::asio::ip::tcp::endpoint>;

    Link(boost::asio::io_context& io, boost::asio::ssl::context& trust, const Destination& destination);

    /// Connects to the first endpoint that answers; with TLS, verifies the peer.
    Task<boost::system::error_code> connect(Endpoints endpoints, std::string host);
    struct Written {
        boost::system::error_code error;
        std::size_t bytes = 0;
    };
    /// `text` must live until the write has ended.
    Task<Written> write(const std::string* text);
    Task<boost::system::error_code> read(Parser* parser);

    /// Ends whatever is awaited.
    void close();
    /// An idle connection that is still open, as far as this side can know.
    [[nodiscard]] bool usable();

  private:
    [[nodiscard]] Socket& socket();

    std::variant<Socket, boost::asio::ssl::stream<Socket>> stream_;
    boost::beast::flat_buffer in_;
};

}  // namespace dangol::adapters
