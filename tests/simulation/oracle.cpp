// What is checked after each commit, and what is learned from it for the end.
#include "oracle.hpp"

#include <algorithm>
#include <cstring>
#include <type_traits>

#include <fmt/format.h>

#include "contexts/cafe/domain/cafe_order.hpp"
#include "contexts/delivery/domain/delivery.hpp"
#include "contexts/delivery/domain/rider.hpp"
#include "contexts/order/domain/order.hpp"
#include "contexts/payment/domain/payment.hpp"
#include "contracts/cafe.hpp"
#include "core/codec.hpp"
#include "oracle_parts.hpp"

namespace dangol::simulation {

using namespace std::chrono_literals;
using Trip = Life::Trip;

namespace {

/// The bus holds nothing back for so long: whoever still works on an order then does not know of its end.
constexpr auto heard_by_all = 60s;

void merge(std::optional<Timestamp>& known, Timestamp more) {
    if (!known || more < *known) known = more;
}

void not_more(std::int64_t amount, std::int64_t most, const std::string& what) {
    must(amount <= most, "{}: {} of {}", what, amount, most);
}

}  // namespace

Oracle::Oracle(std::map<std::string, adapters::MemoryDisk>& disks, runtime::Clock& clock)
    : disks_(disks), clock_(clock), messages_(disks) {
    watch_orders();
    watch_bar();
    watch_money();
    watch_deliveries();
    watch_pages();
    on<cafe::CafeRegistered>([this](Life&, const EventRecord& record) { branches_.insert(record.subject); });
    on<delivery::RiderWentOnline>(
        [this](Life&, const EventRecord& record) { riders_.insert(record.subject); });
}

template <class Event, class See>
void Oracle::on(See see) {
    if constexpr (std::is_invocable_v<See, Life&, const EventRecord&>) {
        handlers_[type_name<Event>()].emplace_back(see);
    } else {
        handlers_[type_name<Event>()].emplace_back([see](Life& life, const EventRecord& record) {
            if (const auto* known = record.decoded.as<Event>()) return see(life, *known, record);
            auto event = codec::from_json<Event>(record.data);
            must(event.has_value(), "{} of {} cannot be read", record.type, record.subject);
            see(life, *event, record);
        });
    }
}

template <class Event>
void Oracle::shows(std::optional<Timestamp> mypage::Facts::* fact) {
    handlers_[type_name<Event>()].emplace_back(
        [fact](Life& life, const EventRecord& record) { merge(life.facts.*fact, record.time); });
}

void Oracle::look_at_new_events() {
    if (watched_.empty()) {
        for (const auto& [context, disk] : disks_) watched_.push_back({context, disk});
    }
    for (auto& from : watched_) {
        while (const auto event = from.disk.event_at(from.seen + 1)) {
            look_at(from, *event);
            ++from.seen;
        }
    }
}

void Oracle::look_at(Watched& from, const EventRecord& event) {
    const auto& context = from.context;
    ++events_;
    for (const auto* text : {&context, &event.type, &event.subject, &event.data, &event.causation})
        note(*text);
    note(event.version);
    note(static_cast<std::uint64_t>(event.time.time_since_epoch().count()));
    if (tell_) {
        tell_(fmt::format("{} {:12} {} {} v{}", format_time(event.time), context, event.type, event.subject,
                          event.version));
    }
    if (context == "notification") return messages_.look_at(event);
    if (context == "mypage") return;
    auto& version = from.versions[event.subject];
    must(event.version == version + 1, "{} {} {} has version {} after {}", context, event.type, event.subject,
         event.version, version);
    version = event.version;
    const auto found = handlers_.find(event.type);
    if (found == handlers_.end()) return;
    auto& life = lives_[event.subject];
    for (const auto& handler : found->second) handler(life, event);
}

void Oracle::note(std::uint64_t number) {
    hash_ = (hash_ ^ number) * 0x9e3779b97f4a7c15ULL;
    hash_ ^= hash_ >> 32;
}

void Oracle::note(std::string_view text) {
    note(text.size());
    constexpr std::size_t word = sizeof(std::uint64_t);
    const auto eight_of = [](const char* at, std::size_t bytes) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, at, bytes);
        return eight;
    };
    for (; text.size() >= word; text.remove_prefix(word)) note(eight_of(text.data(), word));
    if (!text.empty()) note(eight_of(text.data(), text.size()));
}

