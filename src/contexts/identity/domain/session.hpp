#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "contexts/identity/events.hpp"
#include "core/ids.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

/// One sign-in of a registered account, kept alive by refresh tokens that each serve once.
///
///     none ──OpenSession──► open ──RevokeSession──► revoked
///                           │  ▲        ▲
///      RefreshSession with  └──┘        │
///      the current token                │
///      RefreshSession with any other ───┘
///
/// A token that is not the current one was copied by someone: nobody can tell who of the two is the thief, so
/// the session ends for both. An open session also is over after `expires`, and when its account's epoch has
/// moved on.
namespace dangol::identity {

enum class SessionStatus { none, open, revoked };
BOOST_DESCRIBE_ENUM(SessionStatus, none, open, revoked)

struct Session {
    SessionStatus status = SessionStatus::none;
    AccountId account;
    std::string token_hash;
    std::int64_t epoch = 0;
    Timestamp expires{};
    bool operator==(const Session&) const = default;
};
BOOST_DESCRIBE_STRUCT(Session, (), (status, account, token_hash, epoch, expires))

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
};
struct RevokeSession {};

using SessionCommand = std::variant<OpenSession, RefreshSession, RevokeSession>;
using SessionEvent = std::variant<SessionOpened, SessionRefreshed, SessionRevoked>;

/// RefreshSession with a token that is not the current one succeeds in revoking: look at the state
/// afterwards.
[[nodiscard]] Result<std::vector<SessionEvent>> decide(const Session& session, const SessionCommand& command);
[[nodiscard]] Session evolve(Session session, const SessionEvent& event);

[[nodiscard]] Rejection session_over();

}  // namespace dangol::identity
