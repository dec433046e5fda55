"""A rider's shift: what was earned, and what the operator sees of it."""

from support import latte, until
from support.street import NEXT_DOOR


def test_a_rider_earns_and_the_operator_sees_who_has_what(street):
    guest, rider, cafe = street.guest(), street.rider(NEXT_DOOR), street.cafe()
    staff = street.staff_of(cafe)
    order = guest.place(latte(cafe, deliver_to=NEXT_DOOR))
    order_id = order["orderId"]
    staff.make(order_id)
    until(lambda: rider.sees(order_id))
    fee = next(offer["fee"] for offer in rider.offers() if offer["orderId"] == order_id)

    def under_way(state=""):
        listed = street.operator.get(f"/deliveries?limit=100{state}")["items"]
        return next((item for item in listed if item["orderId"] == order_id), None)
    assert under_way("&state=OFFERED") and not under_way("&state=CLAIMED")
    claimed = rider.claim(order_id)
    assert claimed["claimedAt"] and "pickedUpAt" not in claimed.body
    assert under_way()["riderId"] == rider.id and under_way()["destination"]["address"]
    shift = next(item for item in street.operator.get("/deliveries/riders?limit=100")["items"] if item["riderId"] == rider.id)
    assert shift["online"] and shift["active"] == [order_id] and shift["place"] == NEXT_DOOR and shift["since"]

    until(lambda: rider.get(f"/deliveries/{order_id}")["ready"])
    rider.pick_up(order_id, order["callNumber"])
    assert rider.get("/deliveries/earnings")["deliveries"] == 0
    rider.confirm(order_id, order["destination"]["pin"])
    day = rider.get("/deliveries/earnings").body
    assert day["deliveries"] == 1 and day["total"] == fee == day["items"][0]["fee"]
    assert day["items"][0]["deliveryId"] == order_id and day["items"][0]["cafeName"]["ko"]
    delivered = rider.get(f"/deliveries/{order_id}").body
    assert delivered["claimedAt"] <= delivered["pickedUpAt"] <= delivered["deliveredAt"] == day["items"][0]["deliveredAt"]
    assert not under_way()
    assert rider.get("/deliveries/earnings?day=2020-01-01")["items"] == []
    assert rider.get("/deliveries/earnings?day=soon", expect=400).problem == "invalid-day"


def test_whoever_is_off_duty_claims_nothing(street):
    guest, rider, cafe = street.guest(), street.rider(NEXT_DOOR), street.cafe()
    order_id = guest.place(latte(cafe, deliver_to=NEXT_DOOR))["orderId"]
    street.staff_of(cafe).make(order_id)
    until(lambda: rider.sees(order_id))
    rider.go_offline()
    assert rider.claim(order_id, expect=409).problem == "not-on-shift"
    assert all(item["riderId"] != rider.id for item in street.operator.get("/deliveries/riders?limit=100")["items"])
    rider.go_online(NEXT_DOOR)
    rider.claim(order_id)


def test_only_the_operator_sees_everybody(street):
    rider = street.rider(NEXT_DOOR)
    assert rider.get("/deliveries/riders", expect=403).problem == "role-not-allowed"
    assert rider.get("/deliveries?state=OFFERED", expect=400).problem == "bad-state"
    assert street.operator.get("/deliveries?state=DELIVERED", expect=400).problem == "bad-state"
    assert street.operator.get("/deliveries/earnings", expect=403).problem == "role-not-allowed"
