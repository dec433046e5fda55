#include "adapters/postgres/postgres_store.hpp"

#include <algorithm>

#include "adapters/postgres/commit_statements.hpp"
#include "adapters/postgres/postgres_reader.hpp"
#include "adapters/postgres/schema.hpp"
#include "runtime/reading_store.hpp"

namespace dangol::adapters {
namespace {

using namespace dangol::runtime;

/// A base, so that it is there before the reader and after it.
struct Connected {
    explicit Connected(const PostgresOptions& options) : connection(options.url, options.context) {}
    PgConnection connection;
};

/// A reader with a connection of its own.
class OwnReader final : private Connected, public PostgresReader {
  public:
    explicit OwnReader(const PostgresOptions& options)
        : Connected(options), PostgresReader(connection, options.context) {}
};

class PostgresStore final : public ReadingStore {
  public:
    explicit PostgresStore(PostgresOptions options)
        : options_(std::move(options)),
          connection_(options_.url, options_.context),
          reader_(connection_, options_.context) {
        check_postgres_schema(connection_, options_.context);
    }

    std::unique_ptr<Reader> reader() override { return std::make_unique<OwnReader>(options_); }
    bool shared() const override { return true; }

    std::vector<Deadline> due_deadlines(Timestamp now, std::size_t limit) override {
        const auto found =
            connection_.run({"SELECT key, due, kind, data FROM deadlines WHERE due <= $1::timestamptz "
                             "ORDER BY due, key LIMIT $2::bigint",
                             std::move(PgParameters{}.time(now).integer(std::uint64_t{limit}))},
                            PgConnection::IfLost::again);
        std::vector<Deadline> due;
        for (int i = 0; i < found.size(); ++i) {
            due.push_back({found.text(i, 0), found.time(i, 1), found.text(i, 2), found.text(i, 3)});
        }
        return due;
    }

    std::optional<Timestamp> next_deadline() override {
        return earliest({"SELECT due FROM deadlines ORDER BY due, key LIMIT 1"});
    }

    std::vector<Effect> due_effects(Timestamp now, std::size_t limit) override {
        const auto found =
            connection_.run({"UPDATE effects e SET owner = $1::text, "
                             "leased_until = now() + $4::bigint * interval '1 millisecond' "
                             "FROM (SELECT id FROM effects WHERE due <= $2::timestamptz AND "
                             "(owner = $1::text OR leased_until <= now()) ORDER BY due, id LIMIT $3::bigint "
                             "FOR UPDATE SKIP LOCKED) d WHERE e.id = d.id "
                             "RETURNING e.id, e.kind, e.subject, e.attempt, e.due, e.data",
                             std::move(PgParameters{}
                                           .text(options_.replica)
                                           .time(now)
                                           .integer(std::uint64_t{limit})
                                           .integer(std::int64_t{effect_lease.count()}))},
                            PgConnection::IfLost::again);
        std::vector<Effect> due;
        for (int i = 0; i < found.size(); ++i) {
            due.push_back({.id = found.text(i, 0),
                           .kind = found.text(i, 1),
                           .subject = found.text(i, 2),
                           .attempt = static_cast<int>(found.integer(i, 3)),
                           .due = found.time(i, 4),
                           .data = found.text(i, 5)});
        }
        std::ranges::sort(due, {}, [](const Effect& effect) { return std::tie(effect.due, effect.id); });
        return due;
    }

    std::optional<Timestamp> next_effect() override {
        return earliest(
            {"SELECT min(CASE WHEN owner = $1::text THEN due ELSE greatest(due, leased_until) END) "
             "FROM effects",
             std::move(PgParameters{}.text(options_.replica))});
    }

    std::expected<void, CommitError> commit(Changes& changes) override {
        const auto commit = statements_of(changes, options_.replica);
        if (commit.statements.empty()) return {};
        try {
            const auto results = connection_.transact(commit.statements);
            if (changes.events.empty()) return {};
            const auto& positions = results.at(commit.events);
            for (std::size_t i = 0; i < changes.events.size(); ++i) {
                changes.events[i].position = positions.count(static_cast<int>(i), 0);
            }
            return {};
        } catch (const PgError& error) {
            if (error.is_conflict()) {
                return std::unexpected(
                    CommitError{CommitError::Kind::conflict, error.what(), stale_in(error.what())});
            }
            if (!error.may_pass())
                throw StoreBroken("PostgreSQL, schema " + options_.context + ": " + error.what());
            return std::unexpected(CommitError{CommitError::Kind::unavailable, error.what()});
        } catch (const PgConnection::OutcomeUnknown& unknown) {
            return std::unexpected(CommitError{CommitError::Kind::unknown, unknown.what()});
        } catch (const StoreUnavailable& gone) {
            return std::unexpected(CommitError{CommitError::Kind::unavailable, gone.what()});
        }
    }

  protected:
    Reader& questions() override { return reader_; }

  private:
    std::optional<Timestamp> earliest(const PgStatement& statement) {
        const auto found = connection_.run(statement, PgConnection::IfLost::again);
        if (found.size() == 0 || found.is_null(0, 0)) return std::nullopt;
        return found.time(0, 0);
    }

    PostgresOptions options_;
    PgConnection connection_;
    PostgresReader reader_;
};

}  // namespace

std::unique_ptr<Store> open_postgres_store(PostgresOptions options) {
    return std::make_unique<PostgresStore>(std::move(options));
}

std::unique_ptr<Reader> open_postgres_reader(PostgresOptions options) {
    return std::make_unique<OwnReader>(options);
}

}  // namespace dangol::adapters
