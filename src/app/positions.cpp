#include "app/positions.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include <fmt/format.h>

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

std::vector<Ahead> ahead_of_sources(const Stores& stores) {
    // First all positions, then where the sources end: those that run meanwhile only grow.
    std::vector<Ahead> ahead;
    for (const auto& [consumer, reader] : stores) {
        if (!reader) continue;
        for (const auto& position : reader->positions()) {
            // Other partitions are Kafka's.
            if (position.partition == 0) ahead.push_back({consumer, position.source, position.offset, 0});
        }
    }
    std::map<std::string, std::uint64_t, std::less<>> last;
    for (const auto& [context, reader] : stores) last[context] = reader ? reader->last_position() : 0;
    std::erase_if(ahead, [&](Ahead& one) {
        const auto found = last.find(one.source);
        if (found == last.end()) return true;  // not asked about
        one.last = found->second;
        return one.position <= one.last;
    });
    return ahead;
}

std::string told(const Ahead& ahead) {
    return fmt::format("{0} has read {1} up to event {2}, but {1} ends at event {3}", ahead.consumer,
                       ahead.source, ahead.position, ahead.last);
}

void refuse_positions_ahead(const Config& config, const Storage& storage) {
    if (!config.kafka.empty()) return;
    Stores stores;
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
    for (const auto& one : ahead_of_sources(stores)) {
        if (config.runs(one.consumer) || config.runs(one.source)) found += "  " + told(one) + "\n";
    }
    if (found.empty()) return;
    throw std::runtime_error(fmt::format(
        "not started, because a database is older than those that have read it:\n{}"
        "One of them was put back from an older copy, or was lost. Served like this, events would "
        "be skipped without a trace: paid orders would never reach a café.\n{}",
        found, what_to_do(config)));
}

}  // namespace dangol::app
