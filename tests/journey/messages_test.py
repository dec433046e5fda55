"""Who is told what: the inbox at each step, in the reader's language; its stream; copies on webhooks and Telegram."""

import re
import socket
import time

import pytest
from support import NEXT_DOOR, Server, Street, latte, until
from support.receivers import Receiver, standard_webhook_signature
from support.records import Records

HANGUL = re.compile("[가-힣]")
FIRST_PAUSE = 5  # seconds until a copy that was not taken is tried again

both_languages = pytest.mark.parametrize("language", ["ko", "en"])


def told(customer, language, order, message):
    """The text of this message, which must be in this language and begin with the café's name."""
    text = customer.told(message, order)["text"]
    assert text.startswith("[단골 시험점] " if language == "ko" else "[Dangol Test] "), text
    assert bool(HANGUL.search(text)) == (language == "ko"), text
    return text


# ---- the inbox -----------------------------------------------------------------------------------


@both_languages
def test_a_pickup_customer_is_told_each_step(street, language):
    customer = street.guest(language)
    placed = customer.place(latte(street.cafe_id))
    order, number = placed["orderId"], placed["callNumber"]
    assert number in told(customer, language, order, "placed")
    street.staff.ticket_until(order)
    street.staff.approve(order, ready_in_minutes=17)
    assert "17" in told(customer, language, order, "accepted")
    street.staff.make_start(order)
    told(customer, language, order, "making")
    customer.cancel(order, expect=409)
    told(customer, language, order, "cancel_refused")
    street.staff.make_complete(order)
    assert number in told(customer, language, order, "ready")


@both_languages
def test_a_delivery_customer_is_told_each_step_and_never_the_pin(street, language):
    customer, rider = street.guest(language), street.rider()
    placed = customer.place(latte(street.cafe_id, deliver_to=NEXT_DOOR))
    order, pin = placed["orderId"], placed["destination"]["pin"]
    street.staff.make(order)
    until(lambda: rider.sees(order), 10, "the delivery is offered")
    rider.claim(order)
    rider.told("rider_claimed", order)
    rider.pick_up(order, placed["callNumber"])
    assert "PIN" in told(customer, language, order, "on_the_way")
    rider.confirm(order, pin)
    told(customer, language, order, "delivered")
    assert sorted(m["message"] for m in customer.messages() if m["orderId"] == order) == [
        "accepted", "delivered", "making", "on_the_way", "placed"], "nobody asks them to come to the café"
    for text in [m["text"] for m in customer.messages()]:
        assert pin not in text.replace(placed["callNumber"], ""), text


@both_languages
def test_whoever_gets_no_drink_is_told_why_and_that_the_money_came_back(street, language):
    customer = street.guest(language)
    rejected, canceled = (customer.place(latte(street.cafe_id, quantity=3))["orderId"] for _ in range(2))
    street.staff.ticket_until(rejected)
    street.staff.reject(rejected, reason="too_busy")
    assert ("너무 많아" if language == "ko" else "too busy") in told(customer, language, rejected, "rejected")
    customer.cancel(canceled)
    assert ("요청하신" if language == "ko" else "as you asked") in told(customer, language, canceled, "canceled")
    for order in (rejected, canceled):
        amount = customer.told("refunded", order)["text"]
        assert "13,500" in amount, amount

    declined = customer.place(latte(street.cafe_id), token="decline", expect=402)
    order = next(o["orderId"] for o in customer.orders() if o["status"] == "PAYMENT_FAILED")
    told(customer, language, order, "payment_failed")
    assert declined.problem == "payment-declined"


@both_languages
def test_when_nothing_happens_the_customer_is_told_that_too(open_street, language):
    street = open_street(ask_after="400ms", cancel_after="900ms", collect_within="500ms", charge_timeout="200ms",
                         pay_within="1s")
    customer = street.guest(language)
    unpaid = customer.place(latte(street.cafe_id), token="stall", expect=202)["orderId"]
    unanswered = customer.place(latte(street.cafe_id))["orderId"]
    forgotten = customer.place(latte(street.cafe_id))["orderId"]
    street.staff.make(forgotten)
    told(customer, language, forgotten, "not_collected")
    told(customer, language, unanswered, "unanswered")
    told(customer, language, unanswered, "canceled")
    told(customer, language, unpaid, "expired")


