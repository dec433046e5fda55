#include "app/readers.hpp"

#include <stdexcept>

#include <fmt/format.h>

#include "adapters/postgres/connection.hpp"
#include "adapters/postgres/schema.hpp"
#include "app/context_set.hpp"
#include "app/storage.hpp"

namespace dangol::app {

std::unique_ptr<runtime::Reader> reader_of(const Config& config, std::string_view context) {
    const Storage storage(config);
    if (storage.on_server()) {
        adapters::PgConnection connection(config.database, std::string(context));
        adapters::check_postgres_schema(connection, context);
    }
    auto reader = storage.open_reader(context);
    if (!reader)
        throw std::runtime_error(fmt::format("no data of {} in {}; is --data right?", context, config.data));
    return reader;
}

std::vector<std::pair<std::string, std::unique_ptr<runtime::Reader>>> readers_of(const Config& config) {
    std::vector<std::pair<std::string, std::unique_ptr<runtime::Reader>>> readers;
    std::string missing;
    for (const auto& context : all_contexts()) {
        try {
            readers.emplace_back(context, reader_of(config, context));
        } catch (const runtime::StoreUnavailable&) {
            throw;
        } catch (const std::exception& error) {
            missing = error.what();
        }
    }
    if (readers.empty()) throw std::runtime_error(missing);
    return readers;
}

}  // namespace dangol::app
