"""What script/kubernetes runs: its parts, seen from outside the cluster's place."""

import argparse
import os
import pathlib
import signal
import subprocess
import sys

from cluster import place, programs

HERE = pathlib.Path(__file__).resolve().parent


def main():
    parser = argparse.ArgumentParser(prog="script/kubernetes", allow_abbrev=False)
    parser.add_argument("part", nargs="?", default="all", choices=["all", "build", "up", "demo", "down", "kubectl", "shell"])
    parser.add_argument("rest", nargs=argparse.REMAINDER)
    wishes = parser.parse_args()
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)  # as Ctrl-C: what was started is stopped
    try:
        return PARTS[wishes.part](wishes.rest)
    except RuntimeError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def build(_):
    programs.build(say)
    say(f"Kubernetes {programs.version('k8s.io/kubernetes')} is in {programs.FOLDER}")


def up(_):
    if os.geteuid() != 0:
        raise RuntimeError("namespaces, mounts and control groups are root's: run it as root")
    if missing := programs.missing_packages():
        raise RuntimeError(f"missing: apt-get install {' '.join(missing)}")
    build(_)
    place.create([sys.executable, str(HERE / "cluster/node.py")], timeout=600)
    sys.stderr.write(place.LOG.read_text(encoding="utf-8"))


def demo(_):
    return inside(sys.executable, HERE / "demonstration/show.py", os.environ["DANGOL_BINARY"])


def down(_):
    place.remove()


def everything(_):
    try:
        up(_)
        return demo(_)
    finally:
        down(_)


def kubectl(rest):
    return inside(programs.path("kubectl"), "--kubeconfig", place.KUBECONFIG, "--namespace", "dangol-try", *rest)


def shell(rest):
    return inside(*(rest or ["bash"]))


def inside(*command):
    return subprocess.run(place.inside(*command), check=False).returncode


def say(what):
    print(f"==> {what}", file=sys.stderr, flush=True)


PARTS = {"all": everything, "build": build, "up": up, "demo": demo, "down": down, "kubectl": kubectl, "shell": shell}

if __name__ == "__main__":
    sys.exit(main())
