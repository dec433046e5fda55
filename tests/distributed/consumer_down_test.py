"""A consumer is down: orders go on. It comes back: nothing is missing, nothing happened twice."""

from support import latte, until
from support.records import Records, caught_up, times

ORDERS = 50


def test_with_the_cafe_killed_orders_go_on_and_it_catches_up_once(town):
    cluster, customer = town.server, town.guest()
    cluster.slots["cafe", 0].kill()
    orders = [customer.place(latte(town.cafe_id), expect=201)["orderId"] for _ in range(ORDERS)]
    for order in orders[-3:]:
        customer.page_until(order, "PLACED")

    cluster.start()
    until(lambda: caught_up(cluster), 30, "everybody has read everything")
    for order in orders:
        assert town.staff.ticket(order)["status"] == "RECEIVED"
        assert times(cluster, "cafe", "CafeOrderAdded", order) == 1
    assert not Records(cluster, "cafe").dead_letters()


def test_killed_in_the_middle_of_catching_up_it_still_has_each_order_once(town):
    cluster, customer = town.server, town.guest()
    cluster.slots["cafe", 0].kill()
    orders = [customer.place(latte(town.cafe_id), expect=201)["orderId"] for _ in range(ORDERS)]
    for _ in range(3):
        cluster.start()
        cluster.slots["cafe", 0].kill()
    cluster.start()
    until(lambda: caught_up(cluster), 60, "everybody has read everything")
    for order in orders:
        assert times(cluster, "cafe", "CafeOrderAdded", order) == 1
