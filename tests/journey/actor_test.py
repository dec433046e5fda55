"""Every command that records events says in them who gave it: role and account. The walk below gives each command of
api/openapi.yaml at least once; a new one fails here until it is in the walk, or in one of the two lists."""

import contextlib
import json

import pytest
from support import NEXT_DOOR, Api, Server, Staff, Street, latte, until
from support.contract import document, find_operation
from support.receivers import Receiver
from support.records import CONTEXTS, caught_up

UPDATE_SECRET = "what-only-telegram-knows"

# Given by nobody who is signed in, so their events have no actor.
BY_NOBODY = {"POST /sessions", "POST /sessions/link", "POST /sessions/refresh", "POST /notifications/telegram/{secret}"}
# They record no event.
WITHOUT_EVENTS = {
    "POST /sessions/guest": "a guest is nothing but a token",
    "POST /orders/quote": "a question with a body",
    "POST /cafes/{id}/pictures": "a file; the menu that shows it is an event",
    "POST /notifications/channels/telegram": "a code; that Telegram brings it is the event",
    "POST /contexts/{context}/rebuild": "it puts documents right, past all events",
    "POST /payments/start": "one process asks another; what it leads to is the event of POST /orders",
    "POST /sandbox/refunds": "of the provider that the sandbox plays",
    "POST /sandbox/charges": "likewise",
    "POST /sandbox/charges/{id}/refund": "likewise",
}


def commands():
    return {f"{method.upper()} {path}" for path, item in document("openapi")["paths"].items()
            for method in ("post", "put", "patch", "delete") if method in item}


class Given:
    """One command as it was given and accepted."""

    def __init__(self, person, answer):
        self.operation = find_operation(answer.method, answer.path).name
        self.request_id = answer.headers["x-request-id"]
        session = getattr(person, "session", None)
        self.by = session and f"{session['role']}:{session['accountId']}"


@contextlib.contextmanager
def watched():
    """All commands that any caller gives meanwhile and that are accepted."""
    given, plain = [], Api.request

    def request(self, method, path, *arguments, **more):
        answer = plain(self, method, path, *arguments, **more)
        if method != "GET" and answer.status < 300:
            given.append(Given(self, answer))
        return answer
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Api, "request", request)
        yield given


