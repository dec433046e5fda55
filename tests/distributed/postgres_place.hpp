#pragma once

#include <cstdlib>
#include <stdexcept>
#include <string>

#include <fmt/format.h>

#include "adapters/postgres/connection.hpp"
#include "adapters/postgres/postgres_store.hpp"
#include "adapters/postgres/schema.hpp"
#include "tests/conformance/shared_store_conformance.hpp"

namespace dangol::conformance {

/// The server that the tests were given: DANGOL_POSTGRES is the URL of a role that may do everything.
inline std::string postgres_owner() {
    const auto* url = std::getenv("DANGOL_POSTGRES");
    if (url == nullptr) {
        throw std::runtime_error("DANGOL_POSTGRES is not set; run these tests by script/test distributed");
    }
    return url;
}

/// The same server as the role that services have at run time.
inline std::string postgres_user() {
    return postgres_owner() + (postgres_owner().contains('?') ? "&" : "?") + "user=dangol";
}

/// The schema "order", made anew.
class PostgresPlace final : public SharedStorePlace {
  public:
    PostgresPlace() {
        adapters::PgConnection owner(postgres_owner(), "public");
        owner.script("DROP SCHEMA IF EXISTS \"order\" CASCADE");
        owner.script(
            "DO $$ BEGIN CREATE ROLE dangol LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        adapters::migrate_postgres(postgres_owner(), postgres_user(), "order");
    }
    std::unique_ptr<runtime::Store> open() override { return open_as("r1"); }
    std::unique_ptr<runtime::Store> open_as(const std::string& replica) override {
        return adapters::open_postgres_store(options(replica));
    }
    static adapters::PostgresOptions options(const std::string& replica) {
        return {postgres_user(), "order", replica};
    }
};

}  // namespace dangol::conformance
