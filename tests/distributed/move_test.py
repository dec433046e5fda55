"""An embedded installation outgrows its machine: `dangol admin move` carries it to PostgreSQL, where it goes on."""

import types

import pytest
from support import NEXT_DOOR, Street, latte, until
from support.backbone import shared
from support.postgres import OWNER, SERVICE
from support.program import dangol, events
from support.records import CONTEXTS, SOURCES, published_types
from support.server import Server as Embedded

MOVED = ("events", "documents", "rows", "deadlines", "effects", "positions", "handled", "answers", "dead_letters")


@pytest.fixture
def database():
    """An empty one: its name, its URI, the environment with its owner, and how to ask it."""
    postgres, name = shared().postgres, shared().fresh_name()
    postgres.create_database(name)
    yield types.SimpleNamespace(
        name=name, uri=postgres.uri(name, SERVICE), owner={"DANGOL_DATABASE_OWNER": postgres.uri(name, OWNER)},
        ask=lambda question, *values: postgres.ask(name, question, *values),
        command=lambda statement, *values: postgres.command(name, statement, *values))
    postgres.drop_database(name)


def lively(server):
    """A street in the middle of its day: of every kind of order one."""
    street = Street(server)
    staff, guest, rider = street.staff, street.guest(), street.rider(NEXT_DOOR)
    key = guest.new_key()

    def order(**more):
        return guest.place(latte(street.cafe_id, **more))
    collected, waiting, rejected, delivery = order(), guest.place(latte(street.cafe_id), key=key), order(), \
        order(deliver_to=NEXT_DOOR)
    staff.make(collected["orderId"])
    staff.hand_over(collected["orderId"])
    staff.make(delivery["orderId"])
    until(lambda: rider.sees(delivery["orderId"]))
    rider.claim(delivery["orderId"])
    until(lambda: rider.get(f"/deliveries/{delivery['orderId']}")["ready"])
    rider.pick_up(delivery["orderId"], delivery["callNumber"])
    guest.page_until(delivery["orderId"], "OUT_FOR_DELIVERY")
    until(lambda: street.operator.payment(collected["orderId"])["status"] == "SETTLED", 10, "the sale is settled")

    street.operator.post("/sandbox/refunds", {"count": 1000, "trouble": "fail"}, expect=(200, 202, 204))
    staff.ticket_until(rejected["orderId"])
    staff.reject(rejected["orderId"])
    until(lambda: street.operator.payment(rejected["orderId"])["status"] == "REFUND_REQUESTED", 10, "a refund is owed")
    guest.page_until(collected["orderId"], "COMPLETED")
    return types.SimpleNamespace(street=street, guest=guest, rider=rider, key=key, collected=collected["orderId"],
                                 waiting=waiting["orderId"], rejected=rejected["orderId"], delivery=delivery)


def finish(day):
    """What was open when it was moved is finished, and each thing happens once."""
    street, delivery = day.street, day.delivery["orderId"]
    street.staff.make(day.waiting)
    street.staff.hand_over(day.waiting)
    day.guest.page_until(day.waiting, "COMPLETED", timeout=20)
    day.rider.confirm(delivery, day.delivery["destination"]["pin"])
    day.guest.page_until(delivery, "COMPLETED", timeout=20)
    street.operator.refunded_once(day.rejected, timeout=30)
    for order_id in (day.collected, day.waiting, delivery):
        until(lambda: street.operator.payment(order_id)["status"] == "SETTLED", 20, "it is settled")  # noqa: B023
        truth = street.operator.transaction(order_id)
        assert (truth["captures"], truth["refunds"]) == (1, 0), truth
    day.guest.told("refunded", day.rejected)
    assert street.operator.ledger()["total"][0]["amount"] == 0


