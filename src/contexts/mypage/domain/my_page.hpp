#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/ids.hpp"
#include "core/money.hpp"
#include "core/result.hpp"
#include "core/text.hpp"
#include "core/time.hpp"

/// MyPage: what is known of one order, merged from the events of four contexts that do not wait for each
/// other.
///
///   foreign event ─► facts ─► join with the known facts ─► status = the furthest one that the facts prove
///
/// `join` is commutative, associative and idempotent, and a status is never taken back, so events may arrive
/// in any order and any number of times: the page ends up the same.
namespace dangol::mypage {

/// The status of an order, for its customer. The order of the enumerators is the rank: a page only
/// ever moves to a later one.
enum class OrderStatus {
    payment_pending,
    placed,
    accepted,
    cancel_requested,
    preparing,
    ready,
    out_for_delivery,
    unclaimed,
    undelivered,
    completed,
    payment_failed,
    expired,
    canceled,
    rejected,
};
BOOST_DESCRIBE_ENUM(OrderStatus, payment_pending, placed, accepted, cancel_requested, preparing, ready,
                    out_for_delivery, unclaimed, undelivered, completed, payment_failed, expired, canceled,
                    rejected)

enum class Fulfilment { pickup, delivery };
BOOST_DESCRIBE_ENUM(Fulfilment, pickup, delivery)

struct PageLine {
    Text name;
    int quantity = 1;
    std::vector<Text> options;
    Money price;  ///< of the whole line
    bool operator==(const PageLine&) const = default;
};
BOOST_DESCRIBE_STRUCT(PageLine, (), (name, quantity, options, price))

/// The order as it was agreed. It never changes, but the PIN comes later than the rest: only OrderPlaced has
/// it. News of a known order are its PIN, and nothing else.
struct PageOrder {
    static constexpr bool leaves_out_defaults = true;
    Text cafe_name;
    std::string call_number;
    Fulfilment fulfilment = Fulfilment::pickup;
    std::vector<PageLine> lines;
    int qty = 0;
    int units = 0;  ///< make-units, all lines
    Money total_price;
    std::string pin;  ///< of a delivery; only the customer sees it
    Timestamp order_date{};
    bool operator==(const PageOrder&) const = default;
};
BOOST_DESCRIBE_STRUCT(PageOrder, (),
                      (cafe_name, call_number, fulfilment, lines, qty, units, total_price, pin, order_date))

/// Whether a rider has the delivery. It changes more than once, so the delivery's version determines the
/// latest.
struct RiderFact {
    std::uint64_t version = 0;
    bool assigned = false;
    auto operator<=>(const RiderFact&) const = default;
};
BOOST_DESCRIBE_STRUCT(RiderFact, (), (version, assigned))

/// A step of a refund. An order has more than one refund; the last one counts.
struct RefundFact {
    int number = 0;
    Timestamp at{};
    auto operator<=>(const RefundFact&) const = default;
};
BOOST_DESCRIBE_STRUCT(RefundFact, (), (number, at))

/// All facts about one order from the events of other contexts, each with its time. Facts are only ever
/// added (`join`), so the order in which they arrive does not matter. Stored are those that are known.
struct Facts {
    static constexpr bool leaves_out_defaults = true;
    CafeId cafe_id;
    AccountId customer_id;
    std::optional<PageOrder> order;
    std::optional<Timestamp> placed_at;
    std::optional<Timestamp> unanswered_at;
    std::optional<Timestamp> cancel_requested_at;
    std::optional<Timestamp> canceled_at;
    std::optional<Timestamp> expired_at;
    std::optional<Timestamp> payment_unknown_at;
    std::optional<Timestamp> payment_failed_at;
    std::optional<Timestamp> paid_at;
    std::optional<Timestamp> refund_requested_at;  ///< the first one; so are the next two
    std::optional<Timestamp> refund_delayed_at;
    std::optional<Timestamp> refunded_at;
    std::optional<RefundFact> last_refund_requested;
    std::optional<RefundFact> last_refund_delayed;
    std::optional<RefundFact> last_refunded;
    std::optional<Money> refund_amount;    ///< all that was promised so far
    std::optional<Money> refunded_amount;  ///< all that was paid back so far
    bool order_repaid = false;             ///< the whole payment, because the order came to nothing
    std::optional<Timestamp> accepted_at;
    std::optional<Timestamp> rejected_at;
    std::optional<Timestamp> making_at;
    std::optional<Timestamp> made_at;
    std::optional<Timestamp> given_up_at;  ///< by the café; what follows, the order decides
    std::optional<Timestamp> unclaimed_at;
    std::optional<Timestamp> completed_at;
    std::optional<Timestamp> picked_up_at;  ///< by the rider
    std::optional<Timestamp> delivered_at;
    std::optional<Timestamp> delivery_canceled_at;
    std::optional<Timestamp> delivery_failed_at;  ///< the delivery; `undelivered_at` is the order's end
    std::optional<Timestamp> undelivered_at;
    bool undelivered_by_house = false;  ///< through no fault of the customer: the money goes back
    std::string delivery_failure;       ///< why the delivery failed
    int ready_in_minutes = 0;           ///< what the café promised when it accepted; 0 = nothing
    bool making_begun = false;          ///< known from the refusal of a cancel, perhaps before the time of it
    std::string cancel_reason;          ///< of the order context
    std::string cafe_reason;            ///< why the café rejected it or gave up
    std::string note;                   ///< the café's own words to that
    RiderFact rider;
    bool operator==(const Facts&) const = default;
};
BOOST_DESCRIBE_STRUCT(Facts, (),
                      (cafe_id, customer_id, order, placed_at, unanswered_at, cancel_requested_at,
                       canceled_at, expired_at, payment_unknown_at, payment_failed_at, paid_at,
                       refund_requested_at, refund_delayed_at, refunded_at, last_refund_requested,
                       last_refund_delayed, last_refunded, refund_amount, refunded_amount, order_repaid,
                       accepted_at, rejected_at, making_at, made_at, given_up_at, unclaimed_at, completed_at,
                       picked_up_at, delivered_at, delivery_canceled_at, delivery_failed_at, undelivered_at,
                       undelivered_by_house, delivery_failure, ready_in_minutes, making_begun, cancel_reason,
                       cafe_reason, note, rider))

/// The page from now on has this status, and these facts besides those that it had. Every status that an
/// order passes is one of these, in order.
struct MyPageChanged {
    OrderStatus status = OrderStatus::payment_pending;
    Facts facts;
};
BOOST_DESCRIBE_STRUCT(MyPageChanged, (), (status, facts))

struct Page {
    OrderStatus status = OrderStatus::payment_pending;
    Facts facts;
    bool operator==(const Page&) const = default;
};
BOOST_DESCRIBE_STRUCT(Page, (), (status, facts))

/// Facts from an event of another context; those that it does not prove are empty. The first one must have
/// café and customer.
struct LearnFacts {
    Facts facts;
};

using PageCommand = std::variant<LearnFacts>;
using PageEvent = std::variant<MyPageChanged>;

/// Of two times the earlier one, of anything else the greater one: "known" beats "not known".
[[nodiscard]] Facts join(Facts known, const Facts& more);

/// What of `facts` is not in `known`: `join(known, news_of(facts, known))` is `facts`, if they hold all that
/// is known.
[[nodiscard]] Facts news_of(const Facts& facts, const Facts& known);

/// The furthest status that the facts prove.
[[nodiscard]] OrderStatus status_of(const Facts& facts);

/// Nothing if the facts are known already; else one event for each status that the order has passed, the last
/// with the current status. A status whose own event has not arrived yet is passed too: a ready order has
/// been accepted.
[[nodiscard]] Result<std::vector<PageEvent>> decide(const Page& page, const PageCommand& command);
[[nodiscard]] Page evolve(Page page, const PageEvent& event);

/// True while the order waits to be made: it is in its café's queue.
[[nodiscard]] bool is_waiting(const Page& page);

/// True while a paid order is neither collected nor delivered nor given up.
[[nodiscard]] bool is_open(const Page& page);

/// A refund was promised and is not paid back.
[[nodiscard]] bool is_refunding(const Facts& facts);

/// When the last refund was requested.
[[nodiscard]] std::optional<Timestamp> refund_requested_at(const Facts& facts);
/// Since when the provider has failed to pay back what is owed; nothing if it has not, or has paid.
[[nodiscard]] std::optional<Timestamp> refund_delayed_since(const Facts& facts);

/// True while the outcome of the payment is unknown, or a refund is not done.
[[nodiscard]] bool is_unsettled(const Page& page);

/// True while making has not begun: the customer may cancel.
[[nodiscard]] bool is_cancelable(OrderStatus status);

// ── Which orders need a hand, and why ──────────────────────────────────────────────────────────────

/// In the order of urgency: an order is listed once, with the first of these that holds.
enum class AttentionKind {
    refund_delayed,   ///< the provider does not refund
    payment_unknown,  ///< the provider does not report whether it was paid
    cancel_pending,   ///< a cancel has no answer yet
    unanswered,       ///< the café has not accepted
    late,             ///< the café has not kept its promise
    no_rider,         ///< made, and no rider has claimed it
    on_the_way,       ///< picked up long ago, neither delivered nor failed
    unclaimed,        ///< made, and not collected
};

/// How long each may take before it needs attention.
struct Patience {
    Duration answer = std::chrono::seconds(60);
    Duration cancel = std::chrono::seconds(30);
    Duration past_promise = std::chrono::minutes(5);    ///< or half of what was promised, if that is less
    Duration usual_promise = std::chrono::minutes(10);  ///< of a café that promised nothing
    Duration rider = std::chrono::minutes(3);
    Duration pick_up = std::chrono::minutes(15);  ///< by the customer, or by the rider who has it
    Duration way = std::chrono::minutes(40);      ///< from the pick-up to the door
};

struct Attention {
    AttentionKind kind = AttentionKind::unanswered;
    Timestamp since{};  ///< placed, promised, made, requested …: since when it has waited
    Timestamp from{};   ///< when that is longer than it may take
};

/// What the order will need attention for if nothing happens before `from`.
[[nodiscard]] std::optional<Attention> attention_ahead(const Page& page, const Patience& patience = {});
/// What it needs attention for now.
[[nodiscard]] std::optional<Attention> attention_of(const Page& page, Timestamp now,
                                                    const Patience& patience = {});

/// "REFUND_DELAYED" …
[[nodiscard]] std::string_view name_of(AttentionKind kind);

}  // namespace dangol::mypage
