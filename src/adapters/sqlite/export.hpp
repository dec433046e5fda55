#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "adapters/sqlite/sqlite_store.hpp"
#include "adapters/sqlite/statement.hpp"
#include "adapters/sqlite/writer_lock.hpp"
#include "runtime/changes.hpp"

namespace dangol::adapters {

/// All that a store holds, to be carried to another one. As long as it lives, nobody else writes the store.
/// One thread. Everything throws StoreBroken.
class SqliteExport {
  public:
    /// The file must exist; one of an older program is upgraded. `now`: answers that have expired by then are
    /// left behind. Throws with what to do if a process writes the store.
    SqliteExport(const SqliteOptions& options, Timestamp now);

    /// Gives everything, page by page, as changes to an empty store; events first, in the order of their
    /// positions, which are filled in.
    void read(const std::function<void(const runtime::Changes& page)>& give);

    /// How many there are, by table.
    [[nodiscard]] std::map<std::string, std::uint64_t> counts();

  private:
    template <class Take>
    void each(const char* sql, const std::function<void(const runtime::Changes&)>& give, Take take);

    SqliteOptions options_;
    std::int64_t now_;
    WriterLock lock_;
    SqliteConnection connection_;
};

}  // namespace dangol::adapters
