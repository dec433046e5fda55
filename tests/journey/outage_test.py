"""One context is switched off, on the same data, and on again: ordering stays open; who was away catches up, once."""

import contextlib
import time

import pytest
from support import FAR_AWAY, NEXT_DOOR, Api, Server, Street, latte, steps, until
from support.records import CONTEXTS, caught_up, times


@pytest.fixture(scope="module")
def town():
    """A street whose server is restarted a lot."""
    with Server() as server:
        yield Street(server)


A_ROUTE_OF = {"cafe": "/cafes", "payment": "/payments/ledger", "notification": "/notifications",
              "delivery": "/deliveries/shift"}


@contextlib.contextmanager
def switched_off(street, context):
    street.server.restart(without=context)
    try:
        street.operator.get(A_ROUTE_OF[context], expect=street.server.ABSENT)
        yield
    finally:
        street.server.restart(without=None)


def test_with_the_cafe_off_orders_are_taken_and_when_it_is_on_each_appears_once(town):
    customer = town.guest()
    with switched_off(town, "cafe"):
        pickups = [customer.place(latte(town.cafe_id))["orderId"] for _ in range(4)]
        delivery = customer.place(latte(town.cafe_id, deliver_to=NEXT_DOOR))["orderId"]
        placed = [*pickups, delivery]
        for order in placed:
            assert customer.page_until(order, "PLACED")["cancelable"]
        assert [page["orderId"] for page in customer.pages()] == placed[::-1]
        undecided = customer.cancel(pickups[-1], expect=202)
        assert undecided["status"] == "CANCEL_REQUESTED", "nobody is there who may decide it"

    for order in placed:
        town.staff.ticket_until(order)
    at_the_bar = [t["orderId"] for t in town.staff.tickets() if t["orderId"] in placed]
    assert sorted(at_the_bar) == sorted([*pickups[:-1], delivery])
    customer.page_until(pickups[-1], "CANCELED")
    town.operator.refunded_once(pickups[-1])

    rider = town.rider()
    for order in pickups[:-1]:
        town.staff.make(order)
        town.staff.hand_over(order)
    town.staff.make(delivery)
    bring(customer, rider, delivery)
    for order in [*pickups[:-1], delivery]:
        customer.page_until(order, "COMPLETED")
    for order in placed:
        assert times(town.server, "cafe", "CafeOrderAdded", order) == 1
    rider.go_offline()


def bring(customer, rider, order):
    page = customer.page(order)
    rider.bring(order, page["callNumber"], page["pin"])


