#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/sqlite/statement.hpp"
#include "runtime/store.hpp"

namespace dangol::adapters {

/// The questions of runtime::Reader on one connection. Each is its own short read transaction, so it sees
/// every commit that returned before. The connection must outlive it.
class SqliteReader : public runtime::Reader {
  public:
    SqliteReader(SqliteConnection& connection, std::string context);

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
    std::string context_;
    Statement document_;
    Statement row_;
    std::array<Statement, 4> rows_;    ///< bit 0: descending, bit 1: after a cursor
    std::array<Statement, 8> events_;  ///< bit 0: newest first, bit 1: by subject, bit 2: by scope
    Statement last_position_;
    Statement answer_;
    Statement dead_letters_;
    Statement positions_;
    Statement handled_;
    Statement scan_documents_;
    Statement scan_rows_;
};

}  // namespace dangol::adapters
