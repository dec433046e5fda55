"""One Idempotency-Key, one effect, one answer: however often and however simultaneously it is sent."""

from support import NEXT_DOOR, Server, Street, at_once, latte, until


def assert_one_order_and_one_charge(street, guest, order_id):
    assert [order["orderId"] for order in guest.orders()] == [order_id]
    guest.page_until(order_id, "PLACED")
    assert len(guest.pages()) == 1
    street.staff.ticket_until(order_id)
    truth = street.operator.transaction(order_id)
    assert truth["captures"] == 1 and truth["refunds"] == 0


def test_a_hundred_at_once_are_one_order_one_charge_and_one_answer(street):
    guest, key, basket = street.guest(), street.guest().new_key(), latte(street.cafe_id)
    charges = len(street.operator.transactions())
    answers = at_once(*[lambda: guest.place(basket, key=key, expect=201)] * 100)
    assert len({answer.raw for answer in answers}) == 1
    assert_one_order_and_one_charge(street, guest, answers[0]["orderId"])
    assert len(street.operator.transactions()) == charges + 1
    assert guest.place(basket, key=key).raw == answers[0].raw


def test_a_hundred_at_once_are_one_charge_even_if_its_answer_is_lost(open_street):
    street = open_street(charge_timeout="300ms", inquire_every="100ms")
    guest, key, basket = street.guest(), street.guest().new_key(), latte(street.cafe_id)
    answers = at_once(*[lambda: guest.place(basket, token="timeout_after_charge", key=key, expect=(201, 202))] * 100)
    assert len({answer["orderId"] for answer in answers}) == 1
    order_id = answers[0]["orderId"]
    guest.page_until(order_id, "PLACED")
    assert_one_order_and_one_charge(street, guest, order_id)


def test_a_key_used_for_another_request_is_refused(street):
    guest, key = street.guest(), street.guest().new_key()
    first = guest.place(latte(street.cafe_id), key=key)
    for other in (latte(street.cafe_id, quantity=2), latte(street.cafe_id, deliver_to=NEXT_DOOR)):
        refused = guest.place(other, key=key, expect=422)
        assert refused.problem == "idempotency-key-reused"
    assert [order["orderId"] for order in guest.orders()] == [first["orderId"]]


def test_an_order_without_a_key_is_refused(street):
    guest = street.guest()
    body = latte(street.cafe_id) | {"payment": {"method": "card", "token": "approve"}}
    assert guest.post("/orders", body, expect=400).problem == "idempotency-key-missing"
    assert guest.orders() == []


def test_the_same_key_of_another_guest_is_another_key(street):
    key, basket = street.guest().new_key(), latte(street.cafe_id)
    first, second = street.guest(), street.guest()
    one, other = first.place(basket, key=key), second.place(basket, key=key)
    assert one["orderId"] != other["orderId"]
    assert_one_order_and_one_charge(street, first, one["orderId"])
    assert_one_order_and_one_charge(street, second, other["orderId"])


def test_a_refusal_is_not_remembered_so_the_same_key_may_succeed_later(street):
    guest, key, basket = street.guest(), street.guest().new_key(), latte(street.cafe_id)
    sold_out = {"menuId": "latte", "soldOut": True}
    cafe_id = street.cafe()
    basket["cafeId"] = cafe_id
    street.operator.post(f"/cafes/{cafe_id}/soldOut", sold_out, expect=200, key=guest.new_key())
    until(lambda: guest.quote(basket, expect=(200, 422)).status == 422)
    assert guest.place(basket, key=key, expect=422).problem == "sold-out"
    street.operator.post(f"/cafes/{cafe_id}/soldOut", sold_out | {"soldOut": False}, expect=200, key=guest.new_key())
    until(lambda: guest.quote(basket, expect=(200, 422)).status == 200)
    assert guest.place(basket, key=key)["status"] == "PLACED"


def test_a_repeated_command_of_the_bar_gives_the_same_answer(street):
    guest, staff = street.guest(), street.staff
    order_id = guest.place(latte(street.cafe_id))["orderId"]
    staff.ticket_until(order_id)
    key = staff.new_key()
    first = staff.approve(order_id, key=key)
    staff.make_start(order_id)
    assert staff.approve(order_id, key=key).raw == first.raw
    assert staff.approve(order_id, ready_in_minutes=9, key=key, expect=422).problem == "idempotency-key-reused"
    assert staff.ticket(order_id)["status"] == "MAKING"


def test_after_restarts_the_same_key_still_gives_the_same_answer():
    with Server() as server:
        street = Street(server)
        guest, key, basket = street.guest(), street.guest().new_key(), latte(street.cafe_id)
        first = guest.place(basket, key=key)
        declined_key = guest.new_key()
        declined = guest.place(basket, token="decline", key=declined_key, expect=402)
        for kill in (False, True):
            server.restart(kill=kill)
            assert guest.place(basket, key=key).raw == first.raw
            assert guest.place(basket, token="decline", key=declined_key, expect=402).raw == declined.raw
            guest.place(latte(street.cafe_id, quantity=2), key=key, expect=422)
        assert len(guest.orders()) == 2
        assert street.operator.transaction(first["orderId"])["captures"] == 1
