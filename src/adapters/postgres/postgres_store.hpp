#pragma once

#include <memory>
#include <string>

#include "runtime/outbox.hpp"
#include "runtime/store.hpp"

/// The Store port where one machine is outgrown: PostgreSQL 15 or later, a schema for each context, any
/// number of replicas of a context. Durable as the server is (synchronous_commit=on).
namespace dangol::adapters {

struct PostgresOptions {
    std::string url;      ///< as libpq takes it: "postgresql://dangol@db.example/dangol"
    std::string context;  ///< "order": the schema, and the source of its events
    std::string
        replica;  ///< of all replicas of the context only this one has this name; the same after a restart
};

/// Opens the store for writing. Throws StoreUnavailable while there is no server, StoreBroken with what to do
/// if the schema is not there (migrate_postgres). The threads are those of the port; each reader has a
/// connection of its own.
[[nodiscard]] std::unique_ptr<runtime::Store> open_postgres_store(PostgresOptions options);

/// Reads a context's store, without writing it here. It connects when it is first asked.
[[nodiscard]] std::unique_ptr<runtime::Reader> open_postgres_reader(PostgresOptions options);

/// The context's outbox, for the relay to the broker; a connection of its own, made when it is first asked.
[[nodiscard]] std::unique_ptr<runtime::Outbox> open_postgres_outbox(PostgresOptions options);

}  // namespace dangol::adapters
