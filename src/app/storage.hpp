#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/config.hpp"
#include "runtime/outbox.hpp"
#include "runtime/store.hpp"

namespace dangol::app {

/// Where the contexts keep their data, as the configuration says: SQLite files in a folder, or a PostgreSQL
/// database with a schema for each. Thread-safe.
class Storage {
  public:
    explicit Storage(const Config& config);

    /// Opens the context's store, made or upgraded if that is ours to do. Waits for a database server that is
    /// not there yet, for half a minute. Throws std::exception with a sentence for the person who starts it.
    [[nodiscard]] std::unique_ptr<runtime::Store> open(std::string_view context) const;
    /// nullptr if there is no such file (yet). A server is only asked with the first question.
    [[nodiscard]] std::unique_ptr<runtime::Reader> open_reader(std::string_view context) const;
    /// Only with a database server.
    [[nodiscard]] std::unique_ptr<runtime::Outbox> open_outbox(std::string_view context) const;

    [[nodiscard]] bool on_server() const { return !database_.empty(); }

  private:
    std::string folder_;
    std::string database_;
    std::string owner_;
    std::string replica_;
};

}  // namespace dangol::app
