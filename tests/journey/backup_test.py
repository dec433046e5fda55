"""Backups that are taken while orders are made, restored elsewhere; and data that must not be served: one database from an
older copy, half a restore. DANGOL_BACKUPS: how many backups are taken under load, 5 unless told."""

import collections
import copy
import itertools
import json
import os
import random
import shutil
import stat
import subprocess
import threading
import time
import types

import pytest
from support import DISTRIBUTED, Server, Street, latte, until
from support.aftermath import DEADLINES, HOLDS, Aftermath, every_2xx_is_there
from support.process import BINARY, serve
from support.records import CONTEXTS, Records, caught_up
from support.rush import Rush

BACKUPS = int(os.environ.get("DANGOL_BACKUPS", 5))
PLAYERS = 6

pytestmark = pytest.mark.skipif(DISTRIBUTED, reason="the data is PostgreSQL's, and so are its backups")


def dangol(*words, code=0, timeout=60):
    done = subprocess.run([BINARY, *map(str, words)], capture_output=True, text=True, timeout=timeout)
    assert done.returncode == code, f"{words}: {done}"
    return done


def refused(data):
    """What `dangol serve` says when it does not start on that folder."""
    done = subprocess.run(serve({"data": data, "port": 0}), capture_output=True, text=True, timeout=20)
    assert done.returncode == 1 and "dangol ready" not in done.stdout, done
    return done.stderr


def modes(folder):
    """{path: mode} of all that others might read."""
    every = [folder, *folder.rglob("*")]
    found = {str(path): oct(stat.S_IMODE(path.stat().st_mode)) for path in every}
    return {path: mode for path, mode in found.items() if int(mode, 8) & 0o077}


def last_positions(data):
    here = Server(data)
    return {context: here.ask(context, "SELECT max(position) FROM events")[0][0] for context in here.written()}


# ---- backups under load --------------------------------------------------------------------------


class Taken(types.SimpleNamespace):
    """folder, acknowledged: what clients had been answered before it began, customers: by order, street."""


@pytest.fixture(scope="module")
def taken(tmp_path_factory):
    seed = os.environ.get("DANGOL_SEED") or str(random.SystemRandom().randrange(10**9))
    print(f"\nbackup_test: DANGOL_SEED={seed}")
    chance, place, all_taken = random.Random(seed), tmp_path_factory.mktemp("backups"), []
    with Server(**DEADLINES) as server:
        street = Street(server)
        (server.data / "pictures").mkdir(mode=0o700, exist_ok=True)
        (server.data / "pictures/0123456789abcdef.png").write_bytes(bytes(3_000_000))
        with Rush(street, PLAYERS, seed) as rush:
            for number in range(BACKUPS):
                time.sleep(chance.uniform(0.5, 1.2))
                before = list(rush.acknowledged)
                dangol("backup", place / str(number), *server.place)
                all_taken.append(Taken(folder=place / str(number), acknowledged=before,
                                       customers=dict(rush.customers), street=street))
        assert not rush.failures, rush.failures
        assert len(all_taken[-1].acknowledged) > 20, "a dull rush"
        assert not server.log(), "the backups disturbed nobody"
        yield all_taken


@pytest.fixture(scope="module")
def calm(tmp_path_factory):
    """A small backup: three orders, and pictures that take a moment to copy."""
    folder = tmp_path_factory.mktemp("calm") / "backup"
    with Server() as server:
        street = Street(server)
        orders_with_tickets(street, 3)
        (server.data / "pictures").mkdir(mode=0o700, exist_ok=True)
        for number in range(8):
            (server.data / f"pictures/{number:016x}.png").write_bytes(bytes(1_000_000))
        done = dangol("backup", folder, *server.place)
        assert str(folder) in done.stdout and "dangol restore" in done.stdout, done
    return folder


def orders_with_tickets(street, count):
    guest = street.guest()
    orders = [guest.place(latte(street.cafe_id))["orderId"] for _ in range(count)]
    for order in orders:
        street.staff.ticket_until(order)
    until(lambda: caught_up(street.server), 10, "everybody has read everything")
    return orders


