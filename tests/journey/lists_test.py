"""Long lists: everything in them is found, page after page, and a page of one loses nothing."""

import pytest
from support.client import Api
from support.street import CAFE_PLACE, latte, text
from support.waiting import until

BRANCHES = 110


@pytest.fixture(scope="module")
def chain(street):
    """{id: number} of a chain with 110 more branches, each a little further to the north."""
    branches = {street.cafe_id: 0}
    for number in range(1, BRANCHES + 1):
        place = CAFE_PLACE | {"latitude": CAFE_PLACE["latitude"] + number / 1000}
        branch = {"name": text(f"단골 {number}호점", f"Dangol {number}"), "address": f"{number}길 1", "place": place}
        branches[street.operator.post("/cafes", branch, expect=201, key=Api.new_key())["id"]] = number
    return branches


def test_all_branches_are_found(street, chain):
    for limit in (7, 50, 100):
        found = [cafe["id"] for cafe in street.anyone.whole(f"/cafes?limit={limit}")]
        assert len(found) == len(set(found)) and chain.keys() <= set(found)
        assert found == sorted(found)


def test_the_nearest_of_all_branches_come_first_page_after_page(street, chain):
    here = f"lat={CAFE_PLACE['latitude']}&lng={CAFE_PLACE['longitude']}"
    found = street.anyone.whole(f"/cafes?{here}&limit=7")
    assert [chain[cafe["id"]] for cafe in found if cafe["id"] in chain] == list(range(BRANCHES + 1))
    distances = [cafe["distanceMetres"] for cafe in found]
    assert distances == sorted(distances)


def test_pages_of_one_show_every_order(street):
    guest = street.guest()
    orders = [guest.place(latte(street.cafe_id))["orderId"] for _ in range(12)]
    until(lambda: len(guest.whole("/myPages?limit=1")) == 12, 10, "the pages are there")
    for path in ("/orders?limit=1", "/myPages?limit=1", "/myPages?limit=5"):
        assert [item["orderId"] for item in guest.whole(path)] == list(reversed(orders)), path
    waiting = [ticket["orderId"] for ticket in street.staff.whole(f"/cafeOrders?cafeId={street.cafe_id}&limit=1")]
    assert [order for order in waiting if order in orders] == orders
    for path in ("/notifications?limit=1", f"/notifications?cafeId={street.cafe_id}&limit=3"):
        person = street.staff if "cafeId" in path else guest
        messages = [message["id"] for message in person.whole(path)]
        assert len(messages) == len(set(messages)) and messages == [m["id"] for m in person.whole(path + "0")], path


@pytest.mark.parametrize("path", ["/cafes", "/accounts", "/orders", "/myPages", "/deliveries", "/deliveries/riders", "/payments",
                                  "/myPages/attention", "/notifications", "/contexts/order/events",
                                  "/contexts/order/auditLog", "/contexts/order/deadLetters"])
def test_a_cursor_that_no_list_has_given_is_refused_with_what_to_do(street, path):
    person = street.guest() if path in ("/orders", "/myPages") else street.operator
    refused = person.get(f"{path}?after=yesterday", expect=400)
    assert refused.problem == "invalid-after" and "next" in refused["detail"]
