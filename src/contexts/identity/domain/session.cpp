#include "contexts/identity/domain/session.hpp"

#include "core/overloaded.hpp"

namespace dangol::identity {
namespace {

using Events = Result<std::vector<SessionEvent>>;

Events one(SessionEvent event) { return std::vector<SessionEvent>{std::move(event)}; }

Events refresh(const Session& session, const RefreshSession& command) {
    const bool alive = session.status == SessionStatus::open && command.at < session.expires &&
                       command.epoch == session.epoch;
    if (!alive) return std::unexpected(session_over());
    if (command.token_hash != session.token_hash) return one(SessionRevoked{session.account, "token-reused"});
    return one(SessionRefreshed{session.account, command.next_token_hash, command.expires});
}

}  // namespace

Rejection session_over() {
    return {Refusal::unauthenticated,
            "session-over",
            {"로그인이 만료되었습니다. 다시 로그인해 주세요.", "The session is over. Sign in again."},
            {},
            {}};
}

Result<std::vector<SessionEvent>> decide(const Session& session, const SessionCommand& command) {
    return std::visit(Overloaded{
                          [&](const OpenSession& c) -> Events {
                              if (session.status != SessionStatus::none)
                                  return std::unexpected(session_over());
                              return one(SessionOpened{c.account, c.token_hash, c.epoch, c.expires});
                          },
                          [&](const RefreshSession& c) { return refresh(session, c); },
                          // Signing out twice is no error: the session is as over as was asked for.
                          [&](const RevokeSession&) -> Events {
                              if (session.status != SessionStatus::open) return std::vector<SessionEvent>{};
                              return one(SessionRevoked{session.account, "signed-out"});
                          },
                      },
                      command);
}

Session evolve(Session session, const SessionEvent& event) {
    std::visit(Overloaded{
                   [&](const SessionOpened& e) {
                       session = {SessionStatus::open, e.account, e.token_hash, e.epoch, e.expires};
                   },
                   [&](const SessionRefreshed& e) {
                       session.token_hash = e.token_hash;
                       session.expires = e.expires;
                   },
                   [&](const SessionRevoked&) { session.status = SessionStatus::revoked; },
               },
               event);
    return session;
}

}  // namespace dangol::identity
