"""Customers, a barista and passers-by who are never kept waiting for their second try: there is none. Each request must
be answered with a 2xx at the first attempt."""

import random
import threading
import time

from support.rush import Acknowledged
from support.client import Api
from support.crowd import Crowd
from support.people import Customer
from support.street import latte
from support.waiting import until


class Follower:
    """One customer's event stream, taken up again where it broke off, as a browser does, but at once."""

    def __init__(self, customer):
        self._customer, self._closing = customer, threading.Event()
        self._shown = [], None  # by the streams that have ended, and the one that has not
        self.streams, self.failure = 0, None
        self._thread = threading.Thread(target=self._follow, daemon=True)
        self._thread.start()

    @property
    def seen(self):
        """Every (order, version) that was shown, in its order."""
        pages, stream = self._shown
        return [(page["orderId"], page["version"]) for page in pages + (stream.data("page") if stream else [])]

    def close(self):
        self._closing.set()
        self._thread.join(30)
        assert not self._thread.is_alive(), "a follower hangs"

    def _follow(self):
        last_id = "0"
        try:
            while not self._closing.is_set():
                with self._customer.stream("/myPages/stream", last_id) as stream:
                    pages, self.streams = self._shown[0], self.streams + 1
                    self._shown = pages, stream
                    while not stream.ended and not self._closing.wait(0.02):
                        pass
                    assert self._closing.is_set() or stream.error is None, stream.error
                self._shown, last_id = (pages + stream.data("page"), None), stream.last_id
        except Exception as error:  # the test fails with it
            self.failure = error
            raise


class Traffic(Crowd):
    """`players`, each with a customer whose stream is followed, at one café."""

    def __init__(self, street, players, seed):
        super().__init__()
        self.street, self.server = street, street.server
        self.acknowledged, self.customers, self.followers = [], {}, {}
        self.seconds = []  # of each request
        for number in range(players):
            self.join_in(self._play, random.Random(f"{seed}-{number}"))

    def __enter__(self):
        self._asked_again, Api.asks_again = Api.asks_again, False
        return super().__enter__()

    def __exit__(self, *error):
        try:
            super().__exit__(*error)
        finally:
            Api.asks_again = self._asked_again

    def close(self):
        for follower in self.followers.values():
            follower.close()

    def _play(self, chance):
        customer = self._guest()
        self.followers[customer.id] = Follower(customer)
        while not self.stopping.is_set():
            self._guest()  # a passer-by
            self._story(chance, customer)

    def _guest(self):
        return Customer(self.server, self._ask(self.street.session, "/sessions/guest", {"language": "en"}),
                        language="en")

    def _story(self, chance, customer):
        street, staff = self.street, self.street.staff
        basket = latte(street.cafe_id, quantity=chance.randint(1, 3))
        self._ask(street.anyone.get, f"/cafes/{street.cafe_id}")
        self._ask(customer.quote, basket, expect=200)
        order = self._ask(customer.place, basket)
        identity = order["orderId"]
        self.customers[identity] = customer
        self._note(order, "order", "OrderPlaced")
        self._ask(street.operator.payment, identity)
        self._ask(customer.order, identity)
        if chance.random() < 0.2:
            return self._ask(customer.cancel, identity, expect=(200, 202))
        until(lambda: any(ticket["orderId"] == identity for ticket in self._ask(staff.tickets, "NEW")), 30,
              f"the ticket {identity}")
        self._note(self._ask(staff.approve, identity), "cafe", "OrderApproved")
        self._note(self._ask(staff.make_start, identity), "cafe", "MakeStarted")
        self._ask(customer.pages)
        self._note(self._ask(staff.make_complete, identity), "cafe", "MakeCompleted")
        self._ask(customer.messages)
        self._ask(street.operator.get, "/deliveries?limit=10")
        handed = self._ask(staff.command, identity, "handOver", {"callNumber": order["callNumber"]})
        return self._note(handed, "cafe", "HandedOver")

    def _ask(self, call, *arguments, **more):
        began = time.monotonic()
        answer = call(*arguments, **more)
        self.seconds.append(time.monotonic() - began)
        return answer

    def _note(self, answer, context, event):
        self.acknowledged.append(Acknowledged(answer["orderId"], context, event, answer["version"]))
