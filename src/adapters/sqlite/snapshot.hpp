#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "adapters/sqlite/sqlite_store.hpp"
#include "adapters/sqlite/statement.hpp"

namespace dangol::adapters {

/// Several stores as they are at one instant, to be copied while their writers go on. One thread. Everything
/// throws StoreBroken.
///
/// The write locks of all files are held together for some milliseconds, and a read transaction is opened in
/// each meanwhile: no commit lies between two of them. So the copies hold what a power cut at that instant
/// would have left, and no store has read an event that another one does not have yet. Opening the read
/// transactions one after another would not do: where contexts read each other, there is no right order.
class SqliteSnapshot {
  public:
    /// The files must exist. `at_the_instant` runs while nobody can commit: for what lies beside the
    /// databases. It must be quick.
    SqliteSnapshot(const std::vector<SqliteOptions>& stores, const std::function<void()>& at_the_instant);
    ~SqliteSnapshot();
    SqliteSnapshot(const SqliteSnapshot&) = delete;
    SqliteSnapshot& operator=(const SqliteSnapshot&) = delete;

    using Progress = std::function<void(std::uint64_t pages_done, std::uint64_t pages)>;
    /// Writes the store with that number to a new file, which is not flushed yet. The copy needs no -wal file
    /// beside it.
    void copy(std::size_t store, const std::string& target, const Progress& progress);

  private:
    std::vector<std::unique_ptr<SqliteConnection>> readers_;
};

/// What SQLite finds wrong in a file that nobody writes; empty if it is sound.
[[nodiscard]] std::string damage_in(const std::string& path);

}  // namespace dangol::adapters
