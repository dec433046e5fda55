"""A paid order as anybody can follow it: on Kafka's topics, with Kafka's own tools, and at the café."""

import json

from support import latte
from support.contract import check_event

TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"


def published(cluster, context):
    """{(type, subject): (key, headers, CloudEvent)} of all that lies in the context's topic."""
    found = {}
    for line in cluster.backbone.broker.console_consumer(f"{cluster.name}.{context}", timeout=5):
        _partition, _offset, headers, key, value = line.split("\t", 4)
        event = json.loads(value)
        check_event(value)
        found[event["type"], event["subject"]] = key, headers, event
    return found


def test_order_placed_and_paid_are_on_their_topics_and_the_cafe_holds_the_order(town):
    customer = town.guest()
    order = customer.place(latte(town.cafe_id), headers={"traceparent": TRACE})["orderId"]
    assert town.staff.ticket_until(order)["status"]

    key, headers, placed = published(town.server, "order")["OrderPlaced", order]
    assert key == order, "one order's events stay in order"
    assert "4bf92f3577b34da6a3ce929d0e0e4736" in headers, "the trace goes on"
    assert placed["data"]["cafeId"] == town.cafe_id
    key, _, paid = published(town.server, "payment")["Paid", order]
    assert key == order
    assert paid["data"]["amount"] == {"amount": 4500, "currency": "KRW"}
