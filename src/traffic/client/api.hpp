#pragma once

#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "adapters/http/client.hpp"
#include "adapters/http/tasks.hpp"
#include "core/codec.hpp"

namespace dangol::traffic {

namespace asio = boost::asio;
using adapters::Task;

}  // namespace dangol::traffic

namespace dangol::traffic::client {

/// One request.
struct Call {
    std::string method = "POST";
    std::string target;
    std::string token = {};  ///< access token, or empty
    std::string body = {};   ///< JSON, or empty
    std::string idempotency_key = {};
    /// Longer than the server itself may take for an answer, unless told otherwise.
    std::chrono::milliseconds deadline = std::chrono::seconds{75};
};

struct Reply {
    int status = 0;
    std::string body;

    [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
    /// The body as a T; nothing if the request was refused or the body is something else.
    template <class T>
    [[nodiscard]] std::optional<T> as() const {
        if (!ok()) return std::nullopt;
        auto value = codec::from_json<T>(body);
        if (!value) return std::nullopt;
        return std::move(*value);
    }
    /// The code of a refusal, "not-ready"; empty if the body says none.
    [[nodiscard]] std::string problem() const;
};

/// There was no reply: the server is not there, hung up, or took too long. Whether it did what it was asked
/// is open.
struct NoReply : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The API of a running server, for all coroutines of one event loop. It connects as often as calls overlap,
/// and keeps the connections.
class Api {
  public:
    /// `url` is like "http://127.0.0.1:8088". Throws std::invalid_argument, saying what would be right, for
    /// anything else. `io` must not run any more when this ends.
    Api(asio::io_context& io, std::string url);

    /// Throws NoReply.
    [[nodiscard]] Task<Reply> send(Call call);

  private:
    std::string url_;
    adapters::HttpClient http_;
};

/// Waits without blocking the thread.
[[nodiscard]] Task<void> pause_for(std::chrono::microseconds time);

}  // namespace dangol::traffic::client
