"""When an order ends without a drink: the money goes back exactly once, the delivery ends, and the customer is told."""

import pytest
from support import NEXT_DOOR, at_once, latte, until


def placed(street, guest, to=None, **more):
    """An order whose ticket has reached the bar."""
    order_id = guest.place(latte(street.cafe_id, deliver_to=to), **more)["orderId"]
    street.staff.ticket_until(order_id)
    return order_id


def assert_undone(street, guest, order_id, told, status="CANCELED"):
    """Refunded once at the provider, shown on the page, told to the customer, and the books agree."""
    page = guest.page_until(order_id, status)
    assert page["originStatus"] == "취소됨" and not page["cancelable"]
    truth = street.operator.refunded_once(order_id)
    until(lambda: guest.page(order_id)["paymentStatus"] == "REFUNDED")
    refund = guest.page(order_id)["refund"]
    assert refund["state"] == "DONE" and refund["amount"] == truth["captured"]
    message = guest.told(told, order_id)
    assert message["text"]
    guest.told("refunded", order_id)
    until(lambda: guest.order(order_id)["status"] == "CANCELED")
    assert all(total["amount"] == 0 for total in street.operator.ledger()["total"])
    return page


def assert_delivery_canceled(street, guest, order_id):
    assert guest.page(order_id)["deliveryStatus"] == "CANCELED"
    until(lambda: guest.get(f"/deliveries/{order_id}")["status"] == "CANCELED")


@pytest.mark.parametrize("to", [None, NEXT_DOOR], ids=["pickup", "delivery"])
def test_a_rejected_order_is_refunded_and_the_customer_told_why(street, to):
    guest = street.guest()
    order_id = placed(street, guest, to)
    assert street.staff.reject(order_id, "sold_out", "우유가 떨어졌어요")["status"] == "REJECTED"
    page = assert_undone(street, guest, order_id, "rejected", status="REJECTED")
    assert page["cancelReason"] == "sold_out" and page["note"] == "우유가 떨어졌어요"
    if to:
        assert_delivery_canceled(street, guest, order_id)
    assert street.staff.make_start(order_id, expect=409).problem == "order-rejected"


def test_a_rejection_needs_a_reason(street):
    guest = street.guest()
    order_id = placed(street, guest)
    assert street.staff.command(order_id, "reject", {}, expect=400).problem == "invalid-body"
    assert street.staff.ticket(order_id)["status"] == "RECEIVED"


@pytest.mark.parametrize("approved", [False, True], ids=["unanswered", "accepted"])
def test_a_cancel_before_making_refunds_and_ends_the_delivery(street, approved):
    guest = street.guest()
    order_id = placed(street, guest, NEXT_DOOR)
    if approved:
        street.staff.approve(order_id)
    assert guest.cancel(order_id)["status"] == "CANCELED"
    page = assert_undone(street, guest, order_id, "canceled")
    assert page["cancelReason"] == "customer_request"
    assert_delivery_canceled(street, guest, order_id)
    assert street.staff.ticket_until(order_id, "VOID")
    assert street.staff.make_start(order_id, expect=409).problem == "order-canceled"
    assert guest.cancel(order_id)["status"] == "CANCELED"  # once more: already so
    assert street.operator.transaction(order_id)["refunds"] == 1


def test_a_cancel_after_making_has_begun_is_refused_and_says_why_in_both_languages(street):
    guest = street.guest()
    order_id = placed(street, guest)
    street.staff.approve(order_id)
    street.staff.make_start(order_id)
    for language, words in (("ko", "만들기 시작해서 취소할 수 없어요"), ("en", "Making has begun")):
        refused = guest.cancel(order_id, expect=409, headers={"Accept-Language": language})
        assert refused.problem == "making-started" and refused["type"] == "/problems/making-started"
        assert words in refused["detail"] and refused["title"] and refused["status"] == 409
    street.staff.make_complete(order_id)
    refused = guest.cancel(order_id, expect=409)
    assert refused.problem == "making-started" and "ready" in refused["detail"]
    street.staff.hand_over(order_id)
    guest.page_until(order_id, "COMPLETED")
    until(lambda: guest.order(order_id)["status"] == "COMPLETED")
    assert guest.cancel(order_id, expect=409).problem == "order-completed"
    assert street.operator.transaction(order_id)["refunds"] == 0


