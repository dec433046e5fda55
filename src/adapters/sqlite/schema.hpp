#pragma once

#include <string>

#include "adapters/sqlite/statement.hpp"

namespace dangol::adapters {

/// Makes a new store file at `path`, complete or not at all: no other process ever sees half of it. The file
/// is built beside its place without any fsync, then flushed once, renamed, and the folder flushed. A crash
/// on the way leaves a `.new` file that the next start replaces.
void create_store_file(const std::string& path);

/// Sets up a connection to an existing store file; one that writes upgrades the file to the newest schema.
/// Refuses a file that is not a store, or whose schema is newer than this program, with a StoreBroken that
/// says so.
void prepare_connection(SqliteConnection& connection, SqliteConnection::Mode mode, const std::string& path);

/// Whether the file's events have an actor. A file that only readers have opened since an upgrade of the
/// program is still of an older schema.
[[nodiscard]] bool notes_actors(SqliteConnection& connection);

}  // namespace dangol::adapters
