"""The speed that the design was made for, by `dangol bench` on two cores with the generator beside the server.

Machines that run tests are shared, so what is asserted does not depend on who else is running: the processor time that
the server and the generator spend on each order, hence how many of them two cores can do; memory; errors. The rates that
were reached are printed (pytest -rP), and DANGOL_STRICT_SPEED=1 asserts them too, for a quiet machine."""

import json
import os
import subprocess

import pytest
from support.server import BINARY

CORES = 2
IDLE_MIB_MAX = 40
READY_MS_MAX = 300
# Scenario: what two cores must be able to do, per second.
FLOORS = {"place": 3000, "journey": 500}
STRICT = os.environ.get("DANGOL_STRICT_SPEED") == "1"


@pytest.mark.parametrize("scenario, floor", FLOORS.items())
def test_two_cores_can_do_what_was_promised(tmp_path, scenario, floor):
    report = tmp_path / "bench.json"
    ran = subprocess.run(
        [BINARY, "bench", "--scenario", scenario, "--duration", "5s", "--warmup", "1s", "--connections", "256",
         "--json", report, "--store", tmp_path],
        capture_output=True, text=True, timeout=120)
    print(ran.stdout)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    figures = json.loads(report.read_text())
    machine = figures["machine"]
    orders = figures["orders_per_second"] * machine["seconds"]
    generator_us = machine["generator_cpu_seconds"] * 1e6 / orders
    capacity = CORES * 1e6 / (machine["server_cpu_us_per_order"] + generator_us)

    assert (figures["scenario"], figures["errors"]) == (scenario, 0)
    assert all(step["count"] > 0 for step in figures["steps"].values())
    assert figures["limit"]["ratio"] > 0
    assert machine["server_idle_rss_mib"] <= IDLE_MIB_MAX
    assert capacity >= floor, f"{CORES} cores can do {capacity:.0f}/s at most"
    if STRICT:
        assert figures["orders_per_second"] >= floor
        assert machine["server_ready_ms"] <= READY_MS_MAX
