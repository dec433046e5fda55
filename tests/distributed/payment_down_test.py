"""Order asks payment and waits: what customers see when payment is gone, or hangs, and when it is back."""

import time

import pytest
from support import latte, until
from support.figures import figures

DEADLINE_SECONDS = 10  # generously above the program's own
AT_ONCE_SECONDS = 0.5


def attempt(town, customer):
    """(status, seconds) of one order."""
    began = time.monotonic()
    answer = customer.place(latte(town.cafe_id), expect=(201, 503))
    if answer.status == 503:
        assert answer.problem == "payment-unavailable" and int(answer.headers["retry-after"]) >= 1, answer
    return answer.status, time.monotonic() - began


def breaker(town):
    """{state: how many processes are in it} of the breaker towards payment."""
    return {dict(labels).get("state"): value for (name, labels), value in figures(town.server).items()
            if "breaker" in name and "state" in dict(labels) and value}


@pytest.mark.parametrize("trouble", ["gone", "hanging"])
def test_without_payment_ordering_says_503_in_time_then_at_once_and_recovers_by_itself(town, trouble):
    cluster, customer = town.server, town.guest()
    assert attempt(town, customer)[0] == 201
    payment = cluster.slots["payment", 0]
    payment.kill() if trouble == "gone" else payment.freeze()
    try:
        for _ in range(5):
            status, seconds = attempt(town, customer)
            assert status == 503 and seconds < DEADLINE_SECONDS
        assert "open" in breaker(town)
        for _ in range(5):
            status, seconds = attempt(town, customer)
            assert status == 503 and seconds < AT_ONCE_SECONDS
        orders = customer.orders()
        assert len([order for order in orders if order["status"] == "PLACED"]) == 1, "nothing else was ordered"
    finally:
        cluster.start() if trouble == "gone" else payment.thaw()

    until(lambda: attempt(town, customer)[0] == 201, 30, "orders succeed again")
    until(lambda: attempt(town, customer)[0] == 201 and set(breaker(town)) == {"closed"}, 30, "the breaker has closed")
    placed = {order["orderId"] for order in customer.orders() if order["status"] == "PLACED"}
    town.staff.ticket_until(min(placed))

    def all_square():
        kept = {t["orderId"] for t in town.operator.transactions() if t["captures"] > t["refunds"]}
        return {order["orderId"] for order in customer.orders()} & kept == placed
    until(all_square, 60, "money was kept for the orders that stand, and for no other")
