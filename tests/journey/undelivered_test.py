"""A delivery that was picked up and cannot be handed over: nobody is told that it was delivered, the drinks come back, and
who bears the loss depends on whose fault it was."""

import pytest
from support import NEXT_DOOR, at_once, latte, until

ITEMS, FEE = 4500, 3000


def on_the_way(street, guest, rider):
    """An order that its rider has picked up."""
    order = guest.place(latte(street.cafe_id, deliver_to=NEXT_DOOR))
    street.staff.make(order["orderId"])
    until(lambda: rider.sees(order["orderId"]))
    rider.claim(order["orderId"])
    rider.pick_up(order["orderId"], order["callNumber"])
    guest.page_until(order["orderId"], "OUT_FOR_DELIVERY")
    return order


def balances(street):
    ledger = street.operator.ledger()
    assert all(total["amount"] == 0 for total in ledger["total"])
    return {entry["account"]: entry["balance"]["amount"] for entry in ledger["accounts"]}


def moved(street, before, *accounts):
    """How each account has changed since."""
    after = balances(street)
    return tuple(after.get(account, 0) - before.get(account, 0) for account in accounts)


def earned(rider):
    day = rider.get("/deliveries/earnings")
    return day["total"]["amount"] if day["items"] else 0


def never_delivered(guest, order_id):
    assert "delivered" not in {m["message"] for m in guest.messages() if m["orderId"] == order_id}
    assert "completedAt" not in guest.page(order_id).body


@pytest.mark.parametrize("reason", ["customer_absent", "customer_unreachable", "wrong_address"])
def test_an_absent_customer_is_told_the_truth_and_the_drinks_come_back_to_the_bar(open_street, reason):
    street = open_street()
    guest, rider = street.guest("ko"), street.rider()
    before = balances(street)
    order = on_the_way(street, guest, rider)
    order_id = order["orderId"]
    failed = rider.fail(order_id, reason, "벨을 눌러도 답이 없어요")
    assert failed["status"] == "RETURNING" and failed["failure"] == reason and "destination" not in failed.body
    assert rider.get("/deliveries/shift")["active"] == []

    page = guest.page_until(order_id, "UNDELIVERED")
    assert page["deliveryStatus"] == "FAILED" and page["deliveryFailure"] == reason and "refund" not in page
    assert "매장에 연락" in guest.told("undelivered", order_id)["text"]
    never_delivered(guest, order_id)
    until(lambda: guest.order(order_id)["status"] == "UNDELIVERED")
    assert guest.cancel(order_id, expect=409).problem == "order-completed"
    rider.told("rider_failed", order_id)

    until(lambda: street.operator.payment(order_id)["status"] == "SETTLED")
    assert moved(street, before, f"cafe_payable:{street.cafe_id}", "rider_payable", "refund_expense") == (-ITEMS, -FEE, 0)
    assert earned(rider) == FEE

    street.staff.ticket_until(order_id, "RETURNING")
    assert order_id in [ticket["orderId"] for ticket in street.staff.tickets("READY")]
    assert street.staff.abort(order_id, expect=409).problem == "coming-back"
    assert street.staff.take_back(order_id)["status"] == "RETURNED"
    assert street.staff.make_start(order_id, expect=409).problem == "not-delivered"
    until(lambda: rider.get(f"/deliveries/{order_id}")["status"] == "FAILED")
    assert earned(rider) == FEE
    assert street.operator.get(f"/deliveries/{order_id}")["failureNote"] == "벨을 눌러도 답이 없어요"


def test_the_operator_can_give_an_absent_customer_money_back(open_street):
    street = open_street()
    guest, rider = street.guest(), street.rider()
    order_id = on_the_way(street, guest, rider)["orderId"]
    rider.fail(order_id)
    until(lambda: street.operator.payment(order_id)["status"] == "SETTLED")
    body = {"reason": "goodwill", "amount": {"amount": ITEMS, "currency": "KRW"}, "borneBy": "head_office"}
    street.operator.post(f"/payments/{order_id}/refund", body, expect=200, key=guest.new_key())
    until(lambda: guest.page(order_id).body.get("refund", {}).get("state") == "DONE")
    assert guest.page(order_id)["orderStatus"] == "UNDELIVERED"
    assert street.operator.transaction(order_id)["refunded"]["amount"] == ITEMS


@pytest.mark.parametrize("reason", ["drinks_damaged", "rider_unable"])
def test_what_the_house_failed_goes_back_in_full_and_the_head_office_bears_the_drinks(open_street, reason):
    street = open_street()
    guest, rider = street.guest(), street.rider()
    before = balances(street)
    order_id = on_the_way(street, guest, rider)["orderId"]
    assert rider.fail(order_id, reason)["status"] == "FAILED"
    assert "full refund" in guest.told("undelivered", order_id)["text"]
    page = until(lambda: (shown := guest.page(order_id)).body.get("refund", {}).get("state") == "DONE" and shown)
    assert page["orderStatus"] == "UNDELIVERED" and page["refund"]["amount"]["amount"] == ITEMS + FEE
    truth = street.operator.transaction(order_id)
    assert truth["captures"] == truth["refunds"] == 1 and truth["refunded"] == truth["captured"]
    accounts = (f"cafe_payable:{street.cafe_id}", "rider_payable", "refund_expense", "customer_prepaid", "provider_receivable")
    assert moved(street, before, *accounts) == (-ITEMS, 0, ITEMS, 0, 0)
    assert earned(rider) == 0
    assert street.staff.ticket(order_id)["status"] == "HANDED_OVER", "nothing comes back"
    assert street.operator.post(f"/payments/{order_id}/refund", {"reason": "again"}, expect=409,
                                key=guest.new_key()).problem == "nothing-to-refund"
    never_delivered(guest, order_id)


