"""Kafka is stopped for a minute, PostgreSQL is restarted, each under load: only honest 503s meanwhile (a Rush fails at any
other 5xx), full service within 30 seconds after, by itself, and everything in order."""

import os
import random
import time

import pytest
from support import Server, Street, latte, until
from support.aftermath import DEADLINES, HOLDS, Aftermath
from support.figures import figures
from support.rush import Rush

BROKER_DOWN_SECONDS = int(os.environ.get("DANGOL_BROKER_DOWN_SECONDS", 60))
DATABASE_DOWN_SECONDS = 5
RECOVERED_SECONDS = 30
PLAYERS = 6


def broker_stopped(backbone, street):
    backbone.broker.stop()
    try:
        time.sleep(BROKER_DOWN_SECONDS)
        waiting = figures(street.server)
        assert waiting["dangol_outbox_oldest_age_seconds", frozenset({("context", "order")})] > BROKER_DOWN_SECONDS / 2
        assert waiting["dangol_outbox_pending_events", frozenset({("context", "order")})] > 0
    finally:
        backbone.broker.start()


def database_restarted(backbone, _street):
    for mode in ("fast", "immediate"):
        backbone.postgres.stop(mode)
        try:
            time.sleep(DATABASE_DOWN_SECONDS)
        finally:
            backbone.postgres.start()


@pytest.fixture(scope="module", params=[broker_stopped, database_restarted], ids=lambda trouble: trouble.__name__)
def aftermath(request):
    seed = os.environ.get("DANGOL_SEED") or str(random.SystemRandom().randrange(10**9))
    print(f"\nbackbone_down_test: DANGOL_SEED={seed}")
    with Server(**DEADLINES) as cluster:
        street = Street(cluster)
        with Rush(street, PLAYERS, seed) as rush:
            time.sleep(3)
            request.param(cluster.backbone, street)
            seconds = until_full_service(street)
            print(f"backbone_down_test: full service {seconds:.1f} s after {request.param.__name__}")
            time.sleep(5)
        assert not rush.failures, rush.failures
        assert seconds <= RECOVERED_SECONDS
        yield Aftermath(street, rush, timeout=120)


def until_full_service(street):
    """Seconds until an order goes all the way from the customer to the bar and back to the page."""
    began = time.monotonic()

    def served():
        made = street.anyone.post("/sessions/guest", {"language": "en"}, expect=(201, 503))
        if made.status == 503:
            return False
        customer = street.guest()
        order = customer.place(latte(street.cafe_id), expect=(201, 202, 503))
        if order.status != 201:
            return False
        identity = order["orderId"]
        return arrives(lambda: street.staff.ticket(identity, expect=(200, 404, 503))) and arrives(
            lambda: customer.page(identity, expect=(200, 404, 503)))
    until(served, 2 * RECOVERED_SECONDS, "full service")
    return time.monotonic() - began


def arrives(ask, seconds=2):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if ask().status == 200:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("holds", HOLDS, ids=lambda check: check.__name__)
def test_after_the_outage(aftermath, holds):
    holds(aftermath)
