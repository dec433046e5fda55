"""A payment provider that takes 600 ± 200 ms is the business of those who pay, and of nobody else."""

import threading
import time

import pytest
from support import Server, Street, latte

PAYERS = 8
SECONDS = 8
P95_SECONDS = 0.25


@pytest.fixture(scope="module")
def slow_town():
    with Server(sandbox_delay="600ms", sandbox_jitter="200ms") as cluster:
        yield Street(cluster)


def p95(seconds):
    return sorted(seconds)[int(len(seconds) * 0.95)]


def test_slow_payments_neither_block_the_bar_nor_the_pages(slow_town):
    town, stop, orders, failures = slow_town, threading.Event(), [], []
    paying, acting, looking = [], [], []

    def timed(into, ask):
        began = time.monotonic()
        answer = ask()
        into.append(time.monotonic() - began)
        return answer

    def pay():
        try:
            customer = town.guest()
            while not stop.is_set():
                order = timed(paying, lambda: customer.place(latte(town.cafe_id), expect=201))["orderId"]
                orders.append((customer, order))
        except Exception as error:
            failures.append(error)
            raise

    payers = [threading.Thread(target=pay) for _ in range(PAYERS)]
    for payer in payers:
        payer.start()
    try:
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline:
            if not orders:
                time.sleep(0.01)
                continue
            customer, order = orders.pop(0)
            town.staff.ticket_until(order)
            for step in (town.staff.approve, town.staff.make_start, town.staff.make_complete):
                timed(acting, lambda: step(order))
            for _ in range(3):
                timed(looking, customer.pages)
    finally:
        stop.set()
        for payer in payers:
            payer.join(30)
    assert not failures, failures
    print(f"\np95: paying {p95(paying):.3f} s, at the bar {p95(acting):.3f} s, pages {p95(looking):.3f} s "
          f"of {len(paying)}, {len(acting)}, {len(looking)}")
    assert min(paying) >= 0.4, "payment was not slow"
    assert len(acting) >= 30
    assert p95(acting) < P95_SECONDS and p95(looking) < P95_SECONDS
