"""What leaves a context: the topics, the logs and the traces of a delivered order, each searched for what is the
customer's own. It is in OrderPlaced, which the contexts need that make and bring the order, and nowhere else."""

import json

import pytest
from support import NEXT_DOOR, Api, Server, Street, latte, until
from support.contract import document
from support.personal import ADDRESS, PHONE, Delivered
from support.receivers import Receiver

PERSONAL = {"address", "detail", "place", "phone", "note", "pin"}


@pytest.fixture(scope="module")
def told():
    """(the order, {topic: messages}, the logs of all processes, the bodies of all requests with traces)"""
    with Receiver() as collector, Server(otlp=collector.url, log_level="trace") as cluster:
        street = Street(cluster)
        street.operator.post(f"/accounts/{street.rider().id}/disable", expect=200, key=Api.new_key())  # identity publishes this
        order = Delivered(street)
        fail_with_a_telling_note(street, order)

        def traces():
            bodies = [request.body for request in collector.received()]
            return bodies if "publish DeliveryConfirmed" in json.dumps(bodies) else None
        bodies = until(traces, 20, "the last step's trace has come")
        yield order, {topic: messages(cluster, topic) for topic in topics(cluster)}, cluster.log(), bodies


def fail_with_a_telling_note(street, order):
    """Another delivery, whose rider writes down where the first customer lives and how to call them."""
    rider, failed = street.rider(), street.guest().place(latte(street.cafe_id, deliver_to=NEXT_DOOR))
    street.staff.make(failed["orderId"])
    until(lambda: rider.sees(failed["orderId"]), 10, "the delivery is offered")
    rider.claim(failed["orderId"])
    rider.pick_up(failed["orderId"], failed["callNumber"])
    rider.fail(failed["orderId"], note=f"{ADDRESS}, {PHONE}")
    street.staff.ticket_until(failed["orderId"], "RETURNING")
    street.staff.take_back(failed["orderId"])
    until(lambda: rider.get(f"/deliveries/{failed['orderId']}")["status"] == "FAILED", 10, "the return is known")


def topics(cluster):
    listed = cluster.backbone.broker.tool("org.apache.kafka.tools.TopicCommand", "--bootstrap-server",
                                          cluster.backbone.broker.address, "--list").split()
    return [name for name in listed if name.startswith(f"{cluster.name}.")]


def messages(cluster, topic):
    """[{header or "key": text, "data": parsed}]"""
    found = []
    for line in cluster.backbone.broker.console_consumer(topic, timeout=3):
        _, _, headers, key, value = line.split("\t", 4)
        found.append(dict(one.split(":", 1) for one in headers.split(",")) | {"key": key, "data": json.loads(value)})
    return found


def test_only_contexts_that_publish_have_a_topic(told):
    assert {topic.split(".")[1] for topic in told[1]} == set(document("asyncapi")["channels"])


def test_only_published_events_are_on_the_topics(told):
    for topic, seen in told[1].items():
        published = set(document("asyncapi")["channels"][topic.split(".")[1]]["messages"])
        assert seen and {message["ce_type"] for message in seen} <= published, topic


def test_what_is_the_customers_is_in_one_event_and_in_no_other(told):
    order, by_topic, _, _ = told
    found = {}
    for topic, seen in by_topic.items():
        for message in seen:
            if what := order.found_in(message):
                found.setdefault((topic.split(".")[1], message["ce_type"]), set()).update(what)
    assert found == {("order", "OrderPlaced"): PERSONAL}


def test_it_is_in_no_log(told):
    order, _, log, _ = told
    assert log.count(order.id) > 20 and '"route":"/orders"' in log, "the logs say much"
    assert order.found_in_log(log) == []


def test_it_is_in_no_trace(told):
    order, _, _, bodies = told
    assert order.id in json.dumps(bodies), "the traces say much"
    assert [body for body in bodies if order.found_in(body)] == []
