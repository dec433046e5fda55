"""The first process in the place: brings everything up, and says so; waits; at SIGTERM ends it all."""

import os
import pathlib
import signal
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from cluster import components, data, images, keys
from cluster.place import FOLDER, READY, furnish


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    furnish()
    keys.make()
    for volume in ("pictures", "books"):
        (FOLDER / "volumes" / volume).mkdir(parents=True)
    containers = step("containerd", components.containerd)
    step("the image of pods", lambda: images.pause().load())
    running = [containers] + [step(start.__name__, start) for start in (
        components.etcd, components.apiserver, components.controllers, components.scheduler, components.dns,
        components.kubelet, components.proxy, components.metrics)]
    step("PostgreSQL", data.postgres)
    step("Kafka", data.kafka)
    READY.touch()
    watch({component.process.pid: component for component in running})


def watch(running):
    """For ever; whatever has lost its parent is this process's child, to be laid to rest."""
    while True:
        try:
            pid, status = os.wait()
        except ChildProcessError:
            return
        if pid in running:
            ended = running.pop(pid)
            say(f"{ended.name} has ended with {os.waitstatus_to_exitcode(status)}, see {ended.log}")


def step(what, start):
    began = time.monotonic()
    made = start()
    say(f"{what}: {time.monotonic() - began:.1f} s")
    return made


def say(what):
    print(f"==> {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
