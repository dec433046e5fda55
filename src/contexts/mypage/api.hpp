#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/mypage/aggregates.hpp"
#include "contexts/mypage/views.hpp"
#include "runtime/host.hpp"
#include "runtime/http.hpp"

/// What the API under /myPages shows (api/openapi.yaml), and the functions that answer its routes. mypage.cpp
/// has the list of routes.
namespace dangol::mypage {

// ── What it shows ──────────────────────────────────────────────────────────────────────────────────

struct RefundView {
    std::string state;  ///< REQUESTED, DELAYED, DONE
    std::optional<Money> amount;
    Timestamp at{};  ///< when it came to that
};
BOOST_DESCRIBE_STRUCT(RefundView, (), (state, amount, at))

/// The position in the café's queue, and the estimated time as a range.
struct QueueView {
    int position = 1;  ///< 1: next. 100 means "100th or later"
    int orders_ahead = 0;
    int units_ahead = 0;
    Timestamp eta_low{};
    Timestamp eta_high{};
};
BOOST_DESCRIBE_STRUCT(QueueView, (), (position, orders_ahead, units_ahead, eta_low, eta_high))

/// A page (MyPage in api/openapi.yaml).
struct PageView {
    std::string order_id;
    CafeId cafe_id;
    Text cafe_name;
    AccountId customer_id;
    std::string call_number;
    std::string order_status;  ///< PAYMENT_PENDING … REJECTED
    Text order_status_text;
    std::string origin_status;  ///< the same in the five words of the first system: 주문됨 … 취소됨
    std::optional<Fulfilment> fulfilment;
    std::vector<PageLine> lines;
    int qty = 0;
    std::optional<Money> total_price;
    std::string payment_status;  ///< PENDING, UNKNOWN, APPROVED, FAILED, REFUNDED
    std::optional<RefundView> refund;
    std::optional<std::string> delivery_id;
    std::optional<std::string> delivery_status;  ///< PLANNED, CLAIMED, PICKED_UP, DELIVERED, FAILED, CANCELED
    std::optional<Text> delivery_status_text;
    std::optional<std::string> delivery_failure;  ///< why it could not be delivered: "customer_absent" …
    bool rider_assigned = false;
    bool ask_customer = false;  ///< the café has not answered for a while: wait or cancel?
    std::optional<std::string> cancel_reason;
    std::optional<std::string> note;  ///< the café's words to a rejection or a cancel
    bool cancelable = false;
    std::optional<std::string> pin;  ///< for the customer only
    std::optional<Timestamp> order_date;
    std::optional<Timestamp> paid_at;
    std::optional<Timestamp> approved_at;  ///< by the café
    std::optional<Timestamp> promised_at;  ///< by the café
    std::optional<Timestamp> making_at;
    std::optional<Timestamp> made_at;
    std::optional<Timestamp> picked_up_at;  ///< by the rider
    std::optional<Timestamp> completed_at;
    std::uint64_t version = 0;
    std::optional<QueueView> queue;  ///< while it waits for its drinks, once accepted
};
BOOST_DESCRIBE_STRUCT(PageView, (),
                      (order_id, cafe_id, cafe_name, customer_id, call_number, order_status,
                       order_status_text, origin_status, fulfilment, lines, qty, total_price, payment_status,
                       refund, delivery_id, delivery_status, delivery_status_text, delivery_failure,
                       rider_assigned, ask_customer, cancel_reason, note, cancelable, pin, order_date,
                       paid_at, approved_at, promised_at, making_at, made_at, picked_up_at, completed_at,
                       version, queue))

struct PageList {
    std::vector<PageView> items;  ///< the newest first
    std::optional<std::string> next = {};
};
BOOST_DESCRIBE_STRUCT(PageList, (), (items, next))

struct QueueLengthView {
    CafeId cafe_id;
    int orders_ahead = 0;
    int units_ahead = 0;
    std::int64_t minutes_low = 0;
    std::int64_t minutes_high = 0;
};
BOOST_DESCRIBE_STRUCT(QueueLengthView, (), (cafe_id, orders_ahead, units_ahead, minutes_low, minutes_high))

struct QueueLengthList {
    std::vector<QueueLengthView> items;
};
BOOST_DESCRIBE_STRUCT(QueueLengthList, (), (items))

/// A branch's business day.
struct SalesView {
    CafeId cafe_id;
    std::string day;
    Timestamp begins{};
    Timestamp ends{};
    int orders = 0;
    int qty = 0;
    Money sales;
    int canceled = 0;
    Refunds refunds;
    std::vector<SoldItem> items;
    std::vector<SoldHour> hours;
};
BOOST_DESCRIBE_STRUCT(SalesView, (),
                      (cafe_id, day, begins, ends, orders, qty, sales, canceled, refunds, items, hours))

/// An order that needs a hand.
struct AttentionView {
    std::string order_id;
    CafeId cafe_id;
    Text cafe_name;
    std::string call_number;
    std::string kind;
    Timestamp since{};
    std::string order_status;
};
BOOST_DESCRIBE_STRUCT(AttentionView, (),
                      (order_id, cafe_id, cafe_name, call_number, kind, since, order_status))

struct AttentionList {
    std::vector<AttentionView> items;
    std::optional<std::string> next = {};
};
BOOST_DESCRIBE_STRUCT(AttentionList, (), (items, next))

struct PulseView {
    Timestamp at{};
    int open = 0;  ///< 10,000: or more
    std::vector<PulseMinute> minutes;
};
BOOST_DESCRIBE_STRUCT(PulseView, (), (at, open, minutes))

/// A step of any order, for the operator.
struct PageStep {
    std::string order_id;
    CafeId cafe_id;
    std::string call_number;
    std::string order_status;
    std::uint64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(PageStep, (), (order_id, cafe_id, call_number, order_status, version))

/// The viewer: the customer sees the PIN, staff and the operator do not.
enum class Viewer { customer, other };

/// What this principal may see of the page, if anything.
[[nodiscard]] std::optional<Viewer> viewer_of(const Principal& principal, const Page& page);

[[nodiscard]] PageView view_of(const std::string& order_id, std::uint64_t version, const Page& page,
                               Viewer viewer);
[[nodiscard]] QueueView view_of(const Standing& standing);

[[nodiscard]] std::string_view name_of(OrderStatus status);
[[nodiscard]] Text text_of(OrderStatus status, Fulfilment fulfilment);
[[nodiscard]] std::string_view origin_word_of(OrderStatus status);

// ── Pages and their live streams, for the customer and the people who serve them (api_pages.cpp) ───

[[nodiscard]] Result<runtime::Response> list_pages(runtime::Reader& reader, const runtime::Request& request);
[[nodiscard]] Result<runtime::Response> show_page(runtime::Reader& reader, const runtime::Request& request,
                                                  runtime::Guarded<Queues>& queues, Timestamp now);
[[nodiscard]] runtime::Task<Result<runtime::Response>> stream_own_pages(const runtime::Host& host,
                                                                        runtime::Request request);
[[nodiscard]] runtime::Task<Result<runtime::Response>> stream_page(const runtime::Host& host,
                                                                   runtime::Request request,
                                                                   runtime::Guarded<Queues>& queues);

/// The stored page and its version.
[[nodiscard]] std::optional<runtime::Versioned<Page>> stored_page(runtime::Reader& reader,
                                                                  const std::string& order_id);

// ── How long the queues are (api_overviews.cpp) ────────────────────────────────────────────────────

[[nodiscard]] Result<runtime::Response> list_queues(const runtime::Request& request,
                                                    runtime::Guarded<Queues>& queues);
[[nodiscard]] Result<runtime::Response> show_queue(const runtime::Request& request,
                                                   runtime::Guarded<Queues>& queues);

/// 400 for what should be the id of a branch, or several.
[[nodiscard]] std::unexpected<Rejection> bad_cafes();

// ── What a branch sold on a day (api_overviews.cpp) ────────────────────────────────────────────────

[[nodiscard]] Result<runtime::Response> show_sales(runtime::Reader& reader, const runtime::Request& request,
                                                   Timestamp now);

// ── The operator's view: what needs attention, how busy it is, every order live (api_overviews.cpp) ───

[[nodiscard]] Result<runtime::Response> list_attention(runtime::Reader& reader,
                                                       const runtime::Request& request, Timestamp now);
[[nodiscard]] Result<runtime::Response> show_pulse(runtime::Reader& reader, const runtime::Request& request,
                                                   runtime::Guarded<Pulse>& pulse, Timestamp now);
[[nodiscard]] runtime::Task<Result<runtime::Response>> stream_all_orders(const runtime::Host& host,
                                                                         runtime::Request request);

}  // namespace dangol::mypage
