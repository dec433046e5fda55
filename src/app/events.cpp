// A context's published events, as lines that other programs can read.
#include "app/events.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "adapters/sqlite/sqlite_store.hpp"
#include "core/cloud_event.hpp"

namespace dangol::app {
namespace {

struct Wanted {
    std::string data = "data";
    std::string context;
    std::uint64_t after = 0;
    std::size_t limit = std::numeric_limits<std::size_t>::max();
};

void print_events(const Wanted& wanted) {
    constexpr std::size_t page_max = 256;
    const auto reader =
        adapters::open_sqlite_reader({wanted.data + "/" + wanted.context + ".db", wanted.context});
    if (!reader) {
        throw std::runtime_error("no data of " + wanted.context + " in " + wanted.data +
                                 "; is --data right?");
    }
    runtime::EventQuery query{.after = wanted.after};
    for (auto left = wanted.limit; left > 0;) {
        query.limit = std::min(left, page_max);
        const auto page = reader->events(query);
        for (const auto& event : page) fmt::print("{}\n", to_cloud_event(event));
        if (page.size() < query.limit) return;
        query.after = page.back().position;
        left -= page.size();
    }
}

}  // namespace

void add_events_command(CLI::App& app, int& status) {
    static Wanted wanted;
    auto* events = app.add_subcommand("events", "what a context has published, one CloudEvent on each line");
    events->add_option("--data", wanted.data, "folder that holds all data");
    events->add_option("--context", wanted.context, "whose events")
        ->required()
        ->check(CLI::IsMember(std::vector<std::string>{"identity", "cafe", "order", "payment", "delivery",
                                                       "mypage", "notification"}));
    events->add_option("--after", wanted.after, "only those after this position");
    events->add_option("--limit", wanted.limit, "at most so many");
    events->callback([&status] {
        print_events(wanted);
        status = 0;
    });
}

}  // namespace dangol::app
