#pragma once

#include <string>

#include "adapters/postgres/connection.hpp"
#include "runtime/store.hpp"

namespace dangol::adapters {

/// The questions of runtime::Reader on one connection, which must outlive it. Each sees every commit that
/// returned before. A connection that was lost since the last question is made anew.
class PostgresReader : public runtime::Reader {
  public:
    PostgresReader(PgConnection& connection, std::string context)
        : connection_(connection), context_(std::move(context)) {}

    [[nodiscard]] std::optional<runtime::Document> document(std::string_view kind,
                                                            std::string_view id) override;
    [[nodiscard]] std::optional<runtime::Row> row(std::string_view view, std::string_view key) override;
    [[nodiscard]] std::vector<runtime::Row> rows(const runtime::RowQuery& query) override;
    [[nodiscard]] std::vector<EventRecord> events(const runtime::EventQuery& query) override;
    [[nodiscard]] std::uint64_t last_position() override;
    [[nodiscard]] std::optional<runtime::Answer> answer(std::string_view key) override;
    [[nodiscard]] std::vector<runtime::DeadLetter> dead_letters(std::size_t limit) override;
    [[nodiscard]] std::vector<runtime::Position> positions() override;
    [[nodiscard]] std::vector<std::string> handled(std::span<const std::string> event_ids) override;
    [[nodiscard]] std::vector<runtime::Document> scan_documents(const std::string& kind,
                                                                const std::string& id,
                                                                std::size_t limit) override;
    [[nodiscard]] std::vector<runtime::Row> scan_rows(const std::string& view, const std::string& key,
                                                      std::size_t limit) override;

  private:
    PgRows ask(const char* sql, const PgParameters& parameters = {});

    PgConnection& connection_;
    std::string context_;
};

/// The columns of an event in the order in which `event_at` reads them, from the first column on.
#define DANGOL_EVENT_COLUMNS \
    "position, id, type, subject, version, time, scope, correlation, causation, traceparent, actor, data"
[[nodiscard]] EventRecord event_at(const PgRows& rows, int row, const std::string& context);

}  // namespace dangol::adapters
