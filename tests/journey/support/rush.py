"""Customers, baristas and riders in a rush, who go on after every crash, and remember each answer that they got."""

import random
import threading
import time
from typing import NamedTuple

from support.client import Lost
from support.crowd import Crowd
from support.people import Customer
from support.street import NEXT_DOOR, latte
from support.watcher import Watcher


class Acknowledged(NamedTuple):
    """A 2xx: whoever got it may rely on it."""
    order_id: str
    context: str
    event: str  # what must have happened for this answer
    version: int  # of the aggregate, as it was answered


class Rush(Crowd):
    """`players`, each with a guest and a rider of its own at one café. Stories are drawn from the seed; how
    they interleave is up to the machine. `watched`: each guest also looks at their pages all the time."""

    # token: how often in 100
    TOKENS = {"approve": 80, "decline": 6, "timeout_after_charge": 8, "stall": 3, "stall_then_charge": 3}
    ENDS = {"all well": 46, "cancel at once": 8, "cancel": 8, "cancel against makeStart": 10, "reject": 6, "abort": 5,
            "nobody answers": 3, "nobody collects": 5, "no rider": 4, "rider gives up": 5}

    def __init__(self, street, players, seed, watched=False):
        super().__init__()
        self._street, self._watched = street, watched
        self.acknowledged = []
        self.customers = {}  # by order id
        for number in range(players):
            self.join_in(self._play, random.Random(f"{seed}-{number}"), street.rider())

    def _play(self, chance, rider):
        while not self.stopping.is_set():
            customer = self._guest()
            watcher = Watcher(customer) if self._watched else None
            while not self.stopping.is_set():
                self._story(chance, customer, rider)
                if chance.random() < 0.05:
                    break
            if watcher:
                watcher.close()
                self.failures += [watcher.failure] if watcher.failure else []

    def _guest(self):
        made = self._persist(lambda: self._street.anyone.post("/sessions/guest", {"language": "en"}, expect=(201, 503)))
        assert made.status == 201, made
        return Customer(self._street.server, made.body, language="en")

    # ---- one order -------------------------------------------------------------------------------

    def _story(self, chance, customer, rider):
        delivery = chance.random() < 0.4
        end = draw(chance, self.ENDS)
        order = self._place(chance, customer, delivery, draw(chance, self.TOKENS))
        if order is None or end == "nobody answers":
            return
        identity, staff = order["orderId"], self._street.staff
        if end == "cancel at once":
            return self._cancel(customer, identity)
        if not self._arrives(staff, identity):
            return
        if end == "reject":
            return self._ticket(identity, "reject", "OrderRejected", {"reason": "too_busy", "note": ""})
        self._ticket(identity, "approve", "OrderApproved", {"readyInMinutes": 3})
        self._pause(chance)
        if end == "cancel":
            return self._cancel(customer, identity)
        rival = None
        if end == "cancel against makeStart":
            rival = threading.Thread(target=self._cancel, args=(customer, identity))
            rival.start()
        making = self._ticket(identity, "makeStart", "MakeStarted")
        if rival:
            rival.join()
        if not making:
            return
        self._pause(chance)
        if end == "abort":
            return self._ticket(identity, "abort", "MakeAborted", {"reason": "sold_out", "note": ""})
        made = self._ticket(identity, "makeComplete", "MakeCompleted")
        if not made or end == "nobody collects":
            return
        if delivery and end != "no rider":
            self._bring(chance, rider, order, gives_up=end == "rider gives up")
        elif not delivery:
            self._ticket(identity, "handOver", "HandedOver", {"callNumber": order["callNumber"]})

    def _place(self, chance, customer, delivery, token):
        """The order when it is placed; None if it came to nothing, or nobody can wait for it."""
        basket = latte(self._street.cafe_id, quantity=chance.randint(1, 3), deliver_to=NEXT_DOOR if delivery else None)
        key = customer.new_key()

        def ask():
            return customer.place(basket, token=token, key=key, expect=(201, 202, 402, 409, 503))
        answer = self._persist(ask)
        for _ in range(chance.randint(0, 3)):  # not known yet: some ask again
            if answer.status != 202 or self.stopping.is_set():
                break
            time.sleep(0.2)
            answer = self._persist(ask)
        if answer.status in (201, 202):
            self.customers[answer["orderId"]] = customer
            event = "OrderPlaced" if answer.status == 201 else "OrderRequested"
            self.acknowledged.append(Acknowledged(answer["orderId"], "order", event, answer["version"]))
        return answer.body if answer.status == 201 else None

    def _arrives(self, staff, identity):
        for _ in range(100):
            if self._persist(lambda: staff.ticket(identity, expect=(200, 404, 503))).status == 200:
                return True
            time.sleep(0.02)
        return False

    def _cancel(self, customer, identity):
        key = customer.new_key()
        answer = self._persist(lambda: customer.cancel(identity, key=key, expect=(200, 202, 409, 503)))
        if answer.status in (200, 202):
            event = "OrderCanceled" if answer["status"] == "CANCELED" else "OrderCancelRequested"
            self.acknowledged.append(Acknowledged(identity, "order", event, answer["version"]))

    def _ticket(self, identity, name, event, body=None):
        return self._command(self._street.staff, "cafe", identity, name, event, body)

    def _bring(self, chance, rider, order, gives_up):
        identity = order["orderId"]
        if not self._command(rider, "delivery", identity, "claim", "DeliveryClaimed"):
            return
        if gives_up:
            if chance.random() < 0.5:  # else the lease ends it
                self._command(rider, "delivery", identity, "release", "DeliveryReleased")
            return
        if self._command(rider, "delivery", identity, "start", "DeliveryStarted", {"callNumber": order["callNumber"]}):
            self._pause(chance)
            self._command(rider, "delivery", identity, "confirm", "DeliveryConfirmed",
                          {"pin": order["destination"]["pin"]})

    def _command(self, person, context, identity, name, event, body=None):
        key = person.new_key()
        answer = self._persist(lambda: person.command(identity, name, body, key=key, expect=(200, 404, 409, 503)))
        if answer.status != 200:
            return False
        self.acknowledged.append(Acknowledged(identity, context, event, answer["version"]))
        return True

    # ---- patience --------------------------------------------------------------------------------

    @staticmethod
    def _persist(ask, patience=60):
        """The same request again, with the same key, until an answer comes that says something."""
        deadline = time.monotonic() + patience
        while True:
            try:
                answer = ask()
                if getattr(answer, "status", 200) != 503 or time.monotonic() > deadline:
                    return answer
            except Lost:
                if time.monotonic() > deadline:
                    raise
            time.sleep(0.02)

    @staticmethod
    def _pause(chance):
        time.sleep(chance.uniform(0, 0.03))


def draw(chance, weights):
    return chance.choices(list(weights), list(weights.values()))[0]
