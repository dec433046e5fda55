#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/notification/domain/channels.hpp"
#include "contexts/notification/domain/templates.hpp"
#include "core/decision.hpp"
#include "core/ids.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

namespace dangol::notification {

// ── Events, all of them private ────────────────────────────────────────────────────────────────────

/// A message is in a recipient's inbox or was sent to a channel. `recipient` is an account id, or "cafe:" and
/// a café id for the staff.
struct MessageSent {
    std::string message_id;
    std::string recipient;
    OrderId order_id;
    Channel channel = Channel::inbox;
    Template message = Template::placed;
    std::string text;  ///< in the recipient's language
    Timestamp at{};
    std::uint64_t version = 0;  ///< as in Tell
};
BOOST_DESCRIBE_STRUCT(MessageSent, (), (message_id, recipient, order_id, channel, message, text, at, version))

/// A linked channel finally failed to deliver a message. The inbox has it.
struct MessageFailed {
    std::string message_id;
    std::string recipient;
    OrderId order_id;
    Channel channel = Channel::inbox;
    std::string reason;
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(MessageFailed, (), (message_id, recipient, order_id, channel, reason, at))

/// The recipients of an order's messages, and the values in the texts.
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

/// A step arrived before its order: its message is held.
struct StepHeld {
    Template message = Template::placed;
    std::string detail;  ///< as in Tell
    std::string rider_id;
    std::uint64_t version = 0;
    Timestamp at{};
};
BOOST_DESCRIBE_STRUCT(StepHeld, (), (message, detail, rider_id, version, at))

}  // namespace dangol::notification

/// OrderMessages: the messages about one order. Each is sent once.
///
///     Unnoted ─NoteOrder─► Noted
///
///     in Unnoted   Tell                      ──► StepHeld, until the order is noted
///                  NoteOrder                 ──► OrderNoted, then the messages of the steps that were held
///     in Noted     Tell                      ──► MessageSent to customer, café or rider
///                  RecordSent, RecordFailed  ──► the outcome of a copy on a linked channel
///
/// No command is refused; one without news changes nothing.
namespace dangol::notification::messages {

// ── State ──────────────────────────────────────────────────────────────────────────────────────────

/// The steps that need no second message.
struct Told {
    std::uint64_t once = 0;           ///< one bit for each Template that is sent once
    std::uint64_t rider_version = 0;  ///< the delivery's version at the last message to a rider
    std::uint64_t refunds = 0;        ///< one more than the number of the last refund
    std::uint64_t refund_delays = 0;  ///< one more than the number of the last refund that was delayed
};
BOOST_DESCRIBE_STRUCT(Told, (), (once, rider_version, refunds, refund_delays))

struct Unnoted {
    Told told;
    std::vector<StepHeld> held;
};
struct Noted {
    OrderNoted order;
    Told told;
    std::string recipient;  ///< of the last event, for the inbox; empty: not shown
};
BOOST_DESCRIBE_STRUCT(Unnoted, (), (told, held))
BOOST_DESCRIBE_STRUCT(Noted, (), (order, told, recipient))

using State = std::variant<Unnoted, Noted>;

// ── Commands ───────────────────────────────────────────────────────────────────────────────────────

struct NoteOrder {
    OrderNoted order;
};

/// A step has happened. A rider's steps and refunds may happen several times: `version`, of the delivery or
/// the number of the refund, separates old from new.
struct Tell {
    Template message = Template::placed;
    std::string detail;    ///< by template: minutes, an amount, a reason (domain/templates.hpp)
    std::string rider_id;  ///< for the riders' templates
    std::uint64_t version = 0;
    Timestamp at{};
};

/// A linked channel delivered the message, or finally failed.
struct RecordSent {
    MessageSent message;
};
struct RecordFailed {
    MessageFailed message;
};

using Command = std::variant<NoteOrder, Tell, RecordSent, RecordFailed>;
using Event = std::variant<OrderNoted, StepHeld, MessageSent, MessageFailed>;

// ── The pure core ──────────────────────────────────────────────────────────────────────────────────

[[nodiscard]] Result<std::vector<Event>> decide(const State& state, const Command& command);
[[nodiscard]] State evolve(State state, const Event& event);

/// The recipient id of a café's staff: "cafe:" and its id.
[[nodiscard]] std::string staff_of(const CafeId& cafe);

}  // namespace dangol::notification::messages
