"""From a guest's order to the door, by a rider."""

import pytest
from support import DELIVERY, FAR_AWAY, NEXT_DOOR, assert_never_backwards, at_once, latte, shows, statuses, until


def order_delivered(street, guest):
    placed = guest.place(latte(street.cafe_id, deliver_to=NEXT_DOOR))
    return placed["orderId"], placed["callNumber"], placed["destination"]["pin"]


def offered(street, guest):
    """A delivery that is being made, with its call number and PIN."""
    order_id, call_number, pin = order_delivered(street, guest)
    street.staff.ticket_until(order_id)
    street.staff.approve(order_id)
    street.staff.make_start(order_id)
    return order_id, call_number, pin


@pytest.fixture(scope="module")
def riders(street):
    """Eight riders on duty next door. Each test lets go of what it gave them."""
    return [street.rider(NEXT_DOOR) for _ in range(8)]


def deliver(rider, order_id, call_number, pin):
    rider.pick_up(order_id, call_number)
    return rider.confirm(order_id, pin)


def test_a_guest_is_brought_a_drink_and_sees_every_status_on_the_page_and_live(street, riders):
    guest, staff, rider = street.guest(), street.staff, riders[0]
    order_id, call_number, pin = order_delivered(street, guest)
    page = guest.page_until(order_id, "PLACED")
    assert page["deliveryStatus"] == "PLANNED" and page["pin"] == pin and len(pin) == 4
    with guest.page_stream(order_id) as live, guest.page_stream(order_id, last_event_id=0) as whole:
        live.wait_for(shows("PLACED"))
        staff.ticket_until(order_id)
        staff.approve(order_id)
        guest.page_until(order_id, "ACCEPTED")
        staff.make_start(order_id)
        guest.page_until(order_id, "PREPARING")
        until(lambda: rider.sees(order_id))
        rider.claim(order_id)
        until(lambda: guest.page(order_id)["riderAssigned"])
        assert rider.pick_up(order_id, call_number, expect=409).problem == "not-ready"
        staff.make_complete(order_id)
        guest.page_until(order_id, "READY")
        until(lambda: rider.get(f"/deliveries/{order_id}")["ready"])
        rider.pick_up(order_id, call_number)
        assert guest.page_until(order_id, "OUT_FOR_DELIVERY")["deliveryStatus"] == "PICKED_UP"
        assert rider.confirm(order_id, pin)["status"] == "DELIVERED"
        assert guest.page_until(order_id, "COMPLETED")["deliveryStatus"] == "DELIVERED"
        for stream, expected in ((live, DELIVERY[1:]), (whole, DELIVERY)):
            stream.wait_for(shows("COMPLETED"))
            assert statuses(stream) == expected
            assert_never_backwards(stream)
    for message in ("placed", "accepted", "making", "on_the_way", "delivered"):
        guest.told(message, order_id)
    rider.told("rider_claimed", order_id)
    rider.told("rider_ready", order_id)
    until(lambda: street.operator.payment(order_id)["status"] == "SETTLED")
    until(lambda: staff.ticket(order_id)["status"] == "HANDED_OVER")
    assert order_id in [one["orderId"] for one in rider.get("/deliveries?state=DELIVERED")["items"]]


def test_riders_near_by_see_the_offer_once_making_has_begun_and_no_others_do(street, riders):
    guest, near, far = street.guest(), riders[0], street.rider(FAR_AWAY)
    order_id, call_number, pin = order_delivered(street, guest)
    guest.page_until(order_id, "PLACED")
    street.staff.ticket_until(order_id)
    street.staff.approve(order_id)
    guest.page_until(order_id, "ACCEPTED")
    assert not near.sees(order_id)
    assert near.claim(order_id, expect=(404, 409)).problem in ("no-such-delivery", "not-offered")
    near.get(f"/deliveries/{order_id}", expect=404)
    with near.stream("/deliveries/stream") as offers, far.stream("/deliveries/stream") as far_offers:
        street.staff.make_start(order_id)
        until(lambda: near.sees(order_id))
        offers.wait_for(lambda offer: offer["deliveryId"] == order_id, event="DeliveryOffered")
        assert not far.sees(order_id) and not far_offers.frames()
        assert far.get(f"/deliveries/offers?lat={NEXT_DOOR['latitude']}&lng={NEXT_DOOR['longitude']}")["items"]
    offer = next(one for one in near.offers() if one["orderId"] == order_id)
    assert "destination" not in offer and "callNumber" not in offer and offer["fee"]["amount"] == 3000
    assert near.claim(order_id)["destination"]["address"]
    assert not any(rider.sees(order_id) for rider in riders)
    street.staff.make_complete(order_id)
    until(lambda: near.get(f"/deliveries/{order_id}")["ready"])
    deliver(near, order_id, call_number, pin)


@pytest.mark.parametrize("round_", range(3))
def test_of_riders_who_claim_at_the_same_instant_one_wins(street, riders, round_):
    guest = street.guest()
    order_id, call_number, pin = offered(street, guest)
    until(lambda: riders[-1].sees(order_id))
    answers = at_once(*[lambda rider=rider: rider.claim(order_id, expect=(200, 409)) for rider in riders])
    assert sorted(answer.status for answer in answers) == [200] + [409] * (len(riders) - 1)
    assert {answer.problem for answer in answers if answer.status == 409} == {"already-claimed"}
    winner = next(rider for rider, answer in zip(riders, answers) if answer.status == 200)
    for rider in riders:
        if rider is not winner:
            rider.get(f"/deliveries/{order_id}", expect=403)
            assert order_id not in rider.get("/deliveries/shift")["active"]
    street.staff.make_complete(order_id)
    until(lambda: winner.get(f"/deliveries/{order_id}")["ready"])
    deliver(winner, order_id, call_number, pin)


