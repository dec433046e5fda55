#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>

#include "contracts/cafe.hpp"
#include "core/decision.hpp"
#include "core/ids.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

/// Cafe: a branch, its menu, and whether it takes orders.
///
///     Unregistered ─RegisterCafe─► Closed ─OpenCafe─► Open ─PauseCafe─► Paused ─its time is over─► Open
///
///     in Open, Paused           CloseCafe  ──► Closed
///     in Paused                 OpenCafe   ──► Open      before its time
///                               PauseCafe  ──► Paused    until another time
///     in any but Unregistered   ChangeProfile, PublishMenu, ChangeHours, SetSoldOut
///
/// A pause ends by itself, and so does a sold-out with a time: no event marks the end, and readers compare
/// the time with the clock. Any other command is refused; a command whose outcome already holds changes
/// nothing.
namespace dangol::cafe::branch {

// ── State ──────────────────────────────────────────────────────────────────────────────────────────

struct Open {};
struct Paused {
    Timestamp until{};
    std::string reason;
};
struct Closed {};
BOOST_DESCRIBE_STRUCT(Open, (), ())
BOOST_DESCRIBE_STRUCT(Paused, (), (until, reason))
BOOST_DESCRIBE_STRUCT(Closed, (), ())

using Opening = std::variant<Closed, Open, Paused>;

struct SoldOut {
    MenuId menu_id;
    std::string option_id;           ///< empty: the item itself
    std::optional<Timestamp> until;  ///< none: until the next change
    bool operator==(const SoldOut&) const = default;
};
BOOST_DESCRIBE_STRUCT(SoldOut, (), (menu_id, option_id, until))

struct Branch {
    CafeId id;
    CafeProfile profile;
    std::vector<OpeningHours> hours;  ///< none: no hours bind it
    Opening opening;
    std::vector<MenuItem> menu;
    std::vector<SoldOut> sold_out;  ///< some may be over: use `is_sold_out`
    int revision = 0;               ///< how often profile or hours were replaced
    int menu_revision = 0;          ///< how often the menu was published
};
BOOST_DESCRIBE_STRUCT(Branch, (), (id, profile, hours, opening, menu, sold_out, revision, menu_revision))

struct Unregistered {};
BOOST_DESCRIBE_STRUCT(Unregistered, (), ())

using State = std::variant<Unregistered, Branch>;

// ── Commands ───────────────────────────────────────────────────────────────────────────────────────

struct RegisterCafe {
    CafeId id;
    CafeProfile profile;
};
struct ChangeProfile {
    CafeProfile profile;
};
struct PublishMenu {
    std::vector<MenuItem> items;
};
struct ChangeHours {
    std::vector<OpeningHours> hours;
};
struct OpenCafe {
    Timestamp at{};
};
struct PauseCafe {
    Timestamp at{};
    int minutes = 15;  ///< 1 … 1,500: the rest of a business day in which the clocks go back
    std::string reason;
};
struct CloseCafe {};
struct SetSoldOut {
    Timestamp at{};
    MenuId menu_id;
    std::string option_id;
    bool sold_out = true;
    std::optional<Timestamp> until;
};

using Command = std::variant<RegisterCafe, ChangeProfile, PublishMenu, ChangeHours, OpenCafe, PauseCafe,
                             CloseCafe, SetSoldOut>;

using Event = std::variant<CafeRegistered, CafeProfileChanged, MenuPublished, HoursChanged, CafeOpened,
                           CafePaused, CafeClosed, SoldOutChanged>;

// ── The pure core ──────────────────────────────────────────────────────────────────────────────────

[[nodiscard]] Result<std::vector<Event>> decide(const State& state, const Command& command);
[[nodiscard]] State evolve(State state, const Event& event);

// ── What holds at a given time ─────────────────────────────────────────────────────────────────────

/// `recorded`, with a pause that is over taken as Open.
[[nodiscard]] Opening opening_at(const Opening& recorded, Timestamp now);
/// "OPEN", "PAUSED" or "CLOSED".
[[nodiscard]] std::string_view status_of(const Opening& opening);

/// The entry that makes the item, or this option of it, sold out; null if there is none.
[[nodiscard]] const SoldOut* sold_out_now(const Branch& branch, const MenuId& item, std::string_view option,
                                          Timestamp now);
[[nodiscard]] bool is_sold_out(const Branch& branch, const MenuId& item, std::string_view option,
                               Timestamp now);

// ── Validation of a branch's data (cafe_rules.cpp) ─────────────────────────────────────────────────

// Each check names the first error and how to correct it; all are Refusal::invalid.

/// Name in both languages, an address, a place on earth, a time zone, sane figures.
[[nodiscard]] Result<void> check_profile(const CafeProfile& profile);

/// At most 300 items with distinct ids, named in both languages; 0 ≤ min ≤ max ≤ options in each group;
/// options with distinct ids within an item; no choice makes an item cheaper than nothing; every amount in
/// `currency`, the one of the branch's delivery fee, so that an order can be summed up.
[[nodiscard]] Result<void> check_menu(const std::vector<MenuItem>& items, const std::string& currency);

/// At most 28 spans of the week, none empty, longer than a day's 06:00-to-06:00, or overlapping another.
[[nodiscard]] Result<void> check_hours(const std::vector<OpeningHours>& hours);

/// A business day must not end within opening hours, since it would split a shift; only hours of 24 or more
/// cannot avoid it. Refusal::unprocessable.
[[nodiscard]] Result<void> check_shifts(const std::vector<OpeningHours>& hours, int business_day_starts);

}  // namespace dangol::cafe::branch
