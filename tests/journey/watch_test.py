"""What an operator watches: every order live, what needs a hand, how busy it is, an order's whole story."""

import json

import pytest
from support import Server, Street, latte, until
from support.street import NEXT_DOOR

CONTEXTS = ("order", "payment", "cafe", "mypage", "notification")


@pytest.fixture(scope="module")
def town():
    with Server(charge_timeout="700ms", inquire_every="1h") as server:
        yield Street(server)


def test_every_step_of_every_order_is_seen_as_it_is_taken(street):
    with street.operator.stream("/myPages/live") as live:
        orders = [street.guest().place(latte(cafe))["orderId"] for cafe in (street.cafe_id, street.cafe())]
        for order in orders:
            step = live.wait_for(lambda page: page["orderId"] == order and page["orderStatus"] == "PLACED")
            assert step.event == "page" and step.data["callNumber"]
        street.staff.make(orders[0])
        ready = live.wait_for(lambda page: page["orderId"] == orders[0] and page["orderStatus"] == "READY")
    with street.operator.stream("/myPages/live", step.id) as again:
        again.wait_for(lambda page: page["orderId"] == orders[0] and page["orderStatus"] == "READY")
        assert all(int(frame.id) > int(step.id) for frame in again.frames()), "only what was missed"
    assert ready.data["cafeId"] == street.cafe_id


@pytest.mark.parametrize("path", ["/myPages/live", "/myPages/attention", "/myPages/pulse", "/contexts/order/events"])
def test_it_is_for_operators_only(street, path):
    assert street.anyone.get(path, expect=401).problem == "sign-in-required"
    for person in (street.guest(), street.staff, street.rider(at=None)):
        assert person.get(path, expect=403).problem == "role-not-allowed"


def test_money_in_doubt_needs_a_hand_at_once_and_no_longer_when_it_is_settled(town):
    guest = town.guest()
    silent = guest.place(latte(town.cafe_id), token="timeout_after_charge", expect=(201, 202))["orderId"]

    def listed():
        return {item["orderId"]: item for item in town.operator.get("/myPages/attention")["items"]}
    item = until(lambda: listed().get(silent), 10, "the unknown payment needs a hand")
    assert item["kind"] == "PAYMENT_UNKNOWN" and item["orderStatus"] == "PAYMENT_PENDING"
    assert item["cafeId"] == town.cafe_id and item["cafeName"]["ko"] and item["callNumber"]

    fine = guest.place(latte(town.cafe_id))["orderId"]
    town.staff.make(fine)
    town.staff.hand_over(fine)
    guest.page_until(fine, "COMPLETED")
    assert fine not in listed()


def test_the_pulse_counts_the_last_minutes_and_again_after_a_restart(own_town):
    town, cafe = own_town, own_town.cafe()
    guest, staff = town.guest(), town.staff_of(cafe)
    made, refused, waiting = [guest.place(latte(cafe))["orderId"] for _ in range(3)]
    staff.make(made)
    staff.hand_over(made)
    staff.ticket_until(refused)
    staff.reject(refused)
    guest.page_until(made, "COMPLETED")
    guest.page_until(refused, "REJECTED")
    guest.page_until(waiting, "PLACED")

    def counted(of=cafe):
        pulse = town.operator.get(f"/myPages/pulse?minutes=5&cafe={of}").body
        return {"open": pulse["open"], "waits": sum("waitP50" in minute for minute in pulse["minutes"])} | {
            step: sum(minute[step] for minute in pulse["minutes"]) for step in ("placed", "completed", "canceled")}
    right = {"open": 1, "waits": 1, "placed": 3, "completed": 1, "canceled": 1}
    assert counted() == right
    assert counted(town.cafe_id)["placed"] == 0
    everything = town.operator.get("/myPages/pulse").body
    assert len(everything["minutes"]) == 60 and sum(minute["placed"] for minute in everything["minutes"]) == 3
    town.server.restart()
    until(lambda: counted() == right, 10, "the figures are counted again")
    for wrong in ("0", "181", "x"):
        assert town.operator.get(f"/myPages/pulse?minutes={wrong}", expect=400).problem == "invalid-minutes"


@pytest.fixture
def own_town():
    with Server() as server:
        yield Street(server)


def test_an_orders_story_is_told_by_every_context_without_what_is_private(street):
    guest, rider = street.guest(), street.rider(NEXT_DOOR)
    basket = latte(street.cafe_id, deliver_to=NEXT_DOOR)
    order = guest.place(basket)
    order_id, pin = order["orderId"], order["destination"]["pin"]
    street.staff.make(order_id)
    until(lambda: rider.sees(order_id))
    rider.claim(order_id)
    guest.page_until(order_id, "READY")

    def told(context):
        return street.operator.get(f"/contexts/{context}/events?order={order_id}")["items"]
    until(lambda: "MessageSent" in [event["type"] for event in told("notification")])
    for context in CONTEXTS + ("delivery",):
        events = told(context)
        assert [event["version"] for event in events] == list(range(1, len(events) + 1)), context
        assert {(event["source"], event["correlationId"]) for event in events} == {(context, order_id)}
        for event in events:
            data = json.loads(event["data"])
            words = event["data"]
            assert f'"{pin}"' not in words and basket["destination"]["address"] not in words, event
            assert basket["destination"]["phone"] not in words and isinstance(data, dict)
    assert "MakeCompleted" in [event["type"] for event in told("cafe")]
    assert "DeliveryClaimed" in [event["type"] for event in told("delivery")]
    assert "•••" in next(event for event in told("order") if event["type"] == "OrderPlaced")["data"]


def test_the_log_of_a_context_is_read_back_from_its_end(street):
    street.guest().place(latte(street.cafe_id))
    last = street.operator.get("/contexts/order/events?limit=1")
    before = street.operator.get(f"/contexts/order/events?limit=1&after={last['next']}")["items"]
    assert last["items"][0]["position"] > before[0]["position"]
    assert street.operator.get("/contexts/order/events?after=x", expect=400).problem == "invalid-after"
    assert street.operator.get("/contexts/order/events?order=..", expect=400).problem == "invalid-order"
    assert street.operator.get("/contexts/nothing/events", expect=404).problem == "not-found"
