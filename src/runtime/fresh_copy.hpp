#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "runtime/writer.hpp"

namespace dangol::runtime {

/// Where two stores of one read model say different things.
struct Differences {
    std::set<std::pair<std::string, std::string>> documents;  ///< (kind, id)
    std::set<std::pair<std::string, std::string>> rows;       ///< (view, key)
    std::uint64_t compared = 0;                               ///< documents and rows looked at

    [[nodiscard]] std::size_t size() const { return documents.size() + rows.size(); }
};

/// A read model made a second time, from all events of its sources since the beginning, beside the one that
/// serves. The context must be one whose state follows from events alone, and for which an event that it has
/// taken already changes nothing. One thread at a time.
class FreshCopy {
  public:
    /// `history` must bring every event since the beginning. All must outlive the copy.
    FreshCopy(Context& context, Store& store, EventBus& history, Environment environment);

    /// Takes a page of events. False: it has taken all that there are.
    bool read() { return writer_.step(); }
    [[nodiscard]] std::uint64_t events_read() const { return writer_.figures().consumed; }

    /// Where `live` differs from the copy as both are now.
    [[nodiscard]] Differences differences(Reader& live);
    /// Of these differences, those that still are.
    [[nodiscard]] Differences remaining(const Differences& among, Reader& live);
    /// What makes `live` equal to the copy in these places. Documents that no event knows of are left alone.
    [[nodiscard]] Changes repair(const Differences& among, Reader& live);

  private:
    const Aggregates& aggregates_;
    Store& store_;
    Writer writer_;
};

}  // namespace dangol::runtime
