"""What script/kubernetes demo runs in the cluster's place: every step, and a table of what came of it."""

import os
import pathlib
import platform
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

# The path must be there first.
from cluster import programs
from cluster.place import run
from demonstration import steps, town


def main():
    binary = sys.argv[1]
    table = Table()
    if table.shows("images", steps.load_images, binary) and table.shows("rollout", steps.install):
        gateway, street = town.opened()
        table.shows("an order, from the tap to the hand", lambda: f"{town.one_order(street):.1f} s, every context in it")
        table.shows("autoscalers and their source", steps.autoscalers)
        table.shows("scaling under load", steps.scale, gateway, street)
        table.shows("rolling update under load", steps.rolling_update, gateway, street)
        table.shows("probe failure → out of service", steps.probe_failure, gateway, street)
        table.shows("kill -9 → started again", steps.kill, street)
        table.shows("an order after all that", lambda: f"{town.one_order(street):.1f} s")
    table.print()
    sys.exit(0 if table.all_well else 1)


class Table:
    def __init__(self):
        self._rows, self.all_well = [], True

    def shows(self, what, step, *arguments):
        say(what)
        began = time.monotonic()
        try:
            said, verdict = step(*arguments), "yes"
        except (steps.Unshown, AssertionError, RuntimeError) as error:
            said, verdict, self.all_well = str(error), "**no**", False
        say(f"{what}: {verdict}, {said} ({time.monotonic() - began:.0f} s)")
        self._rows.append((what, verdict, said.splitlines()[0] if said else ""))
        return verdict == "yes"

    def print(self):
        print(machine(), end="\n\n")
        print("| what | shown | figures |\n|---|---|---|")
        for row in self._rows:
            print(f"| {' | '.join(row)} |")
        print("\nNot shown here:\n")
        for one in steps.not_shown():
            print(f"- {one}")


def machine():
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    containerd = run("containerd", "--version").split()[2]
    versions = {"Kubernetes": programs.version("k8s.io/kubernetes"), "etcd": programs.version("go.etcd.io/etcd/server/v3"),
                "CoreDNS": programs.version("github.com/coredns/coredns"),
                "metrics-server": programs.METRICS_SERVER.partition("@")[2], "containerd": containerd}
    return (f"{os.cpu_count()} cores, {memory:.0f} GB, Linux {platform.release().split('-')[0]}, load "
            f"{os.getloadavg()[2]:.0f} over the last quarter of an hour; "
            + ", ".join(f"{name} {version}" for name, version in versions.items()))


def say(what):
    print(f"==> {time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)


main()