void Oracle::no_longer(const Life& life, const EventRecord& event) const {
    must(!life.canceled_at || clock_.now() - *life.canceled_at < heard_by_all,
         "{} of order {} long after it was canceled", event.type, event.subject);
}

void Oracle::watch_orders() {
    on<order::OrderPlaced>([this](Life& life, const order::OrderPlaced& e, const EventRecord& record) {
        const auto& id = record.subject;
        must(life.paid || e.order.total_price.amount == 0, "order {} was placed without a payment", id);
        must(!life.goes_back, "order {} was placed with money that goes back", id);
        must(e.order.total_price.amount == e.order.items_price.amount + e.order.delivery_fee.amount,
             "the prices of order {} do not add up", id);
        life.delivery = e.order.fulfilment == order::Fulfilment::delivery;
        life.cafe = e.order.cafe_id.value;
        life.items_price = e.order.items_price.amount;
        life.delivery_fee = e.order.delivery_fee.amount;
        life.placed_at = clock_.now();
        if (e.order.note.empty()) return;
        const auto [other, fresh] = placed_by_.try_emplace(e.order.note, id);
        must(fresh, "{} placed the orders {} and {}", e.order.note, other->second, id);
    });
    on<order::OrderCanceled>([this](Life& life, const EventRecord& record) {
        must(!life.completed && !life.undelivered, "order {} was canceled after its end", record.subject);
        life.canceled_at = clock_.now();
    });
    on<order::OrderCompleted>([](Life& life, const order::OrderCompleted& e, const EventRecord& record) {
        must(!life.canceled_at && !life.undelivered, "order {} was completed after it was canceled or failed",
             record.subject);
        must(e.collected ? life.handed_over || life.trip == Trip::confirmed : life.not_collected,
             "order {} was completed without a drink", record.subject);
        life.completed = true;
    });
    on<order::OrderUndelivered>([](Life& life, const order::OrderUndelivered& e, const EventRecord& record) {
        must(!life.canceled_at && !life.completed && life.trip == Trip::failed,
             "order {} was given up, and its delivery had not failed", record.subject);
        must(e.by_customer == life.by_customer, "order {} blames the wrong one", record.subject);
        life.undelivered = true;
    });
    on<order::OrderServedAfterCancel>([](Life& life, const EventRecord& record) {
        const bool in_vain = life.trip == Trip::failed && life.by_customer;
        must(life.canceled_at && (life.handed_over || life.trip == Trip::confirmed || in_vain),
             "order {} was not served after a cancel", record.subject);
        life.served_after_cancel = true;
    });
}

void Oracle::watch_bar() {
    on<cafe::CafeOrderAdded>([](Life& life, const EventRecord& record) {
        must(life.placed_at.has_value(), "the café has order {}, which is not placed", record.subject);
        life.ticket = true;
    });
    on<cafe::MakeStarted>([this](Life& life, const EventRecord& record) {
        must(life.ticket && !life.voided, "making of {} began after its cancel", record.subject);
        no_longer(life, record);
        life.making = true;
    });
    on<cafe::CancelGranted>([this](Life& life, const EventRecord& record) {
        must(!life.making, "cancel of {} was granted after making began", record.subject);
        must(life.ticket || !life.placed_at || clock_.now() - *life.placed_at < heard_by_all,
             "order {} never became a ticket", record.subject);
        life.voided = true;
    });
    handlers_["TicketVoided"].emplace_back([](Life& life, const EventRecord&) { life.voided = true; });
    on<cafe::HandedOver>([this](Life& life, const EventRecord& record) {
        must(life.making && !life.voided, "{} was handed over and not made", record.subject);
        must(!life.delivery, "{} is a delivery and was handed over at the counter", record.subject);
        if (!life.not_collected) no_longer(life, record);
        life.handed_over = true;
    });
    on<cafe::NotCollected>([](Life& life, const EventRecord&) { life.not_collected = true; });
    on<cafe::DrinksReturned>([](Life& life, const EventRecord& record) {
        must(life.drinks_come_back, "drinks of {} came back, and were not under way", record.subject);
        life.drinks_come_back = false;
    });
}

