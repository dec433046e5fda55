#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/ids.hpp"
#include "core/money.hpp"
#include "core/text.hpp"
#include "core/time.hpp"

/// What MyPage records. No other context reacts to it; these events are its own memory and what its live
/// streams show.
namespace dangol::mypage {

/// Where an order stands, for the one who waits for it. The order of the enumerators is the rank: a page only
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
    completed,
    payment_failed,
    expired,
    canceled,
    rejected,
};
BOOST_DESCRIBE_ENUM(OrderStatus, payment_pending, placed, accepted, cancel_requested, preparing, ready,
                    out_for_delivery, unclaimed, completed, payment_failed, expired, canceled, rejected)

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

/// The order as it was agreed; it never changes.
struct PageOrder {
    Text cafe_name;
    std::string call_number;
    Fulfilment fulfilment = Fulfilment::pickup;
    std::vector<PageLine> lines;
    int qty = 0;
    int units = 0;  ///< make-units, all lines
    Money total_price;
    std::string pin;  ///< of a delivery; for the customer's eyes only
    Timestamp order_date{};
    bool operator==(const PageOrder&) const = default;
};
BOOST_DESCRIBE_STRUCT(PageOrder, (),
                      (cafe_name, call_number, fulfilment, lines, qty, units, total_price, pin, order_date))

/// Whether a rider has the delivery. It changes more than once, so the delivery's version says which is the
/// latest.
struct RiderFact {
    std::uint64_t version = 0;
    bool assigned = false;
    auto operator<=>(const RiderFact&) const = default;
};
BOOST_DESCRIBE_STRUCT(RiderFact, (), (version, assigned))

/// All that other contexts have told about one order, each fact at the time it happened. Facts are only ever
/// added (domain/my_page.hpp, `join`), so the order in which they arrive does not matter.
struct Facts {
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
    std::optional<Timestamp> refund_requested_at;
    std::optional<Timestamp> refund_delayed_at;
    std::optional<Timestamp> refunded_at;
    std::optional<Money> refund_amount;
    std::optional<Timestamp> accepted_at;
    std::optional<Timestamp> rejected_at;
    std::optional<Timestamp> making_at;
    std::optional<Timestamp> made_at;
    std::optional<Timestamp> unclaimed_at;
    std::optional<Timestamp> completed_at;
    std::optional<Timestamp> picked_up_at;  ///< by the rider
    std::optional<Timestamp> delivered_at;
    std::optional<Timestamp> delivery_canceled_at;
    int ready_in_minutes = 0;   ///< what the café promised when it accepted; 0 = nothing
    bool making_begun = false;  ///< known from the refusal of a cancel, perhaps before the time of it
    std::string cancel_reason;  ///< of the order context
    std::string cafe_reason;    ///< why the café rejected it or gave up
    std::string note;           ///< the café's own words to that
    RiderFact rider;
    bool operator==(const Facts&) const = default;
};
BOOST_DESCRIBE_STRUCT(Facts, (),
                      (cafe_id, customer_id, order, placed_at, unanswered_at, cancel_requested_at,
                       canceled_at, expired_at, payment_unknown_at, payment_failed_at, paid_at,
                       refund_requested_at, refund_delayed_at, refunded_at, refund_amount, accepted_at,
                       rejected_at, making_at, made_at, unclaimed_at, completed_at, picked_up_at,
                       delivered_at, delivery_canceled_at, ready_in_minutes, making_begun, cancel_reason,
                       cafe_reason, note, rider))

/// The page as it is from now on. Every status that an order passes is one of these, in order.
struct MyPageChanged {
    OrderStatus status = OrderStatus::payment_pending;
    Facts facts;
};
BOOST_DESCRIBE_STRUCT(MyPageChanged, (), (status, facts))

/// How fast a branch works by its own account.
struct Pace {
    int seconds_per_unit = 60;  ///< to make one drink at one station
    int stations = 2;           ///< drinks made at the same time
    bool operator==(const Pace&) const = default;
};
BOOST_DESCRIBE_STRUCT(Pace, (), (seconds_per_unit, stations))

struct CafePaceChanged {
    CafeId cafe_id;
    Pace pace;
    std::uint64_t cafe_version = 0;  ///< of the branch, when it said so
    int utc_offset_minutes = 540;    ///< of its own time: whose day it is
};
BOOST_DESCRIBE_STRUCT(CafePaceChanged, (), (cafe_id, pace, cafe_version, utc_offset_minutes))

}  // namespace dangol::mypage
