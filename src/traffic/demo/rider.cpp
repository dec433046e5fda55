#include "traffic/demo/people.hpp"

#include <fmt/format.h>

#include "contexts/delivery/api.hpp"

namespace dangol::traffic::demo {
namespace {

/// A rider on a shift: one delivery at a time.
class Rider {
  public:
    Rider(Town& town, client::Key& key) : town_(town), phone_(town, key) {}

    Task<void> work() {
        co_await finish_what_is_in_hand();
        for (;;) {
            co_await town_.take_seconds(1, 3);
            co_await wait_somewhere();
            const auto answer = co_await phone_.get("/deliveries/offers?limit=20");
            const auto offers = answer.as<delivery::DeliveryList>();
            if (!offers || offers->items.empty()) continue;
            co_await town_.take_seconds(0.5, 2);
            const auto& offer = offers->items.front();  // the nearest
            const auto claimed = co_await phone_.post(path(offer.delivery_id.value, "claim"));
            if (claimed.ok()) co_await bring(offer.delivery_id.value);
        }
    }

  private:
    static std::string path(const std::string& id, std::string_view command) {
        return fmt::format("/deliveries/{}/{}", id, command);
    }

    Task<void> be_at(Place place) {
        static_cast<void>(co_await phone_.post("/deliveries/shift",
                                               R"({"online":true,"place":)" + codec::to_json(place) + "}"));
    }

    /// Near some café. Riders drift to where there is work.
    Task<void> wait_somewhere() {
        if (!town_.chance(waiting_ ? 0.15 : 1.0)) co_return;
        const auto answer = co_await phone_.get("/cafes");
        const auto cafes = answer.as<cafe::CafeList>();
        if (!cafes || cafes->items.empty()) co_return;
        co_await be_at(client::near(cafes->items[town_.pick(cafes->items.size())].place, 800, town_.random));
        waiting_ = true;
    }

    Task<std::optional<delivery::DeliveryResource>> look_at(const std::string& id) {
        const auto answer = co_await phone_.get("/deliveries/" + id);
        co_return answer.as<delivery::DeliveryResource>();
    }

    /// To the café, and with the drinks to the door. Ends early if the order is canceled on the way.
    Task<void> bring(const std::string& id) {
        waiting_ = false;
        for (;;) {
            const auto now = co_await look_at(id);
            if (!now || (now->status != "CLAIMED" && now->status != "PICKED_UP")) co_return;
            if (now->status == "PICKED_UP") co_return co_await ride_to_door(*now);
            co_await town_.take_seconds(1, 2);
            if (!now->ready) continue;
            co_await be_at(now->cafe.place);
            const auto call_number = now->call_number.value_or("");
            static_cast<void>(co_await phone_.post(path(id, "start"),
                                                   fmt::format(R"({{"callNumber":"{}"}})", call_number)));
        }
    }

    Task<void> ride_to_door(delivery::DeliveryResource delivery) {
        co_await town_.take_seconds(6, 20);
        co_await be_at(delivery.destination ? delivery.destination->place : delivery.area);
        co_await town_.take_seconds(1, 4);  // the customer comes to the door and says the PIN
        const auto pin = town_.pins.find(delivery.delivery_id.value);
        if (pin == town_.pins.end()) {
            town_.at_silent_doors.push_back(delivery.delivery_id.value);
            co_return;
        }
        const auto body = fmt::format(R"({{"pin":"{}"}})", pin->second);
        static_cast<void>(co_await phone_.post(path(delivery.delivery_id.value, "confirm"), body));
    }

    /// From an earlier run of the demo.
    Task<void> finish_what_is_in_hand() {
        const auto answer = co_await phone_.get("/deliveries?limit=20");
        const auto mine = answer.as<delivery::DeliveryList>();
        if (!mine) co_return;
        for (const auto& delivery : mine->items) {
            if (delivery.status == "CLAIMED" || delivery.status == "PICKED_UP") {
                co_await bring(delivery.delivery_id.value);
            }
        }
    }

    Town& town_;
    Phone phone_;
    bool waiting_ = false;
};

}  // namespace

Task<void> work_as_rider(Town& town, client::Key& key) {
    Rider rider(town, key);
    co_await rider.work();
}

}  // namespace dangol::traffic::demo
