"""The distributed shape as compose.yaml has it, in containers: nobody is root, an order goes its whole way, figures are
seen."""

import json
import os
import urllib.parse
import urllib.request

import pytest
from delivery_test import test_a_guest_is_brought_a_drink_and_sees_every_status_on_the_page_and_live as bring_a_drink
from support import Street
from support.waiting import until

CONTEXTS = {"identity", "cafe", "order", "payment", "delivery", "mypage", "notification", "sandbox"}


@pytest.fixture(scope="module")
def street(composed):
    return Street(composed)


def test_every_container_is_healthy_and_can_do_little(composed):
    containers = composed.containers()
    asked_for_health = {name for name, container in containers.items() if "Health" in container["State"]}
    assert CONTEXTS | {"gateway", "postgres", "kafka"} <= asked_for_health
    for name, container in containers.items():
        assert container["State"].get("Health", {"Status": "healthy"})["Status"] == "healthy", name
        assert container["Config"]["User"] not in ("", "0", "root", "0:0"), name
        host = container["HostConfig"]
        assert host["CapDrop"] == ["ALL"] and not host["Privileged"], name
        assert "no-new-privileges:true" in host["SecurityOpt"], name
        assert host["ReadonlyRootfs"] or name == "kafka", name
        assert host["Memory"] > 0, name


def test_an_order_goes_from_the_gateway_to_the_door(street):
    bring_a_drink(street, [street.rider()])


def test_a_context_that_is_killed_comes_back_by_itself(composed, street):
    composed.compose("exec", "mypage", "bash", "-c", "kill -9 -1 || true")
    until(lambda: composed.containers()["mypage"]["RestartCount"] > 0, 60, "the engine has started it again")
    until(lambda: composed.containers()["mypage"]["State"]["Health"]["Status"] == "healthy", 60, "it is healthy again")
    bring_a_drink(street, [street.rider()])


@pytest.mark.skipif("prometheus" not in os.environ.get("DANGOL_COMPOSE_OBSERVED", ""), reason="not observed")
def test_prometheus_scrapes_every_process_and_understands_every_rule(street):
    def asked(path, **query):
        with urllib.request.urlopen(f"http://127.0.0.1:9090/api/v1/{path}?{urllib.parse.urlencode(query)}") as answer:
            return json.load(answer)["data"]

    def up():
        found = asked("query", query='up{job="dangol"}')["result"]
        return {one["metric"]["service"] for one in found if one["value"][1] == "1"}

    until(lambda: up() == CONTEXTS, 60, "each process is scraped")
    requests = asked("query", query="sum(dangol_http_request_duration_seconds_count)")["result"]
    assert requests and float(requests[0]["value"][1]) > 0
    groups = asked("rules")["groups"]
    assert groups and not [rule for group in groups for rule in group["rules"] if rule["health"] == "err"]