void Oracle::watch_money() {
    on<payment::Paid>([](Life& life, const payment::Paid& e, const EventRecord& record) {
        must(!life.paid, "order {} was paid twice", record.subject);
        life.paid = true;
        life.price = e.amount.amount;
        life.goes_back = e.goes_back.has_value();
    });
    on<payment::RefundRequested>([](Life& life, const payment::RefundRequested& e,
                                    const EventRecord& record) {
        ++life.refunds_begun;
        if (e.number == 0) life.comes_to_nothing = true;
        life.promised_back += e.amount.amount;
        must(e.number == 0 || life.settled, "order {} was refunded before its end", record.subject);
        must(e.total.amount == life.promised_back, "the total of the refunds of {} is wrong", record.subject);
        not_more(life.promised_back, life.price, "refunds promised for order " + record.subject);
    });
    on<payment::PaymentCanceled>(
        [](Life& life, const payment::PaymentCanceled& e, const EventRecord& record) {
            ++life.refunds_done;
            life.paid_back += e.amount.amount;
            not_more(life.paid_back, life.promised_back, "refunds paid for order " + record.subject);
            if (e.number == 0) life.repaid = true;
            if (!e.borne_by) return;
            (*e.borne_by == payment::BorneBy::cafe ? life.borne_by_cafe : life.borne_by_head_office) +=
                e.amount.amount;
        });
    on<payment::Settled>([](Life& life, const EventRecord& record) {
        must(life.completed || life.undelivered, "order {} was settled before its end", record.subject);
        life.settled = true;
    });
    on<payment::LossBooked>([](Life& life, const EventRecord& record) {
        must(life.is_lost() && !life.loss_booked, "a loss of order {} was booked wrongly", record.subject);
        life.loss_booked = true;
    });
}

void Oracle::watch_deliveries() {
    const auto step = [](Life& life, const EventRecord& record, std::initializer_list<Trip> from, Trip to) {
        must(std::ranges::find(from, life.trip) != from.end(), "{} of {} is out of turn", record.type,
             record.subject);
        life.trip = to;
    };
    handlers_[type_name<delivery::DeliveryPlanned>()].emplace_back(
        [step](Life& life, const EventRecord& record) { step(life, record, {Trip::none}, Trip::planned); });
    on<delivery::DeliveryOffered>([step](Life& life, const EventRecord& record) {
        step(life, record, {Trip::planned}, Trip::offered);
    });
    on<delivery::DeliveryClaimed>([this, step](Life& life, const auto& e, const EventRecord& record) {
        step(life, record, {Trip::offered}, Trip::claimed);
        no_longer(life, record);
        life.rider = e.rider_id.value;
    });
    on<delivery::DeliveryReleased>([step](Life& life, const auto& e, const EventRecord& record) {
        must(life.rider == e.rider_id.value, "{} was released by another rider", record.subject);
        step(life, record, {Trip::claimed}, Trip::offered);
        life.rider.clear();
    });
    on<delivery::DeliveryReady>([](Life& life, const EventRecord&) { life.trip_ready = true; });
    on<delivery::DeliveryStarted>([this, step](Life& life, const auto& e, const EventRecord& record) {
        must(life.trip_ready && life.rider == e.rider_id.value, "{} was picked up unmade or by another rider",
             record.subject);
        step(life, record, {Trip::claimed}, Trip::started);
        no_longer(life, record);
    });
    on<delivery::DeliveryConfirmed>([this, step](Life& life, const auto& e, const EventRecord& record) {
        must(life.rider == e.rider_id.value, "{} was delivered by another rider", record.subject);
        step(life, record, {Trip::started}, Trip::confirmed);
        no_longer(life, record);
    });
    on<delivery::DeliveryFailed>(
        [this, step](Life& life, const delivery::DeliveryFailed& e, const EventRecord& record) {
            must(life.rider == e.rider_id.value, "{} was given up by another rider", record.subject);
            step(life, record, {Trip::started}, Trip::failed);
            no_longer(life, record);
            life.by_customer = delivery::is_customers(e.reason);
            life.drinks_come_back = e.returning;
        });
    on<delivery::DeliveryCanceled>(
        [step](Life& life, const delivery::DeliveryCanceled& e, const EventRecord& record) {
            life.drinks_come_back = e.picked_up;
            must(e.picked_up == (life.trip == Trip::started),
                 "{}: the rider is told wrongly whether to bring it back", record.subject);
            step(life, record, {Trip::planned, Trip::offered, Trip::claimed, Trip::started}, Trip::canceled);
        });
}

