"""Two replicas of each context behind the gateway, each replaced by a new one while customers order: a new one is ready
before an old one is told to stop, as Kubernetes does it with maxUnavailable 0. Nobody is told of it, the gateway neither.
No request fails, of a POST either, and no event stream has a gap."""

import os
import random
import threading

import pytest
from support import Server, Street, until
from support.aftermath import HOLDS, Aftermath, every_2xx_is_there
from support.records import CONTEXTS
from support.traffic import Traffic

PLAYERS = 4
REPLICAS, SLOTS = 2, 3
# What deploy/README.md asks for. Without it this test fails.
LAME_DUCK = "5s"


@pytest.fixture(scope="module")
def traffic():
    seed = os.environ.get("DANGOL_SEED") or str(random.SystemRandom().randrange(10**9))
    print(f"\nrolling_test: DANGOL_SEED={seed}")
    with Server(replicas=REPLICAS, slots=SLOTS, lame_duck=LAME_DUCK) as cluster:
        traffic = Traffic(Street(cluster), PLAYERS, seed)
        with traffic:
            until(lambda: len(traffic.customers) > 2 * PLAYERS or traffic.failures, 30, "business is under way")
            roll_out(cluster)
            before = len(traffic.customers)
            until(lambda: len(traffic.customers) > before + PLAYERS or traffic.failures, 30, "business goes on")
        yield traffic
        traffic.close()


def roll_out(cluster):
    """All contexts at once, the replicas of each one by one."""
    rolls = [Roll(cluster, context) for context in CONTEXTS]
    for roll in rolls:
        roll.join(60)
    assert all(roll.done for roll in rolls), [roll.context for roll in rolls if not roll.done]


class Roll(threading.Thread):
    def __init__(self, cluster, context):
        super().__init__()
        self.cluster, self.context, self.done = cluster, context, False
        self.start()

    def run(self):
        for old in range(REPLICAS):
            new = (old + REPLICAS) % SLOTS
            self.cluster.launch(self.context, new).wait_until_ready(30)
            leaving = self.cluster.slots[self.context, old]
            leaving.terminate()
            leaving.wait_until_ended(30)
        self.done = True


def test_every_request_was_answered_with_a_2xx_at_the_first_try(traffic):
    seconds = sorted(traffic.seconds)
    print(f"\nrolling_test: {len(seconds)} requests, {len(traffic.customers)} orders, p99 "
          f"{seconds[int(len(seconds) * 0.99)]:.3f} s, longest {seconds[-1]:.3f} s")
    assert not traffic.failures, traffic.failures
    assert len(traffic.customers) > 4 * PLAYERS


@pytest.fixture(scope="module")
def aftermath(traffic):
    """When it is quiet, and every stream has had the time to show everything."""
    aftermath = Aftermath(traffic.street, traffic, timeout=30)
    followers = list(traffic.followers.values())
    changes = len(aftermath.events("mypage", "MyPageChanged"))
    until(lambda: sum(len(one.seen) for one in followers) >= changes or any(one.failure for one in followers), 20,
          "all is shown")
    traffic.close()
    return aftermath


def test_every_stream_showed_each_event_exactly_once_and_in_order(traffic, aftermath):
    told = aftermath.events("mypage", "MyPageChanged")
    for account, follower in traffic.followers.items():
        assert not follower.failure, follower.failure
        assert follower.seen == [(event.subject, event.version) for event in told
                                 if aftermath.customers[event.subject].id == account]
        assert follower.streams > 1, "its stream was never interrupted"


@pytest.mark.parametrize("holds", [check for check in HOLDS if check is not every_2xx_is_there],
                         ids=lambda check: check.__name__)
def test_after_the_roll_out(aftermath, holds):
    holds(aftermath)
