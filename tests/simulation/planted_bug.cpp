#include "planted_bug.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>
#include <variant>

namespace dangol::simulation {
namespace {

/// A policy that somebody forgot.
struct Deaf {
    std::string_view bug;
    std::string_view context;
    std::string_view event;
};
constexpr std::array deaf{
    Deaf{"cafe_ignores_cancels", "cafe", "OrderCancelRequested"},
    Deaf{"cafe_ignores_forced_cancels", "cafe", "OrderCanceled"},
    Deaf{"cafe_ignores_pick_ups", "cafe", "DeliveryStarted"},
    Deaf{"delivery_ignores_cancels", "delivery", "OrderCanceled"},
    Deaf{"delivery_ignores_orders", "delivery", "OrderPlaced"},
    Deaf{"payment_ignores_cancels", "payment", "OrderCanceled"},
    Deaf{"payment_ignores_completion", "payment", "OrderCompleted"},
    Deaf{"payment_ignores_late_service", "payment", "OrderServedAfterCancel"},
    Deaf{"payment_ignores_failed_deliveries", "payment", "OrderUndelivered"},
    Deaf{"order_ignores_hand_overs", "order", "HandedOver"},
    Deaf{"order_ignores_sold_out", "order", "SoldOutChanged"},
    Deaf{"page_ignores_made", "mypage", "MakeCompleted"},
    Deaf{"page_ignores_refunds", "mypage", "PaymentCanceled"},
    Deaf{"page_ignores_riders", "mypage", "DeliveryClaimed"},
};

bool replace(std::string& text, std::string_view old, std::string_view with) {
    const auto at = text.find(old);
    if (at == std::string::npos) return false;
    text.replace(at, old.size(), with);
    return true;
}

template <class Wanted, class Change>
void drop(std::vector<Change>& changes, const std::function<bool(const Wanted&)>& wanted) {
    std::erase_if(changes, [&](const Change& change) {
        const auto* one = std::get_if<Wanted>(&change);
        return one != nullptr && wanted(*one);
    });
}

bool in_ledger(const runtime::Row& row, std::string_view event) {
    return row.view == "ledger" && row.key.starts_with(event);
}

}  // namespace

bool PlantedBug::is_deaf(std::string_view context, const EventRecord& event) const {
    if (name_.empty()) return false;
    if (name_ == "newer_events_are_ignored" && context == "cafe") return event.data.contains(unknown_member);
    if (name_ == "cafe_loses_tickets" && context == "cafe" && event.type == "OrderPlaced")
        return event.subject.back() < '4';
    return std::ranges::any_of(deaf, [&](const Deaf& one) {
        return one.bug == name_ && one.context == context && one.event == event.type;
    });
}

std::optional<EventRecord> PlantedBug::misheard(const EventRecord& event) const {
    if (name_.empty()) return std::nullopt;
    auto other = event;
    if (name_ == "page_shows_another_refund" && event.type == "PaymentCanceled" &&
        replace(other.data, "\"total\":{\"amount\":", "\"total\":{\"amount\":1")) {
        other.decoded = {};
        return other;
    }
    return std::nullopt;
}

void PlantedBug::spoil(std::string_view context, runtime::Changes& changes) const {
    if (name_.empty()) return;
    using runtime::Deadline, runtime::Effect, runtime::Row;
    const auto no_deadline = [&](std::string_view kind) {
        drop<Deadline>(changes.deadlines, [&](const Deadline& deadline) { return deadline.kind == kind; });
    };
    if (name_ == "cafe_may_wait_for_ever") no_deadline("auto-cancel");
    if (name_ == "drinks_wait_for_ever") no_deadline("collect");
    if (name_ == "retry_is_a_new_order" && context == "order") changes.answers.clear();
    if (name_ == "later_refunds_are_not_sent") {
        drop<Effect>(changes.effects, [](const Effect& effect) {
            return effect.kind == "refund" && std::ranges::count(effect.id, ':') == 2;
        });
    }
    if (name_ == "failed_messages_are_forgotten") {
        for (auto& change : changes.effects) {
            const auto* effect = std::get_if<Effect>(&change);
            if (effect == nullptr || effect->kind != "send" || effect->attempt == 1) continue;
            change = runtime::FinishEffect{std::string(effect->id)};
        }
    }
    if (name_ == "replicas_ignore_premises") changes.premises.clear();
    if (name_ == "disabling_is_forgotten" && context == "identity") {
        for (auto& document : changes.documents)
            replace(document.data, R"("kind":"Disabled")", R"("kind":"Active")");
    }
    if (name_ == "loss_is_not_posted")
        drop<Row>(changes.rows, [](const Row& row) { return in_ledger(row, "LossBooked"); });
    if (name_ != "cafe_bears_no_refund") return;
    for (auto& change : changes.rows) {
        auto* row = std::get_if<Row>(&change);
        if (row == nullptr || !in_ledger(*row, "PaymentCanceled")) continue;
        for (const auto* cafe : {"cafe0", "cafe1", "cafe2"})
            replace(row->data, std::string("cafe_payable:") + cafe, "refund_expense");
    }
}

void PlantedBug::spoil(payment::ChargeRequest& request) const {
    if (name_ == "charge_of_another_amount") request.amount.amount += 10;
}

void PlantedBug::spoil(payment::ChargeOutcome& outcome) const {
    if (name_ == "unknown_is_taken_for_declined" && std::holds_alternative<payment::ChargeUnknown>(outcome))
        outcome = payment::ChargeDeclined{"unknown"};
}

void PlantedBug::spoil(payment::QueryOutcome& outcome) const {
    if (name_ == "bank_is_not_asked") {
        if (auto* captured = std::get_if<payment::FoundCaptured>(&outcome)) captured->refunded = false;
    }
    if (name_ == "late_capture_is_overlooked" && std::holds_alternative<payment::FoundCaptured>(outcome))
        outcome = payment::FoundNothing{};
}

void PlantedBug::spoil_refund(Money& amount, std::string& refund_id, std::uint64_t calls) const {
    if (name_ == "refund_has_a_new_id_each_time") refund_id += "/" + std::to_string(calls);
    if (name_ == "refund_of_another_amount") amount.amount -= 10;
}

void PlantedBug::spoil(notification::OutgoingMessage& message, std::string& last_address) const {
    if (name_ != "messages_reach_another") return;
    auto address = std::exchange(last_address, message.address);
    if (!address.empty()) message.address = std::move(address);
}

}  // namespace dangol::simulation
