"""A café with a menu, its staff, and as many riders and guests as a test wants, all made through the API."""

import itertools

from support.client import Api
from support.people import Customer, Operator, Rider, Staff
from support.waiting import until

CAFE_PLACE = {"latitude": 37.56642, "longitude": 126.99087}
NEXT_DOOR = {"latitude": 37.56700, "longitude": 126.99200}  # about 120 m from the café
FAR_AWAY = {"latitude": 37.65000, "longitude": 127.10000}  # about 13 km


def won(amount):
    return {"amount": amount, "currency": "KRW"}


def text(ko, en):
    return {"ko": ko, "en": en}


def option(identity, ko, en, price=0):
    return {"id": identity, "name": text(ko, en), "priceDelta": won(price)}


TEMPERATURE = {"id": "temperature", "name": text("온도", "Temperature"), "min": 1, "max": 1,
               "options": [option("hot", "따뜻하게", "Hot"), option("ice", "차갑게", "Iced", 500)]}
EXTRAS = {"id": "extras", "name": text("추가", "Extras"), "min": 0, "max": 2,
          "options": [option("shot", "샷 추가", "Extra shot", 500), option("vanilla", "바닐라", "Vanilla", 600),
                      option("oat", "귀리 우유", "Oat milk", 700)]}


def item(identity, ko, en, price, groups=(), units=1):
    return {"id": identity, "name": text(ko, en), "description": text("", ""), "category": text("커피", "Coffee"),
            "price": won(price), "units": units, "image": "", "groups": list(groups)}


MENU = [item("latte", "카페 라떼", "Caffè latte", 4500, [TEMPERATURE, EXTRAS]),
        item("americano", "아메리카노", "Americano", 4000, [TEMPERATURE]),
        item("cookie", "쿠키", "Cookie", 2500, units=0)]


def latte(cafe_id, quantity=1, options=("hot",), deliver_to=None, **more):
    """A basket: one line of lattes, to pick up or to be delivered."""
    basket = {"cafeId": cafe_id, "fulfilment": "delivery" if deliver_to else "pickup",
              "lines": [{"menuId": "latte", "quantity": quantity, "options": list(options)}]}
    if deliver_to:
        basket["destination"] = {"address": "서울 중구 을지로 120", "detail": "3층", "place": deliver_to,
                                 "phone": "010-1234-5678", "note": ""}
    return basket | more


class Street:
    """Has an operator and one open café when it is made. `street.cafe_id`, `street.staff`, `street.operator`."""

    def __init__(self, server, **profile):
        self.server = server
        self.anyone = Api(server)
        self._numbers = itertools.count(1)
        self.operator = Operator(server, self.session("/sessions/link", {"code": server.operator_code}))
        self.cafe_id = self.cafe(**profile)
        self.staff = self.staff_of(self.cafe_id)

    def session(self, path, body):
        return self.anyone.post(path, body, expect=201).body

    def cafe(self, **profile):
        """A new branch with MENU that takes orders now."""
        whole = {"name": text("단골 시험점", "Dangol Test"), "address": "서울 중구 을지로 110", "place": CAFE_PLACE,
                 "phone": "02-555-0110"} | profile
        cafe_id = self.operator.post("/cafes", whole, expect=201, key=Api.new_key())["id"]
        self.operator.put(f"/cafes/{cafe_id}/menu", {"items": MENU}, expect=200)
        self.operator.post(f"/cafes/{cafe_id}/open", expect=200, key=Api.new_key())
        until(lambda: self.anyone.post("/orders/quote", latte(cafe_id), expect=(200, 404, 409, 422)).status == 200, 10,
              "the order context knows the café and its menu")
        return cafe_id

    def staff_of(self, cafe_id):
        return Staff(self.server, self._registered("staff", [cafe_id]), cafe_id)

    def rider(self, at=NEXT_DOOR):
        """On duty at that place; None: off duty."""
        rider = Rider(self.server, self._registered("rider", []))
        if at:
            rider.go_online(at)
        return rider

    def guest(self, language="en"):
        session = self.session("/sessions/guest", {"language": language})
        return Customer(self.server, session, language=language)

    def _registered(self, role, cafes):
        body = {"loginName": f"{role}{next(self._numbers)}", "displayName": role, "role": role, "cafes": cafes}
        made = self.operator.post("/accounts", body, expect=201, key=Api.new_key())
        return self.session("/sessions/link", {"code": made["oneTimeCode"]})
