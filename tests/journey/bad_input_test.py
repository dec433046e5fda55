"""What must not be done is refused with the right 4xx, in the caller's language, and leaves everything as it was."""

import json
import re

import pytest
from support import FAR_AWAY, MENU, NEXT_DOOR, Api, Server, Street, latte, until

HANGUL = re.compile("[가-힣]")
LINE = {"menuId": "latte", "quantity": 1, "options": ["hot"]}
BRANCH = {"name": {"ko": "가", "en": "a"}, "address": "서울", "place": {"latitude": 37.5, "longitude": 127}}
HOME = latte("", deliver_to=NEXT_DOOR)["destination"]
GONE = ...  # as a value in a table: leave this member out


class World:
    """A guest with one order that waits for the café and one that a rider is bringing; strangers of every role."""

    def __init__(self, server):
        self.street = street = Street(server)
        self.cafe, self.other_cafe = street.cafe_id, street.cafe()
        self.victim, self.rider = street.guest(), street.rider(NEXT_DOOR)
        self.order = self.victim.place(latte(self.cafe))["orderId"]
        brought = self.victim.place(latte(self.cafe, deliver_to=NEXT_DOOR))
        self.brought = brought["orderId"]
        self.offered = self.victim.place(latte(self.cafe, deliver_to=NEXT_DOOR))["orderId"]
        street.staff.ticket_until(self.order)
        for order_id in (self.brought, self.offered):
            street.staff.make(order_id)
            until(lambda: self.rider.sees(order_id))
        self.rider.claim(self.brought)
        until(lambda: self.rider.get(f"/deliveries/{self.brought}")["ready"])
        self.rider.pick_up(self.brought, brought["callNumber"])
        self.victim.page_until(self.brought, "OUT_FOR_DELIVERY")
        self.victim.told("on_the_way", self.brought)
        self.victim.told("placed", self.order)
        self.victim.told("making", self.offered)
        until(lambda: street.staff.ticket(self.brought)["status"] == "HANDED_OVER")
        self.who = {"anyone": street.anyone, "stranger": street.guest(), "victim": self.victim, "rider": self.rider,
                    "other rider": street.rider(NEXT_DOOR), "rider off duty": street.rider(at=None),
                    "staff": street.staff, "other staff": street.staff_of(self.other_cafe),
                    "operator": street.operator}
        self.before = self.everything()

    def everything(self):
        operator, staff, victim = self.street.operator, self.street.staff, self.victim
        return {
            "orders": victim.orders(), "pages": victim.pages(), "messages": victim.messages(),
            "stranger's orders": self.who["stranger"].orders(), "stranger's pages": self.who["stranger"].pages(),
            "tickets": [staff.tickets(lane) for lane in ("NEW", "MAKING", "READY", "DONE")],
            "charges": operator.transactions(), "ledger": operator.ledger(),
            "payments": [operator.payment(order_id).body for order_id in (self.order, self.brought, self.offered)],
            "deliveries": [operator.get(f"/deliveries/{order_id}").body for order_id in (self.brought, self.offered)],
            "shifts": [self.who[rider].get("/deliveries/shift").body for rider in ("rider", "other rider")],
            "cafes": operator.get("/cafes").body, "menu": operator.get(f"/cafes/{self.cafe}/menu").body,
            "accounts": operator.get("/accounts").body,
            "channels": [self.who[one].get("/notifications/channels").body for one in ("victim", "stranger")],
        }

    def refused(self, who, method, path, status, problem=None, **request):
        """Sends it in both languages, and holds the answer to what a refusal is."""
        path = path.format(order=self.order, brought=self.brought, offered=self.offered, cafe=self.cafe,
                           other_cafe=self.other_cafe, rider=self.rider.id, staff=self.street.staff.id)
        headers = request.pop("headers", {})
        for language in ("ko", "en"):
            answer = self.who[who].request(method, path, expect=status,
                                           headers={"Accept-Language": language} | headers, **request)
            said = answer.body
            assert answer.problem and said["status"] == answer.status and said["title"], answer
            in_korean = language == "ko" or answer.problem in self.street.server.UNREAD
            assert bool(HANGUL.search(said["detail"])) == in_korean, answer
            if problem:
                assert answer.problem == problem, answer
        before, self.before = self.before, self.everything()  # one failure is not every later one's
        assert self.before == before


