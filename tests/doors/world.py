"""A town with one of everything, every kind of caller who could want it, and the operations of api/openapi.yaml."""

import contextlib
import http.client
import json
import pathlib
import uuid
from typing import NamedTuple

import pytest
import tokens
from support import NEXT_DOOR, Api, Server, Street, latte, until
from support.contract import check_response, document
from support.records import CONTEXTS, caught_up
from validator import resolved

METHODS = ("get", "post", "put", "patch", "delete")
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(32)
SECRET = "a shared secret of more than thirty-two bytes"
ROLES = {"anonymous", "customer", "staff", "rider", "operator", "service"}
# Several of these need a delivery of their own: once one has succeeded, the next would find no rider.
RIDER_COMMANDS = ("releaseDelivery", "startDelivery", "confirmDelivery")


class Operation(NamedTuple):
    method: str
    path: str
    described: dict

    @property
    def name(self):
        return f"{self.method} {self.path}"

    @property
    def roles(self):
        return set(self.described["x-roles"])

    @property
    def owners(self):
        """{role: the status for what is not theirs}"""
        return self.described.get("x-owner", {})

    @property
    def parameters(self):
        found = []
        for parameter in self.described.get("parameters", ()):
            parameter = resolved("openapi", parameter)
            found.append((parameter["in"], parameter["name"]))
        return found


def operations():
    return [Operation(method.upper(), path, item[method]) for path, item in document("openapi")["paths"].items()
            for method in METHODS if method in item]


class Principal(NamedTuple):
    """`role` is what the token makes of its bearer; None: the token is not accepted. `owns`: the world is theirs."""
    name: str
    role: str | None
    token: str | None
    owns: bool = False


