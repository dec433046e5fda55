#pragma once

#include "runtime/store.hpp"

namespace dangol::runtime {

/// A Store that forwards all reads to a Reader it owns.
class ReadingStore : public Store {
  public:
    [[nodiscard]] std::optional<Document> document(std::string_view kind, std::string_view id) final {
        return questions().document(kind, id);
    }
    [[nodiscard]] std::optional<Row> row(std::string_view view, std::string_view key) final {
        return questions().row(view, key);
    }
    [[nodiscard]] std::vector<Row> rows(const RowQuery& query) final { return questions().rows(query); }
    [[nodiscard]] std::vector<EventRecord> events(const EventQuery& query) final {
        return questions().events(query);
    }
    [[nodiscard]] std::uint64_t last_position() final { return questions().last_position(); }
    [[nodiscard]] std::optional<Answer> answer(std::string_view key) final { return questions().answer(key); }
    [[nodiscard]] std::vector<DeadLetter> dead_letters(std::size_t limit) final {
        return questions().dead_letters(limit);
    }
    [[nodiscard]] std::vector<Position> positions() final { return questions().positions(); }
    [[nodiscard]] std::vector<std::string> handled(std::span<const std::string> event_ids) final {
        return questions().handled(event_ids);
    }
    [[nodiscard]] std::vector<Document> scan_documents(const std::string& kind, const std::string& id,
                                                       std::size_t limit) final {
        return questions().scan_documents(kind, id, limit);
    }
    [[nodiscard]] std::vector<Row> scan_rows(const std::string& view, const std::string& key,
                                             std::size_t limit) final {
        return questions().scan_rows(view, key, limit);
    }

  protected:
    [[nodiscard]] virtual Reader& questions() = 0;
};

}  // namespace dangol::runtime