def test_the_cafe_is_told_of_new_orders_and_of_those_that_it_need_not_make(street):
    customer = street.guest()
    with street.staff.stream(f"/notifications/stream?cafeId={street.cafe_id}") as news:
        placed = customer.place(latte(street.cafe_id))
        order = placed["orderId"]
        frame = news.wait_for(lambda m: m["orderId"] == order and m["message"] == "cafe_new_order")
        assert placed["callNumber"] in frame.data["text"]
        customer.cancel(order)
        news.wait_for(lambda m: m["orderId"] == order and m["message"] == "cafe_canceled")
    inbox = street.staff.get(f"/notifications?cafeId={street.cafe_id}&limit=100")["items"]
    assert [m["message"] for m in inbox if m["orderId"] == order] == ["cafe_canceled", "cafe_new_order"]
    assert customer.get(f"/notifications?cafeId={street.cafe_id}", expect=403)


def test_the_stream_of_messages_is_in_order_and_resumes(street):
    customer, other = street.guest(), street.guest()
    with customer.stream("/notifications/stream") as first, other.stream("/notifications/stream") as others:
        order = customer.place(latte(street.cafe_id))["orderId"]
        first.wait_for(lambda m: m["message"] == "placed", event="notification")
        street.staff.make(order)
        first.wait_for(lambda m: m["message"] == "ready")
        steps = first.frames("notification")
        assert [frame.data["message"] for frame in steps] == ["placed", "accepted", "making", "ready"]
        assert not others.frames("notification")
    with customer.stream("/notifications/stream", last_event_id=steps[1].id) as resumed:
        resumed.wait_for(lambda m: m["message"] == "ready")
        assert resumed.frames("notification") == steps[2:]


# ---- webhooks ------------------------------------------------------------------------------------


def link_webhook(person, url, **more):
    return person.post("/notifications/channels/webhook", {"url": url} | more, expect=201, key=person.new_key()).body


def channels(person):
    return person.get("/notifications/channels")["items"]


def assert_signed(request, secret):
    assert standard_webhook_signature(secret, request) in request.headers["webhook-signature"].split(" ")
    assert abs(int(request.headers["webhook-timestamp"]) - time.time()) < 60
    assert request.headers["content-type"] == "application/json"


def test_webhooks_are_signed_tried_again_and_let_go(open_street):
    street = open_street(webhook_insecure=True)
    customer = street.guest()
    with Receiver() as good, Receiver((500, {}), (200, {})) as shaky, Receiver((410, {})) as gone:
        to_good = link_webhook(customer, good.url + "/hook")
        to_shaky, to_gone = link_webhook(customer, shaky.url), link_webhook(customer, gone.url)
        assert len({link["secret"] for link in (to_good, to_shaky, to_gone)}) == 3
        assert [c["url"] for c in channels(customer) if c["id"] == to_good["id"]] == [good.url + "/hook"]
        assert "secret" not in str(channels(customer)), "it is shown once"

        order = customer.place(latte(street.cafe_id))["orderId"]
        copy, = good.received(1)
        assert copy.path == "/hook"
        assert_signed(copy, to_good["secret"])
        assert copy.body["type"] == "order.placed"
        assert copy.body["data"]["orderId"] == order
        assert copy.body["data"]["text"] == customer.told("placed", order)["text"]

        first, second = shaky.received(2, timeout=FIRST_PAUSE + 10)
        assert second.at - first.at >= FIRST_PAUSE - 0.1
        assert first.headers["webhook-id"] == second.headers["webhook-id"], "so that a receiver can drop what it has"
        assert int(second.headers["webhook-timestamp"]) >= int(first.headers["webhook-timestamp"]) + FIRST_PAUSE - 1
        for request in (first, second):
            assert_signed(request, to_shaky["secret"])

        until(lambda: [m for m in customer.messages() if m["state"] == "FAILED"], 10, "the failure is in the inbox")
        failed, = [m for m in customer.messages() if m["state"] == "FAILED"]
        assert (failed["channel"], failed["text"]) == ("webhook", "webhook: answered 410")
        assert {c["id"] for c in channels(customer)} == {to_good["id"], to_shaky["id"]}

        customer.delete(f"/notifications/channels/{to_good['id']}", expect=200)
        street.staff.ticket_until(order)
        street.staff.approve(order)
        assert shaky.received(3)[2].body["type"] == "order.accepted"
        assert len(good.received()) == 1 and len(gone.received()) == 1