class World:
    def __init__(self, server, folder):
        self.server = server
        self.street = street = Street(server)
        self.key = server.data / "keys" / "tokens.pem"
        self.cafe = street.cafe_id
        self.owner, self.staff, operator = street.guest(), street.staff, street.operator
        self.order = self.owner.place(latte(self.cafe))["orderId"]
        self.staff.ticket_until(self.order)
        self.owner.page_until(self.order, "PLACED")
        until(lambda: self.owner.get(f"/payments/{self.order}", expect=(200, 404)).status == 200)
        self.riders, self.deliveries = {}, {}
        for command in (*RIDER_COMMANDS, None):
            self.riders[command], self.deliveries[command] = self.claimed()
        self.channel = self.owner.post("/notifications/channels/webhook", {"url": "http://127.0.0.1:9/"}, expect=201,
                                       key=Api.new_key())["id"]
        self.spare = street.staff_of(street.cafe_id)  # an account that the operator may do anything to
        gone = street.staff_of(self.cafe)
        operator.post(f"/accounts/{gone.id}/disable", expect=200, key=Api.new_key())
        other_cafe = street.cafe()
        guest, good = street.guest(), operator.token
        self.principals = [
            Principal("nobody", "anonymous", None),
            Principal("no token at all", None, "rubbish"),
            Principal("an expired token", None, tokens.expired(good, self.key)),
            Principal("a forged token", None, tokens.forged(good, folder)),
            Principal("a customer who writes operator", None, tokens.altered(guest.token, role="operator")),
            Principal("a guest's refresh token", None, guest.session["refreshToken"]),
            Principal("staff whose account is disabled", None, gone.token),
            Principal("a service, to a context that is not here", None, tokens.of_service(SECRET, "elsewhere")),
            Principal("a service with another secret", None, tokens.of_service(SECRET[::-1], "payment")),
            Principal("the customer", "customer", self.owner.token, owns=True),
            Principal("another customer", "customer", guest.token),
            Principal("staff of this branch", "staff", self.staff.token, owns=True),
            Principal("staff of another branch", "staff", street.staff_of(other_cafe).token),
            Principal("the rider", "rider", "", owns=True),  # which one, the operation says
            Principal("another rider", "rider", street.rider(NEXT_DOOR).token),
            Principal("the operator", "operator", good, owns=True),
            Principal("a service", "service", tokens.of_service(SECRET, "payment")),
        ]
        self.settle()

    def claimed(self):
        """(rider, order) of a delivery that waits at the counter."""
        rider = self.street.rider(NEXT_DOOR)
        order = self.owner.place(latte(self.cafe, deliver_to=NEXT_DOOR))["orderId"]
        self.staff.make(order)
        until(lambda: rider.sees(order), 10, "the delivery is offered")
        rider.claim(order)
        return rider, order

    def settle(self):
        until(lambda: caught_up(self.server) and not any(
            self.server.ask(context, "SELECT count(*) FROM effects")[0][0] for context in ("payment", "order")), 20,
            "everybody has read everything")

    def digest(self):
        """What is stored: it grows or changes with every accepted command."""
        tables = {context: self.server.ask(context, "SELECT (SELECT coalesce(max(position), 0) FROM events), "
                                           "(SELECT total(length(data)) FROM documents), (SELECT count(*) FROM answers)")
                  for context in CONTEXTS}
        files = sorted((str(path.relative_to(self.server.data)), path.stat().st_size)
                       for path in pathlib.Path(self.server.data).rglob("*")
                       if path.is_file() and ".db" not in path.name)
        return tables, files

    def identity(self, operation):
        """What `{id}` of the operation's path is."""
        if "/channels/" in operation.path:
            return self.channel
        command = operation.described["operationId"]
        about = {"accounts": self.spare.id, "cafes": self.cafe,
                 "deliveries": self.deliveries.get(command, self.deliveries[None])}
        return about.get(operation.path.split("/")[1], self.order)

    def address(self, operation, principal):
        """The path, about the things of this world; with the branch where the caller is to name one."""
        parts = {"id": self.identity(operation), "cafeId": self.cafe, "context": "mypage", "secret": "no-such-secret",
                 "file": "0123456789abcdef.png"}
        path = operation.path.format(**parts)
        for_staff = operation.path.startswith("/notifications")
        query = {"cafes": self.cafe}
        if principal.role == "staff" or principal.role == "operator" and not for_staff:
            query["cafeId"] = self.cafe
        asked = [f"{name}={value}" for name, value in query.items() if ("query", name) in operation.parameters]
        return path + "?" * bool(asked) + "&".join(asked)

    def examples(self, operation, principal):
        """What a caller of that kind may send as the JSON body: the examples of the contract."""
        content = operation.described.get("requestBody", {}).get("content", {}).get("application/json", {})
        examples = [dict(resolved("openapi", example)["value"]) for example in content.get("examples", {}).values()]
        for example in examples:
            if operation.path.startswith("/notifications/channels"):  # the branch's, or the caller's own
                example.pop("cafeId", None)
                example |= {"cafeId": self.cafe} if principal.role == "staff" else {}
        return examples

    def knock(self, operation, principal, wrong, body=None):
        """(status, the problem's type or None), held to the contract. Of a stream only the head is read. `body`: other than the
        first example, as JSON."""
        token = principal.token
        if principal.name == "the rider":
            token = self.riders.get(operation.described["operationId"], self.riders[None]).token
        headers = {"Accept-Language": "en"}
        if token is not None:
            headers["Authorization"] = "Bearer " + token
        if ("header", "Idempotency-Key") in operation.parameters:
            headers["Idempotency-Key"] = uuid.uuid4().hex
        for media_type in operation.described.get("requestBody", {}).get("content", {}):
            if body is None:
                body = PICTURE
                if media_type == "application/json":
                    body = json.dumps(next(iter(self.examples(operation, principal)), {})).encode()
            headers["Content-Type"] = media_type
            break
        path = self.address(operation, principal)
        connection = http.client.HTTPConnection(self.server.host, self.server.port, timeout=20)
        try:
            connection.request(operation.method, path, body, headers)
            try:
                answer = connection.getresponse()
            except TimeoutError:
                pytest.fail(f"{operation.name} by {principal.name}: no answer")
            stream = answer.getheader("content-type", "").startswith("text/event-stream")
            raw = b"" if stream else answer.read()
            problem = json.loads(raw)["type"].removeprefix("/problems/") if answer.status >= 400 else None
            if answer.status == 401 and not answer.getheader("www-authenticate", "").startswith("Bearer"):
                wrong.append(f"{operation.name} by {principal.name}: 401 without WWW-Authenticate")
            try:
                check_response(operation.method, path, answer.status, dict(answer.getheaders()), raw)
            except AssertionError as error:
                wrong.append(f"{principal.name}: {error}")
            return answer.status, problem
        finally:
            connection.close()


@contextlib.contextmanager
def opened(folder, **flags):
    """Nothing falls due by itself while the doors are tried."""
    late = {"pay_within": "2h", "ask_after": "2h", "cancel_after": "2h", "rider_lease": "2h", "give_up_after": "2h"}
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DANGOL_SERVICE_SECRET", SECRET)
        with Server(webhook_insecure=True, **late, **flags) as server:
            yield World(server, folder)
