"""Who may what, from when and until when: refreshed sessions, disabled accounts, open streams, guessed passwords."""

import threading

import pytest
from support import DISTRIBUTED, NEXT_DOOR, Api, Operator, at_once, latte, until

PASSWORD = "espresso please"


@pytest.fixture
def somebody(street):
    """somebody(role) → (the account, a session of theirs)"""
    def register(role, cafes=()):
        name = f"{role}-{Api.new_key()[:12]}"
        body = {"loginName": name, "displayName": role, "role": role, "cafes": list(cafes), "password": PASSWORD}
        account = street.operator.post("/accounts", body, expect=201, key=Api.new_key())["account"]
        return account, street.session("/sessions", {"loginName": name, "password": PASSWORD})
    return register


def refreshed(street, token, **more):
    return street.anyone.post("/sessions/refresh", {"refreshToken": token}, **more)


def test_two_tabs_that_refresh_at_once_both_go_on(street, somebody):
    session = somebody("rider")[1]
    for _ in range(5):
        tabs = at_once(*[lambda: refreshed(street, session["refreshToken"], expect=201).body] * 2)  # noqa: B023
        assert tabs[0]["refreshToken"] == tabs[1]["refreshToken"] != session["refreshToken"]
        for tab in tabs:
            assert Api(street.server, tab["accessToken"]).get("/deliveries/shift")
        session = tabs[0]


def test_a_lost_answer_can_be_asked_for_again_also_after_a_crash(open_street):
    street = open_street()
    session = street.session("/sessions/refresh", {"refreshToken": street.staff.session["refreshToken"]})
    street.server.restart()
    again = refreshed(street, street.staff.session["refreshToken"], expect=201).body
    assert again["refreshToken"] == session["refreshToken"]
    assert refreshed(street, again["refreshToken"], expect=201)


@pytest.mark.skipif(DISTRIBUTED, reason="a process without identity ends a stream with its token, within 15 minutes")
def test_a_disabled_accounts_streams_end_and_its_tokens_are_refused(street, somebody):
    account, session = somebody("staff", [street.cafe_id])
    staff = Api(street.server, session["accessToken"])
    others = street.staff.stream(f"/cafeOrders/stream?cafeId={street.cafe_id}")
    with staff.stream(f"/cafeOrders/stream?cafeId={street.cafe_id}") as tickets, others:
        street.operator.post(f"/accounts/{account['accountId']}/disable", expect=200, key=Api.new_key())
        tickets.wait_for_end(5)
        assert tickets.data("StreamEnded") == [{"reason": "rights-ended"}]
        order = street.guest().place(latte(street.cafe_id))["orderId"]
        others.wait_for(lambda data: data.get("orderId") == order)
        assert not any(data.get("orderId") == order for data in tickets.data())
    assert staff.get(f"/cafeOrders?cafeId={street.cafe_id}", expect=401).problem == "token-invalid"
    assert refreshed(street, session["refreshToken"], expect=401).problem == "session-over"


def test_a_disabled_operator_makes_no_operator_not_even_after_a_restart(open_street):
    street = open_street()
    body = {"loginName": "second", "displayName": "둘째", "role": "operator", "cafes": [], "password": PASSWORD}
    account = street.operator.post("/accounts", body, expect=201, key=Api.new_key())["account"]
    second = Operator(street.server, street.session("/sessions", {"loginName": "second", "password": PASSWORD}))
    assert second.get("/accounts")
    street.operator.post(f"/accounts/{account['accountId']}/disable", expect=200, key=Api.new_key())
    third = body | {"loginName": "third"}
    assert second.post("/accounts", third, expect=401, key=Api.new_key()).problem == "token-invalid"
    street.server.restart()
    assert second.post("/accounts", third, expect=401, key=Api.new_key()).problem == "token-invalid"
    assert second.get("/accounts", expect=401)
    names = [item["loginName"] for item in street.operator.get("/accounts?limit=100")["items"]]
    assert "second" in names and "third" not in names


def test_a_disabled_rider_is_off_duty_and_the_order_goes_to_another(street):
    guest, gone, other = street.guest(), street.rider(NEXT_DOOR), street.rider(NEXT_DOOR)
    cafe = street.cafe()
    order = guest.place(latte(cafe, deliver_to=NEXT_DOOR))
    order_id = order["orderId"]
    street.staff_of(cafe).make(order_id)
    until(lambda: gone.sees(order_id))
    gone.claim(order_id)
    street.operator.post(f"/accounts/{gone.id}/disable", expect=200, key=Api.new_key())
    until(lambda: other.sees(order_id), 10, "the order is offered again")
    assert all(item["riderId"] != gone.id for item in street.operator.get("/deliveries/riders?limit=100")["items"])
    other.claim(order_id)
    other.pick_up(order_id, order["callNumber"])
    other.confirm(order_id, order["destination"]["pin"])


def test_the_owner_signs_in_while_a_stranger_guesses(street, somebody):
    account, _ = somebody("staff", [street.cafe_id])
    name, enough = account["loginName"], threading.Event()
    stranger, statuses = {"X-Forwarded-For": "203.0.113.66"}, []

    def guess():
        while not enough.is_set():
            answer = street.anyone.post("/sessions", {"loginName": name, "password": "a guess"}, headers=stranger)
            statuses.append(answer.status)
    guesser = threading.Thread(target=guess)
    guesser.start()
    try:
        until(lambda: 429 in statuses, 10, "the stranger has to wait")
        for address in ("192.0.2.1", "192.0.2.1", "192.0.2.2"):  # one that is known, and one that is new
            street.anyone.post("/sessions", {"loginName": name, "password": PASSWORD}, expect=201,
                               headers={"X-Forwarded-For": address})
        assert street.anyone.post("/sessions", {"loginName": name, "password": PASSWORD}, headers=stranger).status == 429
    finally:
        enough.set()
        guesser.join()


def test_no_limit_tells_which_names_exist(street, somebody):
    account, _ = somebody("rider")
    here = {"X-Forwarded-For": "198.51.100.7"}

    def told(name):
        answers = [street.anyone.post("/sessions", {"loginName": name, "password": "a guess"}, headers=here)
                   for _ in range(7)]
        return [(answer.status, answer.raw) for answer in answers]
    known, unknown = told(account["loginName"]), told("nobody-" + Api.new_key()[:12])
    assert known == unknown
    assert [status for status, _ in known] == [401] * 5 + [429] * 2


def test_a_claimed_address_is_not_believed(street):
    """Whoever is not a trusted proxy cannot choose another address for each guess. Here the last proxy is trusted, and
    what the client wrote before it is not."""
    name = "nobody-" + Api.new_key()[:12]
    for number in range(6):
        answer = street.anyone.post("/sessions", {"loginName": name, "password": "a guess"},
                                    headers={"X-Forwarded-For": f"10.0.0.{number}, 203.0.113.9"})
    assert answer.status == 429
