"""A range of events is published again: those who have handled them do nothing twice, those who come later see them."""

from support import latte, until
from support.program import dangol
from support.records import CONTEXTS, SOURCES, Records, caught_up


def on_the_topic(cluster, context):
    return len(cluster.backbone.broker.console_consumer(f"{cluster.name}.{context}", timeout=3))


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
    broker = ["--kafka", cluster.backbone.broker.address, "--kafka-prefix", f"{cluster.name}."]

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


def test_what_cannot_be_republished_is_said(town):
    broker = ["--kafka", town.server.backbone.broker.address, "--kafka-prefix", f"{town.server.name}."]
    far = dangol("admin", "republish", "--context", "order", "--from", 100_000, *town.server.place, *broker)
    assert far.returncode == 2 and "no event of order lies in that range" in far.stderr
    embedded = dangol("admin", "republish", "--context", "order", "--data", "data")
    assert embedded.returncode == 2 and "nothing to republish without a broker" in embedded.stderr

    # Beyond 30 days nobody knows any more what was handled.
    order = town.server.backbone.postgres
    order.command(town.server.name, "UPDATE \"order\".events SET time = now() - interval '31 days' WHERE position = 1")
    old = dangol("admin", "republish", "--context", "order", "--to", 1, *town.server.place, *broker)
    assert old.returncode == 2 and "--even-forgotten" in old.stderr, old
