#pragma once

#include <string>

#include "core/access.hpp"
#include "core/text.hpp"

namespace dangol {

/// The account that gave a command, as an event's envelope names it.
struct Actor {
    AccountId account;  ///< empty: the system itself (a policy, a deadline, an effect)
    Role role = Role::anonymous;

    /// "staff:01h…", or empty for the system: the CloudEvents extension `actor`.
    [[nodiscard]] std::string text() const {
        if (account.empty()) return {};
        return std::string(name_of(role)) + ":" + account.value;
    }
};

/// The context of a request. It reaches the unit that decides the request, and the envelope of the recorded
/// events.
struct RequestContext {
    Actor actor = {};
    std::string id = {};           ///< of the request: the causation id of its events
    std::string traceparent = {};  ///< W3C trace context; may be empty
    std::string correlation = {};  ///< the order id, if it is known
    Language language = Language::ko;
};

}  // namespace dangol
