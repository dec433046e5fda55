#pragma once

#include <string_view>

#include "runtime/aggregate.hpp"
#include "tests/guide/contexts/cups/domain/cup.hpp"

namespace dangol::cups {

struct Cup {
    static constexpr std::string_view name = "Cup";
    using State = cups::State;
    using Command = cups::Command;
    using Event = cups::Event;
};

}  // namespace dangol::cups
