"""What whoever runs it relies on: health, figures, contracts, settings, stopping, starting again, and dangol admin."""

import os
import re
import socket
import subprocess
import threading
import time

import pytest
import yaml
from support import Api, Customer, Server, Street, latte, until
from support.contract import ROOT
from support.figures import figure, figures
from support.records import times
from support.server import BINARY

# Generous, because the machine that runs the tests is busy. `dangol bench` holds the program to the strict figures.
READY_SECONDS = 1.0  # of each process
IDLE_MIB = 60


def dangol(*arguments, **environment):
    return subprocess.run([BINARY, *map(str, arguments)], capture_output=True, text=True, timeout=60,
                          env=os.environ | environment)


@pytest.fixture
def own_street():
    with Server(charge_timeout="700ms", inquire_every="100ms") as server:
        yield Street(server)


# ---- health, figures, contracts ------------------------------------------------------------------


def test_it_says_that_it_lives_and_that_it_is_ready(street):
    assert street.anyone.get("/livez")["status"] == "alive"
    assert street.anyone.get("/readyz")["status"] == "ready"


def test_metrics_are_prometheus_text_and_count(own_street):
    street, server = own_street, own_street.server
    route = {"method": "POST", "route": "/orders", "status": "201"}
    requests = "dangol_http_request_duration_seconds"
    before = figure(server, "dangol_commits_total", context="order")
    for _ in range(3):
        street.guest().place(latte(street.cafe_id))
    assert figure(server, "dangol_commits_total", context="order") > before
    until(lambda: figure(server, requests + "_count", **route) == 3, 5, "the requests are counted")
    buckets = sorted((float(dict(labels)["le"]), count) for (name, labels), count in figures(server).items()
                     if name == requests + "_bucket" and route.items() <= dict(labels).items())
    counts = [count for _, count in buckets]
    assert buckets[-1] == (float("inf"), 3) and counts == sorted(counts)
    assert figure(server, requests + "_sum", **route) > 0
    assert figure(server, "dangol_queued_commands", context="payment") == 0
    with street.guest().stream("/myPages/stream"):
        until(lambda: figure(server, "dangol_open_streams") == 1, 5, "the stream is counted")


def test_it_serves_its_contracts_and_a_page_to_read_them(street):
    page = street.anyone.get("/api")
    assert page.headers["content-type"].startswith("text/html")
    assert b"/orders" in page.raw and page.raw.lstrip().lower().startswith(b"<!doctype html>")
    for name, version in (("openapi", "3.1."), ("asyncapi", "3.")):
        served = street.anyone.get(f"/api/{name}.yaml")
        assert served.headers["content-type"].startswith("application/yaml")
        assert served.raw == (ROOT / f"api/{name}.yaml").read_bytes(), "the program was built from another one"
        assert yaml.load(served.raw, yaml.CSafeLoader)[name].startswith(version)


# ---- settings ------------------------------------------------------------------------------------


def shown_settings(*arguments, **environment):
    """{name: (value, source)} as `dangol config show` has it."""
    ran = dangol("config", "show", *arguments, **environment)
    assert ran.returncode == 0, ran.stderr
    lines = (line.split("#")[0].split() for line in ran.stdout.splitlines())
    return {words[0]: (" ".join(words[1:-1]), words[-1]) for words in lines}, ran.stdout


def test_flags_go_over_the_environment_over_the_file_over_defaults(tmp_path):
    file = tmp_path / "dangol.toml"
    file.write_text('pay-within = "7m"\nask-after = "50s"\nport = 9001\nwithout = ["cafe", "mypage"]\n')
    settings, _ = shown_settings("--config", file, "--pay-within", "9m", DANGOL_PAY_WITHIN="8m", DANGOL_PORT="9002")
    assert settings["pay-within"] == ("9m", "flag")
    assert settings["port"] == ("9002", "DANGOL_PORT")
    assert settings["ask-after"] == ("50s", str(file))
    assert settings["without"] == ("cafe,mypage", str(file))
    assert settings["cancel-after"] == ("10m", "default")


def test_secrets_come_from_the_environment_or_a_file_and_are_never_shown(tmp_path):
    file = tmp_path / "token"
    file.write_text("secret-in-a-file\n")
    settings, text = shown_settings(DANGOL_TELEGRAM_TOKEN="secret-in-the-open",
                                    DANGOL_TELEGRAM_WEBHOOK_SECRET_FILE=str(file))
    assert settings["telegram-token"] == ("(secret)", "DANGOL_TELEGRAM_TOKEN")
    assert settings["telegram-webhook-secret"] == ("(secret)", "DANGOL_TELEGRAM_WEBHOOK_SECRET_FILE")
    assert "secret-in" not in text
    assert dangol("serve", "--telegram-token", "x").returncode != 0, "never from a flag"


@pytest.mark.parametrize("arguments, environment, words", [
    (["--pay-within", "soon"], {}, ["pay-within", "soon", "flag", "500ms, 30s, 10m or 2h"]),
    ([], {"DANGOL_PORT": "70000"}, ["port", "70000", "DANGOL_PORT", "65535"]),
    (["--without", "kitchen"], {}, ["kitchen", "not a context", "cafe, order, payment"]),
])
def test_a_wrong_setting_is_named_with_its_source_and_with_what_would_be_right(arguments, environment, words):
    ran = dangol("config", "show", *arguments, **environment)
    assert ran.returncode == 1
    for word in words:
        assert word in ran.stderr, ran.stderr


# ---- starting and stopping -----------------------------------------------------------------------


