"""Where a cluster lives: one folder, and namespaces of its own for mounts, network and processes.

The kernel ends every process in there with the first one, and undoes every mount, interface and packet filter rule. The
machine outside is given nothing but the folder and its control groups, which `remove` takes away."""

import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

FOLDER = pathlib.Path("/tmp/dangol-kubernetes")  # deploy/kubernetes/overlays/try has its volumes there
CGROUP = "dangol-kubernetes"
ADDRESS = "10.90.0.1"  # of the one node, which is also where PostgreSQL and Kafka listen
PODS, SERVICES = "10.91.0.0/16", "10.92.0.0/16"
KUBECONFIG = FOLDER / "admin.kubeconfig"
READY = FOLDER / "ready"
LOG = FOLDER / "logs/cluster.log"

_PID = FOLDER / "pid"
# What kubelet would set for the whole machine. In here it finds them as it wants them.
_KERNEL = {"vm/overcommit_memory": 1, "vm/panic_on_oom": 0, "kernel/panic": 10, "kernel/panic_on_oops": 1,
           "kernel/keys/root_maxkeys": 1000000, "kernel/keys/root_maxbytes": 25000000}


def cgroups():
    """The cluster's control group in every hierarchy of the machine."""
    root = pathlib.Path("/sys/fs/cgroup")
    if (root / "cgroup.controllers").exists():
        return [root / CGROUP]
    return [hierarchy / CGROUP for hierarchy in root.iterdir() if (hierarchy / "cgroup.procs").exists()
            and not hierarchy.is_symlink()]


def running():
    """The process, as the machine sees it, that is the cluster's first one; or nothing."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        outer = int(_PID.read_text(encoding="ascii"))
        if b"unshare" in pathlib.Path(f"/proc/{outer}/cmdline").read_bytes():
            return int(pathlib.Path(f"/proc/{outer}/task/{outer}/children").read_text(encoding="ascii").split()[0])
    return None


def create(command, timeout):
    """Starts `command` as the first process of a new place; returns when it says READY."""
    if running():
        raise RuntimeError("a cluster is up already: script/kubernetes down ends it")
    remove()
    LOG.parent.mkdir(parents=True)
    for group in cgroups():
        group.mkdir(exist_ok=True)
    with LOG.open("wb") as log:
        first = subprocess.Popen(
            ["unshare", "--mount", "--propagation", "private", "--net", "--pid", "--fork", "--mount-proc", "--kill-child",
             *command], stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
    _PID.write_text(str(first.pid), encoding="ascii")
    deadline = time.monotonic() + timeout
    while not READY.exists():
        if first.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"the cluster did not come up:\n{LOG.read_text(encoding='utf-8')[-4000:]}")
        time.sleep(0.1)


def inside(*command):
    """The command that runs `command` in there."""
    pid = running()
    if not pid:
        raise RuntimeError("no cluster is up: script/kubernetes up starts one")
    return ["nsenter", "--target", str(pid), "--mount", "--net", "--pid", "--", *map(str, command)]


def remove():
    """Ends everything in there, and the place with it."""
    pid = running()
    if pid:
        os.kill(pid, signal.SIGTERM)
        deadline = time.monotonic() + 30
        while running():
            if time.monotonic() > deadline:
                os.kill(pid, signal.SIGKILL)
            time.sleep(0.05)
    for group in cgroups():
        for folder, _, _ in os.walk(group, topdown=False):
            _remove_group(folder)
    shutil.rmtree(FOLDER, ignore_errors=True)


def _remove_group(folder, timeout=10):
    deadline = time.monotonic() + timeout
    while True:  # the last process may not be quite gone yet
        try:
            os.rmdir(folder)
            return
        except FileNotFoundError:
            return
        except OSError as error:
            if time.monotonic() > deadline:
                print(f"error: {folder} stays: {error}", file=sys.stderr)
                return
            time.sleep(0.05)


# ---- from within -----------------------------------------------------------------------------------------------------

def run(*command, text=None):
    done = subprocess.run([*map(str, command)], input=text, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))}: {done.stderr or done.stdout}")
    return done.stdout


def furnish():
    """What the programs of a node write outside their folders goes into memory, and a network is there."""
    run("mount", "-t", "tmpfs", "tmpfs", "/run")
    run("mount", "-t", "tmpfs", "tmpfs", "/var/log")
    for layer in ("upper", "work"):
        (FOLDER / "var-lib" / layer).mkdir(parents=True)
    layers = f"lowerdir=/var/lib,upperdir={FOLDER}/var-lib/upper,workdir={FOLDER}/var-lib/work"
    run("mount", "-t", "overlay", "overlay", "-o", layers, "/var/lib")
    wanted = FOLDER / "kernel"
    for name, value in _KERNEL.items():
        file = wanted / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{value}\n", encoding="ascii")
        run("mount", "--bind", file, f"/proc/sys/{name}")
    run("ip", "link", "set", "lo", "up")
    # A wire from the node to itself: something that is up, has the address, and is the way to everywhere.
    run("ip", "link", "add", "node", "type", "veth", "peer", "name", "node-end")
    run("ip", "address", "add", f"{ADDRESS}/24", "dev", "node")
    for end in ("node", "node-end"):
        run("ip", "link", "set", end, "up")
    run("ip", "route", "add", "default", "dev", "node")
    for name in ("ip_forward", "conf/all/route_localnet"):
        pathlib.Path(f"/proc/sys/net/ipv4/{name}").write_text("1", encoding="ascii")
