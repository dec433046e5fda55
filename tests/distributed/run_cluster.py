"""What script/cluster runs: the cluster of the tests, for people."""

import argparse
import os
import pathlib
import signal
import sys
import time

os.environ["DANGOL_SHAPE"] = "distributed"
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "journey"))

# The path must be there first.
from support.backbone import Backbone
from support.cluster import Cluster


def main():
    parser = argparse.ArgumentParser(prog="script/cluster", allow_abbrev=False)
    parser.add_argument("--replicas", type=int, default=1)
    parser.add_argument("folder", nargs="?", default="cluster-data")
    wishes = parser.parse_args()
    folder = pathlib.Path(wishes.folder).resolve()
    if folder.exists() and any(folder.iterdir()) and not (folder / "postgres").exists():
        sys.exit(f"error: {folder} holds something else; name another folder")
    folder.mkdir(parents=True, exist_ok=True)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C

    say("PostgreSQL and Kafka")
    backbone = Backbone(folder)
    try:
        backbone.start()
        cluster = Cluster(folder / "dangol", backbone, "dangol", int(os.environ.get("DANGOL_PORT", 8088)),
                          replicas=wishes.replicas, partitions=6, address="0.0.0.0")
        run(cluster, folder)
    except KeyboardInterrupt:
        pass
    finally:
        backbone.stop()


def run(cluster, folder):
    say(f"{len(cluster.slots)} processes")
    cluster.start()
    try:
        url = f"http://localhost:{cluster.port}"
        say(f"ready on {url}, logs in {folder}/dangol/logs; Ctrl-C stops")
        if cluster.operator_code:
            say(f"first operator: {url}/ops#code={cluster.operator_code} (once, within 24 h)")
        for name, process in cluster.processes.items():
            say(f"{name}: {process.admin_url}/observe")
        missing = set()
        while True:
            time.sleep(1)
            gone = {f"{context}-{n}" for (context, n), process in cluster.slots.items() if not process.running}
            for name in sorted(gone - missing):
                say(f"{name} has ended, see {folder}/dangol/logs/{name}.log")
            missing = gone
    finally:
        say("stopping")
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # once is enough
        cluster.stop()


def say(what):
    print(f"==> {what}", file=sys.stderr, flush=True)


main()
