// A context's published events, as lines that other programs can read.
#include "admin/events.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "admin/command.hpp"
#include "app/context_set.hpp"
#include "app/readers.hpp"
#include "app/setting_flags.hpp"
#include "core/cloud_event.hpp"

namespace dangol::admin {
namespace {

struct Wanted {
    app::SettingFlags flags;
    std::string context;
    std::uint64_t after = 0;
    std::size_t limit = std::numeric_limits<std::size_t>::max();
};

void print_events(const Wanted& wanted) {
    constexpr std::size_t page_max = 256;
    const auto reader = app::reader_of(wanted.flags.config(), wanted.context);
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
    const auto wanted = std::make_shared<Wanted>();
    Command events(app, "events",
                   "print the events of a context as CloudEvents, one per line\n\n"
                   "Examples:\n"
                   "  dangol events --context order --data ./data\n"
                   "  dangol events --context order --after 1200 --limit 50\n"
                   "  dangol events --context payment --database postgresql://dangol@db/dangol");
    wanted->flags.add_to(events.app(), {"data", "database"});
    std::vector<std::string> names;
    for (const auto& context : app::all_contexts()) names.emplace_back(context);
    events.option("--context", wanted->context, "context to read",
                  {.required = true, .one_of = std::move(names)});
    events.option("--after", wanted->after, "only events after this position");
    events.option("--limit", wanted->limit, "maximum number of events");
    events.runs(
        [wanted] {
            print_events(*wanted);
            return 0;
        },
        status);
}

}  // namespace dangol::admin
