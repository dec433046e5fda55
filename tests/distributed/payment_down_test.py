"""Order asks payment and waits: what customers see when payment is gone, or hangs, and when it is back."""

import time

import pytest
from support import latte, until
from support.figures import read_as_prometheus_does

DEADLINE_SECONDS = 10  # generously above the program's own
AT_ONCE_SECONDS = 0.5


def attempt(town, customer, unknown=False):
    """(status, seconds) of one order. `unknown`: payment may have heard of it, so that nobody can say 503."""
    began = time.monotonic()
    answer = customer.place(latte(town.cafe_id), expect=(201, 202, 503) if unknown else (201, 503))
    if answer.status == 503:
        assert answer.problem == "payment-unavailable" and int(answer.headers["retry-after"]) >= 1, answer
    return answer.status, time.monotonic() - began


def breaker(town):
    """The states that order's breaker towards payment is in, which should be one."""
    figures = read_as_prometheus_does(town.server.slots["order", 0].metrics())
    return [dict(labels)["state"] for (name, labels), value in figures.items()
            if name == "dangol_circuit_breaker_state" and value]


@pytest.mark.parametrize("trouble", ["gone", "hanging"])
def test_without_payment_ordering_says_503_in_time_then_at_once_and_recovers_by_itself(town, trouble):
    cluster, customer = town.server, town.guest()
    assert attempt(town, customer)[0] == 201
    payment = cluster.slots["payment", 0]
    payment.kill() if trouble == "gone" else payment.freeze()
    try:
        for _ in range(3):
            status, seconds = attempt(town, customer, unknown=trouble == "hanging")
            assert status != 201 and seconds < DEADLINE_SECONDS
        assert breaker(town) == ["open"]
        for _ in range(5):
            status, seconds = attempt(town, customer)
            assert status == 503 and seconds < AT_ONCE_SECONDS
        orders = customer.orders()
        assert len([order for order in orders if order["status"] == "PLACED"]) == 1, "nothing else was ordered"
    finally:
        cluster.start() if trouble == "gone" else payment.thaw()

    until(lambda: attempt(town, customer)[0] == 201, 30, "orders succeed again")
    until(lambda: attempt(town, customer)[0] == 201 and breaker(town) == ["closed"], 30, "the breaker has closed")

    def nothing_is_half_made():
        stand = {order["orderId"] for order in customer.orders() if order["status"] == "PLACED"}
        if any(order["status"] not in ("PLACED", "PAYMENT_FAILED", "EXPIRED") for order in customer.orders()):
            return False
        kept = {t["orderId"] for t in town.operator.transactions() if t["captures"] > t["refunds"]}
        return {order["orderId"] for order in customer.orders()} & kept == stand and all(
            ticket["orderId"] in stand for ticket in town.staff.tickets() if ticket["customerId"] == customer.id)
    until(nothing_is_half_made, 90, "money is kept for the orders that stand, and the café knows of no other")
