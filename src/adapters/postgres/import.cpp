#include "adapters/postgres/import.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "adapters/postgres/commit_statements.hpp"
#include "adapters/postgres/schema.hpp"

namespace dangol::adapters {

using namespace dangol::runtime;

namespace {

/// There is much to write, and nobody else to be kept waiting.
constexpr const char* settings =
    "-c statement_timeout=0 -c idle_in_transaction_session_timeout=0 -c enable_seqscan=on";
/// Beyond it a single statement might take longer than we wait for an answer.
constexpr std::uint64_t handled_at_once = 20'000;

template <class Work>
auto guarded(const std::string& context, Work work) -> decltype(work()) {
    try {
        return work();
    } catch (const PgError& error) {
        throw StoreBroken(fmt::format("PostgreSQL, schema {}: {}", context, error.what()));
    } catch (const PgConnection::OutcomeUnknown& lost) {
        throw StoreUnavailable(fmt::format("PostgreSQL, schema {}: {}", context, lost.what()));
    }
}

}  // namespace

PostgresImport::PostgresImport(std::string url) : connection_(std::move(url), "pg_catalog", settings) {
    connection_.script("BEGIN");
}

void PostgresImport::use(const std::string& context) {
    context_ = context;
    connection_.script(fmt::format("SET LOCAL search_path TO \"{}\"", context));
}

void PostgresImport::begin(const std::string& context) {
    use(context);
    check_postgres_schema(connection_, context);
    // A commit's own lock: whoever writes the context at this moment is seen, or waits until all is done.
    guarded(context, [&] {
        connection_.script("SELECT pg_advisory_xact_lock(1145980748, hashtext(current_schema()))");
    });
    for (const auto& [table, count] : counts()) {
        if (count == 0) continue;
        throw StoreBroken(fmt::format(
            "the schema \"{}\" is not empty: its table {} has {} rows. Give a database in which no service "
            "has run yet; if what is in this one may go, drop its schemas first",
            context, table, count));
    }
}

void PostgresImport::write(const Changes& page) {
    const auto commit = statements_of(page, {});
    guarded(context_, [&] {
        const auto results = connection_.transact(commit.statements);
        for (std::size_t i = 0; i < page.events.size(); ++i) {
            const auto position = results.at(commit.events).count(static_cast<int>(i), 0);
            if (position == page.events[i].position) continue;
            throw StoreBroken(fmt::format("the events of {} have a gap: after position {} comes {}", context_,
                                          position - 1, page.events[i].position));
        }
        // Of no replica, so that the first to look may begin.
        if (!page.effects.empty()) connection_.script("UPDATE effects SET leased_until = now()");
    });
}

std::map<std::string, std::uint64_t> PostgresImport::counts() {
    return guarded(context_, [&] {
        const auto found = connection_.run(
            {"SELECT 'events', count(*) FROM events UNION ALL SELECT 'documents', count(*) FROM documents "
             "UNION ALL SELECT 'rows', count(*) FROM rows "
             "UNION ALL SELECT 'deadlines', count(*) FROM deadlines "
             "UNION ALL SELECT 'effects', count(*) FROM effects "
             "UNION ALL SELECT 'positions', count(*) FROM positions "
             "UNION ALL SELECT 'handled', count(*) FROM handled "
             "UNION ALL SELECT 'answers', count(*) FROM answers "
             "UNION ALL SELECT 'dead_letters', count(*) FROM dead_letters"});
        std::map<std::string, std::uint64_t> counts;
        for (int i = 0; i < found.size(); ++i) counts[found.text(i, 0)] = found.count(i, 1);
        return counts;
    });
}

void PostgresImport::hand_over_to_broker(const std::map<std::string, std::vector<std::string>>& sources_of) {
    for (const auto& [source, _] : sources_of) {
        const auto read = read_of(source, sources_of);
        use(source);
        auto relayed = last_position();
        for (const auto& [consumer, position] : read) relayed = std::min(relayed, position);
        guarded(source, [&] {
            connection_.script(
                fmt::format("UPDATE relay SET position = {0}, xid = "
                            "coalesce((SELECT xid FROM events WHERE position = {0}), 0)",
                            relayed));
        });
        for (const auto& [consumer, position] : read) note_handled(consumer, source, relayed, position);
    }
    for (const auto& [consumer, _] : sources_of) {
        use(consumer);
        // The broker will count from 1 in each partition; what is parked must not be taken for one of its.
        guarded(consumer,
                [&] { connection_.script("DELETE FROM positions; UPDATE dead_letters SET partition = -1"); });
    }
}

std::map<std::string, std::uint64_t> PostgresImport::read_of(
    const std::string& source, const std::map<std::string, std::vector<std::string>>& sources_of) {
    std::map<std::string, std::uint64_t> read;
    for (const auto& [consumer, sources] : sources_of) {
        if (std::ranges::find(sources, source) == sources.end()) continue;
        use(consumer);
        const auto found = guarded(consumer, [&] {
            return connection_.run(
                {"SELECT coalesce(max(\"offset\"), 0) FROM positions WHERE source = $1::text",
                 std::move(PgParameters{}.text(source))});
        });
        read[consumer] = found.count(0, 0);
    }
    return read;
}

void PostgresImport::note_handled(const std::string& consumer, const std::string& source,
                                  std::uint64_t relayed, std::uint64_t read) {
    for (std::uint64_t after = 0; after < read; after += handled_at_once) {
        guarded(consumer, [&] {
            connection_.script(
                fmt::format("INSERT INTO \"{0}\".handled(event_id, at) SELECT id, now() FROM \"{1}\".events "
                            "WHERE position > {2} AND position <= {3} AND "
                            "(position > {4} OR time > now() - interval '30 days') ON CONFLICT DO NOTHING",
                            consumer, source, after, std::min(after + handled_at_once, read), relayed));
        });
    }
}

std::uint64_t PostgresImport::last_position() {
    return guarded(context_, [&] {
        return connection_.run({"SELECT coalesce(max(position), 0) FROM events"}).count(0, 0);
    });
}

void PostgresImport::commit() {
    try {
        guarded(context_, [&] { connection_.script("COMMIT"); });
    } catch (const StoreUnavailable& lost) {
        throw StoreUnavailable(fmt::format(
            "{}. It is not known whether the last step, the commit, was done. Run it again: if it "
            "was, the schemas are not empty now",
            lost.what()));
    }
}

}  // namespace dangol::adapters
