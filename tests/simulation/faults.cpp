#include "faults.hpp"

namespace dangol::simulation {

using namespace std::chrono_literals;

Faults Faults::drawn_from(Random random) {
    const auto maybe = [&](double most) {
        const bool on = random.chance(0.5);
        const double strength = static_cast<double>(random.below(1000)) / 1000.0;
        return on ? most * strength : 0.0;
    };
    Faults faults;
    faults.crash_before = maybe(0.002);
    faults.crash_after = maybe(0.002);
    faults.fail = maybe(0.02);
    faults.unknown = maybe(0.01);
    faults.bus = {
        .duplicate = maybe(0.5), .delay = maybe(0.6), .split = maybe(0.5), .redeliver = maybe(0.02)};
    if (random.chance(0.4)) faults.replicas = 2 + static_cast<int>(random.below(2));
    faults.rebalances = random.chance(0.5);
    if (random.chance(0.5)) faults.clocks_apart = random.chance(0.5) ? Duration{2s} : Duration{5min};
    faults.stores_fail = random.chance(0.5);
    faults.bank_refunds = random.chance(0.5);
    faults.upgrades = random.chance(0.5);
    faults.bank_repeats = random.chance(0.5);
    faults.old_copies = random.chance(0.5);
    faults.power_fails = random.chance(0.5);
    faults.messengers_fail = random.chance(0.5);
    if (random.chance(0.7)) {
        faults.tempo = {.between_orders = Duration{random.between(20, 500)},
                        .turn = Duration{random.between(50, 3'000)},
                        .piles_up = 0.5 + static_cast<double>(random.below(490)) / 1000.0};
    }
    return faults;
}

void Faults::spare(const std::set<std::string>& spared) {
    if (spared.contains("crashes")) crash_before = crash_after = 0;
    if (spared.contains("failures")) fail = 0;
    if (spared.contains("unknown")) unknown = 0;
    if (spared.contains("repeats")) bus.duplicate = 0;
    if (spared.contains("delays")) bus.delay = 0;
    if (spared.contains("splits")) bus.split = 0;
    if (spared.contains("redelivery")) bus.redeliver = 0;
    if (spared.contains("replicas")) replicas = 1;
    if (spared.contains("rebalances")) rebalances = false;
    if (spared.contains("clocks")) clocks_apart = Duration::zero();
    if (spared.contains("stores")) stores_fail = false;
    if (spared.contains("bank")) bank_refunds = false;
    if (spared.contains("upgrades")) upgrades = false;
    if (spared.contains("answers")) bank_repeats = false;
    if (spared.contains("copies")) old_copies = false;
    if (spared.contains("torn")) power_fails = false;
    if (spared.contains("messengers")) messengers_fail = false;
    if (spared.contains("rush")) tempo = {};
}

void Faults::heal() {
    crash_before = crash_after = fail = unknown = 0;
    bus = {};
    rebalances = stores_fail = bank_refunds = upgrades = false;
    bank_repeats = old_copies = power_fails = messengers_fail = false;
}

}  // namespace dangol::simulation
