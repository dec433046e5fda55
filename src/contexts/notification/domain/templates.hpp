#pragma once

#include <string>
#include <string_view>

#include <boost/describe/enum.hpp>

#include "core/money.hpp"
#include "core/text.hpp"

/// The text of every message, in both languages. Pure; no text contains personal data.
namespace dangol::notification {

/// The messages; one text each. New ones come last: a stored record of what was sent counts by place.
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
    undelivered,
    cafe_undelivered,
    rider_failed,
};
BOOST_DESCRIBE_ENUM(Template, placed, payment_failed, expired, unanswered, accepted, rejected, cancel_refused,
                    canceled, making, ready, on_the_way, delivered, not_collected, refunded, refund_delayed,
                    cafe_new_order, cafe_canceled, rider_claimed, rider_released, rider_ready, rider_canceled,
                    rider_recalled, undelivered, cafe_undelivered, rider_failed)

/// The detail of an undelivered order whose money goes back, and of a delivery whose drinks come back.
inline constexpr std::string_view by_house = "by_house";
inline constexpr std::string_view returning = "returning";

/// The values in the texts.
struct Words {
    Text cafe_name;
    std::string call_number;
    bool delivery = false;
    int qty = 0;
    std::string
        detail;  ///< by template: minutes, an amount (money_words), a reason, "returning"; may be empty
};

[[nodiscard]] Text text_of(Template message, const Words& words);

}  // namespace dangol::notification
