#pragma once

#include <variant>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/mypage/events.hpp"
#include "core/result.hpp"

/// MyPage: what is known of one order, merged from the events of four contexts that do not wait for each
/// other.
///
///   foreign event ─► facts ─► join with the known facts ─► status = the furthest one that the facts prove
///
/// `join` is commutative, associative and idempotent, and a status is never taken back, so events may arrive
/// in any order and any number of times: the page ends up the same.
namespace dangol::mypage {

struct Page {
    OrderStatus status = OrderStatus::payment_pending;
    Facts facts;
    bool operator==(const Page&) const = default;
};
BOOST_DESCRIBE_STRUCT(Page, (), (status, facts))

/// What a foreign event tells: some facts, the others empty. The first time it must name café and customer.
struct LearnFacts {
    Facts facts;
};

using PageCommand = std::variant<LearnFacts>;
using PageEvent = std::variant<MyPageChanged>;

/// Of two times the earlier one, of anything else the greater one: "known" beats "not known".
[[nodiscard]] Facts join(Facts known, const Facts& more);

/// The furthest status that the facts prove.
[[nodiscard]] OrderStatus status_of(const Facts& facts);

/// Nothing if the facts are known already; else one event for each status that the order has passed, the last
/// with the status of now. A status whose own event is still on its way is passed too: who is ready has been
/// accepted.
[[nodiscard]] Result<std::vector<PageEvent>> decide(const Page& page, const PageCommand& command);
[[nodiscard]] Page evolve(Page page, const PageEvent& event);

/// True while the order's drinks are not made and will be: it stands in its café's queue.
[[nodiscard]] bool is_waiting(const Page& page);

/// True while a paid order is neither fetched nor brought nor given up.
[[nodiscard]] bool is_open(const Page& page);

/// True while the provider has not said whether it was paid, or does not refund.
[[nodiscard]] bool is_unsettled(const Page& page);

/// True while making has not begun: the customer may cancel.
[[nodiscard]] bool is_cancelable(OrderStatus status);

}  // namespace dangol::mypage
