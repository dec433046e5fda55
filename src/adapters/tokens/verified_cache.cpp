#include "adapters/tokens/verified_cache.hpp"

namespace dangol::adapters {

std::optional<Verified> VerifiedCache::find(std::string_view token) {
    auto& shard = shard_of(token);
    const std::scoped_lock lock(shard.mutex);
    if (const auto found = shard.young.find(token); found != shard.young.end()) return found->second;
    const auto found = shard.old.find(token);
    if (found == shard.old.end()) return std::nullopt;
    if (shard.young.size() >= generation_max) return found->second;
    return shard.young.insert(shard.old.extract(found)).position->second;
}

void VerifiedCache::put(std::string_view token, Verified verified) {
    auto& shard = shard_of(token);
    const std::scoped_lock lock(shard.mutex);
    if (shard.young.size() >= generation_max) {
        shard.old = std::move(shard.young);
        shard.young.clear();
    }
    shard.young.insert_or_assign(std::string(token), std::move(verified));
}

}  // namespace dangol::adapters