def test_mypage_answers_with_all_others_off(town):
    customer, stranger = town.guest(), town.guest()
    with customer.stream("/myPages/stream") as before:
        making, waiting = (customer.place(latte(town.cafe_id))["orderId"] for _ in range(2))
        for order in (making, waiting):
            town.staff.ticket_until(order)
            town.staff.approve(order)
        town.staff.make_start(making)
        before.wait_for(lambda page: page["orderId"] == making and page["orderStatus"] == "PREPARING")
        before.wait_for(lambda page: page["orderId"] == waiting and page["orderStatus"] == "ACCEPTED")
        until(lambda: caught_up(town.server, "mypage"), 10, "the pages have heard everything")
        seen = steps(before)
    known = {order: customer.page(order).body for order in (making, waiting)}
    queue = town.anyone.get(f"/myPages/queues/{town.cafe_id}").body
    assert queue["ordersAhead"] >= 2

    town.server.restart(only="mypage")
    try:
        assert {page["orderId"] for page in customer.pages()} == {making, waiting}
        for order, page in known.items():
            assert without_estimate(customer.page(order).body) == without_estimate(page)
        assert customer.page(waiting)["queue"]["ordersAhead"] >= 1
        assert town.staff.get(f"/myPages/{making}")["orderStatus"] == "PREPARING"
        assert town.anyone.get(f"/myPages/queues/{town.cafe_id}")["ordersAhead"] == queue["ordersAhead"]
        assert stranger.get(f"/myPages/{making}", expect=(403, 404))
        assert town.anyone.get("/myPages", expect=401)

        middle = seen[len(seen) // 2]
        missed = [step for step in seen if int(step[0]) > int(middle[0])]
        assert missed
        with customer.stream("/myPages/stream", last_event_id=middle[0]) as resumed:
            until(lambda: len(steps(resumed)) >= len(missed), 10, "what was missed is shown")
            assert steps(resumed)[:len(missed)] == missed
        with customer.page_stream(making) as one:
            one.wait_for(lambda page: page["orderStatus"] == "PREPARING")
        assert customer.get("/orders", expect=town.server.ABSENT), "nobody else is there"
    finally:
        town.server.restart(only=None)
    for order in (making, waiting):
        if order == waiting:
            town.staff.make_start(order)
        town.staff.make_complete(order)
        town.staff.hand_over(order)
        customer.page_until(order, "COMPLETED")


def without_estimate(page):
    """The estimate moves with the clock."""
    return {name: value for name, value in page.items() if name != "queue"}


def test_with_payment_off_nothing_is_ordered_and_the_same_key_may_succeed_later(town):
    customer = town.guest()
    key = customer.new_key()
    with switched_off(town, "payment"):
        began = time.monotonic()
        refused = customer.place(latte(town.cafe_id), key=key, expect=503)
        assert time.monotonic() - began < 1, "at once"
        assert refused.problem == "payment-unavailable"
        assert int(refused.headers["retry-after"]) >= 1
        orders = customer.orders()
        assert all(order["status"] == "PAYMENT_FAILED" for order in orders), orders
    placed = customer.place(latte(town.cafe_id), key=key)
    assert placed["status"] == "PLACED"
    again = customer.place(latte(town.cafe_id), key=key)
    assert again["orderId"] == placed["orderId"]

    town.staff.ticket_until(placed["orderId"])
    mine = [t["orderId"] for t in town.staff.tickets() if t["customerId"] == customer.id]
    assert mine == [placed["orderId"]], "the café has never heard of the other"
    for order in customer.orders():
        truth = town.operator.transaction(order["orderId"])
        assert (truth["captures"] if truth else 0) == (1 if order["orderId"] == placed["orderId"] else 0)
    town.staff.reject(placed["orderId"])
    town.operator.refunded_once(placed["orderId"])


def test_with_notification_off_orders_go_on_and_the_messages_come_later_once(town):
    customer = town.guest()
    with switched_off(town, "notification"):
        order = customer.place(latte(town.cafe_id))["orderId"]
        town.staff.make(order)
        town.staff.hand_over(order)
        customer.page_until(order, "COMPLETED")
    for message in ("placed", "accepted", "making", "ready"):
        customer.told(message, order)
    told = [m["message"] for m in customer.messages() if m["orderId"] == order]
    assert sorted(told) == ["accepted", "making", "placed", "ready"]
    branch = town.staff.get(f"/notifications?cafeId={town.cafe_id}&limit=100")["items"]
    assert [m["message"] for m in branch if m["orderId"] == order] == ["cafe_new_order"]


def test_with_delivery_off_orders_go_on_and_the_deliveries_come_later_once(town):
    customer, rider, far_rider = town.guest(), town.rider(), town.rider(at=FAR_AWAY)
    with switched_off(town, "delivery"):
        order = customer.place(latte(town.cafe_id, deliver_to=NEXT_DOOR))["orderId"]
        canceled = customer.place(latte(town.cafe_id, deliver_to=NEXT_DOOR))["orderId"]
        customer.cancel(canceled)
        town.staff.make(order)
        customer.page_until(order, "READY")
    until(lambda: rider.sees(order), 10, "the delivery is offered")
    assert not far_rider.sees(order) and not rider.sees(canceled)
    bring(customer, rider, order)
    customer.page_until(order, "COMPLETED")
    for event in ("DeliveryPlanned", "DeliveryOffered", "DeliveryConfirmed"):
        assert times(town.server, "delivery", event, order) == 1, event
    assert times(town.server, "delivery", "DeliveryOffered", canceled) == 0


@pytest.mark.parametrize("alone", CONTEXTS)
def test_each_context_starts_alone_on_a_store_of_its_own(alone):
    with Server(only=alone) as server:
        assert Api(server).get("/readyz")["status"] == "ready"
        assert server.written() == [alone]