def acknowledged_is_there(one, server):
    life = collections.defaultdict(dict)
    for context in ("order", "cafe", "delivery"):
        for event in Records(server, context).events():
            life[context, event.subject][event.version] = event.type
    for answer in one.acknowledged:
        events = life[answer.context, answer.order_id]
        assert answer.event in (events.get(version) for version in range(1, answer.version + 1)), f"{answer} was lost: {events}"


def paid_orders_have_tickets(server):
    until(lambda: caught_up(server), 20, "everybody has read everything")
    placed = {event.subject for event in Records(server, "order").events("OrderPlaced")}
    canceled = {event.subject for event in Records(server, "order").events("OrderCanceled")}
    added = {event.subject for event in Records(server, "cafe").events("CafeOrderAdded")}
    assert placed - canceled <= added


def test_each_backup_is_restored_with_all_that_was_acknowledged_before_it_began(taken, tmp_path):
    for number, one in enumerate(taken):
        data = tmp_path / str(number)
        done = dangol("restore", one.folder, "--data", data)
        assert f"dangol serve --data {data}" in done.stdout, done
        assert not modes(one.folder) and not modes(data)
        assert not Server(data).unsound()
        assert "no context is ahead" in dangol("admin", "positions", "--data", data).stdout
        assert "sums to zero" in dangol("admin", "ledger", "--data", data).stdout
        assert (data / "pictures/0123456789abcdef.png").stat().st_size == 3_000_000
        with Server(data, **DEADLINES) as restored:
            acknowledged_is_there(one, restored)
            paid_orders_have_tickets(restored)
            assert all(not Records(restored, context).dead_letters() for context in CONTEXTS)
        shutil.rmtree(data)


def test_a_restored_installation_goes_on_and_every_order_comes_to_its_end(taken, tmp_path):
    last = taken[-1]
    dangol("restore", last.folder, "--data", tmp_path / "data")
    with Server(tmp_path / "data", **DEADLINES) as restored:
        street = copy.copy(last.street)
        street.server = restored
        for name in ("anyone", "operator", "staff"):
            setattr(street, name, at(getattr(street, name), restored))
        known = Records(restored, "order").documents("Order")
        customers = {order: at(customer, restored) for order, customer in last.customers.items() if order in known}
        aftermath = Aftermath(street, Taken(acknowledged=last.acknowledged, customers=customers))
        for holds in HOLDS:
            if holds is not every_2xx_is_there:  # see above; the rush may have been short
                holds(aftermath)


def at(person, server):
    """The same person, with the same session, at another server."""
    moved = copy.copy(person)
    moved.server, moved._local = server, threading.local()
    return moved


# ---- databases of different times ----------------------------------------------------------------


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    """A function: the path of a data folder in which that context's database is older than the others, or lost."""
    place = tmp_path_factory.mktemp("mixed")
    with Server(place / "whole") as server:
        street = Street(server)
        orders_with_tickets(street, 3)
        server.stop()
        shutil.copytree(server.data, place / "older")
        server.start()
        orders_with_tickets(street, 5)
        guest = street.guest()
        server.stop()

        made_so_far = itertools.count(1)

        def folder(context, lost=False):
            made = place / f"{context}-{next(made_so_far)}"
            shutil.copytree(server.data, made)
            for path in made.glob(f"{context}.db*"):
                path.unlink()
            if not lost:
                shutil.copy(place / f"older/{context}.db", made)
            return made
        yield types.SimpleNamespace(folder=folder, whole=server.data, street=street, guest=guest)


@pytest.mark.parametrize("context, consumer, lost", [("order", "cafe", False), ("order", "cafe", True), ("cafe", "order", False),
                                                     ("payment", "order", False)])
def test_one_database_from_an_older_copy_is_refused_with_what_was_found_and_what_to_do(mixed, context, consumer, lost):
    folder = mixed.folder(context, lost)
    read = Server(mixed.whole).ask(consumer, 'SELECT "offset" FROM positions WHERE source = ?', context)[0][0]
    last = 0 if lost else last_positions(folder)[context]
    said = refused(folder)
    assert f"{consumer} has read {context} up to event {read}, but {context} ends at event {last}" in said
    assert "dangol restore BACKUP" in said and "dangol admin positions" in said
    assert lost == (not (folder / f"{context}.db").exists()), "nothing was made anew"
    assert "AHEAD" in dangol("admin", "positions", "--data", folder, code=1).stdout
    assert "not of one time" in dangol("backup", folder.with_suffix(".backup"), "--data", folder, code=1).stderr
    assert not folder.with_suffix(".backup").exists()


