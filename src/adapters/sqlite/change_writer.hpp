#pragma once

#include "adapters/sqlite/statement.hpp"
#include "runtime/changes.hpp"

namespace dangol::adapters {

/// Writes each part of a runtime::Changes with prepared statements, inside the caller's transaction. Throws
/// SqliteError.
class ChangeWriter {
  public:
    explicit ChangeWriter(SqliteConnection& connection);

    /// Documents, positions, handled events, met deadlines: false at the first that is not as expected; the
    /// caller then rolls back.
    [[nodiscard]] bool write_expecting(const runtime::Changes& changes);
    /// Everything else; gives the events their positions.
    void write_rest(runtime::Changes& changes);

  private:
    bool write_documents(const runtime::Changes& changes);
    bool move_positions(const runtime::Changes& changes);
    bool note_handled(const runtime::Changes& changes);
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
    Statement meet_deadline_;
    Statement first_position_;
    Statement move_position_;
    Statement put_handled_;
    Statement forget_handled_;
    Statement put_answer_;
    Statement forget_answers_;
    Statement put_dead_letter_;
    Statement drop_dead_letter_;
};

}  // namespace dangol::adapters
