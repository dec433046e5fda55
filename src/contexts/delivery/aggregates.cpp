// How deliveries are found, and what follows from their events.
#include "contexts/delivery/aggregates.hpp"

#include "core/assert.hpp"
#include "core/overloaded.hpp"

namespace dangol::delivery {
namespace {

void free_the_rider(runtime::Unit& unit, const trip::Event& event) {
    std::visit(
        Overloaded{
            [](const OneOf<DeliveryNoted, DeliveryPlanned, DeliveryOffered, OfferWidened, DeliveryClaimed,
                           DeliveryReady, DeliveryStarted, PinRefused, FailureNoted, ReturnNoted> auto&) {},
            [&](const OneOf<DeliveryReleased, DeliveryConfirmed, DeliveryFailed, DeliveryCanceled> auto& e) {
                if (e.rider_id.empty()) return;
                const auto done = unit.execute<Rider>(e.rider_id, shift::LetGo{e.rider_id, e.order_id});
                DANGOL_INVARIANT(done.has_value());
            },
        },
        event);
}

/// Before the offer there was nothing to be late for, so there is no deadline to cancel.
bool may_have_a_deadline(const trip::Event& event) {
    return !std::holds_alternative<DeliveryNoted>(event) && !std::holds_alternative<DeliveryPlanned>(event);
}

bool is_under_way(const trip::State& state) {
    return std::visit(
        Overloaded{
            [](const OneOf<trip::Planned, trip::Offered, trip::Claimed, trip::Started> auto&) {
                return true;
            },
            [](const trip::Failed& in) { return in.returning; },
            [](const OneOf<trip::None, trip::Early, trip::Confirmed, trip::Canceled> auto&) { return false; },
        },
        state);
}

/// A delivery has at most one deadline; scheduling again replaces it.
void schedule(runtime::Unit& unit, const std::string& id, Timestamp due) {
    unit.schedule({.key = id, .due = due, .kind = std::string(Delivery::deadline), .data = id});
}

}  // namespace

std::string rider_scope(const RiderId& rider, std::string_view status) {
    return rider.value + "/" + std::string(status);
}

std::vector<runtime::Row> Delivery::index(const std::string& id, const State& state) {
    const auto* planned = trip::plan_of(state);
    if (planned == nullptr) return {};
    const auto rank = planned->plan.order_date.time_since_epoch().count();
    const auto status = trip::status_of(state);
    std::vector<runtime::Row> rows;
    if (is_under_way(state)) {
        rows.push_back({std::string(view::under_way), id, std::string(status), rank, {}});
    }
    if (std::holds_alternative<trip::Offered>(state)) {
        rows.push_back({std::string(view::offers), id, cell_of(planned->plan.drop_off.place), rank, {}});
    }
    if (const auto rider = trip::rider_of(state); !rider.empty()) {
        const auto steps = trip::steps_of(state);
        const auto ended = steps.delivered_at ? steps.delivered_at : steps.failed_at;
        rows.push_back({std::string(view::riders_deliveries),
                        id,
                        rider_scope(rider, status),
                        ended ? ended->time_since_epoch().count() : rank,
                        {}});
    }
    return rows;
}

void Delivery::after(runtime::Unit& unit, const std::string& id, const Event& event, const State& state) {
    free_the_rider(unit, event);
    if (!may_have_a_deadline(event)) return;
    if (const auto due = trip::next_due(state, unit.now())) {
        schedule(unit, id, due->at);
    } else {
        unit.cancel_deadline(id);
    }
}

std::vector<runtime::Row> Rider::index(const std::string& id, const State& state) {
    if (!shift::is_online(state) && shift::active_of(state).empty()) return {};
    return {{std::string(view::riders), id, std::string(view::on_shift), 0, {}}};
}

Result<std::uint64_t> wake(runtime::Unit& unit, const std::string& id) {
    const auto& [state, version] = unit.load<Delivery>(id);
    const auto due = trip::next_due(state, unit.now());
    if (!due) return version;
    if (due->at <= unit.now()) return unit.execute<Delivery>(id, due->command);
    schedule(unit, id, due->at);
    return version;
}

}  // namespace dangol::delivery
