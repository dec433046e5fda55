#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "contexts/identity/domain/account.hpp"
#include "contexts/identity/domain/session.hpp"
#include "contexts/identity/views.hpp"
#include "runtime/unit.hpp"

/// The aggregates as the runtime knows them (runtime/unit.hpp, `Aggregate`).
namespace dangol::identity {

struct AccountAggregate {
    static constexpr std::string_view name = "Account";
    using State = Account;
    using Command = AccountCommand;
    using Event = AccountEvent;

    static Result<std::vector<Event>> decide(const State& state, const Command& command) {
        return identity::decide(state, command);
    }
    static State evolve(State state, const Event& event) { return identity::evolve(std::move(state), event); }
    static std::string scope(const State&) { return {}; }  // nobody watches accounts live
    static std::vector<runtime::Row> index(const std::string& id, const State& state) {
        return account_rows(AccountId{id}, state);
    }
    /// Remembers for good that an operator has come in: from then on the program prints no more links at its
    /// start.
    static void after(runtime::Unit& unit, const std::string& id, const Event& event, const State& state) {
        const bool entered =
            std::holds_alternative<LinkRedeemed>(event) || std::holds_alternative<SignedIn>(event);
        if (!entered || state.role != AccountRole::operator_ || unit.row(view::marks, mark::operator_entered))
            return;
        unit.put({std::string(view::marks), std::string(mark::operator_entered), {}, 0, id});
    }
};

struct SessionAggregate {
    static constexpr std::string_view name = "Session";
    using State = Session;
    using Command = SessionCommand;
    using Event = SessionEvent;

    static Result<std::vector<Event>> decide(const State& state, const Command& command) {
        return identity::decide(state, command);
    }
    static State evolve(State state, const Event& event) { return identity::evolve(std::move(state), event); }
    static std::string scope(const State&) { return {}; }
    static std::vector<runtime::Row> index(const std::string&, const State&) { return {}; }
    static void after(runtime::Unit&, const std::string&, const Event&, const State&) {}
};

static_assert(runtime::Aggregate<AccountAggregate>);
static_assert(runtime::Aggregate<SessionAggregate>);

}  // namespace dangol::identity
