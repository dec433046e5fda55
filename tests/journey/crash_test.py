"""kill -9 at random moments under load, 50 times unless told; then everything must be in order."""

import os
import random
import time

import pytest
from support import Server, Street
from support.aftermath import DEADLINES, HOLDS, Aftermath
from support.rush import Rush

KILLS = int(os.environ.get("DANGOL_KILLS", 50))
PLAYERS = 8


@pytest.fixture(scope="module")
def aftermath():
    seed = os.environ.get("DANGOL_SEED") or str(random.SystemRandom().randrange(10**9))
    print(f"\ncrash_test: DANGOL_SEED={seed}")
    chance = random.Random(seed)
    with Server(**DEADLINES) as server:
        street = Street(server)
        with Rush(street, PLAYERS, seed) as rush:
            for _ in range(KILLS):
                time.sleep(chance.uniform(0.3, 1.2) if chance.random() < 0.85 else chance.uniform(0, 0.1))
                time.sleep(chance.uniform(0, server.REJOINS_SECONDS))
                assert not rush.failures, rush.failures
                server.restart(kill=True)
        assert not rush.failures, rush.failures
        print(f"crash_test: {len(rush.customers)} orders, {len(rush.acknowledged)} answers to keep")
        yield Aftermath(street, rush)


@pytest.mark.parametrize("holds", HOLDS, ids=lambda check: check.__name__)
def test_after_all_crashes(aftermath, holds):
    holds(aftermath)
