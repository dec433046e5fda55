// How far each context has read the events of the others.

#include <algorithm>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "adapters/local_bus/ahead.hpp"
#include "adapters/system/data_folder.hpp"
#include "admin/command.hpp"
#include "admin/commands.hpp"
#include "app/context_set.hpp"
#include "app/setting_flags.hpp"
#include "app/storage.hpp"

namespace dangol::admin {
namespace {

struct Wanted {
    app::SettingFlags flags;
    bool set_back = false;
};

adapters::Stores all_stores(const app::Storage& storage) {
    adapters::Stores stores;
    for (const auto context : app::all_contexts()) stores.emplace_back(context, storage.open_reader(context));
    return stores;
}

void print_positions(const adapters::Stores& stores) {
    std::map<std::string, std::uint64_t> last;
    for (const auto& [context, reader] : stores) last[context] = reader ? reader->last_position() : 0;
    fmt::print("{:<14} {:<14} {:>12} {:>12}\n", "context", "has read", "up to", "of");
    for (const auto& [context, reader] : stores) {
        if (!reader) continue;
        for (const auto& position : reader->positions())
            fmt::print("{:<14} {:<14} {:>12} {:>12}\n", context, position.source, position.offset,
                       last[position.source]);
    }
}

void set_back(const app::Storage& storage, const std::vector<adapters::Ahead>& all) {
    for (const auto& one : all) {
        runtime::Changes changes;
        changes.positions.push_back({one.source, 0, one.last, one.position});
        if (const auto done = storage.open(one.consumer)->commit(changes); !done)
            throw std::runtime_error(done.error().message);
        fmt::print("{} continues with the events of {} after {}\n", one.consumer, one.source, one.last);
    }
}

int check(const Wanted& wanted) {
    const auto config = wanted.flags.config();
    if (!config.kafka.empty()) {
        fmt::print(stderr,
                   "with Kafka, positions count the records of a topic: look at the lag of the consumer "
                   "groups instead.\n");
        return 2;
    }
    const app::Storage storage(config);
    if (!storage.on_server()) adapters::refuse_unfinished_restore(config.data);
    const auto stores = all_stores(storage);
    if (std::ranges::none_of(stores, [](const auto& store) { return store.second != nullptr; }))
        throw std::runtime_error(fmt::format("there is no data in {}; is --data right?", config.data));
    print_positions(stores);
    const auto ahead = adapters::ahead_of_sources(stores);
    for (const auto& one : ahead) fmt::print("AHEAD: {}\n", adapters::told(one));
    if (ahead.empty()) {
        fmt::print("no context is ahead of its sources\n");
        return 0;
    }
    if (!wanted.set_back) {
        fmt::print("restore a whole backup (dangol restore); if there is none, --set-back\n");
        return 1;
    }
    set_back(storage, ahead);
    fmt::print(
        "Events of the lost time are gone: orders of that time may be paid and unknown to their café. "
        "Compare\n"
        "with the payment provider, and check: dangol admin ledger, dangol admin compare\n");
    return 0;
}

}  // namespace

void add_positions(CLI::App& admin, int& status) {
    const auto wanted = std::make_shared<Wanted>();
    Command command(
        admin, "positions",
        "compare how far each context has read with where its sources end\n\n"
        "Examples:\n"
        "  dangol admin positions --data ./data              exit status 1 if a context is ahead\n"
        "  dangol admin positions --data ./data --set-back   with the server stopped\n\n"
        "A context that is ahead of a source has seen events that the source no longer has: one of the\n"
        "databases comes from an older copy, or was lost. dangol serve refuses to start then. Restore a "
        "whole\n"
        "backup. Only if there is none: --set-back lets the contexts that are ahead continue with the next\n"
        "event. What happened in the lost time stays lost in the source.");
    wanted->flags.add_to(command.app(), {"data", "database", "kafka"});
    command.flag("--set-back", wanted->set_back, "let contexts that are ahead continue with the next event");
    command.runs([wanted] { return check(*wanted); }, status);
}

}  // namespace dangol::admin