@pytest.fixture(scope="module")
def world():
    with Server() as server:
        yield World(server)


def named(table):
    return [pytest.param(*row[1:], id=row[0]) for row in table]


# ── An order ─────────────────────────────────────────────────────────────────────────────────────────────────────────

ORDERS = named([
    # name, members changed, status, problem
    ("unknown café", {"cafeId": "nowhere"}, 404, "not-found"),
    ("path as café", {"cafeId": "../../etc/passwd"}, 404, "not-found"),
    ("SQL as café", {"cafeId": "' OR 1=1 --"}, 404, "not-found"),
    ("café of a wrong type", {"cafeId": 3}, 400, "invalid-body"),
    ("no lines", {"lines": GONE}, 400, "invalid-body"),
    ("empty lines", {"lines": []}, 400, "basket-empty"),
    ("lines of a wrong type", {"lines": {}}, 400, "invalid-body"),
    ("too many lines", {"lines": [LINE] * 31}, 400, "too-many-lines"),
    ("more than can be made", {"lines": [LINE | {"quantity": 50}] * 3}, 422, "order-too-large"),
    ("quantity negative", {"lines": [LINE | {"quantity": -1}]}, 400, "quantity-out-of-range"),
    ("quantity zero", {"lines": [LINE | {"quantity": 0}]}, 400, "quantity-out-of-range"),
    ("quantity one too many", {"lines": [LINE | {"quantity": 51}]}, 400, "quantity-out-of-range"),
    ("quantity huge", {"lines": [LINE | {"quantity": 2**31}]}, 400, "invalid-body"),
    ("quantity beyond 64 bits", {"lines": [LINE | {"quantity": 10**40}]}, 400, "invalid-body"),
    ("quantity a fraction", {"lines": [LINE | {"quantity": 1.5}]}, 400, "invalid-body"),
    ("quantity a text", {"lines": [LINE | {"quantity": "2"}]}, 400, "invalid-body"),
    ("quantity null", {"lines": [LINE | {"quantity": None}]}, 400, "invalid-body"),
    ("unknown item", {"lines": [LINE | {"menuId": "gold"}]}, 422, "menu-unknown"),
    ("unknown option", {"lines": [LINE | {"options": ["hot", "gold"]}]}, 422, "option-unknown"),
    ("an option of another item", {"lines": [LINE | {"menuId": "americano", "options": ["hot", "oat"]}]}, 422,
     "option-unknown"),
    ("fewer options than the group wants", {"lines": [LINE | {"options": []}]}, 422, "option-count"),
    ("more options than the group takes", {"lines": [LINE | {"options": ["hot", "ice"]}]}, 422, "option-count"),
    ("three of two extras", {"lines": [LINE | {"options": ["hot", "shot", "vanilla", "oat"]}]}, 422, "option-count"),
    ("an option twice", {"lines": [LINE | {"options": ["hot", "shot", "shot"]}]}, 400, "option-repeated"),
    ("options of a wrong type", {"lines": [LINE | {"options": "hot"}]}, 400, "invalid-body"),
    ("a price on a line", {"lines": [LINE | {"price": {"amount": 1, "currency": "KRW"}}]}, 400, "invalid-body"),
    ("a foreign price", {"totalPrice": {"amount": 1, "currency": "KRW"}}, 409, "price-changed"),
    ("a negative price", {"totalPrice": {"amount": -4500, "currency": "KRW"}}, 409, "price-changed"),
    ("another currency", {"totalPrice": {"amount": 4500, "currency": "USD"}}, 409, "price-changed"),
    ("a price with a fraction", {"totalPrice": {"amount": 4500.5, "currency": "KRW"}}, 400, "invalid-body"),
    ("a price of a wrong type", {"totalPrice": 4500}, 400, "invalid-body"),
    ("said to be paid", {"paid": True}, 400, "invalid-body"),
    ("with a status", {"status": "COMPLETED"}, 400, "invalid-body"),
    ("for another customer", {"customerId": "01m8345jpcv675pqg56vd9e7mb"}, 400, "invalid-body"),
    ("with an id", {"orderId": "mine"}, 400, "invalid-body"),
    ("unknown fulfilment", {"fulfilment": "drone"}, 400, "invalid-body"),
    ("a payment with an amount", {"payment": {"method": "card", "token": "approve", "amount": 1}}, 400, "invalid-body"),
    ("a payment method that is no word", {"payment": {"method": "card\n" * 100, "token": "approve"}}, 400,
     "invalid-body"),
    ("note too long", {"note": "가" * 501}, 400, "text-too-long"),
    ("note of a wrong type", {"note": ["x"]}, 400, "invalid-body"),
    ("a delivery to nowhere", {"fulfilment": "delivery"}, 400, "destination-mismatch"),
    ("a pick-up with a destination", {"destination": HOME}, 400, "destination-mismatch"),
    ("a place off the globe", {"fulfilment": "delivery", "destination": HOME | {
        "place": {"latitude": 91, "longitude": 127}}}, 400, "destination-incomplete"),
    ("a place of a wrong type", {"fulfilment": "delivery", "destination": HOME | {"place": "home"}}, 400, "invalid-body"),
    ("no address", {"fulfilment": "delivery", "destination": HOME | {"address": ""}}, 400, "destination-incomplete"),
    ("a PIN of one's own", {"fulfilment": "delivery", "destination": HOME | {"pin": "0000"}}, 400, "invalid-body"),
    ("too far away", {"fulfilment": "delivery", "destination": HOME | {"place": FAR_AWAY}}, 422, "destination-too-far"),
])


