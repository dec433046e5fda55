#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>

#include "contexts/notification/events.hpp"
#include "core/result.hpp"

/// OrderMessages: who is told what about one order, and that nobody is told the same thing twice.
///
///   OrderRequested ─► NoteOrder ─► OrderNoted, then the steps that were held
///   any other step ─► Tell ─► MessageSent to customer, café or rider; or StepHeld until the order is noted
namespace dangol::notification {

struct OrderMessages {
    std::optional<OrderNoted> order;
    std::uint64_t told = 0;           ///< one bit for each Template that is said once
    std::uint64_t rider_version = 0;  ///< the delivery's version at the last message to a rider
    std::vector<StepHeld> held;
    std::string recipient;  ///< of the last event; empty if it was for nobody's eyes
};
BOOST_DESCRIBE_STRUCT(OrderMessages, (), (order, told, rider_version, held, recipient))

struct NoteOrder {
    OrderNoted order;
};

/// A step has happened. Riders' steps happen again and again: for them `version` (of the delivery) tells old
/// from new.
struct Tell {
    Template message = Template::placed;
    std::string detail;    ///< by template: minutes, an amount, a reason (domain/templates.hpp)
    std::string rider_id;  ///< for the riders' templates
    std::uint64_t version = 0;
    Timestamp at{};
};

/// A linked channel took the message, or did not for good.
struct RecordSent {
    MessageSent message;
};
struct RecordFailed {
    MessageFailed message;
};

using MessageCommand = std::variant<NoteOrder, Tell, RecordSent, RecordFailed>;
using MessageEvent = std::variant<OrderNoted, StepHeld, MessageSent, MessageFailed>;

/// Never refuses; nothing if it was said before.
[[nodiscard]] Result<std::vector<MessageEvent>> decide(const OrderMessages& state,
                                                       const MessageCommand& command);
[[nodiscard]] OrderMessages evolve(OrderMessages state, const MessageEvent& event);

/// The recipient that stands for a café's staff: "cafe:" and its id.
[[nodiscard]] std::string staff_of(const CafeId& cafe);

}  // namespace dangol::notification
