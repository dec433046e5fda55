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
    std::string kind;  ///< aggregate type: "Order"
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
    bool operator==(const Row&) const = default;
};
struct DropRow {
    std::string view;
    std::string key;
};
using RowChange = std::variant<Row, DropRow>;

/// A point in time at which the context wants to be told. One per key; scheduling again replaces it.
struct Deadline {
    std::string key;
    Timestamp due{};
    std::string kind;
    std::string data;  ///< JSON or an id, as the context likes
};
struct CancelDeadline {
    std::string key;
};
using DeadlineChange = std::variant<Deadline, CancelDeadline>;

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
    std::uint64_t offset = 0;  ///< the last one handled
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
    std::vector<Answer> answers;
    std::vector<DeadLetterChange> dead_letters;

    [[nodiscard]] bool empty() const {
        return events.empty() && documents.empty() && rows.empty() && deadlines.empty() && effects.empty() &&
               positions.empty() && answers.empty() && dead_letters.empty();
    }
};

}  // namespace dangol::runtime
