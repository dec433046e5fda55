#pragma once

#include <string>
#include <string_view>

namespace dangol::adapters {

/// The schema of one context: the same tables for each, in a PostgreSQL schema with the context's name.

/// Makes or upgrades it with the rights of the role in `owner_url`, and lets the role of `user_url` read and
/// write it, but not change it. Several processes may do this at once: one does it, the others wait for it.
/// Throws StoreUnavailable; StoreBroken with what to do.
void migrate_postgres(const std::string& owner_url, const std::string& user_url, std::string_view context);

/// Throws StoreBroken, with what to do, unless the schema is there and one that this program knows.
class PgConnection;
void check_postgres_schema(PgConnection& connection, std::string_view context);

/// The role that a URL signs in with, as libpq finds it.
[[nodiscard]] std::string role_of(const std::string& url);

}  // namespace dangol::adapters
