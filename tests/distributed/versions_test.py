"""Old and new version of a service side by side. The test is the new one: it publishes, as a newer order context would, an
event with a field that nobody knows, and an event that nobody has heard of."""

import json

import pytest
from support import Server, Street, latte, until
from support.records import CONTEXTS, Records, caught_up, times


@pytest.fixture
def town():
    cluster = Server().start()
    try:
        yield Street(cluster)
    finally:
        cluster.close()  # its events are not held to the contract: of the test's own it knows nothing


def publish(cluster, like, **event):
    """Appends an event to the order context's outbox, which is a copy of `like` but for what is given."""
    cluster.backbone.postgres.command(cluster.name, """
        INSERT INTO "order".events(position, xid, id, type, subject, version, time, scope, correlation, causation,
                                   traceparent, data)
        SELECT (SELECT max(position) + 1 FROM "order".events), pg_current_xact_id()::text::bigint, %(id)s, %(type)s,
               %(subject)s, %(version)s, time, scope, %(subject)s, causation, traceparent, %(data)s
        FROM "order".events WHERE id = %(like)s""", event | {"like": like.id})


def test_an_unknown_field_and_an_unknown_event_stop_nobody(town):
    cluster, customer = town.server, town.guest()
    order = customer.place(latte(town.cafe_id))["orderId"]
    town.staff.ticket_until(order)
    placed, = Records(cluster, "order").events("OrderPlaced", subject=order)

    # A second order of the newer version, which says more; then something new about it.
    twin = order[:-4] + ("0000" if order[-4:] != "0000" else "1111")
    newer = json.loads(json.dumps(placed.data).replace(order, twin)) | {"loyalty": {"stamps": 3, "since": "2027-01-01"}}
    publish(cluster, placed, id=placed.id[:-3] + "new", type=placed.type, subject=twin, version=placed.version,
            data=json.dumps(newer))
    publish(cluster, placed, id=placed.id[:-3] + "odd", type="OrderGiftWrapped", subject=twin,
            version=placed.version + 1, data=json.dumps({"orderId": twin, "paper": "blue"}))

    until(lambda: caught_up(cluster), 20, "everybody has read both")
    assert town.staff.ticket_until(twin)["status"] == "RECEIVED", "the café knows the newer order"
    assert times(cluster, "cafe", "CafeOrderAdded", twin) == 1
    for context in CONTEXTS:
        assert not Records(cluster, context).dead_letters(), context
    later = customer.place(latte(town.cafe_id))["orderId"]
    town.staff.make(later)
    customer.page_until(later, "READY")