def test_an_aborted_drink_is_refunded(street):
    guest, rider = street.guest(), street.rider(NEXT_DOOR)
    order_id = placed(street, guest, NEXT_DOOR)
    street.staff.approve(order_id)
    street.staff.make_start(order_id)
    until(lambda: rider.sees(order_id))
    rider.claim(order_id)
    assert street.staff.abort(order_id, "sold_out", "기계가 멈췄어요")["status"] == "ABORTED"
    page = assert_undone(street, guest, order_id, "canceled")
    assert page["note"] == "기계가 멈췄어요"
    assert_delivery_canceled(street, guest, order_id)
    rider.told("rider_canceled", order_id)
    assert rider.pick_up(order_id, page["callNumber"], expect=409).problem == "delivery-canceled"
    assert rider.get("/deliveries/shift")["active"] == []


def test_the_operator_ends_an_order_and_it_is_refunded(street):
    guest = street.guest()
    order_id = placed(street, guest)
    guest.post(f"/orders/{order_id}/forceCancel", {"reason": "정전"}, expect=403)
    refused = street.operator.post(f"/orders/{order_id}/forceCancel", {"reason": " "}, expect=422, key=guest.new_key())
    assert refused.problem == "reason-required"
    street.operator.post(f"/orders/{order_id}/forceCancel", {"reason": "정전"}, expect=200, key=guest.new_key())
    page = assert_undone(street, guest, order_id, "canceled")
    assert page["cancelReason"] == "operator_decision" and page["note"] == "정전"
    street.staff.ticket_until(order_id, "VOID")


def test_an_unanswered_order_asks_the_customer_then_ends_and_is_refunded(open_street):
    street = open_street(ask_after="300ms", cancel_after="1200ms")
    guest = street.guest()
    with street.staff.stream(f"/cafeOrders/stream?cafeId={street.cafe_id}") as bar:
        order_id = placed(street, guest, NEXT_DOOR)
        with guest.page_stream(order_id, last_event_id=0) as live:
            live.wait_for(lambda shown: shown.get("askCustomer") and shown["orderStatus"] == "PLACED")
        guest.told("unanswered", order_id)
        page = assert_undone(street, guest, order_id, "canceled")
        assert page["cancelReason"] == "unanswered" and not guest.page(order_id)["askCustomer"]
        assert_delivery_canceled(street, guest, order_id)
        bar.wait_for(lambda event: event["orderId"] == order_id, event="CancelGranted")
    assert street.staff.approve(order_id, expect=409).problem == "order-canceled"


def test_an_answered_order_is_left_alone(open_street):
    street = open_street(ask_after="300ms", cancel_after="1200ms")
    guest, other = street.guest(), street.guest()
    order_id = placed(street, guest)
    street.staff.approve(order_id)
    later = placed(street, other)
    other.page_until(later, "CANCELED")  # its time is over, so that of the first is too
    assert guest.page(order_id)["orderStatus"] == "ACCEPTED" and not guest.page(order_id)["askCustomer"]
    assert street.operator.transaction(order_id)["refunds"] == 0


def test_a_drink_that_nobody_collects_ends_the_order_without_a_refund(open_street):
    street = open_street(collect_within="400ms")
    guest = street.guest()
    order_id = placed(street, guest)
    call_number = guest.order(order_id)["callNumber"]
    street.staff.make(order_id)
    guest.page_until(order_id, "UNCLAIMED")
    guest.told("not_collected", order_id)
    until(lambda: street.operator.payment(order_id)["status"] == "SETTLED")
    assert street.operator.transaction(order_id)["refunds"] == 0
    assert guest.cancel(order_id, expect=409).problem == "order-completed"
    street.staff.hand_over(order_id, body={"callNumber": call_number})  # they came after all
    assert street.staff.ticket(order_id)["status"] == "HANDED_OVER"
    until(lambda: street.operator.ledger()["total"][0]["amount"] == 0)


def test_an_order_that_no_rider_takes_is_refunded_once_and_told(open_street):
    street = open_street(give_up_after="600ms", widen_after="300ms")
    guest = street.guest()
    order_id = placed(street, guest, NEXT_DOOR)
    street.staff.make(order_id)
    page = assert_undone(street, guest, order_id, "canceled")
    assert page["cancelReason"] == "no_rider" and "rider" in guest.told("canceled", order_id)["text"]
    assert_delivery_canceled(street, guest, order_id)
    street.staff.ticket_until(order_id, "VOID")
    rider = street.rider(NEXT_DOOR)
    assert not rider.sees(order_id)
    assert rider.claim(order_id, expect=409).problem == "delivery-canceled"


