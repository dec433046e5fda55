#pragma once

#include <string>
#include <vector>

#include "contexts/cafe/events.hpp"
#include "core/result.hpp"

/// What a branch may say of itself. Each check names the first thing that is wrong and how to put it right;
/// all are Refusal::invalid.
namespace dangol::cafe::branch {

/// Name in both languages, an address, a place on earth, sane figures.
[[nodiscard]] Result<void> check_profile(const CafeProfile& profile);

/// At most 300 items with distinct ids, named in both languages; 0 ≤ min ≤ max ≤ options in each group;
/// options with distinct ids within an item; no choice makes an item cheaper than nothing; every amount in
/// `currency`, the one of the branch's delivery fee, so that an order can be summed up.
[[nodiscard]] Result<void> check_menu(const std::vector<MenuItem>& items, const std::string& currency);

/// At most 28 spans of the week, none empty, longer than a day's 06:00-to-06:00, or overlapping another.
[[nodiscard]] Result<void> check_hours(const std::vector<OpeningHours>& hours);

}  // namespace dangol::cafe::branch
