"""A delivery whose customer can be told from everything else in the world, and a search for what is theirs."""

import json
import re

from support.client import Api
from support.street import latte
from support.waiting import until

ADDRESS, DETAIL, PHONE = "서울 중구 새문안로 977-31", "1903호 파란 대문", "010-7391-4826"
DOOR = {"latitude": 37.567013, "longitude": 126.992071}
AT_THE_DOOR, IN_THE_CUP = "강아지가 짖어도 놀라지 마세요", "시럽은 딱 세 방울 반"
OF_THE_CUSTOMER = (("address", ADDRESS), ("detail", DETAIL), ("phone", PHONE), ("phone", PHONE.replace("-", "")),
                   ("place", str(DOOR["latitude"])), ("place", str(DOOR["longitude"])), ("note", AT_THE_DOOR),
                   ("note", IN_THE_CUP))


class Delivered:
    """One such order, from the basket to the door: a wrong PIN on the way, and an operator who looks at its story."""

    def __init__(self, street, **more):
        customer, rider, operator = street.guest(), street.rider(), street.operator
        basket = latte(street.cafe_id, deliver_to=DOOR, note=IN_THE_CUP)
        basket["destination"] |= {"address": ADDRESS, "detail": DETAIL, "phone": PHONE, "note": AT_THE_DOOR}
        placed = customer.place(basket, **more)
        self.id, self.pin, self.customer = placed["orderId"], placed["destination"]["pin"], customer
        street.staff.make(self.id)
        assert customer.page(self.id)["pin"] == self.pin, "the customer is shown it"
        until(lambda: rider.sees(self.id), 10, "the delivery is offered")
        rider.claim(self.id)
        rider.pick_up(self.id, placed["callNumber"])
        wrong = f"{(int(self.pin) + 1) % 10_000:04}"
        assert rider.post(f"/deliveries/{self.id}/confirm", {"pin": wrong}, key=Api.new_key()).status in (409, 422)
        rider.confirm(self.id, self.pin)
        customer.page_until(self.id, "COMPLETED")
        customer.told("delivered", self.id)
        for context in ("order", "delivery"):
            operator.get(f"/contexts/{context}/events?order={self.id}&limit=100")
        # Digits also stand in the midst of numbers and ids.
        self._pin = re.compile(rf"(?<![\w.:+-]){self.pin}(?![\w.:+-])")

    def found_in(self, value):
        """What of the customer's is in a value, at any depth: {"address", "phone" …}"""
        found = set()
        for name, text in leaves(value):
            found |= {what for what, words in OF_THE_CUSTOMER if words in text}
            # A call number has four digits too; how long something took may have as many.
            if name not in ("callNumber", "micros") and self._pin.search(text):
                found.add("pin")
        return found

    def found_in_log(self, log):
        """[(line, what of the customer's is in it)]"""
        return [(line, found) for line in log.splitlines() if (found := self.found_in(parsed(line)))]


def parsed(line):
    try:
        return json.loads(line)
    except ValueError:
        return line


def leaves(value, name=""):
    """(name of the member, text) of every string and number; text that is JSON itself is opened too."""
    if isinstance(value, dict):
        for key, member in value.items():
            yield from leaves(member, key)
    elif isinstance(value, list):
        for member in value:
            yield from leaves(member, name)
    elif isinstance(value, str) and value[:1] in ("{", "[") and not isinstance(opened := parsed(value), str):
        yield from leaves(opened, name)
    elif not isinstance(value, bool) and value is not None:
        yield name, str(value)
