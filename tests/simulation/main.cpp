// dangol-simulate: the production runtime and all contexts under a virtual clock and a seed.
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include "run.hpp"

using namespace dangol::simulation;

int main(int argc, char** argv) {
    CLI::App app{
        "Examples:\n"
        "  dangol-simulate --seed 7 --orders 200      one run; the same seed always does the same\n"
        "  dangol-simulate --fresh 200 --orders 200   200 runs with new seeds\n"
        "  dangol-simulate --seed 7 --shrink          the shortest story that shows what seed 7 shows\n\n"
        "Runs the whole system in one thread under a virtual clock, alone or as several replicas on the\n"
        "same stores, on quiet days and in a rush, with crashes at commits, stores that are full, away or\n"
        "put back from a copy, clocks that are set, a bus that repeats, delays and redelivers, versions\n"
        "that differ, webhooks that fail, and a bank that answers late or twice, pays back by itself or\n"
        "loses a line of its books."};
    Plan plan;
    int runs = 1;
    int fresh = 0;
    bool chatty = false;
    bool shrink = false;
    bool marks = false;
    bool tell = false;
    std::vector<int> only;
    std::vector<std::string> without;
    app.add_option("--seed", plan.seed, "the run's seed");
    app.add_option("--orders", plan.orders, "how many orders are placed")->check(CLI::Range(1, 1'000'000));
    app.add_option("--only", only, "place only these of them, by number")->delimiter(',');
    app.add_option("--without", without, "troubles that the run is spared")
        ->delimiter(',')
        ->check(CLI::IsMember(troubles));
    app.add_option("--bug", plan.bug, "a deliberate bug, to see it found")->envname("DANGOL_BUG");
    app.add_option("--runs", runs, "so many runs, with this seed and the next ones");
    app.add_option("--fresh", fresh, "so many runs with new seeds instead");
    app.add_flag("--chatty", chatty, "a line for each run");
    app.add_flag("--marks", marks, "how often each kind of trouble was met");
    app.add_flag("--tell", tell, "every request, event and crash, as a line");
    app.add_flag("--shrink", shrink, "of a violation, tell the shortest story that still shows it");
    CLI11_PARSE(app, argc, argv);
    plan.only.insert(only.begin(), only.end());
    plan.without.insert(without.begin(), without.end());

    if (tell) plan.tell = [](const std::string& line) { fmt::print("{}\n", line); };
    if (fresh > 0) {
        plan.seed = std::random_device{}();
        runs = fresh;
    }
    int violations = 0;
    std::uint64_t hash = 0;
    Marks reached;
    for (int i = 0; i < runs; ++i, ++plan.seed) {
        const auto outcome = run(plan);
        if (outcome.violation) {
            ++violations;
            fmt::print("VIOLATION seed={} at {}: {}\n  run again: {}\n", plan.seed, outcome.until,
                       *outcome.violation, command_of(plan));
            if (shrink) tell_shortest(plan);
        }
        if (chatty) {
            fmt::print("seed {}: {} requests, {} commits, {} events, {} crashes, until {}\n", plan.seed,
                       outcome.requests, outcome.commits, outcome.events, outcome.crashes, outcome.until);
        }
        hash = hash * 31 + outcome.hash;
        reached.add(outcome.marks);
    }
    if (marks) {
        for (const auto& [mark, count] : reached.counts()) fmt::print("reached: {}: {}\n", mark, count);
    }
    fmt::print("{} orders, {} violations, hash={:016x}\n", runs * plan.orders, violations, hash);
    return violations == 0 ? 0 : 1;
}
