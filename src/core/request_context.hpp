#pragma once

#include <atomic>
#include <memory>
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

/// What becomes of a request when there is too much to do (Google, "Site Reliability Engineering", chapter
/// 21).
enum class Criticality {
    critical,   ///< it is done before others, however long that takes
    sheddable,  ///< it is refused rather than done late, and not done for a client that has left
};

/// How somebody waits for an answer.
struct Caller {
    Criticality criticality = Criticality::critical;
    /// Becomes true when the client has left; null: that is not known. Set on one thread, read on any.
    std::shared_ptr<const std::atomic<bool>> gone = {};

    [[nodiscard]] bool has_left() const { return gone && gone->load(std::memory_order_relaxed); }
    [[nodiscard]] bool sheddable() const { return criticality == Criticality::sheddable; }
};

/// The context of a request. It reaches the unit that decides the request, and the envelope of the recorded
/// events.
struct RequestContext {
    Actor actor = {};
    std::string id = {};           ///< of the request: the causation id of its events
    std::string traceparent = {};  ///< W3C trace context; may be empty
    std::string correlation = {};  ///< the order id, if it is known
    Language language = Language::ko;
    Caller caller = {};
};

}  // namespace dangol
