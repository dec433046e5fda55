"""Orders per second of the embedded shape and of the distributed one, one after the other on this machine, and who spends
the processor's time. Usage: python3 bench/shapes.py [SECONDS]; DANGOL_BINARY names another program than build/release's."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

os.environ["DANGOL_SHAPE"] = "distributed"
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tests/journey"))

# The path must be there first.
from support.backbone import shared
from support.cluster import Cluster
from support.process import BINARY
from support.records import caught_up
from support.waiting import until

TICKS = os.sysconf("SC_CLK_TCK")
CONNECTIONS = {"place": 128, "journey": 64}


def bench(scenario, seconds, *more):
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        subprocess.run([BINARY, "bench", "--scenario", scenario, "--duration", f"{seconds}s", "--connections",
                        str(CONNECTIONS[scenario]), "--json", report.name, *more], check=True, stdout=subprocess.DEVNULL)
        return json.load(report)


def spent():
    """Seconds of processor time by kind of process."""
    seconds = {}
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_text().split("\0")
            figures = (folder / "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue  # it has just ended
        kind = kind_of(command)
        if kind:
            seconds[kind] = seconds.get(kind, 0) + (int(figures[11]) + int(figures[12])) / TICKS
    return seconds


def kind_of(command):
    first = pathlib.Path(command[0]).name
    if first == "dangol" and "--only" in command:
        return command[command.index("--only") + 1]
    return {"java": "kafka", "nginx:": "nginx"}.get(first, "postgres" if first.startswith("postgres") else
                                                    "nginx" if first.startswith("nginx") else None)


def opened(cluster):
    """The street of `serve --demo`, made by one process with all contexts before the cluster serves it."""
    demo = cluster.data / "demo"
    flags = cluster._backbone_flags | {"data": demo, "token_key": cluster.data / cluster.KEYS[True]}
    command = [str(BINARY), "serve", "--demo", "--port", "0", "--admin-port", "0", "--log-level", "warn"]
    for name, value in flags.items():
        command += ["--" + name.replace("_", "-"), str(value)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | cluster._environment)
    assert any(line.startswith("dangol ready") for line in process.stdout)
    process.terminate()
    process.wait(30)
    return demo


def show(shape, scenario, report):
    steps = "  ".join(f"{name} {step['p50_ms']:.0f}/{step['p99_ms']:.0f}" for name, step in report["steps"].items())
    print(f"{shape:<12} {scenario:<8} {report['orders_per_second']:8.0f}/s  {report['errors']} errors  p50/p99 ms: {steps}",
          flush=True)


def main():
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    for scenario in CONNECTIONS:
        show("embedded", scenario, bench(scenario, seconds))
    cluster = Cluster(backbone=shared())
    try:
        keys = opened(cluster)
        cluster.start()
        until(lambda: caught_up(cluster), 60, "every context knows the cafés")
        for scenario in CONNECTIONS:
            before = spent()
            report = bench(scenario, seconds, "--url", f"http://127.0.0.1:{cluster.port}", "--data", str(keys))
            after = spent()
            show("distributed", scenario, report)
            used = {kind: after[kind] - before.get(kind, 0) for kind in after}
            whole = sum(used.values())
            print("  processor time: " + ", ".join(f"{kind} {100 * part / whole:.0f} %" for kind, part in
                                                   sorted(used.items(), key=lambda item: -item[1]) if part > 0.01 * whole))
    finally:
        cluster.close()


if __name__ == "__main__":
    main()
