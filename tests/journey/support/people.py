"""The people of a street, each with the words of the API that are theirs."""

from support.client import Api
from support.waiting import until


class Person(Api):
    """Anyone with an account, a guest included."""

    def __init__(self, server, session=None, **more):
        super().__init__(server, session and session["accessToken"], **more)
        self.session = session
        self.id = session and session["accountId"]

    def messages(self, **more):
        """Their inbox, the newest first."""
        return self.get("/notifications?limit=100", **more)["items"]

    def told(self, message, order_id, timeout=10):
        """The message of this kind about the order, as soon as it is there; it must be there once."""
        def found():
            return [m for m in self.messages()
                    if m["message"] == message and m["orderId"] == order_id and m["channel"] == "inbox"]
        mine = until(found, timeout, f"the message {message}")
        assert len(mine) == 1, mine
        return mine[0]


class Customer(Person):
    def quote(self, basket, **more):
        return self.post("/orders/quote", basket, **more)

    def place(self, basket, token="approve", key=None, expect=201, **more):
        order = basket | {"payment": {"method": "card", "token": token}}
        return self.post("/orders", order, key=key or self.new_key(), expect=expect, **more)

    def cancel(self, order_id, key=None, expect=200, **more):
        return self.post(f"/orders/{order_id}/cancel", key=key or self.new_key(), expect=expect, **more)

    def order(self, order_id, **more):
        return self.get(f"/orders/{order_id}", **more)

    def orders(self, **more):
        return self.get("/orders?limit=100", **more)["items"]

    def page(self, order_id, **more):
        return self.get(f"/myPages/{order_id}", **more)

    def pages(self, **more):
        return self.get("/myPages?limit=100", **more)["items"]

    def page_until(self, order_id, status, timeout=10):
        """The page as soon as it shows that status."""
        def shown():
            answer = self.get(f"/myPages/{order_id}", expect=(200, 404))
            return answer.body if answer.status == 200 and answer["orderStatus"] == status else None
        return until(shown, timeout, f"the page of {order_id} shows {status}")

    def page_stream(self, order_id, last_event_id=None):
        return self.stream(f"/myPages/{order_id}/stream", last_event_id)


class Staff(Person):
    def __init__(self, server, session=None, cafe_id=None, **more):
        super().__init__(server, session, **more)
        self.cafe_id = cafe_id

    def tickets(self, state=None, **more):
        lane = f"&state={state}" if state else ""
        return self.get(f"/cafeOrders?cafeId={self.cafe_id}&limit=100{lane}", **more)["items"]

    def ticket(self, order_id, **more):
        return self.get(f"/cafeOrders/{order_id}", **more)

    def ticket_until(self, order_id, status=None, timeout=10):
        """The ticket as soon as it has come to the bar (and has that status)."""
        def there():
            answer = self.get(f"/cafeOrders/{order_id}", expect=(200, 404))
            return answer.body if answer.status == 200 and status in (None, answer["status"]) else None
        return until(there, timeout, f"the ticket {order_id} {status or ''}")

    def command(self, order_id, name, body=None, key=None, expect=200, **more):
        return self.post(f"/cafeOrders/{order_id}/{name}", body, key=key or self.new_key(), expect=expect, **more)

    def approve(self, order_id, ready_in_minutes=5, **more):
        return self.command(order_id, "approve", {"readyInMinutes": ready_in_minutes}, **more)

    def reject(self, order_id, reason="sold_out", note="", **more):
        return self.command(order_id, "reject", {"reason": reason, "note": note}, **more)

    def make_start(self, order_id, **more):
        return self.command(order_id, "makeStart", **more)

    def make_complete(self, order_id, **more):
        return self.command(order_id, "makeComplete", **more)

    def hand_over(self, order_id, **more):
        return self.command(order_id, "handOver", **more)

    def abort(self, order_id, reason="sold_out", note="", **more):
        return self.command(order_id, "abort", {"reason": reason, "note": note}, **more)

    def take_back(self, order_id, lost=False, **more):
        return self.command(order_id, "takeBack", {"lost": lost}, **more)

    def make(self, order_id):
        """From a paid order to a drink on the counter."""
        self.ticket_until(order_id)
        self.approve(order_id)
        self.make_start(order_id)
        self.make_complete(order_id)


class Rider(Person):
    def go_online(self, place, **more):
        return self.post("/deliveries/shift", {"online": True, "place": place}, key=self.new_key(), expect=200, **more)

    def go_offline(self, **more):
        return self.post("/deliveries/shift", {"online": False}, key=self.new_key(), expect=200, **more)

    def offers(self, **more):
        return self.get("/deliveries/offers?limit=100", **more)["items"]

    def sees(self, order_id):
        return any(offer["orderId"] == order_id for offer in self.offers())

    def command(self, order_id, name, body=None, key=None, expect=200, **more):
        return self.post(f"/deliveries/{order_id}/{name}", body, key=key or self.new_key(), expect=expect, **more)

    def claim(self, order_id, **more):
        return self.command(order_id, "claim", **more)

    def release(self, order_id, **more):
        return self.command(order_id, "release", **more)

    def pick_up(self, order_id, call_number, expect=200, **more):
        """Who comes before delivery has heard from the café that it is ready waits at the counter."""
        def asked():
            return self.command(order_id, "start", {"callNumber": call_number}, expect=(expect, 409), **more)

        def handed():
            answer = asked()
            return answer if answer.status == 200 or answer.problem != "not-ready" else None
        answer = until(handed, 10, f"{order_id} is ready to be picked up") if expect == 200 else asked()
        assert answer.status == expect, answer
        return answer

    def confirm(self, order_id, pin, **more):
        return self.command(order_id, "confirm", {"pin": pin}, **more)

    def fail(self, order_id, reason="customer_absent", note="", **more):
        return self.command(order_id, "fail", {"reason": reason, "note": note}, **more)

    def bring(self, order_id, call_number, pin):
        """From the offer to the door."""
        until(lambda: self.sees(order_id), 10, "the delivery is offered")
        self.claim(order_id)
        self.pick_up(order_id, call_number)
        return self.confirm(order_id, pin)


class Operator(Person):
    def transactions(self, order_id=None):
        """What the sandbox provider has really captured and refunded."""
        only = f"?orderId={order_id}" if order_id else ""
        return self.get(f"/sandbox/transactions{only}")["items"]

    def transaction(self, order_id):
        found = self.transactions(order_id)
        assert len(found) <= 1, found
        return found[0] if found else None

    def payment(self, order_id, **more):
        return self.get(f"/payments/{order_id}", **more)

    def ledger(self):
        return self.get("/payments/ledger").body

    def refunded_once(self, order_id, timeout=10):
        """Waits for the refund, and holds the provider's truth to exactly one charge and one refund of all of it."""
        until(lambda: self.payment(order_id)["status"] == "REFUNDED", timeout, f"the payment {order_id} is refunded")
        truth = self.transaction(order_id)
        assert truth["captures"] == 1 and truth["refunds"] == 1 and truth["refunded"] == truth["captured"], truth
        return truth
