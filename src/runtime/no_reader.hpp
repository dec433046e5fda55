#pragma once

#include <stdexcept>

#include "runtime/store.hpp"

namespace dangol::testing {

/// For tests of what needs a reader and asks it nothing.
class NoReader final : public runtime::Reader {
  public:
    std::optional<runtime::Document> document(std::string_view, std::string_view) override { unasked(); }
    std::optional<runtime::Row> row(std::string_view, std::string_view) override { unasked(); }
    std::vector<runtime::Row> rows(const runtime::RowQuery&) override { unasked(); }
    std::vector<EventRecord> events(const runtime::EventQuery&) override { unasked(); }
    std::uint64_t last_position() override { unasked(); }
    std::optional<runtime::Answer> answer(std::string_view) override { unasked(); }
    std::vector<runtime::DeadLetter> dead_letters(std::size_t) override { unasked(); }
    std::vector<runtime::Position> positions() override { unasked(); }
    std::vector<std::string> handled(std::span<const std::string>) override { unasked(); }
    std::vector<runtime::Document> scan_documents(const std::string&, const std::string&,
                                                  std::size_t) override {
        unasked();
    }
    std::vector<runtime::Row> scan_rows(const std::string&, const std::string&, std::size_t) override {
        unasked();
    }

  private:
    [[noreturn]] static void unasked() { throw std::logic_error("this reader has no store"); }
};

}  // namespace dangol::testing
