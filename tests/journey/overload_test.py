"""Customers who do not wait for their answer: nobody pays for what they do not hear of."""

import json
import socket

import pytest
from support import DISTRIBUTED, Server, Street, latte, until
from support.figures import figure

pytestmark = pytest.mark.skipif(DISTRIBUTED, reason="the overload is one process's")


@pytest.fixture(scope="module")
def town():
    with Server() as server:
        yield Street(server)


def test_a_customer_who_has_left_is_not_charged(town):
    customer = town.guest()
    body = json.dumps(latte(town.cafe_id) | {"payment": {"method": "card", "token": "approve"}}).encode()
    head = (f"POST /orders HTTP/1.1\r\nHost: {town.server.host}\r\nContent-Type: application/json\r\n"
            f"Authorization: Bearer {customer.token}\r\nIdempotency-Key: left\r\nContent-Length: {len(body)}\r\n\r\n")
    town.server.process.freeze()
    try:
        with socket.create_connection((town.server.host, town.server.port)) as connection:
            connection.sendall(head.encode() + body)
    finally:
        town.server.process.thaw()

    until(lambda: figure(town.server, "dangol_abandoned_commands_total", context="order") == 1, 10, "it is not decided")
    assert customer.orders() == []
    placed = customer.place(latte(town.cafe_id), key="left")
    assert [order["orderId"] for order in customer.orders()] == [placed["orderId"]]
