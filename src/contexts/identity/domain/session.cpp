// The rules of a session, one function per command.
#include "contexts/identity/domain/session.hpp"

#include <algorithm>
#include <utility>

#include "core/overloaded.hpp"

namespace dangol::identity::session {
namespace {

using Decision = Result<std::vector<Event>>;

Decision decide_in(const State& state, const OpenSession& command) {
    if (!std::holds_alternative<NeverOpened>(state)) return session_over();
    return recorded(SessionOpened{command.account, command.token_hash, command.epoch, command.expires});
}

Decision decide_in(const State& state, const RefreshSession& command) {
    return std::visit(
        Overloaded{
            [&](const Open& open) -> Decision {
                if (command.at >= open.expires || command.epoch != open.epoch) return session_over();
                if (command.token_hash == open.token_hash) {
                    return recorded(
                        SessionRefreshed{open.account, command.next_token_hash, command.expires, command.at});
                }
                const bool in_grace = std::ranges::any_of(open.replaced, [&](const Replaced& one) {
                    return one.token_hash == command.token_hash && command.at < one.at + command.grace;
                });
                if (in_grace) return already_so();
                return recorded(SessionRevoked{open.account, "token-reused"});
            },
            [](const OneOf<NeverOpened, Revoked> auto&) -> Decision { return session_over(); },
        },
        state);
}

Decision decide_in(const State& state, const RevokeSession&) {
    return std::visit(
        Overloaded{
            [](const Open& open) -> Decision { return recorded(SessionRevoked{open.account, "signed-out"}); },
            // Signing out twice is no error.
            [](const OneOf<NeverOpened, Revoked> auto&) -> Decision { return already_so(); },
        },
        state);
}

}  // namespace

Result<std::vector<Event>> decide(const State& state, const Command& command) {
    return std::visit([&](const auto& one) { return decide_in(state, one); }, command);
}

State evolve(State state, const Event& event) {
    std::visit(
        Overloaded{
            [&](const SessionOpened& e) { state = Open{e.account, e.token_hash, e.epoch, e.expires, {}}; },
            [&](const SessionRefreshed& e) {
                auto& open = std::get<Open>(state);
                if (open.replaced.size() >= replaced_max) open.replaced.erase(open.replaced.begin());
                open.replaced.push_back({std::exchange(open.token_hash, e.token_hash), e.at});
                open.expires = e.expires;
            },
            [&](const SessionRevoked& e) { state = Revoked{e.account}; },
        },
        event);
    return state;
}

std::unexpected<Rejection> session_over() {
    return refuse(Refusal::unauthenticated, "session-over",
                  {"로그인이 만료됐어요. 다시 로그인해 주세요.", "The session is over. Sign in again."});
}

}  // namespace dangol::identity::session
