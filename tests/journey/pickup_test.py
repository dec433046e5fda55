"""From a guest's order to a drink in the hand."""

import pytest
from support import NEXT_DOOR, PICKUP, assert_never_backwards, latte, shows, statuses, steps, until


def test_a_guest_orders_collects_and_sees_every_status_on_the_page_and_live(street):
    guest, staff = street.guest(), street.staff
    placed = guest.place(latte(street.cafe_id))
    order_id, call_number = placed["orderId"], placed["callNumber"]
    assert placed["status"] == "PLACED"
    page = guest.page_until(order_id, "PLACED")
    assert page["paymentStatus"] == "APPROVED" and page["originStatus"] == "결제됨" and page["cancelable"]
    assert page["callNumber"] == call_number

    with guest.page_stream(order_id) as live, guest.page_stream(order_id, last_event_id=0) as whole:
        live.wait_for(shows("PLACED"))  # opened before the café has said anything
        assert staff.ticket_until(order_id)["status"] == "RECEIVED"
        staff.approve(order_id, ready_in_minutes=7)
        page = guest.page_until(order_id, "ACCEPTED")
        assert page["promisedAt"] and page["queue"]["position"] >= 1 and page["cancelable"]
        staff.make_start(order_id)
        page = guest.page_until(order_id, "PREPARING")
        assert page["originStatus"] == "제조중" and not page["cancelable"]
        staff.make_complete(order_id)
        page = guest.page_until(order_id, "READY")
        assert page["originStatus"] == "제조완료" and "queue" not in page
        staff.hand_over(order_id, expect=200)
        page = guest.page_until(order_id, "COMPLETED")
        assert page["completedAt"] and page["orderStatusText"]["ko"] and page["orderStatusText"]["en"]

        for stream, expected in ((live, PICKUP[1:]), (whole, PICKUP)):
            stream.wait_for(shows("COMPLETED"))
            assert statuses(stream) == expected
            assert_never_backwards(stream)

    until(lambda: guest.order(order_id)["status"] == "COMPLETED")  # the page follows the café, not the order
    assert staff.ticket(order_id)["status"] == "HANDED_OVER"
    until(lambda: street.operator.payment(order_id)["status"] == "SETTLED")
    assert street.operator.transaction(order_id)["refunds"] == 0
    assert guest.pages()[0]["orderId"] == order_id


def test_the_guest_is_told_each_step_in_their_language(street):
    for language, words in (("ko", "음료가 준비됐어요"), ("en", "Your drinks are ready")):
        guest = street.guest(language)
        order_id = guest.place(latte(street.cafe_id))["orderId"]
        street.staff.make(order_id)
        assert words in guest.told("ready", order_id)["text"]
        for message in ("placed", "accepted", "making"):
            guest.told(message, order_id)


def test_the_server_adds_up_the_price_of_drinks_and_options(street):
    guest = street.guest()
    basket = latte(street.cafe_id, quantity=2, options=("ice", "shot", "vanilla"))
    basket["lines"].append({"menuId": "cookie", "quantity": 3, "options": []})
    price = 2 * (4500 + 500 + 500 + 600) + 3 * 2500
    assert guest.quote(basket, expect=200)["totalPrice"] == {"amount": price, "currency": "KRW"}
    placed = guest.place(basket | {"totalPrice": {"amount": price, "currency": "KRW"}})
    assert placed["totalPrice"]["amount"] == price
    assert street.operator.transaction(placed["orderId"])["captured"]["amount"] == price
    ticket = street.staff.ticket_until(placed["orderId"])
    assert [(line["menuId"], line["quantity"]) for line in ticket["lines"]] == [("latte", 2), ("cookie", 3)]
    assert [chosen["id"] for chosen in ticket["lines"][0]["options"]] == ["ice", "shot", "vanilla"]


def test_a_stream_resumes_after_a_disconnect_without_gap_or_repeat(street):
    guest, staff = street.guest(), street.staff
    order_id = guest.place(latte(street.cafe_id))["orderId"]
    staff.ticket_until(order_id)
    with guest.page_stream(order_id, last_event_id=0) as before:
        staff.approve(order_id)
        before.wait_for(shows("ACCEPTED"))
    staff.make_start(order_id)
    staff.make_complete(order_id)
    guest.page_until(order_id, "READY")
    with guest.page_stream(order_id, before.last_id) as after:
        after.wait_for(shows("READY"))
        staff.hand_over(order_id)
        after.wait_for(shows("COMPLETED"))
        with guest.page_stream(order_id, last_event_id=0) as whole:
            whole.wait_for(shows("COMPLETED"))
            assert steps(before) + steps(after) == steps(whole)
            assert_never_backwards(whole)