def test_a_day_goes_on_in_postgresql_where_it_was_in_files(database):
    with Embedded(inquire_every="5s") as server:
        day = lively(server)
        refused = dangol("admin", "move", "--data", server.data, "--database", database.uri, **database.owner)
        assert refused.returncode == 1 and "already being written by process" in refused.stderr
        before = {"orders": day.guest.orders(), "pages": day.guest.pages(), "messages": day.guest.messages()}
        server.stop()

        moved = dangol("admin", "move", "--data", server.data, "--database", database.uri, **database.owner)
        assert moved.returncode == 0, moved.stderr
        assert "moved 7 contexts" in moved.stdout
        for context in CONTEXTS:
            assert events(context, "--database", database.uri) == events(context, "--data", server.data)
        for book in ("ledger", "dead-letters"):
            assert dangol("admin", book, "--database", database.uri).stdout == \
                dangol("admin", book, "--data", server.data).stdout
        assert database.ask("SELECT count(*) FROM payment.effects")[0][0] == 1, "the refund is still owed"

        again = dangol("admin", "move", "--data", server.data, "--database", database.uri)
        assert again.returncode == 1 and "is not empty" in again.stderr

        server.start(database=database.uri, inquire_every="200ms")
        assert {order["orderId"] for order in day.guest.orders()} == {order["orderId"] for order in before["orders"]}
        assert [page for page in day.guest.pages() if page["orderId"] == day.collected] == \
            [page for page in before["pages"] if page["orderId"] == day.collected]
        assert before["messages"][-1] in day.guest.messages()
        assert day.guest.place(latte(day.street.cafe_id), key=day.key)["orderId"] == day.waiting, "not ordered anew"
        finish(day)
        server.stop()
        for context in CONTEXTS:
            old = events(context, "--data", server.data)
            assert events(context, "--database", database.uri)[:len(old)] == old, "the past stays as it was"


def unread(database, consumer):
    return sum(database.ask(f'SELECT count(*) FROM "{source}".events e WHERE e.type = ANY(%s) AND NOT EXISTS '
                            f'(SELECT 1 FROM "{consumer}".handled h WHERE h.event_id = e.id)',
                            published_types(source))[0][0]
               for source in SOURCES[consumer])


def events_after(server, consumer, source):
    """What the consumer had not read of the source in its files."""
    read, = server.ask(consumer, 'SELECT coalesce(max("offset"), 0) FROM positions WHERE source = ?', source)[0]
    return [row[0] for row in server.ask(source, "SELECT id FROM events WHERE position > ? ORDER BY position", read)]


def happened_once(database, day):
    for context, event in (("cafe", "CafeOrderAdded"), ("payment", "Settled"), ("payment", "PaymentCanceled"),
                           ("order", "OrderCompleted"), ("delivery", "DeliveryOffered")):
        assert not database.ask(f'SELECT subject FROM "{context}".events WHERE type = %s GROUP BY subject '
                                "HAVING count(*) > 1", event), event
    inbox = [message for message in day.guest.messages() if message["channel"] == "inbox"]
    told = [(message["message"], message["orderId"]) for message in inbox]
    assert len(told) == len(set(told)), "nobody is told twice"


