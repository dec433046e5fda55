#include "contexts/notification/domain/order_messages.hpp"

#include <boost/describe/enum_to_string.hpp>

#include "contexts/notification/domain/templates.hpp"
#include "core/overloaded.hpp"

namespace dangol::notification {
namespace {

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
        case Template::refund_delayed: return Audience::customer;
        case Template::cafe_new_order:
        case Template::cafe_canceled: return Audience::cafe;
        case Template::rider_claimed:
        case Template::rider_released:
        case Template::rider_ready:
        case Template::rider_canceled: return Audience::rider;
    }
    return Audience::customer;
}

std::uint64_t bit_of(Template message) { return std::uint64_t{1} << static_cast<unsigned>(message); }

bool is_said(const OrderMessages& state, const StepHeld& step) {
    if (audience_of(step.message) == Audience::rider) return step.version <= state.rider_version;
    return (state.told & bit_of(step.message)) != 0;
}

/// Whether this step concerns this order, and somebody who has heard of it.
bool is_meant(const OrderMessages& state, const OrderNoted& order, const StepHeld& step) {
    if (step.message == Template::ready || step.message == Template::not_collected) return !order.delivery;
    if (step.message == Template::cafe_canceled) return (state.told & bit_of(Template::cafe_new_order)) != 0;
    return audience_of(step.message) != Audience::rider || !step.rider_id.empty();
}

/// Unique for ever: an order's steps happen once, and a rider's at one version of the delivery.
std::string message_id_of(const OrderNoted& order, const StepHeld& step) {
    auto id = order.order_id.value + "-" + boost::describe::enum_to_string(step.message, "");
    if (audience_of(step.message) == Audience::rider) id += "-" + std::to_string(step.version);
    return id;
}

MessageSent message_of(const OrderNoted& order, const StepHeld& step) {
    const auto text =
        text_of(step.message, {order.cafe_name, order.call_number, order.delivery, order.qty, step.detail});
    const auto audience = audience_of(step.message);
    // Of staff and riders no language is known; they work at a café in Korea.
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

}  // namespace

std::string staff_of(const CafeId& cafe) { return "cafe:" + cafe.value; }

Result<std::vector<MessageEvent>> decide(const OrderMessages& state, const MessageCommand& command) {
    std::vector<MessageEvent> events;
    std::visit(Overloaded{[&](const NoteOrder& note) {
                              if (state.order) return;
                              events.emplace_back(note.order);
                              for (const auto& step : state.held) {
                                  if (is_meant(state, note.order, step))
                                      events.emplace_back(message_of(note.order, step));
                              }
                          },
                          [&](const Tell& tell) {
                              StepHeld step{tell.message, tell.detail, tell.rider_id, tell.version, tell.at};
                              if (is_said(state, step)) return;
                              if (!state.order) {
                                  events.emplace_back(std::move(step));
                              } else if (is_meant(state, *state.order, step)) {
                                  events.emplace_back(message_of(*state.order, step));
                              }
                          },
                          [&](const RecordSent& sent) { events.emplace_back(sent.message); },
                          [&](const RecordFailed& failed) { events.emplace_back(failed.message); }},
               command);
    return events;
}

OrderMessages evolve(OrderMessages state, const MessageEvent& event) {
    const auto remember = [&state](Template message, std::uint64_t version) {
        if (audience_of(message) == Audience::rider) {
            state.rider_version = version;
        } else {
            state.told |= bit_of(message);
        }
    };
    std::visit(Overloaded{[&](const OrderNoted& noted) {
                              state.order = noted;
                              state.held.clear();
                              state.recipient.clear();
                          },
                          [&](const StepHeld& step) {
                              remember(step.message, step.version);
                              state.held.push_back(step);
                              state.recipient.clear();
                          },
                          [&](const MessageSent& sent) {
                              // A copy on a linked channel is not a second message in the inbox.
                              const bool inbox = sent.channel == Channel::inbox;
                              if (inbox) remember(sent.message, sent.delivery_version);
                              state.recipient = inbox ? sent.recipient : std::string{};
                          },
                          [&](const MessageFailed& failed) { state.recipient = failed.recipient; }},
               event);
    return state;
}

}  // namespace dangol::notification
