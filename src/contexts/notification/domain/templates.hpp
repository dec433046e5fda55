#pragma once

#include <string>

#include <boost/describe/enum.hpp>

#include "core/money.hpp"
#include "core/text.hpp"

/// The text of every message, in both languages. Pure; no text contains personal data.
namespace dangol::notification {

/// The messages; one text each.
enum class Template {
    placed,
    payment_failed,
    expired,
    unanswered,
    accepted,
    rejected,
    cancel_refused,
    canceled,
    making,
    ready,
    on_the_way,
    delivered,
    not_collected,
    refunded,
    refund_delayed,
    cafe_new_order,
    cafe_canceled,
    rider_claimed,
    rider_released,
    rider_ready,
    rider_canceled,
};
BOOST_DESCRIBE_ENUM(Template, placed, payment_failed, expired, unanswered, accepted, rejected, cancel_refused,
                    canceled, making, ready, on_the_way, delivered, not_collected, refunded, refund_delayed,
                    cafe_new_order, cafe_canceled, rider_claimed, rider_released, rider_ready, rider_canceled)

/// The values in the texts.
struct Words {
    Text cafe_name;
    std::string call_number;
    bool delivery = false;
    int qty = 0;
    std::string detail;  ///< by template: minutes, an amount (amount_words), a reason; may be empty
};

[[nodiscard]] Text text_of(Template message, const Words& words);

/// An amount as text, for Words::detail: "9,000원"; of other currencies in minor units, "USD
/// 1,250".
[[nodiscard]] std::string amount_words(const Money& money);

}  // namespace dangol::notification
