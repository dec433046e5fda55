#pragma once

#include "contexts/delivery/domain/delivery.hpp"
#include "core/calendar.hpp"
#include "runtime/context.hpp"

/// The delivery context: the search for a rider, and the way from the café to the door. See README.md.
namespace dangol::delivery {

/// Terms for deliveries planned from now on, and how many a rider may have in hand at a time.
struct Settings : DispatchTerms {
    int active_max = 3;
    Calendar riders_day;  ///< a rider works for branches of several zones, so the day is the installation's
};

[[nodiscard]] runtime::Context make(Settings settings = {});

}  // namespace dangol::delivery
