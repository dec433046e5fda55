"""The audit log: what staff and operators changed or overrode, who and why; read by operators only."""

import json

import pytest
from support import NEXT_DOOR, Api, Server, Street, latte, until


@pytest.fixture(scope="module")
def town():
    with Server() as server:
        yield Street(server)


def log(town, context, **query):
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    return town.operator.get(f"/contexts/{context}/auditLog?{asked}").body


def entries(town, context, subject):
    """[(type, actor, data)], the newest first."""
    return [(one["type"], one["actor"], json.loads(one["data"])) for one in log(town, context, limit=100)["items"]
            if one["subject"] == subject]


def by(person):
    return f"{person.session['role']}:{person.id}"


def placed(town, **more):
    order = town.guest().place(latte(town.cafe_id, **more)).body
    town.staff.ticket_until(order["orderId"])
    return order


def test_overrides_are_in_it_with_the_person_and_the_reason(town):
    operator, new = town.operator, Api.new_key
    canceled = placed(town)["orderId"]
    operator.post(f"/orders/{canceled}/forceCancel", {"reason": "the machine is broken"}, expect=200, key=new())
    (kind, actor, data), = entries(town, "order", canceled)
    assert (kind, actor, data["note"]) == ("OrderCanceled", by(operator), "the machine is broken")
    assert entries(town, "payment", canceled) == [], "the refund that follows is nobody's override"

    refunded = placed(town)["orderId"]
    town.staff.make(refunded)
    town.staff.hand_over(refunded)
    until(lambda: operator.payment(refunded)["status"] == "SETTLED")
    operator.post(f"/payments/{refunded}/refund", {"reason": "cold"}, expect=200, key=new())
    (kind, actor, data), = entries(town, "payment", refunded)
    assert (kind, actor, data["reason"]) == ("RefundRequested", by(operator), "cold")
    assert data["amount"] == {"amount": 4500, "currency": "KRW"}

    order = placed(town, deliver_to=NEXT_DOOR)
    delivered, rider = order["orderId"], town.rider()
    town.staff.make(delivered)
    until(lambda: rider.sees(delivered), 10, "the delivery is offered")
    rider.claim(delivered)
    operator.post(f"/deliveries/{delivered}/release", expect=200, key=new())
    until(lambda: rider.sees(delivered), 10, "the delivery is offered again")
    rider.claim(delivered)
    rider.pick_up(delivered, order["callNumber"])
    operator.post(f"/deliveries/{delivered}/confirm", {"reason": "left with a neighbour"}, expect=200, key=new())
    confirmed, released = entries(town, "delivery", delivered)
    assert (confirmed[0], confirmed[1], confirmed[2]["reason"]) == ("DeliveryConfirmed", by(operator), "left with a neighbour")
    assert released[:2] == ("DeliveryReleased", by(operator))


def test_a_delivery_that_the_operator_ends_as_failed_is_in_it(town):
    order, rider = placed(town, deliver_to=NEXT_DOOR), town.rider()
    town.staff.make(order["orderId"])
    until(lambda: rider.sees(order["orderId"]), 10, "the delivery is offered")
    rider.claim(order["orderId"])
    rider.pick_up(order["orderId"], order["callNumber"])
    town.operator.post(f"/deliveries/{order['orderId']}/fail", {"reason": "rider_unable", "note": "사고"}, expect=200, key=Api.new_key())
    (kind, actor, data), = entries(town, "delivery", order["orderId"])
    assert (kind, actor, data["reason"]) == ("DeliveryFailed", by(town.operator), "rider_unable")


def test_what_customers_and_riders_do_is_not_in_it(town):
    customer, rider = town.guest(), town.rider()
    canceled = customer.place(latte(town.cafe_id))["orderId"]
    town.staff.ticket_until(canceled)
    customer.cancel(canceled)
    assert entries(town, "order", canceled) == [] == entries(town, "payment", canceled)
    order = placed(town, deliver_to=NEXT_DOOR)
    town.staff.make(order["orderId"])
    rider.bring(order["orderId"], order["callNumber"], order["destination"]["pin"])
    assert entries(town, "delivery", order["orderId"]) == []


def test_people_and_branches_are_in_it(town):
    operator, new = town.operator, Api.new_key
    staff = town.staff_of(town.cafe_id)
    operator.post(f"/accounts/{staff.id}/cafes", {"cafes": []}, expect=200, key=new())
    operator.post(f"/accounts/{staff.id}/link", expect=201, key=new())
    operator.post(f"/accounts/{staff.id}/disable", expect=200, key=new())
    found = entries(town, "identity", staff.id)
    assert [kind for kind, _, _ in found] == [
        "AccountDisabled", "LinkIssued", "StaffAssigned", "LinkIssued", "AccountRegistered"]
    assert {actor for _, actor, _ in found} == {by(operator)}
    assert found[2][2]["cafes"] == [] and found[4][2]["displayName"] == "staff"
    assert "•" in found[1][2]["codeHash"], "no secret"

    cafe = town.cafe()
    owner = town.staff_of(cafe)
    menu = owner.get(f"/cafes/{cafe}/menu")["items"]
    asked = [{name: value for name, value in item.items() if name not in ("soldOut", "soldOutUntil")} for item in menu]
    for item in asked:
        for group in item["groups"]:
            for option in group["options"]:
                option.pop("soldOut", None)
                option.pop("soldOutUntil", None)
        item["price"]["amount"] += 500
    owner.put(f"/cafes/{cafe}/menu", {"items": asked}, expect=200)
    found = entries(town, "cafe", cafe)
    assert [(kind, actor) for kind, actor, _ in found] == [
        ("MenuPublished", by(owner)), ("MenuPublished", by(operator)), ("CafeRegistered", by(operator))]
    assert found[0][2] == {"cafeId": cafe}, "not the whole menu"


def test_it_is_read_in_pages_and_by_person(town):
    whole, after = [], None
    while True:
        page = log(town, "identity", limit=2, **({"after": after} if after else {}))
        whole += page["items"]
        after = page.get("next")
        if after is None:
            break
        assert len(page["items"]) == 2 and page["reachedAt"] == page["items"][-1]["time"]
    assert whole == log(town, "identity", limit=100)["items"] and len(whole) > 4
    assert [one["position"] for one in whole] == sorted((one["position"] for one in whole), reverse=True)
    mine = log(town, "cafe", actor=by(town.operator), limit=100)["items"]
    assert mine and {one["actor"] for one in mine} == {by(town.operator)}
    assert log(town, "cafe", actor=by(town.guest()))["items"] == []


def test_nobody_else_reads_it(town):
    for context in ("identity", "order", "cafe"):
        for person in (town.staff, town.guest(), town.rider()):
            person.get(f"/contexts/{context}/auditLog", expect=403)
        town.anyone.get(f"/contexts/{context}/auditLog", expect=401)
