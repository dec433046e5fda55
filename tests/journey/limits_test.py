"""How much one client may ask for. All other journeys run without limits: they all come from one address."""

import time

import pytest
from support import NEXT_DOOR, Api, Customer, at_once, latte, until


def behind(address):
    """As the gateway passes it on."""
    return {"X-Forwarded-For": address}


@pytest.fixture
def limited(open_street):
    return open_street(limits="on")


def guests(street, address, count):
    return [street.anyone.post("/sessions/guest", {}, headers=behind(address)) for _ in range(count)]


def test_guest_sessions_are_limited_by_address_and_the_answer_says_when_to_come_again(limited):
    began = time.monotonic()
    statuses = [answer.status for asked in at_once(*[lambda: guests(limited, "203.0.113.1", 150)] * 4) for answer in asked]
    most = 300 + time.monotonic() - began + 1
    assert 300 <= statuses.count(201) <= most and statuses.count(429) == 600 - statuses.count(201)

    refused = guests(limited, "203.0.113.1", 1)[0]
    if refused.status == 429:  # a slow machine may have earned one meanwhile
        assert refused.problem == "too-many-requests" and refused.headers["retry-after"] == "1"
        assert "network" in refused["detail"]
        korean = Api(limited.server, language="ko").post("/sessions/guest", {}, headers=behind("203.0.113.1"))
        assert korean.status == 201 or "뒤에 다시 시도" in korean["detail"]
    assert guests(limited, "203.0.113.2", 1)[0].status == 201
    until(lambda: guests(limited, "203.0.113.1", 1)[0].status == 201, 10, "the next one is let in")


def test_an_ipv6_client_cannot_change_its_address_within_its_network(limited):
    statuses = [guests(limited, f"2001:db8:1:2::{number:x}", 1)[0].status for number in range(1, 500)]
    assert 429 in statuses
    assert guests(limited, "2001:db8:1:3::1", 1)[0].status == 201


def test_the_proxy_itself_is_not_exempt(limited):
    statuses = [limited.anyone.post("/sessions/guest", {}).status for _ in range(500)]
    assert 429 in statuses


def customer(street, address):
    session = street.anyone.post("/sessions/guest", {}, headers=behind(address), expect=201).body
    return Customer(street.server, session)


def test_stolen_cards_are_not_tried_out_side_by_side(limited):
    thief, here = customer(limited, "203.0.113.7"), behind("203.0.113.7")

    def try_card():
        return thief.place(latte(limited.cafe_id), token="decline", expect=(402, 429), headers=here)
    answers = at_once(*[try_card] * 24)
    assert sum(answer.status == 402 for answer in answers) == 6
    refused = next(answer for answer in answers if answer.status == 429)
    assert refused.problem == "too-many-attempts" and 1 <= int(refused.headers["retry-after"]) <= 180
    thief.place(latte(limited.cafe_id), expect=429, headers=here)
    customer(limited, "203.0.113.7").place(latte(limited.cafe_id), headers=here)  # others there are served


def test_a_retry_of_a_placed_order_is_answered_when_the_limit_allows(limited):
    guest, here = customer(limited, "203.0.113.9"), behind("203.0.113.9")
    key = Api.new_key()
    placed = guest.place(latte(limited.cafe_id), key=key, headers=here)
    again = guest.place(latte(limited.cafe_id), key=key, headers=here)
    assert again.body == placed.body


def test_call_numbers_are_not_tried_out(limited):
    guest, here = customer(limited, "203.0.113.11"), behind("203.0.113.11")
    order = guest.place(latte(limited.cafe_id), headers=here)
    limited.staff.make(order["orderId"])
    wrong = [f"{number:04}" for number in range(12)]  # call numbers begin at 1000
    statuses = [limited.staff.hand_over(order["orderId"], body={"callNumber": number}, expect=(422, 429)).status
                for number in wrong]
    assert statuses == [422] * 10 + [429] * 2
    right = {"callNumber": order["callNumber"]}
    assert limited.staff.hand_over(order["orderId"], body=right, expect=429).problem == "too-many-attempts"


def test_a_riders_guesses_count_for_the_delivery(limited):
    guest, here = customer(limited, "203.0.113.12"), behind("203.0.113.12")
    order = guest.place(latte(limited.cafe_id, deliver_to=NEXT_DOOR), headers=here)
    rider = limited.rider(NEXT_DOOR)
    limited.staff.make(order["orderId"])
    until(lambda: rider.sees(order["orderId"]), 10, "the delivery is offered")
    rider.claim(order["orderId"])

    def guess(number):
        return rider.command(order["orderId"], "start", {"callNumber": f"{number:04}"}, expect=(409, 422, 429)).status
    until(lambda: guess(0) == 422, 10, "it is ready to be picked up")
    assert [guess(number) for number in range(1, 12)] == [422] * 9 + [429] * 2


def test_call_numbers_cannot_be_told_from_those_before(limited):
    """They stepped by −1,999."""
    numbers = []
    for office in range(8):
        guest, here = customer(limited, f"198.51.100.{office}"), behind(f"198.51.100.{office}")
        numbers += [int(guest.place(latte(limited.cafe_id), headers=here)["callNumber"]) for _ in range(10)]
    assert len(set(numbers)) == len(numbers) and all(1000 <= number <= 9999 for number in numbers)
    steps = {(later - earlier) % 9_000 for earlier, later in zip(numbers, numbers[1:], strict=False)}
    assert len(steps) > 60  # of 79