def test_a_cafe_has_a_webhook_of_its_own(open_street):
    street = open_street(webhook_insecure=True)
    with Receiver() as till:
        link = link_webhook(street.staff, till.url, cafeId=street.cafe_id)
        order = street.guest().place(latte(street.cafe_id))["orderId"]
        copy, = till.received(1)
        assert_signed(copy, link["secret"])
        assert (copy.body["type"], copy.body["data"]["orderId"]) == ("order.cafe_new_order", order)
        assert street.guest().delete(f"/notifications/channels/{link['id']}").status in (403, 404)
        street.staff.delete(f"/notifications/channels/{link['id']}", expect=200)


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/", "http://example.com/", "https://localhost/", "https://[::1]/",
                                 "https://user@example.com/", "ftp://example.com", "nonsense"])
def test_a_webhook_must_be_a_public_https_address(street, url):
    guest = street.guest()
    refused = guest.post("/notifications/channels/webhook", {"url": url}, expect=422, key=guest.new_key())
    assert refused.problem == "webhook-url-refused"
    assert channels(guest) == []


def test_a_webhook_whose_host_leads_to_a_private_network_is_not_connected_to(street):
    guest = street.guest()
    with socket.create_server(("127.0.0.1", 0)) as inside:
        inside.setblocking(False)
        link_webhook(guest, f"https://127.0.0.1:{inside.getsockname()[1]}/")
        order = guest.place(latte(street.cafe_id))["orderId"]
        tried = Records(street.server, "notification")
        until(lambda: tried.rows("SELECT 1 FROM deadlines WHERE key LIKE ?", f"copy:{order}%"), 10, "it was tried")
        with pytest.raises(BlockingIOError):
            inside.accept()


# ---- Telegram ------------------------------------------------------------------------------------

