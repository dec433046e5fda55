#include "adapters/local_bus/ahead.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace dangol::adapters {

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

}  // namespace dangol::adapters
