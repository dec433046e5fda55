// The door of the delivery context.
#include "contexts/delivery/delivery.hpp"

#include "contexts/delivery/api.hpp"
#include "contexts/delivery/delivery_aggregates.hpp"
#include "contexts/delivery/policies.hpp"

namespace dangol::delivery {

DeliveryContext::DeliveryContext(Settings settings) : settings_(settings) {}

Result<void> DeliveryContext::on_event(runtime::Unit& unit, const EventRecord& event) {
    return react(unit, event, settings_);
}

Result<void> DeliveryContext::on_deadline(runtime::Unit& unit, const runtime::Deadline& deadline) {
    return wake(unit, deadline.data);
}

void DeliveryContext::on_effect(const runtime::Effect&, runtime::FinishEffectWith finish) {
    // This context owes no calls to the outside; one that an older version left behind just ends.
    finish([](runtime::Unit&) -> Result<void> { return {}; });
}

std::vector<runtime::Route> DeliveryContext::routes(runtime::Host host) {
    return delivery_routes(host, settings_);
}

}  // namespace dangol::delivery