TOKEN, UPDATE_SECRET = "123456:an-example-of-a-token", "what-only-telegram-knows"
SENT = (200, {"ok": True, "result": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": ""}})
RETRY_AFTER = FIRST_PAUSE + 2
TOO_MANY = (429, {"ok": False, "error_code": 429, "description": f"Too Many Requests: retry after {RETRY_AFTER}",
                  "parameters": {"retry_after": RETRY_AFTER}})
BLOCKED = (403, {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"})
BAD = (400, {"ok": False, "error_code": 400, "description": "Bad Request: message text is empty"})


@pytest.fixture(scope="module")
def telegram():
    with Receiver(SENT) as bot_api:
        yield bot_api


@pytest.fixture(scope="module")
def chatty_street(telegram):
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DANGOL_TELEGRAM_TOKEN", TOKEN)
        environment.setenv("DANGOL_TELEGRAM_WEBHOOK_SECRET", UPDATE_SECRET)
        with Server(telegram_url=telegram.url, telegram_bot="dangol_test_bot") as server:
            yield Street(server)


def start_bot(street, chat, code, secret=UPDATE_SECRET, **more):
    """As Telegram tells it when somebody opens the link."""
    update = {"update_id": 1, "message": {"message_id": 1, "date": 1, "text": f"/start {code}",
                                          "chat": {"id": chat, "type": "private", "first_name": "Kim"},
                                          "from": {"id": chat, "is_bot": False, "first_name": "Kim"}}}
    return street.anyone.post(f"/notifications/telegram/{secret}", update, **more)


def link_telegram(street, person, chat):
    link = person.post("/notifications/channels/telegram", {}, expect=200, key=person.new_key()).body
    assert link["url"] == f"https://t.me/dangol_test_bot?start={link['linkCode']}"
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", link["linkCode"]), "what Telegram allows"
    said = start_bot(street, chat, link["linkCode"], expect=200).body
    assert (said["method"], said["chat_id"]) == ("sendMessage", chat)
    return link


def to(chat, receiver, count=0, timeout=10):
    """What the bot has sent to this chat so far."""
    def sent():
        return [r for r in receiver.received() if str(r.body["chat_id"]) == str(chat)]
    until(lambda: len(sent()) >= count, timeout, f"{count} messages to chat {chat}")
    return sent()


def test_telegram_is_linked_by_a_one_time_code(chatty_street, telegram):
    street, customer, thief = chatty_street, chatty_street.guest("ko"), chatty_street.guest()
    link = link_telegram(street, customer, 1001)
    assert [c["channel"] for c in channels(customer)] == ["telegram"]
    assert start_bot(street, 1002, link["linkCode"], secret="a-guess-of-some-kind-", expect=404)
    start_bot(street, 1002, link["linkCode"], expect=200)
    start_bot(street, 1003, "a-code-that-nobody-has", expect=200)
    assert channels(thief) == []

    placed = customer.place(latte(street.cafe_id))
    message, = to(1001, telegram, 1)
    assert message.path == f"/bot{TOKEN}/sendMessage"
    assert message.headers["content-type"] == "application/json"
    assert message.body["text"] == customer.told("placed", placed["orderId"])["text"]
    assert not to(1002, telegram) and not to(1003, telegram)
    assert [m["channel"] for m in customer.messages()] == ["inbox"], "a copy is no second message"
    assert TOKEN not in street.server.log()


def test_telegram_is_obeyed_when_it_says_how_long_to_wait_or_that_nobody_is_there(chatty_street, telegram):
    street, patient, blocker, unlucky = chatty_street, *(chatty_street.guest() for _ in range(3))
    try:
        link_telegram(street, patient, 2001)
        telegram.answer(TOO_MANY, SENT)
        patient.place(latte(street.cafe_id))
        to(2001, telegram, 1)

        link_telegram(street, blocker, 2002)
        telegram.answer(BLOCKED, SENT)
        order = blocker.place(latte(street.cafe_id))["orderId"]
        to(2002, telegram, 1)
        until(lambda: channels(blocker) == [], 10, "the chat is unlinked")
        failed, = [m for m in blocker.messages() if m["channel"] == "telegram"]
        assert (failed["state"], failed["orderId"]) == ("FAILED", order) and "blocked" in failed["text"]
        street.staff.ticket_until(order)
        street.staff.approve(order)
        blocker.told("accepted", order)

        link_telegram(street, unlucky, 2003)
        telegram.answer(BAD, SENT)
        unlucky.place(latte(street.cafe_id))
        until(lambda: [m for m in unlucky.messages() if m["state"] == "FAILED"], 10, "it is not tried again")
        assert [c["channel"] for c in channels(unlucky)] == ["telegram"], "the chat is still there"

        first, second = to(2001, telegram, 2, timeout=RETRY_AFTER + 10)
        assert second.at - first.at >= RETRY_AFTER - 0.1, "not earlier"
        assert first.raw == second.raw
        assert len(to(2002, telegram)) == 1 and len(to(2003, telegram)) == 1
    finally:
        telegram.answer(SENT)


def test_without_a_bot_telegram_cannot_be_linked(street):
    guest = street.guest()
    refused = guest.post("/notifications/channels/telegram", {}, expect=404, key=guest.new_key())
    assert refused.problem == "telegram-not-set-up"
