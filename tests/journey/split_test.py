"""A small split behind the gateway: order, mypage and identity in one process, payment and the sandbox bank by themselves, and
the rest. All on the SQLite files of one folder."""

import json
import re
import secrets
import time
import urllib.error
import urllib.request

import pytest
from support import NEXT_DOOR, Street, latte, until
from support.figures import figures
from support.gateway import Gateway
from support.ports import free_port
from support.process import Process

CONTEXTS = {"bank": "sandbox", "payment": "payment", "rest": "cafe,delivery,notification",
            "orders": "identity,order,mypage"}


class Split:
    """What a street needs of a server: here it is the gateway."""

    def __init__(self, folder):
        self.folder, self.host, self.generation = folder, "127.0.0.1", 0
        self.environment = {"DANGOL_SERVICE_SECRET": secrets.token_hex(32)}
        self.processes = {name: Process(folder / f"{name}.log") for name in CONTEXTS}
        for process in self.processes.values():
            process.port = free_port()
        self.gateway = Gateway(folder / "nginx", {context: [self.processes[name].port] for name, contexts in CONTEXTS.items()
                                                  for context in contexts.split(",")})
        self.port = self.gateway.port

    def start(self, *names):
        for name in names:
            process = self.processes[name]
            process.launch({"data": self.folder, "port": process.port, "only": CONTEXTS[name], "log_level": "info",
                            "charge_timeout": "1s", "inquire_every": "200ms"} | self.settings(name), self.environment)
            process.wait_until_ready()
        if not self.gateway.running:
            self.gateway.start()
        self.generation += 1

    def settings(self, name):
        if name == "payment":
            return {"provider_url": self.url("bank")}
        if name == "orders":
            return {"payment_url": self.url("payment")}
        return {}

    def url(self, name):
        return f"http://127.0.0.1:{self.processes[name].port}"

    @property
    def operator_code(self):
        return self.processes["orders"].operator_code

    def metrics(self):
        return [self.processes["orders"].metrics()]

    @property
    def breaker(self):
        """The state of the one that ordering calls payment through."""
        [state] = [dict(labels)["state"] for (name, labels), value in figures(self).items()
                   if name == "dangol_circuit_breaker_state" and value == 1]
        return state


@pytest.fixture(scope="module")
def split(tmp_path_factory):
    made = Split(tmp_path_factory.mktemp("split"))
    try:
        made.start(*CONTEXTS)
        yield made
        for process in made.processes.values():
            process.terminate()
            process.wait_until_ended()
    finally:
        made.gateway.stop()
        for process in made.processes.values():
            process.kill()


@pytest.fixture(scope="module")
def town(split):
    return Street(split)


def test_an_order_is_paid_made_and_delivered_through_the_gateway(town):
    customer, rider = town.guest(), town.rider()
    order = customer.place(latte(town.cafe_id, deliver_to=NEXT_DOOR))["orderId"]
    with town.staff.stream(f"/cafeOrders/stream?cafeId={town.cafe_id}", last_event_id=0) as bar:
        bar.wait_for(lambda ticket: ticket.get("orderId") == order)
        seen = bar.frames()
        assert len(seen) >= 1
        town.staff.make(order)
        bar.wait_for(lambda ticket: ticket.get("orderId") == order, event="MakeCompleted")
        whole = bar.frames()
    with town.staff.stream(f"/cafeOrders/stream?cafeId={town.cafe_id}", last_event_id=whole[0].id) as resumed:
        until(lambda: len(resumed.frames()) >= len(whole) - 1, 10, "what was missed is shown")
        assert resumed.frames()[:len(whole) - 1] == whole[1:], "as if the stream had never stopped"
    page = customer.page_until(order, "READY")
    rider.bring(order, page["callNumber"], customer.page(order)["pin"])
    customer.page_until(order, "COMPLETED")
    customer.told("placed", order)
    assert town.operator.transaction(order)["captures"] == 1
    until(lambda: town.operator.payment(order)["status"] == "SETTLED")


def test_payments_that_go_wrong_over_there_go_wrong_here_alike(town):
    customer = town.guest()
    assert customer.place(latte(town.cafe_id), token="decline", expect=402).problem == "payment-declined"
    late = customer.place(latte(town.cafe_id), token="timeout_after_charge", expect=(201, 202))["orderId"]
    customer.page_until(late, "PLACED")
    town.staff.ticket_until(late)
    town.staff.reject(late)
    town.operator.refunded_once(late)


def test_nobody_but_a_process_of_ours_may_start_a_payment(town, split):
    body = {"orderId": "a", "cafeId": town.cafe_id, "customerId": "b", "amount": {"amount": 1, "currency": "KRW"},
            "method": "card"}
    for caller, status in ((town.anyone, 401), (town.guest(), 403), (town.operator, 403)):
        caller.post("/payments/start", body, expect=status)
    request = urllib.request.Request(split.url("payment") + "/payments/start", json.dumps(body).encode(),
                                     {"Content-Type": "application/json", "Authorization": "Bearer eyJhbGciOiJIUzI1NiJ9.e30.x"})
    with pytest.raises(urllib.error.HTTPError, match="401"):
        urllib.request.urlopen(request, timeout=10)


def test_with_payment_away_ordering_says_so_at_once_and_comes_back_by_itself(town, split):
    customer = town.guest()
    assert split.breaker == "closed"
    payment = split.processes["payment"]
    payment.kill()
    for _ in range(5):
        began = time.monotonic()
        refused = customer.place(latte(town.cafe_id), expect=503)
        assert time.monotonic() - began < 1, "at once"
        assert refused.problem == "payment-unavailable" and int(refused.headers["retry-after"]) >= 1
    assert split.breaker == "open"
    assert all(order["status"] == "PAYMENT_FAILED" for order in customer.orders())
    assert town.operator.get("/payments/ledger", expect=503).problem == "not-reachable"
    town.staff.get(f"/cafeOrders?cafeId={town.cafe_id}"), customer.pages()

    split.start("payment")

    def ordered():
        answer = customer.place(latte(town.cafe_id), expect=(201, 503))
        return answer if answer.status == 201 else None
    placed = until(ordered, 20, "ordering works again")
    for _ in range(2):
        customer.place(latte(town.cafe_id))
    assert split.breaker == "closed"
    town.staff.ticket_until(placed["orderId"])
    changes = re.findall(r'"from":"([\w-]+)","to":"([\w-]+)"', split.processes["orders"].log())
    assert ("closed", "open") in changes and ("half-open", "closed") in changes
    assert [t["captures"] for t in map(town.operator.transaction, [o["orderId"] for o in customer.orders()]) if t] == [1] * 3


def test_a_payment_that_hangs_leaves_the_order_pending_never_refused(town, split):
    customer = town.guest()
    payment = split.processes["payment"]
    payment.freeze()
    try:
        pending = customer.place(latte(town.cafe_id), expect=202)
        assert pending["status"] == "PAYMENT_PENDING"
    finally:
        payment.thaw()
    customer.page_until(pending["orderId"], "PLACED")
    assert town.operator.transaction(pending["orderId"])["captures"] == 1
