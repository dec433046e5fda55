#pragma once

#include <cstdint>
#include <string>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/ids.hpp"
#include "core/text.hpp"
#include "core/time.hpp"

/// What the notification context tells others. A contract (api/asyncapi.yaml): add members, never change or
/// remove one.
namespace dangol::notification {

/// Where a message goes. Every message is in the inbox; the others are linked by the one who gets them.
enum class Channel { inbox, telegram, webhook };
BOOST_DESCRIBE_ENUM(Channel, inbox, telegram, webhook)

/// What a message is about; one sentence each in domain/templates.cpp.
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

/// A message was put where its recipient finds it. `recipient` is an account id, or "cafe:" and a café id for
/// the staff.
struct MessageSent {
    std::string message_id;
    std::string recipient;
    OrderId order_id;
    Channel channel = Channel::inbox;
    Template message = Template::placed;
    std::string text;  ///< in the recipient's language
    Timestamp at{};
    std::uint64_t delivery_version = 0;  ///< for riders: of the delivery, when it came to this
};
BOOST_DESCRIBE_STRUCT(MessageSent, (),
                      (message_id, recipient, order_id, channel, message, text, at, delivery_version))

/// A linked channel did not take a message, for good. It is in the inbox all the same.
struct MessageFailed {
    std::string message_id;
    std::string recipient;
    OrderId order_id;
    Channel channel = Channel::inbox;
    std::string reason;
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(MessageFailed, (), (message_id, recipient, order_id, channel, reason, at))

/// Whom an order's messages go to, and what they say of it. Of no interest to others.
struct OrderNoted {
    OrderId order_id;
    AccountId customer_id;
    CafeId cafe_id;
    Text cafe_name;
    Language language = Language::ko;
    std::string call_number;
    bool delivery = false;
    int qty = 0;
};
BOOST_DESCRIBE_STRUCT(OrderNoted, (),
                      (order_id, customer_id, cafe_id, cafe_name, language, call_number, delivery, qty))

/// A step became known before its order: its messages wait for it. Of no interest to others.
struct StepHeld {
    Template message = Template::placed;
    std::string detail;  ///< as in domain/order_messages.hpp, Tell
    std::string rider_id;
    std::uint64_t version = 0;
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(StepHeld, (), (message, detail, rider_id, version, at))

struct ChannelLinked {
    std::string recipient;
    std::string channel_id;
    Channel channel = Channel::telegram;
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(ChannelLinked, (), (recipient, channel_id, channel, at))

enum class UnlinkReason { asked, replaced, gone };
BOOST_DESCRIBE_ENUM(UnlinkReason, asked, replaced, gone)

struct ChannelUnlinked {
    std::string recipient;
    std::string channel_id;
    Channel channel = Channel::telegram;
    UnlinkReason reason = UnlinkReason::asked;
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(ChannelUnlinked, (), (recipient, channel_id, channel, reason, at))

}  // namespace dangol::notification
