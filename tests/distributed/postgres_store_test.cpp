// PostgreSQL as an adapter of the Store port, against a real server.
#include <thread>

#include <gmock/gmock.h>

#include "tests/distributed/postgres_place.hpp"

namespace dangol::conformance {
namespace {

using namespace dangol::runtime;

INSTANTIATE_TEST_SUITE_P(postgres, StoreConformance,
                         testing::Values(StoreAdapter{"postgres",
                                                      [] { return std::make_unique<PostgresPlace>(); }}),
                         testing::PrintToStringParamName());
INSTANTIATE_TEST_SUITE_P(postgres, SharedStoreConformance,
                         testing::Values(SharedStoreAdapter{
                             "postgres", [] { return std::make_unique<PostgresPlace>(); }}),
                         testing::PrintToStringParamName());

std::string refusal_of(auto what) {
    try {
        what();
    } catch (const StoreBroken& refused) {
        return refused.what();
    }
    return {};
}

TEST(Postgres, a_schema_that_is_missing_is_refused_with_what_to_do) {
    const PostgresPlace place;
    const auto refusal = refusal_of(
        [] { static_cast<void>(adapters::open_postgres_store({postgres_user(), "nowhere", "r1"})); });
    EXPECT_THAT(refusal, testing::HasSubstr("dangol admin migrate"));
}

TEST(Postgres, the_role_of_the_services_cannot_change_the_schema) {
    const PostgresPlace place;
    adapters::PgConnection service(postgres_user(), "order");
    EXPECT_THROW(service.script("CREATE TABLE mine(a int)"), adapters::PgError);
    EXPECT_THROW(service.script("DROP TABLE events"), adapters::PgError);
    EXPECT_THROW(service.script("UPDATE schema_version SET version = 99"), adapters::PgError);
    EXPECT_NO_THROW(service.script("SELECT * FROM events"));
}

TEST(Postgres, many_processes_may_migrate_at_once) {
    const PostgresPlace place;
    adapters::PgConnection owner(postgres_owner(), "public");
    owner.script("DROP SCHEMA \"order\" CASCADE");
    std::vector<std::thread> starting;
    for (int i = 0; i < 6; ++i) {
        starting.emplace_back([] { adapters::migrate_postgres(postgres_owner(), postgres_user(), "order"); });
    }
    for (auto& one : starting) one.join();
    EXPECT_EQ(adapters::open_postgres_store(PostgresPlace::options("r1"))->last_position(), 0U);
}

/// What an older program has left, which may still be serving while the newer one migrates.
TEST(Postgres, a_schema_of_an_older_version_is_upgraded_with_what_is_in_it) {
    PostgresPlace place;
    Changes changes{.events = {event("1", "a")},
                    .dead_letters = {DeadLetter{"cafe", "s", 0, 16, event("9", "s"), "broken", 2, at(3)}}};
    const auto store = place.open();
    ASSERT_TRUE(store->commit(changes));
    adapters::PgConnection owner(postgres_owner(), "order");
    owner.script(
        "ALTER TABLE events DROP COLUMN actor; ALTER TABLE dead_letters DROP COLUMN event_actor; "
        "DELETE FROM schema_version WHERE version > 1");
    const auto refusal = refusal_of([&] { static_cast<void>(place.open()); });
    EXPECT_THAT(refusal, testing::HasSubstr("is of version 1, this program needs 2"));

    adapters::migrate_postgres(postgres_owner(), postgres_user(), "order");
    const auto upgraded = place.open();
    EXPECT_EQ(upgraded->events({}).at(0).data, event("1", "a").data);
    EXPECT_EQ(upgraded->events({}).at(0).actor, "");
    EXPECT_EQ(upgraded->dead_letters(9).at(0).event.actor, "");
    owner.script(
        "INSERT INTO events(position, xid, id, type, subject, version, time, scope, correlation, "
        "causation, traceparent, data) "
        "VALUES(2, 1, 'older', 't', 's', 1, now(), '', '', '', '', '{}')");
    EXPECT_EQ(upgraded->events({.after = 1}).at(0).id, "older");
    Changes more{.events = {event("3", "a")}};
    ASSERT_TRUE(upgraded->commit(more));
    EXPECT_EQ(upgraded->events({.after = 2}).at(0).actor, event("3", "a").actor);
}

TEST(Postgres, without_a_server_it_is_away_and_not_broken) {
    EXPECT_THROW(static_cast<void>(
                     adapters::open_postgres_store({"postgresql://dangol@127.0.0.1:1/x", "order", "r1"})),
                 StoreUnavailable);
}

/// What happens to every connection when the server restarts.
void cut_all_others() {
    adapters::PgConnection owner(postgres_owner(), "public");
    owner.script(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
        "AND usename = 'dangol'");
}

TEST(Postgres, a_lost_connection_is_made_anew) {
    PostgresPlace place;
    const auto store = place.open();
    const auto reader = store->reader();
    Changes changes{.events = {event("1", "a")}};
    ASSERT_TRUE(store->commit(changes));
    ASSERT_EQ(reader->last_position(), 1U);
    cut_all_others();
    EXPECT_EQ(reader->last_position(), 1U) << "a question is asked again by itself";
    Changes more{.events = {event("2", "a")}};
    const auto cut = store->commit(more);
    ASSERT_FALSE(cut) << "a commit is not: the caller must look first";
    EXPECT_NE(cut.error().kind, CommitError::Kind::conflict);
    EXPECT_EQ(store->last_position(), 1U);
    EXPECT_TRUE(store->commit(more));
    EXPECT_EQ(more.events[0].position, 2U);
}

/// The late commit that an outbox must not skip: a transaction of somebody who does not take the context's
/// lock.
TEST(Postgres, the_outbox_waits_for_a_transaction_that_began_earlier) {
    PostgresPlace place;
    const auto store = place.open();
    const auto outbox = adapters::open_postgres_outbox(PostgresPlace::options("r1"));
    ASSERT_TRUE(outbox->acquire());
    adapters::PgConnection slow(postgres_owner(), "order");
    slow.script(
        "BEGIN; INSERT INTO events VALUES(1000, pg_current_xact_id()::text::bigint, 'slow', 't', 's', 1, "
        "now(), "
        "'', '', '', '', '{}')");
    Changes quick{.events = {event("quick", "a")}};
    ASSERT_TRUE(store->commit(quick));
    EXPECT_TRUE(outbox->next(10).empty()) << "what was committed later must not go first";
    slow.script("COMMIT");
    const auto events = outbox->next(10);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].id, "slow");
    EXPECT_EQ(events[1].id, "quick");
}