def order_for(world, changes):
    whole = {"cafeId": world.cafe, "fulfilment": "pickup", "lines": [LINE],
             "payment": {"method": "card", "token": "approve"}} | changes
    return {name: value for name, value in whole.items() if value is not GONE}


@pytest.mark.parametrize(("changes", "status", "problem"), ORDERS)
def test_a_bad_order_is_refused_and_changes_nothing(world, changes, status, problem):
    world.refused("stranger", "POST", "/orders", status, problem, body=order_for(world, changes), key=Api.new_key())
    if "payment" not in changes and not changes.keys() & {"paid", "status", "customerId", "orderId"}:
        quote = order_for(world, changes | {"payment": GONE})
        world.refused("anyone", "POST", "/orders/quote", status, problem, body=quote)


BODIES = named([
    # name, bytes, status, problem, Content-Type
    ("cut off", b'{"cafeId": ', 400, "invalid-body"),
    ("not JSON", b"cafe=1", 400, "invalid-body"),
    ("null", b"null", 400, "invalid-body"),
    ("a list", b"[]", 400, "invalid-body"),
    ("a text", b'"x"', 400, "invalid-body"),
    ("not UTF-8", b'{"note": "\xff\xfe"}', 400, "invalid-body"),
    ("half a surrogate", b'{"note": "\\ud800"}', 400, "invalid-body"),
    ("not a number", b'{"lines": [{"quantity": NaN}]}', 400, "invalid-body"),
    ("an infinite number", b'{"lines": [{"quantity": 1e999}]}', 400, "invalid-body"),
    ("more after the end", b"{}}", 400, "invalid-body"),
    ("a thousand deep", b'{"lines":' + b"[" * 1000 + b"]" * 1000 + b"}", 400, "invalid-body"),
    ("2 MB", b'{"note": "' + b"x" * 2_000_000 + b'"}', 413, "body-too-large"),
    ("2 MB of anything", b"\x00" * 2_000_000, 413, "body-too-large"),
    ("a form", b"cafeId=1", 415, "not-json", "application/x-www-form-urlencoded"),
    ("XML", b"<order/>", 415, "not-json", "application/xml"),
])


@pytest.mark.parametrize(("raw", "status", "problem", "kind"),
                         [pytest.param(*(row.values + ("application/json",))[:4], id=row.id) for row in BODIES])