@pytest.mark.parametrize("lost", [False, True])
def test_without_a_backup_the_positions_can_be_set_back_and_new_orders_reach_their_cafe(mixed, lost):
    folder = mixed.folder("order", lost)
    dangol("admin", "positions", "--data", folder, "--set-back")
    assert "no context is ahead" in dangol("admin", "positions", "--data", folder).stdout
    if lost:
        return  # the cafés' menus that orders know are in the lost database
    with Server(folder) as server:
        order = at(mixed.guest, server).place(latte(mixed.street.cafe_id))["orderId"]
        at(mixed.street.staff, server).ticket_until(order)


# ---- interrupted ---------------------------------------------------------------------------------


def killed(words, after):
    """kill -9 after that many seconds. True if it had not ended by itself."""
    process = subprocess.Popen([BINARY, *map(str, words)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(after)
        return False
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True


def steps(words, count):
    """Moments spread over the time that the command takes; it must not have run there yet."""
    begun = time.monotonic()
    dangol(*words)
    whole = time.monotonic() - begun
    return [whole * (number + 0.5) / count for number in range(count)]


def test_a_backup_that_is_killed_leaves_nothing_that_looks_like_one(calm, tmp_path):
    data = tmp_path / "data"
    dangol("restore", calm, "--data", data)
    with Server(data) as server:
        kills = 0
        for number, moment in enumerate(steps(["backup", tmp_path / "measured", *server.place], 6)):
            target = tmp_path / str(number)
            kills += killed(["backup", target, *server.place], moment)
            if target.exists():
                dangol("restore", target, "--data", tmp_path / f"restored-{number}")
            else:
                unfinished = tmp_path / f"{number}.unfinished"
                if unfinished.exists() and not (unfinished / "backup.json").exists():
                    assert "not a finished backup" in dangol("restore", unfinished, "--data", tmp_path / "no", code=1).stderr
                dangol("backup", target, *server.place)
                assert not unfinished.exists()
        assert kills > 1
        assert not server.log()


def test_a_restore_that_is_killed_leaves_the_folder_empty_refused_or_whole(calm, tmp_path):
    whole = tmp_path / "whole"
    kills, seen = 0, collections.Counter()
    for number, moment in enumerate(steps(["restore", calm, "--data", whole], 6)):
        data = tmp_path / str(number)
        kills += killed(["restore", calm, "--data", data], moment)
        interrupted = any((data / marker).exists() for marker in ("restore.copying", "restore.moving"))
        if interrupted:
            seen["refused"] += 1
            assert "a restore into" in refused(data) and "did not end" in refused(data)
        elif not list(data.glob("*.db")):
            seen["empty"] += 1
            assert not (data / "keys").exists()
        else:
            seen["whole"] += 1
        if interrupted or last_positions(data) != last_positions(whole):
            dangol("restore", calm, "--data", data)
        assert last_positions(data) == last_positions(whole)
        Server(data).start().close()
        shutil.rmtree(data)
    assert kills > 1 and seen["refused"], seen


def test_how_many_pictures_a_cafe_has_uploaded_is_restored_too(tmp_path):
    picture = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + (88).to_bytes(4) * 2
    with Server() as server:
        street = Street(server)
        kept = street.staff.request("POST", f"/cafes/{street.cafe_id}/pictures", raw=picture,
                                    headers={"Content-Type": "image/png"}, expect=201)
        dangol("backup", tmp_path / "backup", *server.place)
        there = content(server.data / "pictures")
    dangol("restore", tmp_path / "backup", "--data", tmp_path / "data")
    name = kept["image"].rpartition("/")[2]
    assert content(tmp_path / "data/pictures") == there == {name, f"of/{street.cafe_id}/{name}"}
    assert not modes(tmp_path / "backup") and not modes(tmp_path / "data")


def content(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_a_restore_that_was_interrupted_while_it_moved_the_files_is_refused_and_then_repeated(calm, tmp_path):
    data, whole = tmp_path / "data", tmp_path / "whole"
    for folder in (data, whole):
        dangol("restore", calm, "--data", folder)
    (data / "restore.moving").mkdir()
    for name in ("order.db", "pictures", "keys"):
        (data / name).rename(data / "restore.moving" / name)
    assert "did not end" in refused(data)
    assert "did not end" in dangol("backup", tmp_path / "backup", "--data", data, code=1).stderr
    dangol("restore", calm, "--data", data)
    assert last_positions(data) == last_positions(whole)
    assert len(list((data / "pictures").iterdir())) == 8 and (data / "keys/tokens.pem").exists()
    Server(data).start().close()


# ---- refused -------------------------------------------------------------------------------------


def test_a_restore_needs_an_empty_folder_or_is_told_to_replace_and_keeps_what_was_there(calm, tmp_path):
    data = tmp_path / "data"
    dangol("restore", calm, "--data", data)
    (data / "mine.txt").write_text("mine")
    assert "--replace" in dangol("restore", calm, "--data", data, code=2).stderr
    with Server(data):
        assert "is already being written by process" in dangol("restore", calm, "--data", data, "--replace", code=1).stderr
    dangol("restore", calm, "--data", data, "--replace")
    kept, = data.glob("before-restore-*")
    assert (kept / "mine.txt").read_text() == "mine" and (kept / "order.db").exists()
    assert not (data / "mine.txt").exists()
    Server(data).start().close()


def flip(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def consistent_lie(backup):
    """Checksums that fit a broken database."""
    path = backup / "order.db"
    path.write_bytes(path.read_bytes()[:3 * 8192])
    manifest = json.loads((backup / "backup.json").read_text())
    entry = next(file for file in manifest["files"] if file["path"] == "order.db")
    entry["bytes"] = path.stat().st_size
    entry["sha256"] = subprocess.run(["sha256sum", path], capture_output=True, text=True, check=True).stdout.split()[0]
    (backup / "backup.json").write_text(json.dumps(manifest))


@pytest.mark.parametrize("spoil, said", [
    (lambda backup: flip(backup / "order.db"), "order.db is damaged"),
    (lambda backup: flip(backup / "keys/tokens.pem"), "tokens.pem is damaged"),
    (lambda backup: (backup / "payment.db").unlink(), "payment.db"),
    (lambda backup: (backup / "backup.json").unlink(), "not a finished backup"),
    (lambda backup: (backup / "backup.json").write_text("{"), "backup.json is damaged"),
    (consistent_lie, "order.db")], ids=["database", "key", "missing", "unfinished", "list", "integrity"])
def test_a_damaged_backup_is_refused_before_anything_is_touched(calm, tmp_path, spoil, said):
    backup = tmp_path / "backup"
    shutil.copytree(calm, backup)
    spoil(backup)
    assert said in dangol("restore", backup, "--data", tmp_path / "data", code=1).stderr
    assert not (tmp_path / "data").exists()


def test_a_backup_overwrites_nothing_and_needs_data(calm, tmp_path):
    assert "is there already" in dangol("backup", calm, "--data", tmp_path, code=2).stderr
    assert "there is no data" in dangol("backup", tmp_path / "backup", "--data", tmp_path, code=1).stderr
    assert "pg_dump" in dangol("backup", tmp_path / "backup", "--database", "postgresql://db/dangol", code=2).stderr
    assert list(tmp_path.iterdir()) == []


# ---- who may read it -----------------------------------------------------------------------------


def test_nobody_else_may_read_the_data_not_even_what_an_older_version_left_open(tmp_path):
    data = tmp_path / "data"
    with Server(data) as server:
        orders_with_tickets(Street(server), 1)
        assert not modes(data)
        server.kill()
        data.chmod(0o755)
        for path in (*data.glob("*.db*"), data / "keys", data / "sandbox.journal"):
            path.chmod(0o755 if path.is_dir() else 0o644)
        assert modes(data)
        server.start()
        assert not modes(data)


def test_no_password_is_shown_and_an_unknown_log_level_is_refused(tmp_path):
    shown = dangol("config", "show", "--database", "postgresql://dangol:s3cret@db/dangol").stdout
    assert "s3cret" not in shown and "postgresql://dangol:…@db/dangol" in shown
    loud = dangol("serve", "--data", tmp_path / "data", "--log-level", "loud", code=1).stderr
    assert "trace, debug, info, warn, error, off" in loud
    assert not (tmp_path / "data").exists()