TEST(Postgres, one_relay_works_at_a_time_and_the_next_goes_on_where_it_stopped) {
    PostgresPlace place;
    const auto store = place.open();
    Changes changes{.events = {event("1", "a"), event("2", "a"), event("3", "a")}};
    ASSERT_TRUE(store->commit(changes));
    auto first = adapters::open_postgres_outbox(PostgresPlace::options("r1"));
    const auto second = adapters::open_postgres_outbox(PostgresPlace::options("r2"));
    ASSERT_TRUE(first->acquire());
    EXPECT_FALSE(second->acquire());
    const auto page = first->next(2);
    ASSERT_EQ(page.size(), 2U);
    ASSERT_TRUE(first->published(page[0]));
    first->rewind();
    EXPECT_EQ(first->next(1).at(0).id, "2");
    first.reset();
    // The server notices the end of a connection by itself, soon.
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{10};
    while (!second->acquire()) ASSERT_LT(std::chrono::steady_clock::now(), until);
    EXPECT_EQ(second->next(1).at(0).id, "2");
}

TEST(Postgres, a_relay_that_lost_its_place_is_fenced) {
    PostgresPlace place;
    const auto store = place.open();
    Changes changes{.events = {event("1", "a")}};
    ASSERT_TRUE(store->commit(changes));
    const auto relay = adapters::open_postgres_outbox(PostgresPlace::options("r1"));
    ASSERT_TRUE(relay->acquire());
    const auto page = relay->next(1);
    adapters::PgConnection owner(postgres_owner(), "order");
    owner.script("UPDATE relay SET fence = fence + 1");  // what another relay does first
    EXPECT_FALSE(relay->published(page.at(0)));
}

}  // namespace
}  // namespace dangol::conformance
