// dangol-simulate: the production runtime and all contexts under a virtual clock and a seed.
#include <cstdint>
#include <random>
#include <string>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "watched_context.hpp"
#include "workload.hpp"
#include "world.hpp"

namespace {

using namespace dangol::simulation;

struct Outcome {
    bool violated = false;
    std::uint64_t hash = 0;
};

Outcome simulate(std::uint64_t seed, int orders, bool chatty) {
    World world(seed);
    Workload workload(world, seed, orders);
    Outcome outcome;
    try {
        workload.begin();
        world.run();
        world.heal();
        world.run();
        world.oracle().check_end(world.provider());
    } catch (const Violation& violation) {
        fmt::print("VIOLATION seed={} at {}: {}\n  run again: dangol-simulate --seed {} --orders {}\n", seed,
                   dangol::format_time(world.clock().now()), violation.what, seed, orders);
        outcome.violated = true;
    }
    if (chatty) {
        fmt::print("seed {}: {} events, {} crashes, until {}\n", seed, world.oracle().events(),
                   world.crashes(), dangol::format_time(world.clock().now()));
    }
    outcome.hash = world.oracle().hash();
    world.close();
    return outcome;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{
        "Examples:\n"
        "  dangol-simulate --seed 7 --orders 200      one run; the same seed always does the same\n"
        "  dangol-simulate --fresh 200 --orders 200   200 runs with new seeds\n\n"
        "Runs the whole system in one thread under a virtual clock, with crashes at commits, a bus that "
        "repeats,\n"
        "delays and redelivers, and a payment provider that times out after charging."};
    std::uint64_t seed = 1;
    int orders = 200;
    int fresh = 0;
    bool chatty = false;
    app.add_option("--seed", seed, "the run's seed");
    app.add_option("--orders", orders, "how many orders are placed")->check(CLI::Range(1, 1'000'000));
    app.add_option("--fresh", fresh, "so many runs with new seeds instead");
    app.add_flag("--chatty", chatty, "a line for each run");
    CLI11_PARSE(app, argc, argv);

    if (fresh > 0) seed = std::random_device{}();
    const int runs = fresh > 0 ? fresh : 1;
    int violations = 0;
    std::uint64_t hash = 0;
    for (int i = 0; i < runs; ++i) {
        const auto outcome = simulate(seed + static_cast<std::uint64_t>(i), orders, chatty);
        if (outcome.violated) ++violations;
        hash = hash * 31 + outcome.hash;
    }
    fmt::print("{} orders, {} violations, hash={:016x}\n", runs * orders, violations, hash);
    return violations == 0 ? 0 : 1;
}