@pytest.fixture(scope="module")
def walked():
    """(the commands that were given, the recorded events)"""
    sent = (200, {"ok": True, "result": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": ""}})
    with Receiver(sent) as outside, pytest.MonkeyPatch.context() as environment, watched() as given:
        environment.setenv("DANGOL_TELEGRAM_TOKEN", "123456:an-example-of-a-token")
        environment.setenv("DANGOL_TELEGRAM_WEBHOOK_SECRET", UPDATE_SECRET)
        with Server(telegram_url=outside.url, telegram_bot="dangol_test_bot", webhook_insecure=True) as server:
            street = Street(server)
            walk_people(street)
            walk_branch(street)
            walk_channels(street, outside)
            walk_pickup(street)
            walk_delivery(street)
            walk_repairs(street)
            yield given, [event for context in CONTEXTS for event in recorded(street.operator, context)]


def recorded(operator, context):
    """All events of a context, as the operator reads them."""
    return list(reversed(operator.whole(f"/contexts/{context}/events?limit=100")))


def walk_people(street):
    operator, new = street.operator, Api.new_key
    staff = street.staff_of(street.cafe_id)
    name = staff.get("/sessions/current")["loginName"]
    code = operator.post(f"/accounts/{staff.id}/link", expect=201, key=new())["oneTimeCode"]
    staff = Staff(street.server, street.session("/sessions/link", {"code": code, "password": "a short sentence"}))
    staff.post("/accounts/current/password", {"current": "a short sentence", "new": "another sentence"}, expect=201,
               key=new())
    session = street.session("/sessions", {"loginName": name, "password": "another sentence"})
    staff = Staff(street.server, street.session("/sessions/refresh", {"refreshToken": session["refreshToken"]}))
    staff.delete("/sessions/current", expect=204)
    operator.post(f"/accounts/{staff.id}/cafes", {"cafes": []}, expect=200, key=new())
    operator.post(f"/accounts/{staff.id}/disable", expect=200, key=new())


def walk_branch(street):
    cafe = street.cafe()
    owner = street.staff_of(cafe)
    profile = owner.get(f"/cafes/{cafe}").body
    asked = document("openapi")["components"]["schemas"]["CafeProfileRequest"]["properties"]
    owner.put(f"/cafes/{cafe}/profile", {name: profile[name] for name in asked} | {"phone": "02-555-0111"},
              expect=200)
    owner.put(f"/cafes/{cafe}/hours", {"hours": [{"weekday": day, "opens": 0, "closes": 1440} for day in range(7)]},
              expect=200)
    owner.post(f"/cafes/{cafe}/soldOut", {"menuId": "latte", "soldOut": True}, expect=200)
    owner.post(f"/cafes/{cafe}/pause", {"minutes": 5, "reason": ""}, expect=200)
    owner.post(f"/cafes/{cafe}/open", expect=200)
    owner.post(f"/cafes/{cafe}/close", expect=200)


def walk_channels(street, outside):
    customer, new = street.guest(), Api.new_key
    linked = customer.post("/notifications/channels/webhook", {"url": outside.url + "/hook"}, expect=201, key=new())
    customer.delete(f"/notifications/channels/{linked['id']}", expect=(200, 204))
    code = customer.post("/notifications/channels/telegram", {}, expect=200, key=new())["linkCode"]
    update = {"update_id": 1, "message": {"message_id": 1, "date": 1, "text": f"/start {code}",
                                          "chat": {"id": 1, "type": "private", "first_name": "Kim"},
                                          "from": {"id": 1, "is_bot": False, "first_name": "Kim"}}}
    street.anyone.post(f"/notifications/telegram/{UPDATE_SECRET}", update, expect=200)


def walk_pickup(street):
    staff, operator, customer, new = street.staff, street.operator, street.guest(), Api.new_key

    def placed():
        order = customer.place(latte(street.cafe_id))["orderId"]
        staff.ticket_until(order)
        return order
    order = placed()
    staff.make(order)
    staff.hand_over(order)
    until(lambda: operator.payment(order)["status"] == "SETTLED")  # noqa: B023
    operator.post(f"/payments/{order}/refund", {"reason": "cold"}, expect=200, key=new())
    staff.reject(placed())
    order = placed()
    staff.approve(order)
    staff.make_start(order)
    staff.abort(order)
    customer.cancel(placed())
    operator.post(f"/orders/{placed()}/forceCancel", {"reason": "the machine is broken"}, expect=200, key=new())


def walk_delivery(street):
    staff, operator, rider, customer = street.staff, street.operator, street.rider(), street.guest()
    for ended_by in (rider, operator, None):
        placed = customer.place(latte(street.cafe_id, deliver_to=NEXT_DOOR))
        order = placed["orderId"]
        staff.make(order)
        until(lambda: rider.sees(order), 10, "the delivery is offered")  # noqa: B023
        rider.claim(order)
        rider.release(order)
        until(lambda: rider.sees(order), 10, "the delivery is offered again")  # noqa: B023
        rider.claim(order)
        rider.pick_up(order, placed["callNumber"])
        if ended_by is rider:
            rider.confirm(order, placed["destination"]["pin"])
        elif ended_by is None:
            rider.fail(order)
            staff.ticket_until(order, "RETURNING")
            staff.take_back(order)
        else:
            operator.post(f"/deliveries/{order}/confirm", {"reason": "left with a neighbour"}, expect=200, key=Api.new_key())
    rider.go_offline()


def walk_repairs(street):
    """Two pages that cannot be read: what comes to one is handled again once it can be, what comes to the other is dropped."""
    server, staff, operator, customer = street.server, street.staff, street.operator, street.guest()
    orders = [customer.place(latte(street.cafe_id))["orderId"] for _ in range(2)]
    for order in orders:
        staff.ticket_until(order)
        customer.page_until(order, "PLACED")
        until(lambda: "paidAt" in customer.page(order).body, 10, "payment has told the page too")  # noqa: B023
    until(lambda: caught_up(server), 20, "everybody has read everything")
    whole = [server.ask("mypage", "SELECT data FROM documents WHERE kind = 'MyPage' AND id = ?", order)[0][0]
             for order in orders]
    for order in orders:
        server.spoil("mypage", "UPDATE documents SET data = 'broken' WHERE kind = 'MyPage' AND id = ?", order)
    server.restart()  # or the pages are still in memory
    for order in orders:
        staff.ticket_until(order)
        staff.approve(order)

    def parked():
        return {letter["subject"] for letter in operator.get("/contexts/mypage/deadLetters")["items"]}
    until(lambda: parked() >= set(orders), 30, "what cannot be handled is parked")
    server.spoil("mypage", "UPDATE documents SET data = ? WHERE kind = 'MyPage' AND id = ?", whole[0], orders[0])
    for command, order in zip(("retry", "drop"), orders, strict=True):
        ended = operator.post(f"/contexts/mypage/deadLetters/{command}", {"source": "cafe", "subject": order}, expect=200)
        assert ended["ended"] >= 1


# ---- what the walk shows -------------------------------------------------------------------------


def test_every_command_is_in_the_walk_or_records_nothing(walked):
    given = {one.operation for one in walked[0]}
    assert commands() - given - WITHOUT_EVENTS.keys() == set(), "give them in the walk"
    assert BY_NOBODY | WITHOUT_EVENTS.keys() <= commands()


def test_each_commands_events_name_the_person_who_gave_it(walked):
    given, events = walked
    by_cause = {}
    for event in events:
        by_cause.setdefault(event["causationId"], []).append(event)
    seen = set()
    for one in given:
        if one.operation in WITHOUT_EVENTS:
            assert one.request_id not in by_cause, (one.operation, by_cause[one.request_id])
            continue
        actor = "" if one.operation in BY_NOBODY else one.by
        for event in by_cause.get(one.request_id, ()):
            assert event["actor"] == actor, (one.operation, one.by, event)
            seen.add(one.operation)
    assert commands() - seen - WITHOUT_EVENTS.keys() - REPAIRS.keys() == set(), "they recorded no event"


# The runtime's own commands: their events' cause is the repair, not the request.
REPAIRS = {"POST /contexts/{context}/deadLetters/retry": "DeadLettersRetried",
           "POST /contexts/{context}/deadLetters/drop": "DeadLettersDropped"}


def test_the_end_of_dead_letters_names_the_operator(walked):
    given, events = walked
    for operation, kind in REPAIRS.items():
        by = {one.by for one in given if one.operation == operation}
        ended, = [event for event in events if event["type"] == kind]
        assert {ended["actor"]} == by and json.loads(ended["data"])["ended"] >= 1, ended


def test_what_nobody_commanded_is_the_systems(walked):
    """Policies, deadlines and calls to the outside."""
    given, events = walked
    requests = {one.request_id for one in given}
    for event in events:
        if event["causationId"] not in requests and event["type"] not in REPAIRS.values():
            assert event["actor"] == "", event