def test_a_payment_that_is_approved_too_late_is_refunded_and_never_placed(open_street):
    street = open_street(pay_within="900ms", charge_timeout="200ms", inquire_every="100ms")
    guest = street.guest()
    order_id = guest.place(latte(street.cafe_id), token="stall_then_charge", expect=202)["orderId"]
    guest.page_until(order_id, "EXPIRED")
    guest.told("expired", order_id)
    street.operator.refunded_once(order_id, timeout=20)
    guest.told("refunded", order_id)
    assert guest.order(order_id)["status"] == "EXPIRED"
    assert guest.page(order_id)["orderStatus"] == "EXPIRED"
    street.staff.ticket(order_id, expect=404)
    assert not [m for m in guest.messages() if m["message"] == "placed"]


def test_a_cancel_while_the_payment_is_unknown_refunds_what_was_charged(open_street):
    street = open_street(charge_timeout="200ms", inquire_every="3s")
    guest = street.guest()
    order_id = guest.place(latte(street.cafe_id), token="timeout_after_charge", expect=202)["orderId"]
    assert guest.cancel(order_id)["status"] == "CANCELED"
    street.operator.refunded_once(order_id)
    guest.page_until(order_id, "CANCELED")
    guest.told("refunded", order_id)
    street.staff.ticket(order_id, expect=404)


@pytest.mark.parametrize("trouble", ["fail", "time_out"])
def test_a_refund_in_trouble_is_made_all_the_same_and_once(open_street, trouble):
    street = open_street(charge_timeout="200ms", inquire_every="200ms")
    guest = street.guest()
    order_id = placed(street, guest)
    street.operator.post("/sandbox/refunds", {"count": 2, "trouble": trouble}, expect=200)
    assert guest.cancel(order_id)["status"] == "CANCELED"
    assert_undone(street, guest, order_id, "canceled")


def completed(street, guest):
    order_id = placed(street, guest)
    street.staff.make(order_id)
    street.staff.hand_over(order_id)
    until(lambda: street.operator.payment(order_id)["status"] == "SETTLED")
    return order_id


def refund(street, order_id, expect=200, **body):
    return street.operator.post(f"/payments/{order_id}/refund", {"reason": "식었어요"} | body, expect=expect,
                                key=street.operator.new_key())


def krw(amount):
    return {"amount": amount, "currency": "KRW"}


def test_no_refund_leaves_an_order_standing(street):
    guest = street.guest()
    order_id = placed(street, guest)
    assert refund(street, order_id, expect=409).problem == "order-open"
    assert street.operator.payment(order_id)["status"] == "PAID"
    street.staff.make(order_id)
    street.staff.hand_over(order_id)
    guest.page_until(order_id, "COMPLETED")
    assert street.operator.transaction(order_id)["refunds"] == 0


def test_an_order_whose_payment_is_not_known_yet_is_canceled_and_not_refunded(open_street):
    street = open_street(charge_timeout="300ms", inquire_every="100ms")
    guest = street.guest()
    order_id = guest.place(latte(street.cafe_id), token="stall_then_charge", expect=202)["orderId"]
    assert refund(street, order_id, expect=409).problem == "order-open"
    street.operator.post(f"/orders/{order_id}/forceCancel", {"reason": "정전"}, expect=200, key=guest.new_key())
    street.operator.refunded_once(order_id)
    assert guest.page_until(order_id, "CANCELED")["refund"]["state"] == "DONE"
    street.staff.ticket(order_id, expect=404)


