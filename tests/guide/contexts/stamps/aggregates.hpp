#pragma once

#include <string_view>

#include "runtime/aggregate.hpp"
#include "tests/guide/contexts/stamps/domain/card.hpp"

namespace dangol::stamps {

struct Card {
    static constexpr std::string_view name = "Card";
    using State = stamps::State;
    using Command = stamps::Command;
    using Event = stamps::Event;
};

}  // namespace dangol::stamps