def test_a_body_that_is_no_order_is_refused_and_changes_nothing(world, raw, status, problem, kind):
    world.refused("stranger", "POST", "/orders", status, problem, raw=raw, key=Api.new_key(),
                  headers={"Content-Type": kind})


# ── Who may ──────────────────────────────────────────────────────────────────────────────────────────────────────────

NOT_ALLOWED = named([
    # name, who, method, path, status, problem
    ("someone else's order", "stranger", "GET", "/orders/{order}", 404, "not-found"),
    ("someone else's page", "stranger", "GET", "/myPages/{order}", 404, "not-found"),
    ("someone else's stream", "stranger", "GET", "/myPages/{order}/stream", 404, "not-found"),
    ("someone else's payment", "stranger", "GET", "/payments/{order}", 404, "not-found"),
    ("someone else's delivery", "stranger", "GET", "/deliveries/{brought}", 404, "no-such-delivery"),
    ("cancel someone else's order", "stranger", "POST", "/orders/{order}/cancel", 404, "not-found"),
    ("cancel as staff", "staff", "POST", "/orders/{order}/cancel", 403, "role-not-allowed"),
    ("force a cancel", "victim", "POST", "/orders/{order}/forceCancel", 403, "role-not-allowed"),
    ("refund oneself", "victim", "POST", "/payments/{order}/refund", 403, "role-not-allowed"),
    ("refund as staff", "staff", "POST", "/payments/{order}/refund", 403, "role-not-allowed"),
    ("approve one's own order", "victim", "POST", "/cafeOrders/{order}/approve", 403, "role-not-allowed"),
    ("tickets as a guest", "victim", "GET", "/cafeOrders?cafeId={cafe}", 403, "role-not-allowed"),
    ("tickets of another café", "other staff", "GET", "/cafeOrders?cafeId={cafe}", 403, "not-yours"),
    ("a ticket of another café", "other staff", "GET", "/cafeOrders/{order}", 404, "not-found"),
    ("stream of another café", "other staff", "GET", "/cafeOrders/stream?cafeId={cafe}", 403, "not-yours"),
    ("approve for another café", "other staff", "POST", "/cafeOrders/{order}/approve", 404, "not-found"),
    ("page at another café", "other staff", "GET", "/myPages/{order}", 404, "not-found"),
    ("close another café", "other staff", "POST", "/cafes/{cafe}/close", 403, "not-yours"),
    ("inbox of another café", "other staff", "GET", "/notifications?cafeId={cafe}", 403, "not-yours"),
    ("close a café as a guest", "stranger", "POST", "/cafes/{cafe}/close", 403, "role-not-allowed"),
    ("a ticket as a rider", "rider", "POST", "/cafeOrders/{order}/approve", 403, "role-not-allowed"),
    ("order as a rider", "rider", "POST", "/orders", 403, "role-not-allowed"),
    ("order as staff", "staff", "POST", "/orders", 403, "role-not-allowed"),
    ("offers as a guest", "stranger", "GET", "/deliveries/offers", 403, "role-not-allowed"),
    ("claim as a guest", "victim", "POST", "/deliveries/{offered}/claim", 403, "role-not-allowed"),
    ("claim what is on its way", "other rider", "POST", "/deliveries/{brought}/claim", 409, None),
    ("confirm another's delivery", "other rider", "POST", "/deliveries/{brought}/confirm", 403, "not-your-delivery"),
    ("release another's delivery", "other rider", "POST", "/deliveries/{brought}/release", 403, "not-your-delivery"),
    ("fail a delivery as a guest", "victim", "POST", "/deliveries/{brought}/fail", 403, "role-not-allowed"),
    ("take back at another café", "other staff", "POST", "/cafeOrders/{order}/takeBack", 404, "not-found"),
    ("take back as a rider", "rider", "POST", "/cafeOrders/{order}/takeBack", 403, "role-not-allowed"),
    ("another's delivery", "other rider", "GET", "/deliveries/{brought}", 403, "not-yours"),
    ("release on the way", "rider", "POST", "/deliveries/{brought}/release", 409, "picked-up"),
    ("the ledger as staff", "staff", "GET", "/payments/ledger", 403, "role-not-allowed"),
    ("the provider's books as a guest", "victim", "GET", "/sandbox/transactions", 403, "role-not-allowed"),
    ("accounts as staff", "staff", "GET", "/accounts", 403, "role-not-allowed"),
    ("a new account as a rider", "rider", "POST", "/accounts", 403, "role-not-allowed"),
    ("disable an account as staff", "staff", "POST", "/accounts/{rider}/disable", 403, "role-not-allowed"),
    ("a new café as staff", "staff", "POST", "/cafes", 403, "role-not-allowed"),
    ("an order without a token", "anyone", "POST", "/orders", 401, "sign-in-required"),
    ("a page without a token", "anyone", "GET", "/myPages/{order}", 401, "sign-in-required"),
    ("a stream without a token", "anyone", "GET", "/myPages/{order}/stream", 401, "sign-in-required"),
    ("a ticket without a token", "anyone", "POST", "/cafeOrders/{order}/approve", 401, "sign-in-required"),
    ("a claim without a token", "anyone", "POST", "/deliveries/{offered}/claim", 401, "sign-in-required"),
    ("the ledger without a token", "anyone", "GET", "/payments/ledger", 401, "sign-in-required"),
])


