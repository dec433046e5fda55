"""Somebody sets the machine's clock while the program serves: no order is cancelled, nobody is signed out, no request
hangs."""

import pathlib
import struct
import subprocess
import time

import pytest
from support import Server, Street, latte, until

SHIM = pathlib.Path(__file__).parent / "support/set_clock.c"


class WallClock:
    """The wall clock of the program that is started with it."""

    def __init__(self, folder):
        self._file = folder / "moved"
        self.set(0)

    def set(self, seconds):
        """As many seconds from the machine's time."""
        with open(self._file, "r+b" if self._file.exists() else "wb") as file:
            file.write(struct.pack("=q", seconds))

    def environment(self, library):
        return {"LD_PRELOAD": str(library), "SET_CLOCK": str(self._file)}


@pytest.fixture
def wall_clock(tmp_path, monkeypatch):
    library = tmp_path / "set_clock.so"
    subprocess.run(["clang-19", "-shared", "-fPIC", "-O1", "-o", str(library), str(SHIM), "-ldl"], check=True)
    clock = WallClock(tmp_path)
    for name, value in clock.environment(library).items():
        monkeypatch.setenv(name, value)
    return clock


@pytest.fixture
def street(wall_clock):
    with Server(charge_timeout="700ms", inquire_every="100ms") as server:
        yield Street(server)


def test_a_clock_set_forward_cancels_no_order_that_the_cafe_has_time_for(street, wall_clock):
    guest = street.guest()
    waiting = guest.place(latte(street.cafe_id))["orderId"]
    wall_clock.set(15 * 60)
    later = guest.place(latte(street.cafe_id))["orderId"]  # what was due at its time has been met by then
    street.staff.ticket_until(later)
    assert guest.order(waiting)["status"] == "PLACED"
    until(lambda: "clock was set" in street.server.log(), 5, "the log says so")
    street.staff.make(waiting)
    street.staff.hand_over(waiting)
    guest.page_until(waiting, "COMPLETED")


def test_a_clock_set_back_signs_nobody_out_and_lets_no_request_hang(street, wall_clock):
    guest = street.guest()
    placed = guest.place(latte(street.cafe_id))["orderId"]
    session = street.session("/sessions/refresh", {"refreshToken": street.staff.session["refreshToken"]})
    wall_clock.set(-288)
    assert guest.order(placed)["status"] == "PLACED"
    again = street.anyone.post("/sessions/refresh", {"refreshToken": session["refreshToken"]}, expect=201).body
    assert again["accessToken"]
    began = time.monotonic()
    pending = guest.place(latte(street.cafe_id), token="stall_then_charge", expect=(201, 202))
    assert time.monotonic() - began < 20  # the request waits for the outcome for 0.7 s, not for those 288 s too
    guest.page_until(pending["orderId"], "PLACED", timeout=30)


def test_a_clock_set_to_and_fro_disturbs_no_order(street, wall_clock):
    orders = []
    for by in [288, -288] * 5:
        wall_clock.set(by)
        orders.append(street.guest().place(latte(street.cafe_id))["orderId"])
    for order_id in orders:
        street.staff.make(order_id)
        street.staff.hand_over(order_id)
    until(lambda: all(street.operator.payment(order_id)["status"] == "SETTLED" for order_id in orders), 20, "settled")