def test_it_is_ready_at_once_and_small():
    began = time.monotonic()
    with Server() as server:
        ready = time.monotonic() - began
        assert Api(server).get("/readyz")["status"] == "ready"
        idle = [process.idle_mib() for process in server.processes.values()]
        print(f"\nready on an empty store after {ready * 1000:.0f} ms, {max(idle):.1f} MiB idle")
        assert ready <= READY_SECONDS * len(idle)
        assert max(idle) <= IDLE_MIB


def test_the_second_start_takes_less_than_a_second_and_nothing_is_forgotten(own_street):
    street, customer = own_street, own_street.guest()
    orders = [customer.place(latte(street.cafe_id))["orderId"] for _ in range(20)]
    street.server.stop()
    began = time.monotonic()
    street.server.start()
    assert time.monotonic() - began < READY_SECONDS * len(street.server.processes)
    assert {order["orderId"] for order in customer.orders()} == set(orders)
    assert street.staff.get(f"/cafes/{street.cafe_id}")["state"] == "OPEN"


def test_sigterm_lets_what_is_under_way_finish(own_street):
    street, customer = own_street, own_street.guest()
    answers = []
    slow = threading.Thread(target=lambda: answers.append(
        customer.place(latte(street.cafe_id), token="timeout_after_charge", expect=(201, 202))))
    with customer.stream("/myPages/stream") as pages:
        slow.start()
        pages.wait_for(lambda page: page["orderStatus"] == "PAYMENT_PENDING")
        street.server.stop()  # asserts that it ends with 0
        pages.wait_for_end()
    slow.join(10)
    assert answers, "the request under way was cut off"
    street.server.start()
    customer.page_until(answers[0]["orderId"], "PLACED")
    assert street.operator.transaction(answers[0]["orderId"])["captures"] == 1
    street.staff.ticket_until(answers[0]["orderId"])
    assert times(street.server, "cafe", "CafeOrderAdded", answers[0]["orderId"]) == 1


def test_a_second_server_on_the_same_data_says_who_has_it(own_street):
    server = own_street.server
    if not server.SOLE_WRITER:
        pytest.skip("replicas share a database, see tests/distributed/scaling_test.py")
    second = dangol("serve", *server.place, "--port", 0, "--admin-port", 0)
    assert second.returncode != 0
    assert f"already being written by process {server.processes['dangol'].pid}; stop it first" in second.stderr
    assert own_street.anyone.get("/readyz")["status"] == "ready", "the first goes on"


def test_a_port_that_is_taken_is_named(own_street, tmp_path):
    second = dangol("serve", "--data", tmp_path / "data", "--port", own_street.server.port,
                    "--admin-port", 0)
    assert second.returncode != 0
    assert str(own_street.server.port) in second.stderr, second.stderr


def test_an_admin_port_that_is_taken_is_named_with_its_setting(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = dangol("serve", "--data", tmp_path / "data", "--port", 0, "--admin-port", port)
    assert ran.returncode == 1 and "dangol ready" not in ran.stdout
    assert f"admin-port: cannot listen on 127.0.0.1:{port}" in ran.stderr, ran.stderr


def test_both_ports_are_shown_with_the_settings_and_when_it_is_ready(street):
    settings, _ = shown_settings()
    assert settings["admin-address"] == ("127.0.0.1", "default") and settings["admin-port"] == ("9088", "default")
    for process in street.server.processes.values():
        assert process.admin_url and not process.admin_url.endswith((f":{process.port}", ":0"))


# ---- dangol admin --------------------------------------------------------------------------------


def test_the_operator_gets_in_by_a_one_time_code_from_the_machine(own_street):
    server = own_street.server
    if server.SOLE_WRITER:
        refused = dangol("admin", "operator", *server.place)
        assert refused.returncode != 0 and "already being written by process" in refused.stderr
    server.stop()
    made = dangol("admin", "operator", *server.place, "--login", "night-shift")
    assert made.returncode == 0, made.stderr
    code = re.search(r"one-time code for operator 'night-shift'.*\n  (\S+)\n", made.stdout)[1]
    assert f"/ops#code={code}\n" in made.stdout
    server.start()
    session = own_street.session("/sessions/link", {"code": code})
    assert session["role"] == "operator"
    own_street.anyone.post("/sessions/link", {"code": code}, expect=(400, 401, 403, 404, 409, 410, 422))
    me = Customer(server, session).get("/sessions/current")
    assert me["loginName"] == "night-shift"


def test_the_books_can_be_looked_at_while_it_runs_or_stands(own_street):
    street = own_street
    order = street.guest().place(latte(street.cafe_id))["orderId"]
    street.staff.make(order)
    street.staff.hand_over(order)
    until(lambda: street.operator.payment(order)["status"] == "SETTLED", 10, "the payment is settled")
    for running in (True, False):
        if not running:
            street.server.stop()
        ledger = dangol("admin", "ledger", *street.server.place)
        assert ledger.returncode == 0, ledger.stderr
        assert ledger.stdout.splitlines()[-1] == "the ledger sums to zero"
        assert re.search(r"^provider_receivable +4500 KRW$", ledger.stdout, re.MULTILINE), ledger.stdout
        assert re.search(rf"^cafe_payable:{street.cafe_id} +-4500 KRW$", ledger.stdout, re.MULTILINE), ledger.stdout
        letters = dangol("admin", "dead-letters", *street.server.place)
        assert (letters.returncode, letters.stdout) == (0, "0 dead letters\n")


def test_the_wrong_folder_is_no_empty_ledger(tmp_path):
    ran = dangol("admin", "ledger", "--data", tmp_path)
    assert ran.returncode == 1 and "is --data right?" in ran.stderr
