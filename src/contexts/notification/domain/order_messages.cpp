#include "contexts/notification/domain/order_messages.hpp"

#include <utility>

#include <boost/describe/enum_to_string.hpp>

#include "core/overloaded.hpp"

namespace dangol::notification::messages {
namespace {

using Decision = Result<std::vector<Event>>;

enum class Audience { customer, cafe, rider };

Audience audience_of(Template message) {
    switch (message) {
        case Template::placed:
        case Template::payment_failed:
        case Template::expired:
        case Template::unanswered:
        case Template::accepted:
        case Template::rejected:
        case Template::cancel_refused:
        case Template::canceled:
        case Template::making:
        case Template::ready:
        case Template::on_the_way:
        case Template::delivered:
        case Template::not_collected:
        case Template::refunded:
        case Template::refund_delayed:
        case Template::undelivered: return Audience::customer;
        case Template::cafe_new_order:
        case Template::cafe_canceled:
        case Template::cafe_undelivered: return Audience::cafe;
        case Template::rider_claimed:
        case Template::rider_released:
        case Template::rider_ready:
        case Template::rider_canceled:
        case Template::rider_recalled:
        case Template::rider_failed: return Audience::rider;
    }
    return Audience::customer;
}

std::uint64_t bit_of(Template message) { return std::uint64_t{1} << static_cast<unsigned>(message); }

bool is_told(const Told& told, Template message, std::uint64_t version) {
    if (message == Template::refunded) return version < told.refunds;
    if (message == Template::refund_delayed) {
        // Before refunds were told apart, the first delay was noted among the rest.
        const bool first = version == 0 && (told.once & bit_of(message)) != 0;
        return first || version < told.refund_delays;
    }
    if (audience_of(message) == Audience::rider) return version <= told.rider_version;
    return (told.once & bit_of(message)) != 0;
}

void remember(Told& told, Template message, std::uint64_t version) {
    if (audience_of(message) == Audience::rider) {
        told.rider_version = version;
    } else if (message == Template::refunded) {
        told.refunds = version + 1;
    } else if (message == Template::refund_delayed) {
        told.refund_delays = version + 1;
    } else {
        told.once |= bit_of(message);
    }
}

/// Whether the step needs a message: it is new, and its recipient has received the message before it.
bool concerns(const Told& told, const OrderNoted& order, const StepHeld& step) {
    if (step.message == Template::ready || step.message == Template::not_collected) return !order.delivery;
    if (step.message == Template::cafe_canceled) return (told.once & bit_of(Template::cafe_new_order)) != 0;
    return audience_of(step.message) != Audience::rider || !step.rider_id.empty();
}

/// Unique for ever: an order's steps happen once, a rider's at one version of the delivery, and refunds are
/// numbered.
std::string message_id_of(const OrderNoted& order, const StepHeld& step) {
    auto id = order.order_id.value + "-" + boost::describe::enum_to_string(step.message, "");
    const bool of_refund = step.message == Template::refunded || step.message == Template::refund_delayed;
    const bool numbered = of_refund && step.version > 0;
    if (numbered || audience_of(step.message) == Audience::rider) id += "-" + std::to_string(step.version);
    return id;
}

MessageSent message_of(const OrderNoted& order, const StepHeld& step) {
    const auto text =
        text_of(step.message, {order.cafe_name, order.call_number, order.delivery, order.qty, step.detail});
    const auto audience = audience_of(step.message);
    // The language of staff and riders is not known; they work at a café in Korea.
    const auto language = audience == Audience::customer ? order.language : Language::ko;
    std::string recipient;
    switch (audience) {
        case Audience::customer: recipient = order.customer_id.value; break;
        case Audience::cafe: recipient = staff_of(order.cafe_id); break;
        case Audience::rider: recipient = step.rider_id; break;
    }
    return {message_id_of(order, step),
            std::move(recipient),
            order.order_id,
            Channel::inbox,
            step.message,
            text.in(language),
            step.at,
            step.version};
}

// ── Commands ───────────────────────────────────────────────────────────────────────────────────────

Decision decide_in(const State& state, const NoteOrder& command) {
    const auto* unnoted = std::get_if<Unnoted>(&state);
    if (unnoted == nullptr) return already_so();
    std::vector<Event> events{command.order};
    for (const auto& step : unnoted->held) {
        if (concerns(unnoted->told, command.order, step))
            events.emplace_back(message_of(command.order, step));
    }
    return events;
}

Decision decide_in(const State& state, const Tell& tell) {
    StepHeld step{tell.message, tell.detail, tell.rider_id, tell.version, tell.at};
    return std::visit(Overloaded{
                          [&](const Unnoted& in) -> Decision {
                              if (is_told(in.told, step.message, step.version)) return already_so();
                              return recorded(std::move(step));
                          },
                          [&](const Noted& in) -> Decision {
                              if (is_told(in.told, step.message, step.version)) return already_so();
                              if (!concerns(in.told, in.order, step)) return already_so();
                              return recorded(message_of(in.order, step));
                          },
                      },
                      state);
}

// A copy is owed only after its message, so its order is noted.

Decision decide_in(const State& state, const RecordSent& sent) {
    if (!std::holds_alternative<Noted>(state)) return already_so();
    return recorded(sent.message);
}

Decision decide_in(const State& state, const RecordFailed& failed) {
    if (!std::holds_alternative<Noted>(state)) return already_so();
    return recorded(failed.message);
}

}  // namespace

std::string staff_of(const CafeId& cafe) { return "cafe:" + cafe.value; }

Result<std::vector<Event>> decide(const State& state, const Command& command) {
    return std::visit([&](const auto& one) { return decide_in(state, one); }, command);
}

State evolve(State state, const Event& event) {
    return std::visit(
        Overloaded{
            [&](const OrderNoted& noted) -> State { return Noted{noted, std::get<Unnoted>(state).told, {}}; },
            [&](const StepHeld& step) -> State {
                auto& unnoted = std::get<Unnoted>(state);
                remember(unnoted.told, step.message, step.version);
                unnoted.held.push_back(step);
                return std::move(state);
            },
            [&](const MessageSent& sent) -> State {
                // A copy on a linked channel is not a second message in the inbox.
                auto& noted = std::get<Noted>(state);
                const bool inbox = sent.channel == Channel::inbox;
                if (inbox) remember(noted.told, sent.message, sent.version);
                noted.recipient = inbox ? sent.recipient : std::string{};
                return std::move(state);
            },
            [&](const MessageFailed& failed) -> State {
                std::get<Noted>(state).recipient = failed.recipient;
                return std::move(state);
            },
        },
        event);
}

}  // namespace dangol::notification::messages
