"""Payments that are declined, stall, or time out after the charge: no café sees an unpaid order, and no captured money
stays with nobody."""

import random
import threading

import pytest
from support import latte, until

FINAL = {"PLACED", "PAYMENT_FAILED", "EXPIRED", "CANCELED"}


@pytest.fixture
def street(open_street):
    """Where a charge is answered within 300 ms or not, and the provider is asked soon."""
    return open_street(charge_timeout="300ms", charge_valid="10s", inquire_every="100ms")


def outcome(guest, order_id, timeout=20):
    def ended():
        status = guest.order(order_id)["status"]
        return status if status in FINAL else None
    return until(ended, timeout, f"the payment of {order_id} is known")


def assert_nobody_saw_it(street, guest, order_id):
    street.staff.ticket(order_id, expect=404)
    assert not [m for m in guest.messages() if m["message"] == "placed" and m["orderId"] == order_id]


def captures(street, order_id):
    truth = street.operator.transaction(order_id)
    return truth["captures"] if truth else 0


def test_a_declined_payment_orders_nothing_and_says_so_in_both_languages(street):
    for language, words in (("ko", "결제가 승인되지 않았어요"), ("en", "The payment was declined")):
        guest = street.guest(language)
        refused = guest.place(latte(street.cafe_id), token="decline", expect=402)
        assert refused.problem == "payment-declined" and words in refused["detail"]
        [order] = guest.orders()
        assert order["status"] == "PAYMENT_FAILED"
        page = guest.page_until(order["orderId"], "PAYMENT_FAILED")
        assert page["paymentStatus"] == "FAILED" and "refund" not in page
        guest.told("payment_failed", order["orderId"])
        assert captures(street, order["orderId"]) == 0
        assert_nobody_saw_it(street, guest, order["orderId"])


def test_after_a_decline_the_guest_pays_with_something_else(street):
    guest = street.guest()
    guest.place(latte(street.cafe_id), token="decline", expect=402)
    placed = guest.place(latte(street.cafe_id), token="approve")
    assert placed["status"] == "PLACED" and street.staff.ticket_until(placed["orderId"])


def test_nobody_makes_the_sandbox_of_customers_hang(open_street):
    street = open_street(sandbox_troubles=False)
    assert street.guest().get("/sandbox/tokens")["items"] == ["approve", "decline"]
    for token in ("stall", "stall_then_charge", "timeout_after_charge"):
        guest = street.guest()
        assert guest.place(latte(street.cafe_id), token=token, expect=402).problem == "payment-declined"
        assert captures(street, guest.orders()[0]["orderId"]) == 0


def test_a_charge_whose_answer_is_lost_is_found_by_asking(street):
    guest, key = street.guest(), street.guest().new_key()
    answer = guest.place(latte(street.cafe_id), token="timeout_after_charge", key=key, expect=(201, 202))
    order_id = answer["orderId"]
    assert outcome(guest, order_id) == "PLACED"
    assert captures(street, order_id) == 1
    street.staff.ticket_until(order_id)
    assert guest.page_until(order_id, "PLACED")["paymentStatus"] == "APPROVED"
    again = guest.place(latte(street.cafe_id), token="timeout_after_charge", key=key)
    assert again["orderId"] == order_id and captures(street, order_id) == 1
    street.staff.make(order_id)
    street.staff.hand_over(order_id)
    until(lambda: street.operator.payment(order_id)["status"] == "SETTLED")


def test_a_charge_that_comes_late_is_awaited_and_the_order_stands_pending_until_then(street):
    guest = street.guest()
    pending = guest.place(latte(street.cafe_id), token="stall_then_charge", expect=202)
    assert pending["status"] == "PAYMENT_PENDING"
    order_id = pending["orderId"]
    with guest.page_stream(order_id, last_event_id=0) as live:
        live.wait_for(lambda page: page["paymentStatus"] == "UNKNOWN" and page["orderStatus"] == "PAYMENT_PENDING")
        assert outcome(guest, order_id) == "PLACED" and captures(street, order_id) == 1
        live.wait_for(lambda page: page["orderStatus"] == "PLACED")
    street.staff.ticket_until(order_id)


def test_a_payment_that_stalls_for_good_fails_without_a_charge(open_street):
    street = open_street(charge_timeout="300ms", charge_valid="2s", inquire_every="100ms")
    guest = street.guest()
    pending = guest.place(latte(street.cafe_id), token="stall", expect=202)
    assert pending["status"] == "PAYMENT_PENDING"
    order_id = pending["orderId"]
    assert outcome(guest, order_id) == "PAYMENT_FAILED" and captures(street, order_id) == 0
    guest.page_until(order_id, "PAYMENT_FAILED")
    guest.told("payment_failed", order_id)
    assert_nobody_saw_it(street, guest, order_id)


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_payments_do_no_cafe_sees_an_unpaid_order_and_no_charge_is_left_over(open_street, seed):
    # The late charge comes at 2 s: right at the end of its validity.
    street = open_street(charge_timeout="200ms", charge_valid="2s", inquire_every="100ms", pay_within="8s")
    chance, guests, expected = random.Random(seed), [street.guest() for _ in range(8)], {}
    cafe_id = street.cafe()
    staff = street.staff_of(cafe_id)
    tokens = ["approve", "decline", "stall", "stall_then_charge", "timeout_after_charge"]
    basket = latte(cafe_id)

    def place(guest):
        for _ in range(4):
            token = chance.choice(tokens)
            answer = guest.place(basket, token=token, expect=(201, 202, 402))
            expected[token] = expected.get(token, set()) | {answer.status}

    threads = [threading.Thread(target=place, args=(guest,)) for guest in guests]
    for thread in threads:
        thread.start()
    seen = set()

    def look_at_the_bar():
        for ticket in staff.tickets():
            if ticket["orderId"] not in seen:
                assert captures(street, ticket["orderId"]) == 1, ticket
                assert street.operator.payment(ticket["orderId"])["status"] in ("PAID", "SETTLED")
                seen.add(ticket["orderId"])

    while any(thread.is_alive() for thread in threads):
        look_at_the_bar()
    for thread in threads:
        thread.join()
    orders = {order["orderId"]: guest for guest in guests for order in guest.orders()}
    assert len(orders) == 32
    ended = {order_id: outcome(guest, order_id) for order_id, guest in orders.items()}
    placed = {order_id for order_id, status in ended.items() if status == "PLACED"}
    until(lambda: look_at_the_bar() or seen == placed, what="the bar has every paid order and no other")
    for order_id in orders:
        truth = street.operator.transaction(order_id)
        if order_id in placed:
            assert truth["captures"] == 1 and truth["refunds"] == 0, truth
        elif truth and truth["captures"]:
            street.operator.refunded_once(order_id)
    assert expected.get("approve", {201}) == {201} and expected.get("decline", {402}) == {402}, expected
    assert street.operator.ledger()["total"][0]["amount"] == 0
