#include "app/storage.hpp"

#include <unistd.h>

#include <array>
#include <chrono>
#include <thread>

#include <fmt/format.h>

#include "adapters/postgres/postgres_store.hpp"
#include "adapters/postgres/schema.hpp"
#include "adapters/sqlite/sqlite_store.hpp"
#include "adapters/telemetry/log.hpp"

namespace dangol::app {
namespace {

using namespace std::chrono_literals;

std::string host_name() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "localhost";
}

/// Services and their database are often started together, in any order.
template <class Open>
auto patiently(Open open) -> decltype(open()) {
    const auto until = std::chrono::steady_clock::now() + 30s;
    for (bool told = false;; told = true) {
        try {
            return open();
        } catch (const runtime::StoreUnavailable& away) {
            if (std::chrono::steady_clock::now() > until) throw;
            if (!told)
                adapters::log(adapters::LogLevel::warn, "waiting for the database", {{"why", away.what()}});
            std::this_thread::sleep_for(250ms);
        }
    }
}

}  // namespace

Storage::Storage(const Config& config)
    : folder_(config.data),
      database_(config.database),
      owner_(config.database_owner),
      replica_(config.replica.empty() ? fmt::format("{}:{}", host_name(), config.port) : config.replica) {}

std::unique_ptr<runtime::Store> Storage::open(std::string_view context) const {
    if (!on_server()) {
        return adapters::open_sqlite_store({fmt::format("{}/{}.db", folder_, context), std::string(context)});
    }
    return patiently([&] {
        if (!owner_.empty()) adapters::migrate_postgres(owner_, database_, context);
        return adapters::open_postgres_store({database_, std::string(context), replica_});
    });
}

std::unique_ptr<runtime::Reader> Storage::open_reader(std::string_view context) const {
    if (on_server()) return adapters::open_postgres_reader({database_, std::string(context), replica_});
    return adapters::open_sqlite_reader({fmt::format("{}/{}.db", folder_, context), std::string(context)});
}

std::unique_ptr<runtime::Outbox> Storage::open_outbox(std::string_view context) const {
    return adapters::open_postgres_outbox({database_, std::string(context), replica_});
}

}  // namespace dangol::app
