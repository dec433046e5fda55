#pragma once

#include <string>
#include <vector>

#include "adapters/postgres/connection.hpp"
#include "runtime/changes.hpp"

namespace dangol::adapters {

/// The statements that write a runtime::Changes as one transaction: first the context's turn, then what must
/// be as expected, then everything else, each kind of change in one statement however many there are. They
/// refer to `changes`, which must outlive them.
///
/// Writers of one context take turns by a lock that lives inside the transaction, and so for no longer than
/// the server needs: nobody waits for a client. Thus what is checked stays true until the commit, events get
/// positions without a gap that become visible in order, and two batches cannot lock each other out.
struct CommitStatements {
    std::vector<PgStatement> statements;
    std::size_t events = 0;  ///< the index of the one that gives the events' positions, if there are events
};

/// `owner`: whom effects are leased to. Empty if there is nothing to check or write.
[[nodiscard]] CommitStatements statements_of(const runtime::Changes& changes, const std::string& owner);

/// The documents that a refusal names (CommitError::stale).
[[nodiscard]] std::vector<std::pair<std::string, std::string>> stale_in(const std::string& refusal);

}  // namespace dangol::adapters
