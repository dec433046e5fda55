#pragma once

#include <memory>
#include <string>

#include "runtime/store.hpp"

/// The embedded default of the Store port: one SQLite file for each context. Durable (WAL, synchronous=FULL).
namespace dangol::adapters {

struct SqliteOptions {
    std::string path;     ///< "data/order.db"; made if it is missing, the folder must exist
    std::string context;  ///< "order": the source of its events
};

/// Opens the store for writing. Throws StoreBroken, with what to do, if the file is written by someone else,
/// belongs to a newer program, or cannot be opened. One thread may use it, except `reader()`, which any
/// thread may call; each reader is used by one thread and has its own connection (some 100 KiB, at most 1 MiB
/// when busy).
[[nodiscard]] std::unique_ptr<runtime::Store> open_sqlite_store(SqliteOptions options);

/// Reads the store of a context that another process writes (or this one). nullptr if the file does not exist
/// yet.
[[nodiscard]] std::unique_ptr<runtime::Reader> open_sqlite_reader(const SqliteOptions& options);

}  // namespace dangol::adapters
