#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "runtime/changes.hpp"

namespace dangol::runtime {

/// How far a consumer has read each partition of its sources, and how much of that is stored. Between the
/// commits, what lies between led to nothing, and leads to nothing if it is read again. One thread.
class Progress {
  public:
    explicit Progress(const std::vector<Position>& stored) {
        for (const auto& position : stored)
            places_.push_back({position.source, position.partition, position.offset, position.offset});
    }

    /// The offset of the last event that was read there, to be moved on; 0 if there is none yet. Valid until
    /// the next call.
    [[nodiscard]] std::uint64_t& last_read(std::string_view source, int partition) {
        // Events come in runs of one place.
        if (last_ < places_.size() && places_[last_].is(source, partition)) return places_[last_].read;
        const auto found =
            std::ranges::find_if(places_, [&](const Place& place) { return place.is(source, partition); });
        last_ = static_cast<std::size_t>(found - places_.begin());
        if (found == places_.end()) places_.push_back({std::string(source), partition, 0, 0});
        return places_[last_].read;
    }

    /// How many events were read and are not stored as read.
    [[nodiscard]] std::uint64_t unstored() const {
        std::uint64_t count = 0;
        for (const auto& place : places_) count += place.read - place.stored;
        return count;
    }
    /// Adds what makes the store know all that was read.
    void put_into(std::vector<Position>& positions) const {
        for (const auto& place : places_) {
            if (place.read != place.stored)
                positions.push_back({place.source, place.partition, place.read, place.stored});
        }
    }
    /// They were stored.
    void committed() {
        for (auto& place : places_) place.stored = place.read;
    }

  private:
    struct Place {
        std::string source;
        int partition = 0;
        std::uint64_t stored = 0;
        std::uint64_t read = 0;
        [[nodiscard]] bool is(std::string_view its_source, int its_partition) const {
            return partition == its_partition && source == its_source;
        }
    };
    std::vector<Place> places_;
    std::size_t last_ = 0;  ///< the place that was asked for last
};

}  // namespace dangol::runtime