def test_a_delivery_ends_only_with_the_customers_pin(street, riders):
    guest, rider = street.guest(), riders[1]
    order_id, call_number, pin = offered(street, guest)
    until(lambda: rider.sees(order_id))
    rider.claim(order_id)
    street.staff.make_complete(order_id)
    until(lambda: rider.get(f"/deliveries/{order_id}")["ready"])
    assert rider.pick_up(order_id, "0000", expect=422).problem == "wrong-call-number"
    rider.pick_up(order_id, call_number)
    assert pin not in rider.get(f"/deliveries/{order_id}").raw.decode().replace(order_id, "").replace(call_number, "")
    wrong = f"{(int(pin) + 1) % 10_000:04}"
    assert rider.confirm(order_id, wrong, expect=422).problem == "wrong-pin"
    guest.page_until(order_id, "OUT_FOR_DELIVERY")
    assert rider.confirm(order_id, pin)["status"] == "DELIVERED"
    guest.page_until(order_id, "COMPLETED")


def test_a_pin_cannot_be_guessed_and_the_operator_helps(street, riders):
    guest, rider = street.guest(), riders[2]
    order_id, call_number, pin = offered(street, guest)
    until(lambda: rider.sees(order_id))
    rider.claim(order_id)
    street.staff.make_complete(order_id)
    until(lambda: rider.get(f"/deliveries/{order_id}")["ready"])
    rider.pick_up(order_id, call_number)
    for guess in range(1, 6):
        assert rider.confirm(order_id, f"{(int(pin) + guess) % 10_000:04}", expect=422).problem == "wrong-pin"
    assert rider.confirm(order_id, pin, expect=409).problem == "pin-locked"
    confirm = f"/deliveries/{order_id}/confirm"
    assert street.operator.post(confirm, {}, expect=422, key=rider.new_key()).problem == "reason-required"
    street.operator.post(confirm, {"reason": "the customer has called"}, expect=200, key=rider.new_key())
    guest.page_until(order_id, "COMPLETED")


def test_a_delivery_that_is_given_back_is_offered_again(street, riders):
    guest, first, second = street.guest(), riders[3], riders[4]
    order_id, call_number, pin = offered(street, guest)
    until(lambda: first.sees(order_id))
    first.claim(order_id)
    first.release(order_id)
    until(lambda: second.sees(order_id))
    second.claim(order_id)
    street.staff.make_complete(order_id)
    until(lambda: second.get(f"/deliveries/{order_id}")["ready"])
    assert first.pick_up(order_id, call_number, expect=403).problem == "not-your-delivery"
    deliver(second, order_id, call_number, pin)
    guest.page_until(order_id, "COMPLETED")


def test_an_offer_that_nobody_takes_is_shown_farther_away(open_street):
    street = open_street(widen_after="400ms", rider_radius=500)
    guest, near = street.guest(), street.rider(NEXT_DOOR)
    farther = street.rider({"latitude": 37.5760, "longitude": 126.9920})  # 1,000 m
    with near.stream("/deliveries/stream") as at_once, farther.stream("/deliveries/stream") as later:
        order_id, *_ = offered(street, guest)
        until(lambda: farther.sees(order_id))
        at_once.wait_for(lambda offer: offer["deliveryId"] == order_id, event="DeliveryOffered")
        later.wait_for(lambda offer: offer["deliveryId"] == order_id, event="OfferWidened")
        assert [frame.event for frame in later.frames()] == ["OfferWidened"]


def test_a_claim_without_a_pick_up_is_offered_again(open_street):
    street = open_street(rider_lease="300ms")
    guest, late, other = street.guest(), street.rider(NEXT_DOOR), street.rider(NEXT_DOOR)
    order_id, *_ = offered(street, guest)
    until(lambda: late.sees(order_id))
    late.claim(order_id)
    street.staff.make_complete(order_id)
    until(lambda: other.sees(order_id))
    other.claim(order_id)
    late.told("rider_released", order_id)
    assert late.get("/deliveries/shift")["active"] == []


def test_a_rider_has_no_more_deliveries_in_hand_than_they_can_carry(street):
    guest, rider = street.guest(), street.rider(NEXT_DOOR)
    most = rider.get("/deliveries/shift")["activeMax"]
    orders = [offered(street, guest)[0] for _ in range(most + 1)]
    until(lambda: all(rider.sees(order_id) for order_id in orders))
    for order_id in orders[:most]:
        rider.claim(order_id)
    rider.claim(orders[most], expect=409)
    assert rider.sees(orders[most]) and len(rider.get("/deliveries/shift")["active"]) == most


def test_a_rider_off_duty_is_shown_no_offers(street):
    guest, rider = street.guest(), street.rider(NEXT_DOOR)
    order_id, *_ = offered(street, guest)
    until(lambda: rider.sees(order_id))
    rider.go_offline()
    assert rider.get("/deliveries/offers", expect=422).problem == "place-needed"


def test_nobody_is_brought_a_drink_beyond_the_delivery_area(street):
    refused = street.guest().place(latte(street.cafe_id, deliver_to=FAR_AWAY), expect=422)
    assert refused.problem == "destination-too-far"
