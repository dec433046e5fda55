#pragma once

#include "adapters/sqlite/statement.hpp"
#include "runtime/changes.hpp"

namespace dangol::adapters {

/// Writes each part of a runtime::Changes with prepared statements, inside the caller's transaction. Throws
/// SqliteError.
class ChangeWriter {
  public:
    explicit ChangeWriter(SqliteConnection& connection);

    /// False at the first document whose stored version is not the expected one; the caller then rolls back.
    [[nodiscard]] bool write_documents(const runtime::Changes& changes);
    /// Everything but the documents; gives the events their positions.
    void write_rest(runtime::Changes& changes);

  private:
    void append_events(std::vector<EventRecord>& events);
    void remember_answers(const runtime::Changes& changes);

    SqliteConnection& connection_;
    Statement insert_document_;
    Statement update_document_;
    Statement insert_event_;
    Statement put_row_;
    Statement drop_row_;
    Statement put_deadline_;
    Statement cancel_deadline_;
    Statement put_effect_;
    Statement finish_effect_;
    Statement put_position_;
    Statement put_answer_;
    Statement forget_answers_;
    Statement put_dead_letter_;
    Statement drop_dead_letter_;
};

}  // namespace dangol::adapters
