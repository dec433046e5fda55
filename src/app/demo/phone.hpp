#pragma once

#include <optional>
#include <string>

#include "app/client/session.hpp"
#include "app/demo/town.hpp"
#include "core/codec.hpp"

namespace dangol::app::demo {

/// What the server said.
struct Answer {
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
};

/// How one person reaches the server: signed in, and patient. While the server cannot be reached it tries
/// again every second, which is safe because a repeated command carries the same Idempotency-Key.
class Phone {
  public:
    /// A guest's.
    explicit Phone(const asio::any_io_executor& executor, Town& town);
    /// Of somebody who signs in. `key` is one of the town's.
    Phone(const asio::any_io_executor& executor, Town& town, client::Key& key);

    [[nodiscard]] asio::awaitable<Answer> get(std::string target);
    [[nodiscard]] asio::awaitable<Answer> post(std::string target, std::string body = "{}");
    /// The guest is forgotten; the next request comes from a new one.
    void become_somebody_else() { session_ = {}; }

  private:
    asio::awaitable<Answer> ask(std::string_view method, std::string target, std::string body);
    asio::awaitable<Answer> try_once(const client::Call& call);
    asio::awaitable<void> sign_in();

    Town& town_;
    client::Connection connection_;
    client::Key* key_ = nullptr;
    client::Session session_;
};

}  // namespace dangol::app::demo
