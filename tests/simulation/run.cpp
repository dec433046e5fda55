// One run, and the search for the shortest one that still shows a violation.
#include "run.hpp"

#include <iterator>
#include <set>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "watched_context.hpp"
#include "workload.hpp"
#include "world.hpp"

namespace dangol::simulation {
namespace {

constexpr int tries_max = 200;
constexpr std::size_t lines_max = 400;

/// Plays ever smaller plans as long as they end with a violation.
class Shrinking {
  public:
    explicit Shrinking(Plan plan) : plan_(std::move(plan)) {
        if (!plan_.only.empty()) return;
        for (int i = 0; i < plan_.orders; ++i) plan_.only.insert(i);
    }

    Plan shortest() {
        // The fewer orders, the cheaper is each further attempt.
        leave_out_orders();
        for (const auto& trouble : troubles) {
            auto calmer = plan_;
            calmer.without.insert(trouble);
            keep_if_it_fails(calmer);
        }
        leave_out_orders();
        return plan_;
    }

  private:
    bool keep_if_it_fails(const Plan& plan) {
        if (tries_ >= tries_max) return false;
        ++tries_;
        const bool fails = run(plan).violation.has_value();
        if (fails) plan_ = plan;
        return fails;
    }

    /// First halves, then quarters, … then single ones.
    void leave_out_orders() {
        for (auto piece = (plan_.only.size() + 1) / 2; piece > 0 && plan_.only.size() > 1; piece /= 2) {
            for (std::size_t from = 0; from < plan_.only.size() && plan_.only.size() > piece;) {
                auto fewer = plan_;
                const auto first = std::next(fewer.only.begin(), static_cast<std::ptrdiff_t>(from));
                const auto count = std::min(piece, fewer.only.size() - from);
                fewer.only.erase(first, std::next(first, static_cast<std::ptrdiff_t>(count)));
                if (!keep_if_it_fails(fewer)) from += piece;
            }
        }
    }

    Plan plan_;
    int tries_ = 0;
};

}  // namespace

Outcome run(const Plan& plan) {
    World world(plan);
    Workload workload(world, plan);
    Outcome outcome;
    try {
        workload.begin();
        world.run();
        world.heal();
        world.run();
        world.oracle().check_end(world.provider());
    } catch (const Violation& violation) {
        outcome.violation = violation.what;
    }
    outcome.until = format_time(world.clock().now());
    outcome.events = world.oracle().events();
    outcome.requests = world.requests();
    outcome.commits = world.commits();
    outcome.crashes = world.crashes();
    outcome.marks = world.marks();
    outcome.hash = world.oracle().hash();
    world.close();
    return outcome;
}

std::string command_of(const Plan& plan) {
    auto command = fmt::format("dangol-simulate --seed {} --orders {}", plan.seed, plan.orders);
    if (!plan.only.empty()) command += fmt::format(" --only {}", fmt::join(plan.only, ","));
    if (!plan.without.empty()) command += fmt::format(" --without {}", fmt::join(plan.without, ","));
    if (!plan.bug.empty()) command += " --bug " + plan.bug;
    return command;
}

void tell_shortest(const Plan& plan) {
    auto shortest = Shrinking(plan).shortest();
    std::vector<std::string> lines;
    std::set<std::string> told;  // people press their buttons again and again: once is enough
    shortest.tell = [&](const std::string& line) {
        if (told.insert(line.substr(line.find(' '))).second) lines.push_back(line);
    };
    const auto outcome = run(shortest);
    fmt::print("  the shortest story, orders: {}\n", shortest.only.size());
    const auto skipped = lines.size() > lines_max ? lines.size() - lines_max : 0;
    for (std::size_t i = skipped; i < lines.size(); ++i) fmt::print("    {}\n", lines[i]);
    fmt::print("  ends with: {}\n  run again: {} --shrink\n", outcome.violation.value_or("nothing"),
               command_of(shortest));
}

}  // namespace dangol::simulation
