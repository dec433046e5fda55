"""Put together, the NetworkPolicies leave open exactly what the system lives by."""

import pytest
from network import edges
from rendering import CONTEXTS, NAMES, rendered


def expected(objects):
    names = {one["metadata"]["name"] for one in objects.workloads()}
    (migration,) = [one["metadata"]["name"] for one in objects.of("Job")]
    open_ones = {("dangol-gateway", f"dangol-{context}", "http") for context in CONTEXTS}
    open_ones |= {("dangol-order", "dangol-payment", "http")}
    if "dangol-sandbox" in names:
        open_ones |= {("dangol-gateway", "dangol-sandbox", "http"), ("dangol-payment", "dangol-sandbox", "http")}
    for name in [*(f"dangol-{context}" for context in CONTEXTS), migration]:
        if objects.of("Cluster"):
            open_ones |= {(name, "postgres", "postgresql")}
        if objects.of("Kafka") and name != migration:
            open_ones |= {(name, "kafka", "plain")}
    if "dangol-order-canary" in names:  # whatever a context may, its canary may
        for one, other, port in list(open_ones):
            if "dangol-order" in (one, other):
                swapped = ["dangol-order-canary" if end == "dangol-order" else end for end in (one, other)]
                open_ones |= {(*swapped, port)}
    return open_ones


@pytest.mark.parametrize("name", NAMES)
def test_everybody_reaches_what_they_need_and_nobody_else(name):
    objects = rendered(name)
    if objects.of("NetworkPolicy"):
        assert edges(objects) == expected(objects)


def test_a_way_that_is_missing_is_seen():
    objects = rendered("base")
    objects.remove(objects.named("NetworkPolicy", "dangol-from-order-payment"))
    assert expected(objects) - edges(objects) == {("dangol-order", "dangol-payment", "http")}


def test_a_way_too_many_is_seen():
    objects = rendered("base")
    objects.named("NetworkPolicy", "dangol-cafe")["spec"]["ingress"][0].pop("from")
    assert not edges(objects) - expected(objects)  # nobody else may go out yet
    objects.named("NetworkPolicy", "dangol-to-payment-order")["spec"]["egress"] = [
        {"to": [{"podSelector": {"matchLabels": {"app.kubernetes.io/component": "cafe"}}}]}]
    assert edges(objects) - expected(objects) == {("dangol-order", "dangol-cafe", "http")}
