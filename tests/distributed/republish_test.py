"""A range of events is published again: those who have handled them do nothing twice, those who come later see them."""

import re

from support import NEXT_DOOR, latte, until
from support.contract import document
from support.program import dangol
from support.records import CONTEXTS, SOURCES, Records, caught_up


def messages(cluster, context):
    return cluster.backbone.broker.console_consumer(f"{cluster.name}.{context}", timeout=3)


def on_the_topic(cluster, context):
    return len(messages(cluster, context))


def to_the_broker(cluster):
    return ["--kafka", cluster.backbone.broker.address, "--kafka-prefix", f"{cluster.name}."]


def read(cluster, consumer, source):
    """How many of the topic's messages it has read."""
    return cluster.ask(consumer, 'SELECT coalesce(sum("offset"), 0) FROM positions WHERE source = ?', source)[0][0]


def test_who_has_handled_them_does_nothing_twice(town):
    cluster, customer = town.server, town.guest()
    for _ in range(5):
        order = customer.place(latte(town.cafe_id))["orderId"]
        town.staff.make(order)
        town.staff.hand_over(order)
        customer.page_until(order, "COMPLETED")
        until(lambda: town.operator.payment(order)["status"] == "SETTLED", 20)  # noqa: B023
    until(lambda: caught_up(cluster), 20, "everybody has read everything")
    before = {context: len(Records(cluster, context).events()) for context in CONTEXTS}
    published, messages = on_the_topic(cluster, "order"), customer.messages()
    broker = to_the_broker(cluster)

    again = dangol("admin", "republish", "--context", "order", "--to", 7, *cluster.place, *broker)
    assert again.returncode == 0, again.stderr
    assert again.stdout == "7 events of order published again, positions 1 to 7\n"
    whole = dangol("admin", "republish", "--context", "order", *cluster.place, *broker)
    assert whole.stdout.startswith(f"{before['order']} events of order published again"), whole
    now = published + 7 + before["order"]
    assert on_the_topic(cluster, "order") == now, "a new consumer sees them"

    for consumer in (name for name, sources in SOURCES.items() if "order" in sources):
        until(lambda: read(cluster, consumer, "order") == now, 20, f"{consumer} has read it all")  # noqa: B023
    assert {context: len(Records(cluster, context).events()) for context in CONTEXTS} == before
    assert customer.messages() == messages
    assert dangol("admin", "ledger", *cluster.place).returncode == 0


def test_private_events_stay_at_home(town):
    cluster, customer = town.server, town.guest()
    order = customer.place(latte(town.cafe_id, deliver_to=NEXT_DOOR))["orderId"]
    town.staff.make(order)
    until(lambda: caught_up(cluster), 20, "everybody has read everything")
    for context, private in (("order", "DestinationNoted"), ("cafe", "CafeOrderAdded"), ("delivery", "DeliveryPlanned")):
        recorded = [event.type for event in Records(cluster, context).events()]
        published = set(document("asyncapi")["channels"][context]["messages"])
        public = [kind for kind in recorded if kind in published]
        assert private in recorded and private not in published
        before = on_the_topic(cluster, context)
        again = dangol("admin", "republish", "--context", context, *cluster.place, *to_the_broker(cluster))
        assert again.stdout.startswith(f"{len(public)} events of {context} published again"), again
        sent = [re.search(r"ce_type:(\w+)", line)[1] for line in messages(cluster, context)]
        assert len(sent) == before + len(public) and set(sent) <= published


def test_only_contexts_that_publish_can_be_republished(town):
    for context in CONTEXTS:
        ran = dangol("admin", "republish", "--context", context, "--data", "data")
        publishes = context in document("asyncapi")["channels"]
        assert publishes == ("nothing to republish without a broker" in ran.stderr), ran
        assert publishes or f"{context} not in" in ran.stderr, ran


def test_what_cannot_be_republished_is_said(town):
    broker = to_the_broker(town.server)
    far = dangol("admin", "republish", "--context", "order", "--from", 100_000, *town.server.place, *broker)
    assert far.returncode == 2 and "no event of order lies in that range" in far.stderr
    embedded = dangol("admin", "republish", "--context", "order", "--data", "data")
    assert embedded.returncode == 2 and "nothing to republish without a broker" in embedded.stderr

    # Beyond 30 days nobody knows any more what was handled.
    order = town.server.backbone.postgres
    order.command(town.server.name, "UPDATE \"order\".events SET time = now() - interval '31 days' WHERE position = 1")
    old = dangol("admin", "republish", "--context", "order", "--to", 1, *town.server.place, *broker)
    assert old.returncode == 2 and "--even-forgotten" in old.stderr, old
