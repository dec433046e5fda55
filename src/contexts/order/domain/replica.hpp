#pragma once

#include <map>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "contracts/cafe.hpp"
#include "core/result.hpp"

/// The local copy of a branch: enough to price and refuse an order, so that ordering stays open while the
/// café context is down. The café's events keep it up to date.
namespace dangol::order {

enum class CafeState { closed, open, paused };
BOOST_DESCRIBE_ENUM(CafeState, closed, open, paused)

/// When a sold-out ends; the far future if it does not end by itself.
struct SoldOut {
    Timestamp until{};
};
BOOST_DESCRIBE_STRUCT(SoldOut, (), (until))

struct CafeReplica {
    CafeId cafe_id;
    cafe::CafeProfile profile;
    std::vector<cafe::MenuItem> items;
    std::vector<cafe::OpeningHours> hours;
    CafeState state = CafeState::closed;
    Timestamp paused_until{};
    std::map<std::string, SoldOut> sold_out;  ///< by "menu id" or "menu id/option id"
};
BOOST_DESCRIBE_STRUCT(CafeReplica, (), (cafe_id, profile, items, hours, state, paused_until, sold_out))

// The café folds the same events in its own way; tests/conformance/replica_test.cpp holds the two together.
void apply(CafeReplica& replica, const cafe::CafeRegistered& event);
void apply(CafeReplica& replica, const cafe::CafeProfileChanged& event);
void apply(CafeReplica& replica, const cafe::MenuPublished& event);
void apply(CafeReplica& replica, const cafe::HoursChanged& event);
void apply(CafeReplica& replica, const cafe::CafeOpened& event);
void apply(CafeReplica& replica, const cafe::CafePaused& event);
void apply(CafeReplica& replica, const cafe::CafeClosed& event);
void apply(CafeReplica& replica, const cafe::SoldOutChanged& event);

[[nodiscard]] bool is_sold_out(const CafeReplica& replica, const MenuId& menu_id,
                               const std::string& option_id, Timestamp now);

/// Whether the branch takes orders at `now`; the rejection says until when it does not, or what to do.
[[nodiscard]] Result<void> takes_orders(const CafeReplica& replica, Timestamp now);

}  // namespace dangol::order