def test_a_rider_reports_only_what_was_picked_up_and_with_a_reason(open_street):
    street = open_street()
    guest, rider = street.guest(), street.rider()
    order = guest.place(latte(street.cafe_id, deliver_to=NEXT_DOOR))
    order_id = order["orderId"]
    street.staff.make(order_id)
    until(lambda: rider.sees(order_id))
    rider.claim(order_id)
    assert rider.fail(order_id, expect=409).problem == "not-picked-up"
    rider.pick_up(order_id, order["callNumber"])
    assert rider.command(order_id, "fail", {}, expect=400).problem == "invalid-body"
    assert rider.fail(order_id, note="x" * 501, expect=400).problem == "note-too-long"
    assert rider.fail(order_id, "customer_absent")["status"] == "RETURNING"
    assert rider.fail(order_id)["status"] == "RETURNING"  # once more: already so
    assert rider.confirm(order_id, order["destination"]["pin"], expect=409).problem == "delivery-failed"
    assert rider.release(order_id, expect=409).problem == "delivery-failed"


def test_the_operator_reports_it_for_a_rider_whose_account_is_disabled_and_writes_the_drinks_off(open_street):
    street = open_street()
    guest, rider = street.guest(), street.rider()
    order_id = on_the_way(street, guest, rider)["orderId"]
    street.operator.post(f"/accounts/{rider.id}/disable", expect=200, key=guest.new_key())
    street.operator.post(f"/deliveries/{order_id}/fail", {"reason": "wrong_address"}, expect=200, key=guest.new_key())
    guest.page_until(order_id, "UNDELIVERED")

    def returning():
        return [one["orderId"] for one in street.operator.get("/deliveries?state=RETURNING&limit=100")["items"]]
    assert order_id in returning()
    street.staff.ticket_until(order_id, "RETURNING")
    street.operator.post(f"/cafeOrders/{order_id}/takeBack", {"lost": True}, expect=200, key=guest.new_key())
    assert street.staff.ticket(order_id)["status"] == "LOST"
    until(lambda: order_id not in returning())


def test_a_forced_cancel_on_the_way_brings_the_drinks_back_to_the_bar_too(open_street):
    street = open_street()
    guest, rider = street.guest(), street.rider()
    order_id = on_the_way(street, guest, rider)["orderId"]
    street.operator.post(f"/orders/{order_id}/forceCancel", {"reason": "사고"}, expect=200, key=guest.new_key())
    street.staff.ticket_until(order_id, "RETURNING")
    assert street.staff.take_back(order_id)["status"] == "RETURNED"
    assert rider.fail(order_id, expect=409).problem == "delivery-canceled"


@pytest.mark.parametrize("other", ["confirm", "forceCancel"])
def test_of_a_failure_and_another_end_at_the_same_instant_one_wins_and_the_money_follows_it(open_street, other):
    street = open_street()
    before = balances(street)
    guests, riders = [street.guest() for _ in range(4)], [street.rider() for _ in range(4)]
    orders = [(on_the_way(street, guests[i % 4], riders[i % 4]), riders[i % 4]) for i in range(8)]
    for order, rider in orders:
        order_id, pin = order["orderId"], order["destination"]["pin"]
        end = {"confirm": lambda: rider.confirm(order_id, pin, expect=(200, 409)),  # noqa: B023
               "forceCancel": lambda: street.operator.post(f"/orders/{order_id}/forceCancel", {"reason": "정전"},  # noqa: B023
                                                           expect=(200, 409), key=rider.new_key())}[other]  # noqa: B023
        at_once(lambda: rider.fail(order_id, expect=(200, 409)), end)  # noqa: B023

    def settled():
        states = [street.operator.payment(order["orderId"])["status"] for order, _ in orders]
        return all(state in ("SETTLED", "REFUNDED") for state in states) and states
    payments = until(settled)
    pages = [guest.page(order["orderId"])["orderStatus"]
             for (order, _), guest in zip(orders, guests + guests, strict=True)]
    for page, payment in zip(pages, payments, strict=True):
        assert (page, payment) in [("UNDELIVERED", "SETTLED"), ("COMPLETED", "SETTLED"), ("CANCELED", "REFUNDED")]

    def agree():  # whoever has driven for it is paid for it, as each rider's own page says
        return -moved(street, before, "rider_payable")[0] == sum(earned(rider) for rider in riders)
    until(agree, 10, "the ledger pays the riders what their earnings say")
