"""What an operator repairs while the system serves: dead letters, and a read model that says something wrong."""

import subprocess

import pytest
from support import Server, Street, latte, until
from support.process import BINARY


@pytest.fixture(scope="module")
def town():
    with Server() as server:
        yield Street(server)


def rebuilt(town, repairs):
    begun = town.operator.post("/contexts/mypage/rebuild", {"repairs": repairs}, expect=202)
    assert begun["state"] == "reading" and begun["repairs"] is repairs

    def over():
        status = town.operator.get("/contexts/mypage/rebuild").body
        assert status["state"] != "failed", status
        return status if status["state"] == "done" else None
    return until(over, 30, "the read model is made anew")


def test_a_page_that_says_something_wrong_is_found_and_put_right_while_pages_are_served(town):
    customer = town.guest()
    orders = [customer.place(latte(town.cafe_id))["orderId"] for _ in range(3)]
    for order in orders:
        customer.page_until(order, "PLACED")
        town.staff.ticket_until(order)
    town.staff.make_start(town.staff.approve(orders[0]) and orders[0])
    customer.page_until(orders[0], "PREPARING")
    for order in orders:
        until(lambda: "paidAt" in customer.page(order).body, 10, "payment has told the page too")
    right = {order: told(customer.page(order).body) for order in orders}

    # An earlier version wrote out what nothing is known of.
    assert town.server.spoil("mypage", "UPDATE documents SET data = replace(data, '\"facts\":{', '\"facts\":{\"cancelReason\":\"\",') "
                             "WHERE kind = 'MyPage' AND id = ?", orders[2]) == 1
    assert rebuilt(town, repairs=False)["different"] == 0, "it says the same in other words"
    assert town.server.spoil("mypage", "UPDATE documents SET data = replace(data, '\"qty\":1', '\"qty\":7') "
                             "WHERE kind = 'MyPage' AND id = ?", orders[0]) == 1
    assert town.server.spoil("mypage", "DELETE FROM rows WHERE view = 'my_pages' AND key = ?", orders[1]) == 1
    assert told(customer.page(orders[0]).body) != right[orders[0]]

    compared = rebuilt(town, repairs=False)
    assert compared["different"] == 2 and compared["repaired"] == 0, compared
    assert sorted(compared["examples"]) == [f"MyPage {orders[0]}", f"my_pages {orders[1]}"]
    assert told(customer.page(orders[0]).body) != right[orders[0]], "a comparison changes nothing"

    compared = admin(town, "compare")
    assert compared.returncode == 1 and f"my_pages {orders[1]}" in compared.stdout, compared
    repaired = rebuilt(town, repairs=True)
    assert repaired["repaired"] == 2 and repaired["eventsRead"] >= repaired["events"] > 0, repaired
    assert {order: told(customer.page(order).body) for order in orders} == right
    assert {page["orderId"] for page in customer.pages()} >= set(orders)
    compared = admin(town, "compare")
    assert compared.returncode == 0 and " 0 different" in compared.stdout, compared
    assert admin(town, "rebuild").returncode == 0

    town.staff.make_complete(orders[0])
    town.staff.hand_over(orders[0])
    customer.page_until(orders[0], "COMPLETED")


def admin(town, *command):
    return subprocess.run([BINARY, "admin", *command, *town.server.operated], capture_output=True, text=True, timeout=60)


def told(page):
    """Without what moves by itself: the estimate, and the version, which counts a repair too."""
    return {name: value for name, value in page.items() if name not in ("queue", "version")}


def test_a_dead_letter_is_listed_then_retried_or_dropped(town):
    operator = town.operator
    customer = town.guest()
    order = customer.place(latte(town.cafe_id))["orderId"]
    customer.page_until(order, "PLACED")
    until(lambda: "paidAt" in customer.page(order).body, 10, "payment has told the page too: all else comes from the café")
    town.staff.ticket_until(order)
    whole = town.server.ask("mypage", "SELECT data FROM documents WHERE kind = 'MyPage' AND id = ?", order)[0][0]
    town.server.spoil("mypage", "UPDATE documents SET data = 'broken' WHERE kind = 'MyPage' AND id = ?", order)
    town.server.restart()   # or the page is still in memory
    town.staff.ticket_until(order)
    town.staff.approve(order)

    def parked():
        return [letter for letter in operator.get("/contexts/mypage/deadLetters")["items"]
                if letter["subject"] == order]
    letters = until(parked, 15, "what cannot be handled is parked")
    assert letters[0]["source"] == "cafe" and letters[0]["reason"]
    others = customer.place(latte(town.cafe_id))["orderId"]
    customer.page_until(others, "PLACED")

    subject = {"source": "cafe", "subject": order}
    assert operator.post("/contexts/mypage/deadLetters/retry", subject, expect=409).problem == "dead-letter-fails-again"
    assert parked(), "the cause is still there"
    town.server.spoil("mypage", "UPDATE documents SET data = ? WHERE kind = 'MyPage' AND id = ?", whole, order)
    retried = admin(town, "dead-letters", "retry", "--context", "mypage", "--source", "cafe", "--subject", order)
    assert retried.returncode == 0 and f"dead letters of {order} handled" in retried.stdout, retried
    assert not parked()
    customer.page_until(order, "ACCEPTED")
    assert operator.post("/contexts/mypage/deadLetters/drop", subject)["ended"] == 0


def test_only_the_operator_repairs_and_only_a_read_model_is_made_anew(town):
    for path in ("/contexts/mypage/rebuild", "/contexts/mypage/deadLetters/retry", "/contexts/mypage/deadLetters/drop"):
        town.staff.post(path, {}, expect=403)
        town.anyone.post(path, {}, expect=401)
    assert town.operator.post("/contexts/order/rebuild", {}, expect=409).problem == "not-a-read-model"
    assert town.operator.post("/contexts/mypage/rebuild", {"repair": True}, expect=400)
