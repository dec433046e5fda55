"""One trace from tap to delivery, over every process and Kafka; and what each service lets be seen of itself."""

import json

import pytest
from support import NEXT_DOOR, Server, Street, latte, until
from support.receivers import Receiver
from support.records import CONTEXTS

TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736"
TAP = "00f067aa0ba902b7"  # the span of the customer's own device, which nobody here reports
SERVER, CLIENT, PRODUCER, CONSUMER = 2, 3, 4, 5

# What a delivered order sets going. Over HTTP, then over Kafka: who tells whom.
ASKED = {("order", "payment")}
TOLD = {
    ("order", "cafe"), ("order", "delivery"), ("order", "mypage"), ("order", "notification"),
    ("payment", "order"), ("payment", "mypage"),
    ("cafe", "order"), ("cafe", "delivery"), ("cafe", "mypage"), ("cafe", "notification"),
    ("delivery", "order"), ("delivery", "cafe"), ("delivery", "mypage"), ("delivery", "notification"),
}

EDGES = {(*edge, (CLIENT, SERVER)) for edge in ASKED} | {(*edge, (PRODUCER, CONSUMER)) for edge in TOLD}


class Collector(Receiver):
    """Takes OTLP/HTTP, and knows the spans by their ids."""

    def spans(self):
        found = {}
        for request in self.received():
            assert request.path == "/v1/traces" and request.headers["content-type"] == "application/json"
            for group in request.body["resourceSpans"]:
                resource = plain(group["resource"]["attributes"])
                for scope in group["scopeSpans"]:
                    for span in scope["spans"]:
                        assert int(span["startTimeUnixNano"]) <= int(span["endTimeUnixNano"]), span
                        found[span["spanId"]] = span | {"service": resource["service.name"], "resource": resource,
                                                        "attributes": plain(span["attributes"])}
        return found


def plain(attributes):
    return {one["key"]: one["value"]["stringValue"] for one in attributes}


@pytest.fixture(scope="module")
def seen():
    with Collector() as collector, Receiver() as webhook, \
            Server(otlp=collector.url, webhook_insecure=True, log_level="info") as cluster:
        yield delivered(Street(cluster), collector, webhook)


def delivered(street, collector, webhook):
    """A drink from the customer's tap to the door, and what can be seen of it afterwards."""
    customer, rider = street.guest(), street.rider()
    customer.post("/notifications/channels/webhook", {"url": webhook.url + "/hook"}, expect=201, key=customer.new_key())
    placed = customer.place(latte(street.cafe_id, deliver_to=NEXT_DOOR), headers={"traceparent": f"00-{TRACE_ID}-{TAP}-01"})
    order = placed["orderId"]
    street.staff.make(order)
    rider.bring(order, placed["callNumber"], placed["destination"]["pin"])
    customer.page_until(order, "COMPLETED")
    customer.told("delivered", order)

    def all_of_it():
        spans = collector.spans()
        return spans if EDGES <= edges(spans) and {one["parentSpanId"] for one in orphans(spans)} == {TAP} else None
    try:
        spans = until(all_of_it, 20, "the whole trace has reached the collector")
    except AssertionError:
        spans = collector.spans()  # the tests say what is missing
    return {"order": order, "spans": spans, "cluster": street.server, "webhook": webhook.received(1)}


def of_the_trace(spans):
    return {name: span for name, span in spans.items() if span["traceId"] == TRACE_ID}


def edges(spans):
    """{(from, to, kinds of the two spans)} between services, of the one trace."""
    trace = of_the_trace(spans)
    pairs = [(trace[span["parentSpanId"]], span) for span in trace.values() if span.get("parentSpanId") in trace]
    return {(parent["service"], child["service"], (parent["kind"], child["kind"]))
            for parent, child in pairs if parent["service"] != child["service"]}


def orphans(spans):
    trace = of_the_trace(spans)
    return [span for span in trace.values() if span.get("parentSpanId") not in trace]


def test_every_service_and_every_edge_is_in_the_one_trace_of_a_delivered_order(seen):
    assert EDGES <= edges(seen["spans"]), EDGES - edges(seen["spans"])
    assert {span["service"] for span in of_the_trace(seen["spans"]).values()} == set(CONTEXTS) - {"identity"}


def test_nothing_of_the_order_is_in_another_trace_but_the_requests_of_other_people(seen):
    elsewhere = [span for span in seen["spans"].values() if span["traceId"] != TRACE_ID
                 and span["attributes"].get("dangol.order.id") == seen["order"]]
    assert not elsewhere, elsewhere


def test_the_trace_is_whole_and_begins_with_the_tap(seen):
    assert {(span["name"], span["parentSpanId"]) for span in orphans(seen["spans"])} == {("POST /orders", TAP)}
    names = {span["name"] for span in of_the_trace(seen["spans"]).values()}
    assert {"RequestOrder", "ConfirmPaid", "OrderApprove", "MakeStart", "MakeComplete", "process OrderPlaced",
            "publish DeliveryConfirmed", "send webhook"} <= names, names


def test_a_command_links_to_the_request_that_brought_it(seen):
    approve = next(span for span in seen["spans"].values() if span["name"] == "OrderApprove")
    request = seen["spans"][approve["links"][0]["spanId"]]
    assert request["traceId"] == approve["links"][0]["traceId"] != TRACE_ID
    assert (request["name"], request["kind"]) == ("POST /cafeOrders/{id}/approve", SERVER)


def test_a_message_that_leaves_carries_the_trace_on(seen):
    for request in seen["webhook"]:
        _, trace, span, _ = request.headers["traceparent"].split("-")
        assert trace == TRACE_ID and seen["spans"][span]["name"] == "send webhook"


@pytest.mark.parametrize("service", CONTEXTS)
def test_each_service_has_metrics_logs_and_traces(seen, service):
    process = next(one for name, one in seen["cluster"].processes.items() if name.startswith(service + "-"))
    assert f'dangol_commits_total{{context="{service}"}}' in process.metrics()

    spans = [span for span in seen["spans"].values() if span["service"] == service]
    assert spans and all(span["resource"]["service.namespace"] == "dangol" for span in spans)

    lines = [json.loads(line) for line in process.log().splitlines() if line.startswith("{")]
    told = [line for line in lines if line.get("service") == service and "traceId" in line]
    assert told and all(line["time"] and line["level"] == "info" and line["message"] for line in told)
    if service != "identity":
        ours = [line for line in told if line["traceId"] == TRACE_ID]
        assert ours and all(line["correlationId"] == seen["order"] for line in ours), told
