#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/decision.hpp"
#include "core/ids.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

/// The events of a session; the subject is the session id. They are private. Refresh tokens (at least 128
/// random bits) appear only as their SHA-256.
namespace dangol::identity {

struct SessionOpened {
    AccountId account;
    std::string token_hash;  ///< of the refresh token
    std::int64_t epoch = 0;  ///< the account's at that moment; a later one ends the session
    Timestamp expires{};
};
BOOST_DESCRIBE_STRUCT(SessionOpened, (), (account, token_hash, epoch, expires))

/// The refresh token was exchanged for a new one.
struct SessionRefreshed {
    AccountId account;
    std::string token_hash;
    Timestamp expires{};
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(SessionRefreshed, (), (account, token_hash, expires, at))

struct SessionRevoked {
    AccountId account;
    std::string reason;  ///< "signed-out" or "token-reused"
};
BOOST_DESCRIBE_STRUCT(SessionRevoked, (), (account, reason))

}  // namespace dangol::identity

/// Session: one sign-in of a registered account, kept alive by refresh tokens that are replaced when used.
///
///     NeverOpened ─OpenSession─► Open ─RevokeSession─► Revoked
///                                │  ▲                     ▲
///     RefreshSession with the    └──┘                     │
///     current token, or one that                          │
///     was replaced a moment ago                           │
///     RefreshSession with any other token ────────────────┘
///
/// The answer to a refresh can be lost, and two tabs can ask at once. So a token that was replaced less than
/// `grace` ago is taken again: nothing happens, and the caller gets the session's current token, as the other
/// one did. After that, a token that is not the current one is a copy. Its owner and the thief look alike, so
/// the session ends for both. An open session is also over after `expires`, and when its account's epoch has
/// moved on.
namespace dangol::identity::session {

struct NeverOpened {};
struct Replaced {
    std::string token_hash;
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(Replaced, (), (token_hash, at))
struct Open {
    AccountId account;
    std::string token_hash;
    std::int64_t epoch = 0;
    Timestamp expires{};
    std::vector<Replaced> replaced;  ///< the tokens before, the newest last; `replaced_max` of them
};
/// A client that goes through more tokens than these within the grace is none that has lost an answer.
inline constexpr std::size_t replaced_max = 8;
struct Revoked {
    AccountId account;
};
BOOST_DESCRIBE_STRUCT(NeverOpened, (), ())
BOOST_DESCRIBE_STRUCT(Open, (), (account, token_hash, epoch, expires, replaced))
BOOST_DESCRIBE_STRUCT(Revoked, (), (account))

using State = std::variant<NeverOpened, Open, Revoked>;

struct OpenSession {
    AccountId account;
    std::string token_hash;
    std::int64_t epoch = 0;
    Timestamp expires{};
};
struct RefreshSession {
    std::string token_hash;       ///< of the token that was shown
    std::string next_token_hash;  ///< of the one that replaces it
    std::int64_t epoch = 0;       ///< the account's now
    Timestamp at{};
    Timestamp expires{};  ///< of the session, if it is refreshed
    Duration grace{};     ///< how long a replaced token is taken again
};
struct RevokeSession {};

using Command = std::variant<OpenSession, RefreshSession, RevokeSession>;
using Event = std::variant<SessionOpened, SessionRefreshed, SessionRevoked>;

/// RefreshSession with a copy succeeds in revoking, and with a token within its grace in doing nothing: look
/// at the state afterwards.
[[nodiscard]] Result<std::vector<Event>> decide(const State& state, const Command& command);
[[nodiscard]] State evolve(State state, const Event& event);

[[nodiscard]] std::unexpected<Rejection> session_over();

}  // namespace dangol::identity::session
