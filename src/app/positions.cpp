#include "app/positions.hpp"

#include <stdexcept>

#include <fmt/format.h>

#include "adapters/local_bus/ahead.hpp"
#include "adapters/telemetry/log.hpp"
#include "app/context_set.hpp"

namespace dangol::app {
namespace {

std::string what_to_do(const Config& config) {
    if (!config.database.empty()) {
        return "Restore all schemas of the database from one backup. If there is none: dangol admin "
               "positions "
               "--database … --set-back";
    }
    return fmt::format(
        "Restore a whole backup: dangol restore BACKUP --data {0} --replace\n"
        "If there is none: dangol admin positions --data {0} --set-back",
        config.data);
}

}  // namespace

void refuse_positions_ahead(const Config& config, const Storage& storage) {
    if (!config.kafka.empty()) return;
    adapters::Stores stores;
    for (const auto context : all_contexts()) {
        try {
            auto reader = storage.open_reader(context);
            // The first question opens it, where it is on a server.
            if (reader) static_cast<void>(reader->last_position());
            stores.emplace_back(context, std::move(reader));
        } catch (const runtime::StoreBroken& broken) {
            // Another process's, perhaps. If it is ours, opening it says the same and ends the start.
            adapters::log(adapters::LogLevel::warn, "positions of a context cannot be checked",
                          {{"context", context}, {"why", broken.what()}});
        }
    }
    std::string found;
    for (const auto& one : adapters::ahead_of_sources(stores)) {
        if (config.runs(one.consumer) || config.runs(one.source)) found += "  " + adapters::told(one) + "\n";
    }
    if (found.empty()) return;
    throw std::runtime_error(fmt::format(
        "not started, because a database is older than those that have read it:\n{}"
        "One of them was put back from an older copy, or was lost. Served like this, events would "
        "be skipped without a trace: paid orders would never reach a café.\n{}",
        found, what_to_do(config)));
}

}  // namespace dangol::app
