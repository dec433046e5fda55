"""The ports of a process: what is behind which, and how many may knock."""

import contextlib
import pathlib
import subprocess
import time
import urllib.error
import urllib.request

import pytest
from support import DISTRIBUTED, Server, Street, latte
from support.connections import silent_connections
from support.process import BINARY

FIGURES = ("/metrics", "/observe", "/observe/style.css", "/observe/tokens.css")
HEALTH = ("/livez", "/readyz")

one_process = pytest.mark.skipif(DISTRIBUTED, reason="behind the gateway, which keeps few connections")


def status(url):
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def test_customers_do_not_see_the_figures_and_administrators_not_the_customers(street):
    for process in street.server.processes.values():
        customers = f"http://{process.host}:{process.port}"
        assert {path: status(customers + path) for path in FIGURES} == dict.fromkeys(FIGURES, 404)
        assert {path: status(process.admin_url + path) for path in FIGURES} == dict.fromkeys(FIGURES, 200)
        for url in customers, process.admin_url:
            assert {path: status(url + path) for path in HEALTH} == dict.fromkeys(HEALTH, 200)
        others = ("/", "/cafes", "/api", "/contexts/order/deadLetters")
        assert {path: status(process.admin_url + path) for path in others} == dict.fromkeys(others, 404)


@contextlib.contextmanager
def limited_to(soft, hard):
    """A street on a program that may open so many files."""
    server = Server()
    server.process.runner = ("prlimit", f"--nofile={soft}:{hard}")
    with server:
        yield Street(server)


@one_process
def test_connections_that_say_nothing_do_not_stop_orders():
    with limited_to(1024, 1024) as street:
        guest, began = street.guest(), time.monotonic()
        with silent_connections(street.server, 1200), guest.stream("/myPages/stream") as pages:
            orders = [guest.place(latte(street.cafe_id))["orderId"], street.guest().place(latte(street.cafe_id))["orderId"]]
            street.staff.make(orders[0])
            pages.wait_for(lambda page: page["orderId"] == orders[0] and page["orderStatus"] == "PLACED")
            assert time.monotonic() - began < 10
        assert "accept" not in street.server.log()


@one_process
def test_it_opens_as_many_files_as_the_administrator_allows():
    with limited_to(1024, 4096) as street:
        limits = pathlib.Path(f"/proc/{street.server.process.pid}/limits").read_text()
        assert next(line.split()[3:5] for line in limits.splitlines() if line.startswith("Max open files")) == ["4096", "4096"]
        with silent_connections(street.server, 1200) as connections:
            street.guest().place(latte(street.cafe_id))
            for connection in connections:
                connection.setblocking(False)
                with pytest.raises(BlockingIOError):
                    connection.recv(1)  # there was room for all of them


@one_process
def test_it_says_what_to_do_when_it_may_open_too_few_files(tmp_path):
    ran = subprocess.run(["prlimit", "--nofile=300:300", BINARY, "serve", "--data", tmp_path / "data", "--port", "0",
                          "--admin-port", "0"], capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 1
    assert "may open only 300 files" in ran.stderr and "ulimit -n" in ran.stderr and "LimitNOFILE" in ran.stderr
