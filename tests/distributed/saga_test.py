"""A paid order as anybody can follow it: on Kafka's topics, with Kafka's own tools, and at the café."""

import json

from support import latte
from support.contract import check_event

TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"


def published(cluster, context):
    """{(type, subject): (key, CloudEvent)} of all that lies in the context's topic, in CloudEvents' binary mode."""
    found = {}
    for line in cluster.backbone.broker.console_consumer(f"{cluster.name}.{context}", timeout=5):
        _partition, _offset, headers, key, value = line.split("\t", 4)
        headers = dict(header.split(":", 1) for header in headers.split(","))
        event = {name.removeprefix("ce_"): said for name, said in headers.items() if name != "content-type"}
        event["aggregateversion"] = int(event["aggregateversion"])
        event |= {"datacontenttype": headers["content-type"], "data": json.loads(value)}
        check_event(json.dumps(event))
        found[event["type"], event["subject"]] = key, event
    return found


def test_order_placed_and_paid_are_on_their_topics_and_the_cafe_holds_the_order(town):
    customer = town.guest()
    order = customer.place(latte(town.cafe_id), headers={"traceparent": TRACE})["orderId"]
    assert town.staff.ticket_until(order)["status"]

    key, placed = published(town.server, "order")["OrderPlaced", order]
    assert key == order, "one order's events stay in order"
    assert placed["traceparent"].split("-")[1] == TRACE.split("-")[1], "the trace goes on"
    assert placed["data"]["order"]["cafeId"] == town.cafe_id
    key, paid = published(town.server, "payment")["Paid", order]
    assert key == order
    assert paid["data"]["amount"] == {"amount": 4500, "currency": "KRW"}
