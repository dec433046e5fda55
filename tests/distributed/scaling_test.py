"""Two replicas of each context under load; every ten seconds one is killed with -9 and another one comes. Nothing may be
lost, doubled or out of order: by the books, and by what each client has seen."""

import os
import random
import time

import pytest
from support import Server, Street, until
from support.aftermath import DEADLINES, HOLDS, Aftermath
from support.records import CONTEXTS, SOURCES, Records, published_types
from support.rush import Rush

SECONDS = int(os.environ.get("DANGOL_SCALING_SECONDS", 300))
EVERY_SECONDS = 10
PLAYERS = 8
REPLICAS, SLOTS = 2, 3


@pytest.fixture(scope="module")
def aftermath():
    seed = os.environ.get("DANGOL_SEED") or str(random.SystemRandom().randrange(10**9))
    print(f"\nscaling_test: DANGOL_SEED={seed}")
    chance = random.Random(seed)
    with Server(replicas=REPLICAS, slots=SLOTS, **DEADLINES) as cluster:
        street = Street(cluster)
        with Rush(street, PLAYERS, seed, watched=True) as rush:
            end = time.monotonic() + SECONDS
            while time.monotonic() < end:
                time.sleep(EVERY_SECONDS)
                assert not rush.failures, rush.failures
                replace_one(cluster, chance)
                print(f"scaling_test: {len(rush.customers)} orders, {max(0, end - time.monotonic()):.0f} s to go")
        assert not rush.failures, rush.failures
        yield Aftermath(street, rush, timeout=120)


def replace_one(cluster, chance):
    """kill -9 of one replica; another one of the same context starts at an address where none was."""
    context = chance.choice(CONTEXTS)
    here = [number for number in range(SLOTS) if cluster.slots[context, number].running]
    free, = set(range(SLOTS)) - set(here)
    cluster.slots[context, chance.choice(here)].kill()
    cluster.launch(context, free).wait_until_ready(30)


@pytest.mark.parametrize("holds", HOLDS, ids=lambda check: check.__name__)
def test_after_all_replacements(aftermath, holds):
    holds(aftermath)


def test_a_full_rebuild_of_the_read_model_says_the_same(aftermath):
    """The last one, with everybody stopped: an empty MyPage reads all topics from their beginning."""
    cluster = aftermath.server
    published = {event.id for source in SOURCES["mypage"]
                 for event in aftermath.events(source, *published_types(source))}
    pages = Records(cluster, "mypage").documents("MyPage")
    assert len(pages) >= len(aftermath.customers) > 0
    with Server(only="mypage", kafka_prefix=f"{cluster.name}.") as fresh:
        rebuilt = Records(fresh, "mypage")
        until(lambda: published <= {row[0] for row in rebuilt.rows("SELECT event_id FROM handled")}, 60, "all is read")
        assert rebuilt.documents("MyPage") == pages