def test_a_completed_order_is_refunded_in_parts_by_whom_the_operator_names(street):
    guest = street.guest()
    order_id = completed(street, guest)
    before = {entry["account"]: entry["balance"]["amount"] for entry in street.operator.ledger()["accounts"]}
    guest.post(f"/payments/{order_id}/refund", {"reason": "나도"}, expect=403)
    assert refund(street, order_id, expect=422, amount=krw(4501)).problem == "refund-too-large"
    assert refund(street, order_id, expect=400, amount=krw(0)).problem == "invalid-amount"
    refund(street, order_id, amount=krw(1500), borneBy="head_office")
    until(lambda: street.operator.payment(order_id).body.get("refunded") == krw(1500))
    page = until(lambda: (shown := guest.page(order_id)).body.get("refund", {}).get("state") == "DONE" and shown)
    assert page["orderStatus"] == "COMPLETED" and page["refund"]["amount"] == krw(1500)
    assert page["paymentStatus"] == "APPROVED"
    assert "KRW 1,500" in guest.told("refunded", order_id)["text"]
    refund(street, order_id)
    until(lambda: street.operator.payment(order_id).body.get("refunded") == krw(4500))
    until(lambda: guest.page(order_id)["refund"]["amount"] == krw(4500))
    until(lambda: sum(message["message"] == "refunded" and message["orderId"] == order_id for message in guest.messages()) == 2)
    assert refund(street, order_id, expect=409).problem == "nothing-to-refund"
    truth = street.operator.transaction(order_id)
    assert truth["captures"] == 1 and truth["refunds"] == 2 and truth["refunded"] == truth["captured"]
    after = {entry["account"]: entry["balance"]["amount"] for entry in street.operator.ledger()["accounts"]}
    assert after["refund_expense"] - before.get("refund_expense", 0) == 1500
    assert after[f"cafe_payable:{street.cafe_id}"] - before[f"cafe_payable:{street.cafe_id}"] == 3000
    assert all(total["amount"] == 0 for total in street.operator.ledger()["total"])


@pytest.mark.parametrize("trouble", ["fail", "time_out"])
def test_a_late_refund_in_trouble_is_made_all_the_same_and_once(open_street, trouble):
    street = open_street(charge_timeout="200ms", inquire_every="200ms")
    guest = street.guest()
    order_id = completed(street, guest)
    street.operator.post("/sandbox/refunds", {"count": 2, "trouble": trouble}, expect=200)
    refund(street, order_id, amount=krw(1000))
    assert refund(street, order_id, expect=409).problem == "refund-pending"
    until(lambda: street.operator.payment(order_id).body.get("refunded") == krw(1000))
    assert street.operator.transaction(order_id)["refunded"] == krw(1000)


def test_a_forced_cancel_calls_the_rider_back_and_nobody_is_told_of_a_delivery(street):
    guest, rider = street.guest(), street.rider(NEXT_DOOR)
    order = guest.place(latte(street.cafe_id, deliver_to=NEXT_DOOR))
    order_id = order["orderId"]
    street.staff.ticket_until(order_id)
    street.staff.make(order_id)
    until(lambda: rider.sees(order_id))
    rider.claim(order_id)
    rider.pick_up(order_id, order["callNumber"])
    street.operator.post(f"/orders/{order_id}/forceCancel", {"reason": "사고"}, expect=200, key=guest.new_key())
    rider.told("rider_recalled", order_id)
    until(lambda: rider.get("/deliveries/shift")["active"] == [])
    assert rider.confirm(order_id, order["destination"]["pin"], expect=409).problem == "delivery-canceled"
    street.operator.refunded_once(order_id)
    assert guest.page_until(order_id, "CANCELED")["deliveryStatus"] == "CANCELED"
    assert "delivered" not in {message["message"] for message in guest.messages()}


def test_whoever_hands_over_is_paid_whichever_of_hand_over_and_forced_cancel_was_first(open_street):
    """Two contexts decide at the same time: the customer may get drink and money, but then the café has its share."""
    street = open_street()
    guests = [street.guest() for _ in range(4)]
    orders = [placed(street, guests[i % 4]) for i in range(24)]
    for order_id in orders:
        street.staff.make(order_id)

    for order_id in orders:
        at_once(lambda: street.staff.command(order_id, "handOver", {}, expect=(200, 409)),  # noqa: B023
                lambda: street.operator.post(f"/orders/{order_id}/forceCancel", {"reason": "정전"},  # noqa: B023
                                             expect=(200, 409), key=street.operator.new_key()))

    def ended():
        payments = [street.operator.payment(order_id)["status"] for order_id in orders]
        return all(status in ("SETTLED", "REFUNDED") for status in payments) and payments
    payments = until(ended)
    handed_over = [street.staff.ticket(order_id)["status"] == "HANDED_OVER" for order_id in orders]

    def paid_to_the_cafe():
        accounts = {entry["account"]: entry["balance"]["amount"] for entry in street.operator.ledger()["accounts"]}
        return -accounts.get(f"cafe_payable:{street.cafe_id}", 0) == 4500 * sum(handed_over) and accounts
    accounts = until(paid_to_the_cafe)
    lost = sum(given and payment == "REFUNDED" for given, payment in zip(handed_over, payments, strict=True))
    assert accounts.get("refund_expense", 0) == 4500 * lost
    assert all(total["amount"] == 0 for total in street.operator.ledger()["total"])
