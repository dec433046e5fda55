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
    rider_recalled,
};
BOOST_DESCRIBE_ENUM(Template, placed, payment_failed, expired, unanswered, accepted, rejected, cancel_refused,
                    canceled, making, ready, on_the_way, delivered, not_collected, refunded, refund_delayed,
                    cafe_new_order, cafe_canceled, rider_claimed, rider_released, rider_ready, rider_canceled,
                    rider_recalled)

/// The values in the texts.
struct Words {
    Text cafe_name;
    std::string call_number;
    bool delivery = false;
    int qty = 0;
    std::string detail;  ///< by template: minutes, an amount (money_words), a reason; may be empty
};

[[nodiscard]] Text text_of(Template message, const Words& words);

}  // namespace dangol::notification