@pytest.mark.parametrize(("who", "method", "path", "status", "problem"), NOT_ALLOWED)
def test_who_may_not_is_refused_and_nothing_changes(world, who, method, path, status, problem):
    body = {"body": {}} if method == "POST" else {}
    world.refused(who, method, path, status, problem, key=Api.new_key(), **body)


def tampered(token):
    head, claims, signature = token.split(".")
    return {
        "another signature": f"{head}.{claims}.{signature[:-8]}AAAAAAAA",
        "no signature": f"{head}.{claims}.",
        "other claims": f"{head}.{claims[:-4]}AAAA.{signature}",
        "algorithm none": f"eyJhbGciOiJub25lIn0.{claims}.",
        "two parts": f"{head}.{claims}",
        "not a token": "letmein",
        "nothing": " ",
        "very long": "a" * 8000,
    }


@pytest.mark.parametrize("kind", [*tampered("a.b.c"), "a refresh token", "another scheme"])
def test_a_token_that_is_not_ours_lets_nobody_in(world, kind):
    token = tampered(world.victim.token).get(kind, world.victim.session["refreshToken"])
    scheme = "Basic " if kind == "another scheme" else "Bearer "
    headers = {"Authorization": scheme + token}
    world.refused("anyone", "GET", "/orders", 401, "token-invalid", headers=headers)
    world.refused("anyone", "POST", "/orders/{order}/cancel", 401, "token-invalid", headers=headers, key=Api.new_key())


# ── Everything else ──────────────────────────────────────────────────────────────────────────────────────────────────

