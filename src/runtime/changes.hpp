#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/event.hpp"
#include "core/time.hpp"

/// The transaction as a value: everything that a batch of decisions leads to.
namespace dangol::runtime {

/// The current state of one aggregate. `version` counts its events.
struct Document {
    std::string kind;  ///< aggregate type: "Loan"
    std::string id;
    std::uint64_t version = 0;
    std::uint64_t expected_version = 0;  ///< the version that must be stored now; 0 = none yet
    std::string data;                    ///< JSON
};

/// A row of a read model or an index: found by (view, key), listed by (view, scope) in the order of `rank`.
struct Row {
    std::string view;
    std::string key;
    std::string scope;
    std::int64_t rank = 0;
    std::string data;  ///< JSON, or empty for a bare index entry
    std::uint64_t revision =
        0;  ///< given by a shared store when it is read: another after each write of the row

    /// Whether it says the same, whoever wrote it.
    bool operator==(const Row& other) const {
        return view == other.view && key == other.key && scope == other.scope && rank == other.rank &&
               data == other.data;
    }
};
struct DropRow {
    std::string view;
    std::string key;
};
using RowChange = std::variant<Row, DropRow>;

/// A durable timer. One per key; scheduling again replaces it.
struct Deadline {
    std::string key;
    Timestamp due{};
    std::string kind;
    std::string data;  ///< JSON or an id, as the context likes
};
struct CancelDeadline {
    std::string key;
};
/// The deadline has come and is dealt with in this transaction. It must still stand as it was read, or
/// another replica was first.
struct MeetDeadline {
    std::string key;
    Timestamp due{};
};
using DeadlineChange = std::variant<Deadline, CancelDeadline, MeetDeadline>;

/// A call to the outside world that is owed. It stays until its result is recorded (at least once, so the
/// call must be idempotent by `id` or be preceded by a question).
struct Effect {
    std::string id;
    std::string kind;
    std::string subject;  ///< aggregate it belongs to
    int attempt = 1;      ///< 1 for the first
    Timestamp due{};
    std::string data;      ///< JSON
    bool resumed = false;  ///< not stored: this process did not start it fresh, so an earlier attempt may
                           ///< have reached the outside
};
struct FinishEffect {
    std::string id;
};
using EffectChange = std::variant<Effect, FinishEffect>;

/// How far a consumer has read a source. Stored in the same transaction as what it did with the events.
struct Position {
    std::string source;
    int partition = 0;
    std::uint64_t offset = 0;    ///< the last one handled
    std::uint64_t expected = 0;  ///< when it is written: the offset that must be stored now; 0 = none yet
};

/// An event was handled. Only noted for a source that can bring it again under another offset.
struct Handled {
    std::string event_id;
    Timestamp at{};
};

/// The remembered answer to a request with an Idempotency-Key.
struct Answer {
    std::string key;          ///< principal and Idempotency-Key
    std::string fingerprint;  ///< of method, path and body
    std::string resource;     ///< id of what the request created, known before it is done
    bool done = false;
    int status = 0;
    std::string body;
    Timestamp expires{};
    std::uint64_t revision = 0;  ///< as of a row
};

/// What a decision rests on without changing it. Where several replicas write one store, it must still be so
/// at the commit, also when the decision is a refusal and nothing else is written.
struct Premise {
    enum class Of { document, row, answer } of = Of::document;
    std::string space;          ///< a document's kind, a row's view
    std::string id;             ///< … or key
    std::uint64_t version = 0;  ///< a document's version, a row's or an answer's revision; 0: there is none
    auto operator<=>(const Premise&) const = default;
};

/// An event that a policy could not handle, and all later ones of the same subject.
struct DeadLetter {
    std::string source;
    std::string subject;
    int partition = 0;
    std::uint64_t offset = 0;
    EventRecord event;
    std::string reason;
    int attempts = 1;
    Timestamp parked_at{};
};
struct DropDeadLetter {
    std::string source;
    int partition = 0;
    std::uint64_t offset = 0;
};
using DeadLetterChange = std::variant<DeadLetter, DropDeadLetter>;

/// All or nothing. Within each list a later entry for the same key wins.
struct Changes {
    std::vector<EventRecord> events;  ///< the store assigns `position`
    std::vector<Document> documents;
    std::vector<RowChange> rows;
    std::vector<DeadlineChange> deadlines;
    std::vector<EffectChange> effects;
    std::vector<Position> positions;
    std::vector<Handled> handled;
    std::vector<Answer> answers;
    std::vector<DeadLetterChange> dead_letters;
    std::vector<Premise> premises;  ///< empty unless the store is shared

    [[nodiscard]] bool empty() const {
        return events.empty() && documents.empty() && rows.empty() && deadlines.empty() && effects.empty() &&
               positions.empty() && handled.empty() && answers.empty() && dead_letters.empty() &&
               premises.empty();
    }
};

}  // namespace dangol::runtime
