// Steps, times, outcomes and money, from the events of the contexts that record them.
#include "adapters/telemetry/order_figures.hpp"

#include <functional>
#include <map>
#include <string>
#include <unordered_map>

#include "contracts/order.hpp"
#include "contracts/payment.hpp"
#include "core/codec.hpp"

namespace dangol::adapters {
namespace {

using adapters::Metrics;
using Note = std::function<void(const EventRecord&)>;

/// Seconds and minutes: a drink takes as long.
const std::vector<double> saga_bounds{0.05, 0.1, 0.25, 0.5, 1,    2.5,  5,    10,   30,
                                      60,   120, 300,  600, 1200, 1800, 3600, 7200, 14400};

double seconds_since_order(const EventRecord& event) {
    const auto asked = time_of_id(event.subject);
    return asked ? std::chrono::duration<double>(event.time - *asked).count() : 0;
}

/// Of an event that this program wrote itself; nullopt costs a figure, never more.
template <class Event>
std::optional<Event> read(const EventRecord& event) {
    auto value = codec::from_json<Event>(event.data);
    if (!value) return std::nullopt;
    return std::move(*value);
}

std::string_view outcome_of(const order::OrderCanceled& canceled) {
    switch (canceled.reason) {
        case order::CancelReason::rejected: return "rejected";
        case order::CancelReason::unanswered: return "unanswered";
        case order::CancelReason::no_rider: return "no_rider";
        case order::CancelReason::make_aborted: return "make_aborted";
        case order::CancelReason::customer_request:
        case order::CancelReason::operator_decision: return "canceled";
    }
    return "canceled";
}

/// A counter for the won and one for all other currencies together.
class MoneyMoved {
  public:
    MoneyMoved(Metrics& metrics, std::string name, std::string help)
        : won_(metrics.counter(name, help, {{"currency", "KRW"}})),
          others_(metrics.counter(std::move(name), std::move(help), {{"currency", "other"}})) {}

    void add(const Money& money) {
        if (money.amount > 0) {
            (money.currency == "KRW" ? won_ : others_).add(static_cast<std::uint64_t>(money.amount));
        }
    }

  private:
    Metrics::Counter& won_;
    Metrics::Counter& others_;  ///< a second currency: minor units of whatever it is
};

}  // namespace

std::optional<Timestamp> time_of_id(std::string_view id) {
    constexpr std::string_view digits = "0123456789abcdefghjkmnpqrstvwxyz";
    constexpr std::size_t time_characters = 10;
    constexpr std::size_t characters = 26;
    if (id.size() != characters) return std::nullopt;
    std::int64_t millis = 0;
    for (const char c : id.substr(0, time_characters)) {
        const auto digit = digits.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        millis = millis * 32 + static_cast<std::int64_t>(digit);
    }
    return Timestamp{std::chrono::milliseconds{millis}};
}

struct OrderFigures::Parts {
    explicit Parts(Metrics& to)
        : metrics(to),
          captured(to, "dangol_money_captured_minor_units_total", "Money that was captured, in minor units"),
          refunded(to, "dangol_money_refunded_minor_units_total", "Money that went back, in minor units"),
          settled(to, "dangol_money_settled_minor_units_total",
                  "Amounts settled to cafés, riders and the head office, in minor units") {}

    Metrics& metrics;
    MoneyMoved captured;
    MoneyMoved refunded;
    MoneyMoved settled;
    std::unordered_map<std::string, std::vector<Note>> notes;  ///< by event type: no two contexts share one

    void step(const std::string& event, const std::string& stage);
    void outcome(const std::string& event, const std::string& outcome);
    void count_outcomes();
    void count_money();
    [[nodiscard]] Note ended(const std::string& outcome);
    Metrics::Timing& saga(const std::string& outcome) {
        return metrics.timing("dangol_saga_duration_seconds",
                              "From the order to its end, by what became of it", {{"outcome", outcome}},
                              saga_bounds);
    }
};

void OrderFigures::Parts::step(const std::string& event, const std::string& stage) {
    auto& timing = metrics.timing("dangol_order_stage_seconds", "Time from the order to each stage",
                                  {{"stage", stage}}, saga_bounds);
    notes[event].emplace_back(
        [&timing](const EventRecord& record) { timing.observe(seconds_since_order(record)); });
}

Note OrderFigures::Parts::ended(const std::string& outcome) {
    auto& timing = saga(outcome);
    auto& orders = metrics.counter("dangol_orders_total", "Orders that have ended, by what became of them",
                                   {{"outcome", outcome}});
    return [&timing, &orders](const EventRecord& record) {
        timing.observe(seconds_since_order(record));
        orders.add();
    };
}

void OrderFigures::Parts::outcome(const std::string& event, const std::string& outcome) {
    notes[event].push_back(ended(outcome));
}

void OrderFigures::Parts::count_outcomes() {
    outcome("OrderPaymentFailed", "payment_failed");
    outcome("OrderExpired", "expired");
    outcome("OrderUndelivered", "undelivered");
    notes["OrderCompleted"].emplace_back(
        [fetched = ended("completed"), left = ended("unclaimed")](const EventRecord& record) {
            const auto event = read<order::OrderCompleted>(record);
            if (event) (event->collected ? fetched : left)(record);
        });
    std::map<std::string, Note, std::less<>> canceled;
    for (const auto* how : {"canceled", "rejected", "unanswered", "no_rider", "make_aborted"}) {
        canceled.emplace(how, ended(how));
    }
    notes["OrderCanceled"].emplace_back([canceled = std::move(canceled)](const EventRecord& record) {
        const auto event = read<order::OrderCanceled>(record);
        if (event) canceled.find(outcome_of(*event))->second(record);
    });
}

void OrderFigures::Parts::count_money() {
    notes["Paid"].emplace_back([this](const EventRecord& record) {
        if (const auto event = read<payment::Paid>(record)) captured.add(event->amount);
    });
    notes["PaymentCanceled"].emplace_back([this](const EventRecord& record) {
        if (const auto event = read<payment::PaymentCanceled>(record)) refunded.add(event->amount);
    });
    notes["Settled"].emplace_back([this](const EventRecord& record) {
        const auto event = read<payment::Settled>(record);
        if (!event) return;
        settled.add(event->cafe_share);
        settled.add(event->delivery_share);
        settled.add(event->house_share);
    });
}

OrderFigures::OrderFigures(Metrics& metrics) : parts_(std::make_unique<Parts>(metrics)) {
    auto& parts = *parts_;
    parts.step("OrderRequested", "requested");
    parts.step("Paid", "paid");
    parts.step("OrderPlaced", "placed");
    parts.step("OrderApproved", "accepted");
    parts.step("MakeStarted", "making");
    parts.step("MakeCompleted", "ready");
    parts.step("HandedOver", "handed_over");
    parts.step("DeliveryStarted", "picked_up");
    parts.step("DeliveryConfirmed", "delivered");
    parts.step("PaymentCanceled", "refunded");
    parts.count_outcomes();
    parts.count_money();
}
OrderFigures::~OrderFigures() = default;

void OrderFigures::recorded(std::span<const std::shared_ptr<const EventRecord>> events) {
    for (const auto& event : events) {
        const auto found = parts_->notes.find(event->type);
        if (found == parts_->notes.end()) continue;
        for (const auto& note : found->second) note(*event);
    }
}

}  // namespace dangol::adapters
