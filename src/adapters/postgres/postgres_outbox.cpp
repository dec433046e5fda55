// The relay's side of a context: its cursor, its lock, its fence.
#include <deque>

#include <fmt/format.h>

#include "adapters/postgres/postgres_reader.hpp"
#include "adapters/postgres/postgres_store.hpp"

namespace dangol::adapters {
namespace {

using namespace dangol::runtime;

/// Losing the cursor's last steps in a crash of the server means that some events are published again, which
/// every consumer notices; so it need not wait for the disk.
constexpr const char* settings = "-c synchronous_commit=off";

class PostgresOutbox final : public Outbox {
  public:
    explicit PostgresOutbox(PostgresOptions options)
        : context_(std::move(options.context)), connection_(options.url, context_, settings) {}

    std::string_view source() const override { return context_; }

    bool acquire() override {
        if (holds_ && connection_.is_open()) return true;
        // The lock is the session's: with a new connection it has to be won again.
        holds_ = guarded([&] {
            const auto lock = connection_.run(
                {"SELECT pg_try_advisory_lock(1145980749, hashtext(current_schema()))::int::bigint"});
            return lock.integer(0, 0) != 0;
        });
        if (!holds_) return false;
        const auto cursor = guarded([&] {
            return connection_.run({"UPDATE relay SET fence = fence + 1 RETURNING fence, xid, position"});
        });
        fence_ = cursor.integer(0, 0);
        stored_ = read_ = {cursor.integer(0, 1), cursor.integer(0, 2)};
        given_.clear();
        return true;
    }

    std::vector<EventRecord> next(std::size_t limit) override {
        if (!holds_) return {};
        const auto found = guarded([&] {
            // A transaction that is still open may yet commit with a lower xid than those seen: what lies
            // beyond the oldest open one has to wait.
            return connection_.run({"SELECT " DANGOL_EVENT_COLUMNS
                                    ", xid FROM events WHERE (xid, position) > ($1::bigint, $2::bigint) "
                                    "AND xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint "
                                    "ORDER BY xid, position LIMIT $3::bigint",
                                    std::move(PgParameters{}
                                                  .integer(read_.xid)
                                                  .integer(read_.position)
                                                  .integer(std::uint64_t{limit}))});
        });
        std::vector<EventRecord> events;
        for (int i = 0; i < found.size(); ++i) {
            events.push_back(event_at(found, i, context_));
            read_ = {found.integer(i, 12), found.integer(i, 0)};
            given_.push_back(read_);
        }
        return events;
    }

    bool published(const EventRecord& last) override {
        if (!holds_) return false;
        Cursor cursor = stored_;
        while (!given_.empty()) {
            cursor = given_.front();
            given_.pop_front();
            if (static_cast<std::uint64_t>(cursor.position) == last.position) break;
        }
        const auto moved = guarded([&] {
            return connection_.run(
                {"UPDATE relay SET xid = $1::bigint, position = $2::bigint WHERE fence = $3::bigint "
                 "RETURNING 1",
                 std::move(PgParameters{}.integer(cursor.xid).integer(cursor.position).integer(fence_))});
        });
        if (moved.size() != 1) {
            connection_.close();
            return holds_ = false;
        }
        stored_ = cursor;
        return true;
    }

    void rewind() override {
        read_ = stored_;
        given_.clear();
    }

    Backlog backlog() override {
        const auto found = guarded([&] {
            return connection_.run(
                {"SELECT count(*), min(time) FROM (SELECT time FROM events "
                 "WHERE (xid, position) > ((SELECT xid FROM relay), (SELECT position FROM relay)) "
                 "ORDER BY xid, position LIMIT $1::bigint) AS waiting",
                 std::move(PgParameters{}.integer(backlog_max))});
        });
        if (found.is_null(0, 1)) return {};
        return {found.count(0, 0), found.time(0, 1)};
    }

  private:
    struct Cursor {
        std::int64_t xid = 0;
        std::int64_t position = 0;
    };

    template <class Question>
    auto guarded(Question question) -> decltype(question()) {
        try {
            return question();
        } catch (const StoreUnavailable&) {
            holds_ = false;
            throw;
        } catch (const PgError& error) {
            holds_ = false;
            connection_.close();
            throw StoreUnavailable("the outbox of " + context_ + ": " + error.what());
        }
    }

    std::string context_;
    PgConnection connection_;
    bool holds_ = false;
    std::int64_t fence_ = 0;
    Cursor stored_;
    Cursor read_;
    std::deque<Cursor> given_;  ///< read, and not yet published
};

}  // namespace

std::unique_ptr<Outbox> open_postgres_outbox(PostgresOptions options) {
    return std::make_unique<PostgresOutbox>(std::move(options));
}

}  // namespace dangol::adapters
