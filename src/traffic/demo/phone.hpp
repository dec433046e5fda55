#pragma once

#include <string>

#include "traffic/client/session.hpp"
#include "traffic/demo/town.hpp"

namespace dangol::traffic::demo {

using client::Reply;

/// How one person reaches the server: signed in, and patient. While the server cannot be reached it tries
/// again every second, which is safe because a repeated command carries the same Idempotency-Key.
class Phone {
  public:
    /// A guest's.
    explicit Phone(Town& town) : town_(town) {}
    /// Of somebody who signs in. `key` is one of the town's.
    Phone(Town& town, client::Key& key) : town_(town), key_(&key) {}

    [[nodiscard]] Task<Reply> get(std::string target);
    [[nodiscard]] Task<Reply> post(std::string target, std::string body = "{}");
    /// The guest is forgotten; the next request comes from a new one.
    void become_somebody_else() { session_ = {}; }

  private:
    Task<Reply> ask(std::string method, std::string target, std::string body);
    Task<Reply> try_once(client::Call call);
    Task<void> sign_in();

    Town& town_;
    client::Key* key_ = nullptr;
    client::Session session_;
};

}  // namespace dangol::traffic::demo
