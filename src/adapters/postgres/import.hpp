#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "adapters/postgres/connection.hpp"
#include "runtime/changes.hpp"

namespace dangol::adapters {

/// Fills the empty schemas of one database with what other stores held, in a single transaction: until
/// `commit` returns nothing has happened, and whatever goes wrong before leaves the database as it was. One
/// thread. Throws StoreBroken with what to do, StoreUnavailable.
class PostgresImport {
  public:
    /// `url`: of the role that the services use.
    explicit PostgresImport(std::string url);

    /// What is written next goes to this context. Its schema must be there, and nothing in it.
    void begin(const std::string& context);
    /// Changes to an empty store. Events must get the positions that they bring; their publishing and what
    /// others have read of them hang on it.
    void write(const runtime::Changes& page);
    /// How many there are now, by table, of the context that was begun last.
    [[nodiscard]] std::map<std::string, std::uint64_t> counts();

    /// The events will be carried by a broker whose topics are still empty, no longer by their positions.
    /// Each source's relay is to begin after what all its consumers have read; those who have read further
    /// get the events in between noted as handled, and everything of the last 30 days, so that a range which
    /// is published again is known to them. `sources_of`: of each context, whose events it reads.
    void hand_over_to_broker(const std::map<std::string, std::vector<std::string>>& sources_of);

    void commit();

  private:
    void use(const std::string& context);
    /// How far each consumer has read that source; 0: not at all.
    [[nodiscard]] std::map<std::string, std::uint64_t> read_of(
        const std::string& source, const std::map<std::string, std::vector<std::string>>& sources_of);
    void note_handled(const std::string& consumer, const std::string& source, std::uint64_t relayed,
                      std::uint64_t read);
    [[nodiscard]] std::uint64_t last_position();

    PgConnection connection_;
    std::string context_;
};

}  // namespace dangol::adapters