ELSEWHERE = named([
    # name, who, method, path, body, status, problem
    ("an unknown address", "anyone", "GET", "/nothing/here", None, 404, "not-found"),
    ("a wrong method", "stranger", "DELETE", "/orders", None, 405, "method-not-allowed"),
    ("a wrong method of a known order", "victim", "PUT", "/orders/{order}", {}, 405, "method-not-allowed"),
    ("an unknown method", "stranger", "BREW", "/orders", None, 405, "method-not-allowed"),
    ("broken percent-encoding", "stranger", "GET", "/orders/%zz", None, 400, "invalid-url"),
    ("a way out of the folder", "stranger", "GET", "/orders/..%2f..%2fetc", None, 400, "invalid-url"),
    ("an endless address", "stranger", "GET", "/orders/" + "a" * 5000, None, 414, "url-too-long"),
    ("an unknown order", "victim", "GET", "/orders/unknown", None, 404, "not-found"),
    ("an unknown page", "victim", "GET", "/myPages/unknown", None, 404, "not-found"),
    ("an unknown payment", "victim", "GET", "/payments/unknown", None, 404, "not-found"),
    ("an unknown ticket", "staff", "POST", "/cafeOrders/unknown/approve", {}, 404, "not-found"),
    ("an unknown delivery", "rider", "POST", "/deliveries/unknown/claim", {}, 404, "no-such-delivery"),
    ("an unknown café", "anyone", "GET", "/cafes/unknown/menu", None, 404, "not-found"),
    ("cancel of an unknown order", "victim", "POST", "/orders/unknown/cancel", {}, 404, "not-found"),
    ("a page of no orders", "victim", "GET", "/orders?limit=0", None, 400, "invalid-limit"),
    ("a page of a million", "victim", "GET", "/myPages?limit=1000000", None, 400, "invalid-limit"),
    ("a page from nowhere", "victim", "GET", "/myPages?after=x", None, 400, "invalid-after"),
    ("cafés off the globe", "anyone", "GET", "/cafes?lat=100&lng=5", None, 400, "invalid-place"),
    ("half a place", "anyone", "GET", "/cafes?lat=37", None, 400, "invalid-place"),
    ("an unknown lane", "staff", "GET", "/cafeOrders?cafeId={cafe}&state=COLD", None, 400, "unknown-state"),
    ("tickets of no café", "staff", "GET", "/cafeOrders", None, 400, "cafe-missing"),
    ("approve with a text", "staff", "POST", "/cafeOrders/{order}/approve", {"readyInMinutes": "soon"}, 400, "invalid-body"),
    ("approve with a status", "staff", "POST", "/cafeOrders/{order}/approve", {"status": "MADE"}, 400, "invalid-body"),
    ("approve for next year", "staff", "POST", "/cafeOrders/{order}/approve", {"readyInMinutes": 500000}, 400, None),
    ("approve for yesterday", "staff", "POST", "/cafeOrders/{order}/approve", {"readyInMinutes": -5}, 400, None),
    ("reject for no reason", "staff", "POST", "/cafeOrders/{order}/reject", {}, 400, "invalid-body"),
    ("reject for an unknown reason", "staff", "POST", "/cafeOrders/{order}/reject", {"reason": "lazy"}, 400, "invalid-body"),
    ("reject with a novel", "staff", "POST", "/cafeOrders/{order}/reject", {"reason": "other", "note": "x" * 5000}, 400, None),
    ("make before approval", "staff", "POST", "/cafeOrders/{order}/makeStart", {}, 409, "not-approved"),
    ("hand over before making", "staff", "POST", "/cafeOrders/{order}/handOver", {}, 409, None),
    ("hand a delivery to a guest", "staff", "POST", "/cafeOrders/{offered}/handOver", {}, 409, "waiting-for-rider"),
    ("a PIN of a wrong type", "rider", "POST", "/deliveries/{brought}/confirm", {"pin": 1234}, 400, "invalid-body"),
    ("fail another's delivery", "other rider", "POST", "/deliveries/{brought}/fail", {"reason": "customer_absent"}, 403,
     "not-your-delivery"),
    ("start what is not claimed", "other rider", "POST", "/deliveries/{offered}/start", {"callNumber": "1"}, 409, "not-claimed"),
    ("a rider off the globe", "rider", "POST", "/deliveries/shift", {"place": {"latitude": 999, "longitude": 0}}, 400, "invalid-place"),
    ("offers off the globe", "rider", "GET", "/deliveries/offers?lat=999&lng=0", None, 400, "invalid-place"),
    ("offers near nowhere", "rider off duty", "GET", "/deliveries/offers", None, 422, "place-needed"),
    ("a menu of a wrong type", "staff", "PUT", "/cafes/{cafe}/menu", {"items": {}}, 400, "invalid-body"),
    ("a menu without its items", "staff", "PUT", "/cafes/{cafe}/menu", {}, 400, "invalid-body"),
    ("hours without the hours", "staff", "PUT", "/cafes/{cafe}/hours", {}, 400, "invalid-body"),
    ("cafés without the cafés", "operator", "POST", "/accounts/{staff}/cafes", {}, 400, "invalid-body"),
    ("a menu with an item twice", "staff", "PUT", "/cafes/{cafe}/menu", {"items": [MENU[2], MENU[2]]}, (400, 422), None),
    ("a menu with a negative price", "staff", "PUT", "/cafes/{cafe}/menu", {"items": [
        MENU[2] | {"price": {"amount": -1, "currency": "KRW"}}]}, (400, 422), None),
    ("a group that nobody can satisfy", "staff", "PUT", "/cafes/{cafe}/menu", {"items": [
        MENU[0] | {"groups": [MENU[0]["groups"][0] | {"min": 3, "max": 3}]}]}, (400, 422), None),
    ("hours on an eighth day", "staff", "PUT", "/cafes/{cafe}/hours", {"hours": [
        {"weekday": 7, "opens": 0, "closes": 60}]}, (400, 422), None),
    ("hours through the end of the business day", "staff", "PUT", "/cafes/{cafe}/hours", {"hours": [
        {"weekday": 0, "opens": 240, "closes": 720}]}, 422, "business-day-within-hours"),
    ("a pause of no time", "staff", "POST", "/cafes/{cafe}/pause", {"minutes": 0, "reason": ""}, (400, 422), None),
    ("sold out what is not sold", "staff", "POST", "/cafes/{cafe}/soldOut", {"menuId": "gold"}, (400, 404, 422), None),
    ("a café without a name", "operator", "POST", "/cafes", BRANCH | {"name": {"ko": "", "en": ""}}, 400, "invalid-profile"),
    ("a café with no stations", "operator", "POST", "/cafes", BRANCH | {"stations": 0}, 400, "invalid-profile"),
    *((f"a café in the time zone {zone}", "operator", "POST", "/cafes", BRANCH | {"timeZone": zone}, 400, "invalid-profile")
      for zone in ("", "KST", "+09:00", "Asia/Gangnam", "../Asia/Seoul")),
    ("a refund for no reason", "operator", "POST", "/payments/{order}/refund", {"reason": " "}, 422, "reason-required"),
    ("a refund of an unknown payment", "operator", "POST", "/payments/unknown/refund", {"reason": "x"}, 404, "not-found"),
    ("payments in an unknown state", "operator", "GET", "/payments?state=GOLD", None, 400, "invalid-query"),
    ("an account with an unknown role", "operator", "POST", "/accounts", {
        "loginName": "root1", "displayName": "root", "role": "root"}, 400, "role-unknown"),
    ("an account whose name is taken", "operator", "POST", "/accounts", {
        "loginName": "staff1", "displayName": "x", "role": "rider"}, 409, None),
    ("a used or wrong link", "anyone", "POST", "/sessions/link", {"code": "AAAAAAAAAAAAAAAAAAAAAA"}, 401, None),
    ("a wrong password", "anyone", "POST", "/sessions", {"loginName": "nobody", "password": "12345678"}, 401, None),
    ("a refresh with nothing", "anyone", "POST", "/sessions/refresh", {"refreshToken": "x"}, 401, None),
    ("a webhook to this machine", "stranger", "POST", "/notifications/channels/webhook", {
        "url": "http://127.0.0.1:1/"}, 422, "webhook-url-refused"),
    ("an unknown channel", "stranger", "DELETE", "/notifications/channels/unknown", None, 404, "not-found"),
])


@pytest.mark.parametrize(("who", "method", "path", "body", "status", "problem"), ELSEWHERE)
def test_nonsense_anywhere_is_refused_and_changes_nothing(world, who, method, path, body, status, problem):
    key = {"key": Api.new_key()} if method == "POST" else {}
    world.refused(who, method, path, status, problem, body=body, **key)


def test_an_idempotency_key_is_of_a_reasonable_size(world):
    world.refused("stranger", "POST", "/orders", 400, "invalid-idempotency-key", body=order_for(world, {}), key="k" * 300)
    world.refused("stranger", "POST", "/orders", 400, "idempotency-key-missing", body=order_for(world, {}))


def test_a_good_order_still_goes_through_after_all_this(world):
    guest = world.street.guest()
    order_id = guest.place(latte(world.cafe))["orderId"]
    assert json.dumps(guest.page_until(order_id, "PLACED")) and world.street.staff.ticket_until(order_id)
