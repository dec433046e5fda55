#include "tests/guide/contexts/cups/domain/cup.hpp"

#include "core/overloaded.hpp"

namespace dangol::cups {
namespace {

using Decision = Result<std::vector<Event>>;

std::unexpected<Rejection> is_lent() {
    return refuse_transition(
        "cup-is-lent", {"빌려준 컵이에요. 먼저 반납을 받아 주세요.", "This cup is lent. Take it back first."},
        "LENT", {"return"});
}

std::unexpected<Rejection> never_lent() {
    return refuse_transition("cup-never-lent",
                             {"빌려준 적이 없는 컵이에요. 번호를 확인해 주세요.",
                              "This cup was never lent. Please check its number."},
                             "NEVER_LENT", {"lend"});
}

Decision decide_in(const State& state, const LendCup& command) {
    return std::visit(Overloaded{
                          [&](const OneOf<NeverLent, OnShelf> auto&) -> Decision {
                              return recorded(CupLent{command.cup, command.customer});
                          },
                          [](const Lent&) -> Decision { return is_lent(); },
                      },
                      state);
}

Decision decide_in(const State& state, const ReturnCup& command) {
    return std::visit(Overloaded{
                          [&](const Lent& in) -> Decision {
                              return recorded(CupReturned{in.cup, in.customer, command.at});
                          },
                          [](const OnShelf&) -> Decision { return already_so(); },
                          [](const NeverLent&) -> Decision { return never_lent(); },
                      },
                      state);
}

}  // namespace

Result<std::vector<Event>> decide(const State& state, const Command& command) {
    return std::visit([&](const auto& one) { return decide_in(state, one); }, command);
}

State evolve(State, const Event& event) {
    return std::visit(Overloaded{
                          [](const CupLent& lent) -> State { return Lent{lent.cup_id, lent.customer_id}; },
                          [](const CupReturned&) -> State { return OnShelf{}; },
                      },
                      event);
}

}  // namespace dangol::cups
