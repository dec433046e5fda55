#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/mypage/domain/my_page.hpp"
#include "contexts/mypage/queue.hpp"
#include "runtime/http.hpp"

/// A page as the API shows it (api/openapi.yaml, MyPage).
namespace dangol::mypage {

struct RefundView {
    std::string state;  ///< REQUESTED, DELAYED, DONE
    std::optional<Money> amount;
    Timestamp at{};  ///< when it came to that
};
BOOST_DESCRIBE_STRUCT(RefundView, (), (state, amount, at))

/// The place in the café's queue, and when the drinks will be ready: a range, because nobody knows better.
struct QueueView {
    int position = 1;  ///< 1: next. 100 means "100th or later"
    int orders_ahead = 0;
    int units_ahead = 0;
    Timestamp eta_low{};
    Timestamp eta_high{};
};
BOOST_DESCRIBE_STRUCT(QueueView, (), (position, orders_ahead, units_ahead, eta_low, eta_high))

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
    std::optional<std::string> delivery_status;  ///< PLANNED, CLAIMED, PICKED_UP, DELIVERED, CANCELED
    std::optional<Text> delivery_status_text;
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
                       refund, delivery_id, delivery_status, delivery_status_text, rider_assigned,
                       ask_customer, cancel_reason, note, cancelable, pin, order_date, paid_at, approved_at,
                       promised_at, making_at, made_at, picked_up_at, completed_at, version, queue))

/// Who looks: the customer sees the PIN, staff and the operator do not.
enum class Viewer { customer, other };

/// What this principal may see of the page, if anything.
[[nodiscard]] std::optional<Viewer> viewer_of(const runtime::Principal& principal, const Page& page);

[[nodiscard]] PageView view_of(const std::string& order_id, std::uint64_t version, const Page& page,
                               Viewer viewer);
[[nodiscard]] QueueView view_of(const Standing& standing);

[[nodiscard]] std::string_view name_of(OrderStatus status);
[[nodiscard]] Text text_of(OrderStatus status, Fulfilment fulfilment);
[[nodiscard]] std::string_view origin_word_of(OrderStatus status);

}  // namespace dangol::mypage
