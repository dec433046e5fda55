"""What one order costs, in figures that a busy machine hardly changes: instructions and allocations of the simulation without
troubles, writes and bytes of the real program. noted.json has what they were when they were last noted, and by how much a run
may differ from that. One that got cheaper is noted too, or the gain could be lost unseen.

    DANGOL_COST_NOTE=1 script/test cost     notes what this run has measured, in noted.json: commit it with what has changed it"""

import json
import os
import pathlib
import platform
import re
import subprocess

import pytest
from support import NEXT_DOOR, Server, Street, latte, until
from support.figures import figures

NOTED = pathlib.Path(__file__).with_name("noted.json")
SIMULATE = pathlib.Path(os.environ.get("DANGOL_SIMULATE", "build/release/dangol-simulate"))
ORDERS = 100


def hold_against_noted(part, measured):
    """Each figure is for one order."""
    noted = json.loads(NOTED.read_text())
    different = []
    for name, value in measured.items():
        known = noted[part][name]
        print(f"{part}, {name}: {value:.0f}, noted {known['value']}")
        if abs(value - known["value"]) > known["value"] * known["tolerance"]:
            different.append(f"{name}: {value:.0f} instead of {known['value']}")
        known["value"] = round(value)
    if os.environ.get("DANGOL_COST_NOTE"):
        parts = (f"  {json.dumps(name)}: {{\n" + ",\n".join(f"    {json.dumps(k)}: {json.dumps(v)}" for k, v in known.items()) + "\n  }"
                 for name, known in noted.items())
        NOTED.write_text("{\n" + ",\n".join(parts) + "\n}\n")
        return
    assert not different, (f"an order does not cost what {NOTED.name} says: {', '.join(different)}. "
                           "If that is meant: DANGOL_COST_NOTE=1 script/test cost")


def calls_of(profile, function):
    """How often it was called, from the file of callgrind. A name stands there once; after that its number does."""
    of_function, called, calls = None, None, 0
    for line in profile.open():
        key, _, value = line.strip().partition("=")
        if key in ("fn", "cfn"):
            number, _, name = value.partition(" ")
            if name == function:
                of_function = number
            if key == "cfn":
                called = number
        elif key == "calls" and called == of_function:
            calls += int(value.split()[0])
    assert calls, f"{function} was never called"
    return calls


@pytest.mark.skipif(platform.machine() != "x86_64", reason="the figures are of x86-64 instructions")
def test_the_simulation_needs_the_noted_instructions_and_allocations(tmp_path):
    program = tmp_path / "simulate"
    subprocess.run(["strip", "-g", "-o", program, SIMULATE], check=True)  # valgrind reads debug information for longer than it runs
    said = subprocess.run([program, "--help"], capture_output=True, text=True, check=True).stdout
    troubles = re.search(r"--without TEXT:\{([a-z,]+)\}", said)[1]
    profile = tmp_path / "profile"
    ran = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", "--toggle-collect=dangol::simulation::run(*",
         program, "--seed", "7", "--orders", str(ORDERS), "--without", troubles],
        capture_output=True, text=True, timeout=300, check=False)
    assert ran.returncode == 0 and f"{ORDERS} orders, 0 violations" in ran.stdout, ran.stdout + ran.stderr
    instructions = int(re.search(r"Collected : (\d+)", ran.stderr)[1])
    hold_against_noted("simulation", {
        "instructions": instructions / ORDERS,
        "allocations": calls_of(profile, "operator new(unsigned long)") / ORDERS,
    })


@pytest.fixture(scope="module")
def street():
    with Server() as server:
        yield Street(server)


def deliver(street, guest, rider):
    placed = guest.place(latte(street.cafe_id, deliver_to=NEXT_DOOR))
    street.staff.make(placed["orderId"])
    rider.bring(placed["orderId"], placed["callNumber"], placed["destination"]["pin"])
    guest.page_until(placed["orderId"], "COMPLETED")
    until(lambda: street.operator.payment(placed["orderId"])["status"] == "SETTLED")


def written(server):
    """Calls and bytes that the program gave to files; what goes to sockets is not in it."""
    counts = dict(line.split(": ") for line in pathlib.Path(f"/proc/{server.process.pid}/io").read_text().splitlines())
    return int(counts["syscw"]), int(counts["wchar"])


def stored(server):
    """The whole data folder."""
    return sum(file.stat().st_size for file in server.data.rglob("*") if file.is_file())


def test_a_delivered_order_is_written_with_the_noted_commits_and_bytes(street):
    server = street.server
    guest, rider = street.guest(), street.rider()
    deliver(street, guest, rider)
    server.restart()  # so that all is in the databases
    size = stored(server)
    commits, (calls, octets) = commits_of(server), written(server)
    for _ in range(ORDERS):
        deliver(street, guest, rider)
    measured = {
        "commits": commits_of(server) - commits,
        "write calls": written(server)[0] - calls,
        "bytes written": written(server)[1] - octets,
    }
    server.restart()
    measured["bytes stored"] = stored(server) - size
    hold_against_noted("delivered order", {name: value / ORDERS for name, value in measured.items()})


def commits_of(server):
    """Of all contexts."""
    return sum(value for (name, _), value in figures(server).items() if name == "dangol_commits_total")