def test_one_stream_shows_all_orders_of_a_guest_and_nobody_elses(street):
    guest, stranger = street.guest(), street.guest()
    with guest.stream("/myPages/stream") as mine:
        orders = [guest.place(latte(street.cafe_id))["orderId"] for _ in range(3)]
        theirs = stranger.place(latte(street.cafe_id))["orderId"]
        street.staff.ticket_until(orders[0])
        street.staff.approve(orders[0])
        mine.wait_for(lambda page: page["orderId"] == orders[0] and page["orderStatus"] == "ACCEPTED")
        mine.wait_for(lambda page: page["orderId"] == orders[2] and page["orderStatus"] == "PLACED")
        stranger.page_until(theirs, "PLACED")
        assert {page["orderId"] for page in mine.data()} == set(orders)


def test_the_bar_sees_a_paid_order_live(street):
    cafe_id = street.cafe()
    staff = street.staff_of(cafe_id)
    with staff.stream(f"/cafeOrders/stream?cafeId={cafe_id}") as bar:
        guest = street.guest()
        order_id = guest.place(latte(cafe_id, note="얼음 적게"))["orderId"]
        ticket = bar.wait_for(lambda event: event["orderId"] == order_id)
        assert ticket.event == "CafeOrderAdded" and ticket.data["note"] == "얼음 적게"
        staff.approve(order_id)
        bar.wait_for(lambda event: event["orderId"] == order_id, event="OrderApproved")


def test_a_drink_is_not_handed_over_for_a_wrong_call_number(street):
    guest, staff = street.guest(), street.staff
    placed = guest.place(latte(street.cafe_id))
    order_id = placed["orderId"]
    staff.make(order_id)
    refused = staff.hand_over(order_id, body={"callNumber": "0000"}, expect=422)
    assert refused.problem == "wrong-call-number" and staff.ticket(order_id)["status"] == "MADE"
    assert staff.hand_over(order_id, body={"callNumber": placed["callNumber"]})["status"] == "HANDED_OVER"


def test_a_step_that_the_ticket_does_not_allow_is_refused_and_says_what_is(street):
    guest, staff = street.guest(), street.staff
    order_id = guest.place(latte(street.cafe_id))["orderId"]
    version = staff.ticket_until(order_id)["version"]
    refused = staff.make_complete(order_id, expect=409)
    assert refused["state"] == "RECEIVED" and refused["allowed"] == ["approve", "reject"]
    assert staff.ticket(order_id)["version"] == version


@pytest.fixture(scope="module")
def one_barista(street):
    """A café of its own, where drinks are made one after the other, a minute each."""
    cafe_id = street.cafe(stations=1, secondsPerUnit=60)
    return cafe_id, street.staff_of(cafe_id)


def test_the_place_in_the_queue_and_the_wait_shrink_as_others_finish(street, one_barista):
    cafe_id, staff = one_barista
    guests = [street.guest() for _ in range(3)]
    orders = [guest.place(latte(cafe_id, quantity=2))["orderId"] for guest in guests]
    with guests[2].page_stream(orders[2]) as live:
        for order_id in orders:
            staff.ticket_until(order_id)
            staff.approve(order_id, ready_in_minutes=0)
        last = guests[2]

        def queue(position):
            def there():
                shown = last.page(orders[2]).body.get("queue")
                return shown if shown and shown["position"] == position else None
            return until(there, what=f"position {position}")

        third = queue(3)
        assert third["ordersAhead"] == 2 and third["unitsAhead"] == 4 and third["etaLow"] < third["etaHigh"]
        queues = street.anyone.get(f"/myPages/queues/{cafe_id}").body
        assert queues["ordersAhead"] == 3 and queues["unitsAhead"] == 6
        assert 1 <= queues["minutesLow"] <= queues["minutesHigh"]

        shown = [third]
        for position, done in ((2, orders[0]), (1, orders[1])):
            staff.make_start(done)
            staff.make_complete(done)
            shown.append(queue(position))
        assert [one["unitsAhead"] for one in shown] == [4, 2, 0]
        for earlier, later in zip(shown, shown[1:]):
            assert later["etaLow"] < earlier["etaLow"] and later["etaHigh"] < earlier["etaHigh"]
        live.wait_for(lambda figures: figures.get("position") == 1, event="queue")
        positions = [figures["position"] for figures in live.data("queue")]
        assert positions == sorted(positions, reverse=True) and positions[-1] == 1

    staff.make_start(orders[2])
    staff.make_complete(orders[2])
    until(lambda: street.anyone.get(f"/myPages/queues/{cafe_id}")["ordersAhead"] == 0)


def test_a_pickup_has_no_delivery_and_no_pin(street):
    guest = street.guest()
    order_id = guest.place(latte(street.cafe_id))["orderId"]
    page = guest.page_until(order_id, "PLACED")
    assert "pin" not in page and "deliveryStatus" not in page
    guest.get(f"/deliveries/{order_id}", expect=404)
    guest.place(latte(street.cafe_id, destination={"address": "x", "place": NEXT_DOOR}), expect=400)
