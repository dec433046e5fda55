#include "tests/guide/contexts/stamps/domain/card.hpp"

#include "core/overloaded.hpp"

namespace dangol::stamps {
namespace {

using Decision = Result<std::vector<Event>>;

Decision decide_in(const State& state, const AddStamp& command) {
    return std::visit(Overloaded{
                          [&](const Empty&) -> Decision { return recorded(StampAdded{command.customer, 1}); },
                          [&](const Stamped& in) -> Decision {
                              return recorded(StampAdded{command.customer, in.stamps + 1});
                          },
                      },
                      state);
}

}  // namespace

Result<std::vector<Event>> decide(const State& state, const Command& command) {
    return std::visit([&](const auto& one) { return decide_in(state, one); }, command);
}

State evolve(State, const Event& event) {
    return std::visit(Overloaded{[](const StampAdded& added) -> State { return Stamped{added.stamps}; }},
                      event);
}

}  // namespace dangol::stamps
