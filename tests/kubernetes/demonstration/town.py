"""The system in the cluster as its people see it: through the gateway's Service."""

import json
import re
import secrets
import time

from cluster import data  # noqa: F401  # the path to the journeys' support
from cluster.components import kubectl

from support.street import Street, latte
from support.waiting import until

NAMESPACE = "dangol-try"


def get(*what):
    return json.loads(kubectl("--namespace", NAMESPACE, "get", *what, "-o", "json"))


def pods(component):
    """Those that are not on their way out."""
    found = get("pods", "-l", f"app.kubernetes.io/component={component}")["items"]
    return [pod for pod in found if "deletionTimestamp" not in pod["metadata"]]


def name(thing):
    return thing["metadata"]["name"]


def in_service(component):
    """The pods to which the Service leads now."""
    slices = get("endpointslices", "-l", f"kubernetes.io/service-name=dangol-{component}")["items"]
    return sorted(endpoint["targetRef"]["name"] for one in slices for endpoint in one["endpoints"] or ()
                  if endpoint["conditions"].get("ready"))


class Gateway:
    """What support.client wants to know of a server."""
    generation = 1

    def __init__(self):
        self.host = get("service", "dangol-gateway")["spec"]["clusterIP"]
        self.port = 80
        # As often as one likes; the code that identity's log has is good once.
        said = kubectl("--namespace", NAMESPACE, "exec", "deployment/dangol-identity", "--container", "dangol", "--", "dangol",
                       "admin", "operator", "--login", f"try{secrets.token_hex(3)}")
        self.operator_code = re.search(r"/ops#code=(\S+)", said)[1]


def opened():
    """A café with a menu, its staff, and the API to it."""
    gateway = Gateway()
    return gateway, Street(gateway)


def one_order(street):
    """Placed, paid, made, handed over, and seen as such by the customer: every context has had its part."""
    began = time.monotonic()
    customer = street.guest()
    order = customer.place(latte(street.cafe_id)).body
    street.staff.make(order["orderId"])
    street.staff.hand_over(order["orderId"])
    customer.page_until(order["orderId"], "COMPLETED", timeout=30)
    until(lambda: len(customer.messages()) > 0, 30, "the customer is told")
    return time.monotonic() - began


def ordering(street):
    """What a customer does: looks at the menu, asks for the price, orders and pays, looks how it goes."""
    customer, basket = street.guest(), latte(street.cafe_id)

    def story(ask):
        ask("menu", "GET", f"/cafes/{street.cafe_id}")
        ask("session", "GET", "/sessions/current")
        ask("quote", "POST", "/orders/quote", basket)
        placed = ask("order", "POST", "/orders", basket | {"payment": {"method": "card", "token": "approve"}}, (201,))
        if placed:
            ask("look", "GET", f"/orders/{placed['orderId']}")
        ask("pages", "GET", "/myPages?limit=5")
        ask("messages", "GET", "/notifications?limit=5")
    return customer.token, story


def reading(street):
    """Who only looks at a menu."""
    def story(ask):
        ask("menu", "GET", f"/cafes/{street.cafe_id}")
    return None, story