/// The page's facts, derived a second time.
void Oracle::watch_pages() {
    using mypage::Facts;
    shows<order::OrderPlaced>(&Facts::placed_at);
    shows<order::OrderPaymentFailed>(&Facts::payment_failed_at);
    shows<order::OrderExpired>(&Facts::expired_at);
    shows<order::OrderUnanswered>(&Facts::unanswered_at);
    shows<payment::PaymentUnknown>(&Facts::payment_unknown_at);
    shows<payment::PaymentFailed>(&Facts::payment_failed_at);
    shows<payment::Paid>(&Facts::paid_at);
    shows<payment::RefundRequested>(&Facts::refund_requested_at);
    shows<payment::RefundDelayed>(&Facts::refund_delayed_at);
    shows<payment::PaymentCanceled>(&Facts::refunded_at);
    shows<cafe::OrderApproved>(&Facts::accepted_at);
    shows<cafe::MakeStarted>(&Facts::making_at);
    shows<cafe::MakeCompleted>(&Facts::made_at);
    shows<cafe::HandedOver>(&Facts::completed_at);
    shows<cafe::NotCollected>(&Facts::unclaimed_at);
    shows<cafe::MakeAborted>(&Facts::given_up_at);
    shows<delivery::DeliveryStarted>(&Facts::picked_up_at);
    shows<delivery::DeliveryConfirmed>(&Facts::delivered_at);
    shows<delivery::DeliveryConfirmed>(&Facts::completed_at);
    shows<delivery::DeliveryCanceled>(&Facts::delivery_canceled_at);
    shows<delivery::DeliveryFailed>(&Facts::delivery_failed_at);
    shows<order::OrderUndelivered>(&Facts::undelivered_at);
    on<order::OrderCompleted>([](Life& life, const order::OrderCompleted& e, const EventRecord& record) {
        merge(e.collected ? life.facts.completed_at : life.facts.unclaimed_at, record.time);
    });
    on<order::OrderCanceled>([](Life& life, const order::OrderCanceled& e, const EventRecord& record) {
        const bool rejected = e.reason == order::CancelReason::rejected;
        merge(rejected ? life.facts.rejected_at : life.facts.canceled_at, record.time);
    });
    on<order::OrderCancelRequested>(
        [](Life& life, const order::OrderCancelRequested& e, const EventRecord& record) {
            if (e.reason == order::CancelReason::customer_request)
                merge(life.facts.cancel_requested_at, record.time);
        });
    on<cafe::OrderRejected>([](Life& life, const cafe::OrderRejected& e, const EventRecord& record) {
        const bool unanswered = e.reason == cafe::CafeReason::unanswered;
        merge(unanswered ? life.facts.canceled_at : life.facts.rejected_at, record.time);
    });
    on<delivery::DeliveryClaimed>(
        [](Life& life, const EventRecord& record) { life.facts.rider = {record.version, true}; });
    on<delivery::DeliveryReleased>(
        [](Life& life, const EventRecord& record) { life.facts.rider = {record.version, false}; });
}

bool Oracle::is_paid(const std::string& order_id) const {
    const auto life = lives_.find(order_id);
    return life != lives_.end() && life->second.paid;
}

void Oracle::acknowledged(const std::string& order_id) {
    acknowledged_.insert(order_id);
    must(is_placed(disks_.at("order"), order_id), "order {} was acknowledged and is not on the disk",
         order_id);
}

}  // namespace dangol::simulation
