#pragma once

#include <array>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/time.hpp"
#include "runtime/http.hpp"

namespace dangol::adapters {

/// What a token with a good signature says.
struct Verified {
    Principal principal;
    Timestamp not_before{};
};

/// Tokens whose signature was found good lately: each is shown many times, and a signature takes 70 µs to
/// verify. It remembers that a signature is good, which stays true; whether the token is valid *now* is asked
/// anew each time. Bounded (about 16,000 tokens); thread-safe, with a lock for each sixteenth of it.
class VerifiedCache {
  public:
    [[nodiscard]] std::optional<Verified> find(std::string_view token);
    void put(std::string_view token, Verified verified);

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Generation = std::unordered_map<std::string, Verified, Hash, std::equal_to<>>;

    /// Two generations: when the young one is full it becomes the old one, and what was not asked for since
    /// is gone.
    struct Shard {
        std::mutex mutex;
        Generation young;
        Generation old;
    };
    static constexpr std::size_t generation_max = 512;

    Shard& shard_of(std::string_view token) { return shards_.at(Hash{}(token) % shards_.size()); }

    std::array<Shard, 16> shards_;
};

}  // namespace dangol::adapters