def test_a_day_goes_on_with_a_broker_though_some_were_behind(database):
    with Embedded(inquire_every="5s") as server:
        day = lively(server)
        server.restart(without="cafe,mypage")
        late = [day.guest.place(latte(day.street.cafe_id))["orderId"] for _ in range(5)]
        server.stop()

        broker = shared().broker.address
        moved = dangol("admin", "move", "--data", server.data, "--database", database.uri, "--kafka", broker,
                       **database.owner)
        assert moved.returncode == 0, moved.stderr
        for context in CONTEXTS:
            assert events(context, "--database", database.uri) == events(context, "--data", server.data)
        behind, = database.ask('SELECT position, (SELECT max(position) FROM "order".events) FROM "order".relay')
        assert 0 < behind[0] < behind[1], "published is what some have not read, and no more"
        for consumer, sources in SOURCES.items():
            assert not database.ask(f'SELECT count(*) FROM "{consumer}".positions')[0][0], "topics count anew"
            for source in sources:
                unhandled = events_after(server, consumer, source)
                assert [row[0] for row in database.ask(
                    f'SELECT id FROM "{source}".events e WHERE NOT EXISTS (SELECT 1 FROM "{consumer}".handled h '
                    "WHERE h.event_id = e.id) ORDER BY position")] == unhandled, (consumer, source)

        server.start(without=None, database=database.uri, kafka=broker, kafka_prefix=f"{database.name}.",
                     kafka_partitions=3, inquire_every="200ms")
        for order_id in late:
            assert day.street.staff.ticket_until(order_id, timeout=30)["status"] == "RECEIVED"
            day.guest.page_until(order_id, "PLACED", timeout=30)
        finish(day)
        until(lambda: not any(unread(database, consumer) for consumer in CONTEXTS), 30, "all is read")
        happened_once(database, day)

        # What was handled before the move is known to have been, too.
        published = dangol("admin", "republish", "--context", "order", "--database", database.uri, "--kafka", broker,
                           "--kafka-prefix", f"{database.name}.")
        assert published.returncode == 0, published.stderr
        again = int(published.stdout.split()[0])
        on_topic = again + database.ask('SELECT count(*) FROM "order".events WHERE position > %s AND type = ANY(%s)',
                                        behind[0], published_types("order"))[0][0]
        for consumer in (name for name, sources in SOURCES.items() if "order" in sources):
            until(lambda: database.ask(f'SELECT sum("offset") FROM "{consumer}".positions '  # noqa: B023
                                       "WHERE source = 'order'")[0][0] == on_topic, 30, f"{consumer} has read it all")
        happened_once(database, day)
        for context in CONTEXTS:
            assert not database.ask(f'SELECT count(*) FROM "{context}".dead_letters')[0][0]


def test_a_database_that_is_in_use_is_left_alone(database):
    with Embedded(only="identity,order") as server:
        server.stop()
        nowhere = dangol("admin", "move", "--data", server.data, "--database", database.uri)
        assert nowhere.returncode == 1 and "dangol admin migrate" in nowhere.stderr, nowhere.stderr
        assert dangol("admin", "migrate", "--database", database.uri, **database.owner).returncode == 0
        database.command("INSERT INTO notification.handled VALUES('event', now())")
        refused = dangol("admin", "move", "--data", server.data, "--database", database.uri)
        assert refused.returncode == 1 and 'schema "notification" is not empty' in refused.stderr, refused.stderr
        assert not database.ask("SELECT count(*) FROM identity.events")[0][0], "nothing was moved"


def test_what_is_missing_is_said(tmp_path, database):
    for arguments, status, words in [
            (["move", "--data", tmp_path], 2, "--database"),
            (["move", "--data", tmp_path, "--database", database.uri], 1, "check --data"),
            (["migrate"], 2, "--database"),
            (["migrate", "--database", database.uri], 2, "DANGOL_DATABASE_OWNER"),
            (["ledger", "--database", database.uri], 1, "dangol admin migrate"),
            (["dead-letters", "--database", database.uri], 1, "dangol admin migrate")]:
        ran = dangol("admin", *arguments)
        assert ran.returncode == status and words in ran.stderr, ran


def test_the_schemas_are_made_once(database):
    made = dangol("admin", "migrate", "--database", database.uri, **database.owner)
    assert made.returncode == 0, made.stderr
    assert [line.split()[:2] for line in made.stdout.splitlines()] == [[context, "created,"] for context in CONTEXTS]
    again = dangol("admin", "migrate", "--database", database.uri, **database.owner)
    assert again.stdout.count("was up to date") == len(CONTEXTS), again
    tables = {row[0] for row in database.ask("SELECT tablename FROM pg_tables WHERE schemaname = 'order'")}
    assert tables == {*MOVED, "relay", "schema_version"}, "a new table has to be moved, too: src/admin/move.cpp"
    assert dangol("admin", "ledger", "--database", database.uri).stdout == "the ledger sums to zero\n"
