"""The disk fills up in the middle of a rush, again and again: the program stays, says what to do, keeps what it has answered, and
goes on when there is room again. DANGOL_FILLS: how often, 14 unless told."""

import contextlib
import itertools
import os
import random
import subprocess
import time

import pytest
from support import DISTRIBUTED, Api, Server, Street, latte, until
from support.aftermath import DEADLINES, HOLDS, Aftermath
from support.figures import figures
from support.process import BINARY
from support.rush import Rush
from support.small_disk import small_disk

FILLS = int(os.environ.get("DANGOL_FILLS", 14))
PLAYERS = 6
SPARE = (0, 10, 4096, 16_384, 65_536, 200_000)  # bytes that are left: another writer is the first to find none
SPARE_LINES = (0, 10, 100, 500)
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + (88).to_bytes(4) * 2

pytestmark = pytest.mark.skipif(DISTRIBUTED, reason="the data is PostgreSQL's, and so is its disk")


def failures(server):
    """How often something could not be written."""
    commits = sum(value for (name, _), value in figures(server).items() if name == "dangol_failed_commits_total")
    return commits + server.log().count("sandbox journal")


@contextlib.contextmanager
def town(disk, journal):
    """A street whose data is on the one disk, and the books of its payment provider on the other."""
    data = disk.folder / "data"
    data.mkdir(mode=0o700)
    (data / "sandbox.journal").symlink_to(journal.folder / "sandbox.journal")
    with Server(data, **DEADLINES) as server:
        yield Street(server)


@pytest.fixture(scope="module")
def aftermath():
    seed = os.environ.get("DANGOL_SEED") or str(random.SystemRandom().randrange(10**9))
    print(f"\ndisk_full_test: DANGOL_SEED={seed}")
    chance = random.Random(seed)
    with small_disk() as disk, small_disk(2) as journal, town(disk, journal) as street:
        server, troubled = street.server, 0
        with Rush(street, PLAYERS, seed) as rush:
            for _, (full, spare) in zip(range(FILLS), itertools.cycle(((disk, SPARE), (journal, SPARE_LINES))), strict=False):
                time.sleep(chance.uniform(0.2, 0.6))
                before = failures(server)
                full.fill(server, chance.choice(spare))
                deadline = time.monotonic() + 2
                while failures(server) == before and time.monotonic() < deadline:
                    time.sleep(0.05)  # it may find room for a while
                troubled += failures(server) > before
                time.sleep(chance.uniform(0, 0.5))
                assert server.running, server.log()[-3000:]
                full.free(server)
                orders = len(rush.acknowledged)
                until(lambda: len(rush.acknowledged) > orders, 30, "the rush goes on")  # noqa: B023
                assert not rush.failures, rush.failures
        assert not rush.failures, rush.failures
        print(f"disk_full_test: {len(rush.customers)} orders; {troubled} of {FILLS} fills were felt, {failures(server)} times")
        assert troubled > FILLS // 3, "there was always room enough"
        yield Aftermath(street, rush)


@pytest.mark.parametrize("holds", HOLDS, ids=lambda check: check.__name__)
def test_after_all_fills(aftermath, holds):
    holds(aftermath)


@pytest.fixture(scope="module")
def full():
    """(street, disk): a calm street. Whoever fills its disk frees it again."""
    with small_disk() as disk, town(disk, disk) as street:
        yield street, disk


def test_an_order_that_cannot_be_kept_is_refused_with_what_to_do_and_nothing_is_charged(full):
    street, disk = full
    customer = street.guest()
    disk.fill(street.server)
    try:
        refused = until(lambda: (one := customer.place(latte(street.cafe_id), expect=(201, 202, 503))).status == 503 and one, 30)
        assert refused.problem == "store-unavailable" and "again" in refused["detail"]
        customer.get("/orders")  # what is there can still be read
    finally:
        disk.free(street.server)
    placed = customer.place(latte(street.cafe_id))["orderId"]
    assert street.operator.transaction(placed)["captures"] == 1


def test_a_picture_that_does_not_fit_is_refused_with_what_to_do(full):
    street, disk = full
    path, picture = f"/cafes/{street.cafe_id}/pictures", PICTURE + os.urandom(300_000)
    headers = {"Content-Type": "image/png"}
    disk.fill(street.server)
    try:
        refused = street.staff.request("POST", path, raw=picture, headers=headers, expect=503)
        assert refused.problem == "store-unavailable" and "again" in refused["detail"]
    finally:
        disk.free(street.server)
    assert not list((street.server.data / "pictures").glob("*.unfinished"))
    kept = street.staff.request("POST", path, raw=picture, headers=headers, expect=201)
    assert street.anyone.get(kept["image"]).raw == picture


def test_a_backup_that_does_not_fit_is_none_and_disturbs_nobody(full, tmp_path):
    street, disk = full
    for _ in range(3):
        street.guest().place(latte(street.cafe_id))

    def backup():
        return subprocess.run([BINARY, "backup", disk.folder / "backup", *street.server.place], capture_output=True, text=True,
                              timeout=60)
    disk.fill(street.server, 100_000)
    try:
        if street.server.data.stat().st_dev != tmp_path.stat().st_dev:  # a limit of the server is none of the backup
            failed = backup()
            assert failed.returncode == 1 and ("full" in failed.stderr or "No space left" in failed.stderr), failed
            listed = subprocess.run([BINARY, "restore", disk.folder / "backup", "--data", tmp_path / "data"],
                                    capture_output=True, text=True, timeout=60)
            assert listed.returncode == 1, "half a backup is none"
        street.anyone.get("/cafes")
    finally:
        disk.free(street.server)
    street.guest().place(latte(street.cafe_id))
    done = backup()
    assert done.returncode == 0, done
    assert Api(street.server).get("/readyz").status == 200
