"""What is shown on the cluster, one after the other. Each step gives what came of it in words; one that does not hold
raises Unshown."""

import base64
import os
import pathlib
import secrets
import signal
import time

from cluster import components, data, images, programs
from cluster.components import kubectl
from cluster.place import FOLDER, run
from demonstration import town
from demonstration.load import Load
from demonstration.town import NAMESPACE, in_service, name, pods

from support.waiting import until

ROOT = pathlib.Path(__file__).resolve().parents[3]
OVERLAY = ROOT / "deploy/kubernetes/overlays/try"
PATIENCE = 600  # the machine may be busy with other things


class Unshown(Exception):
    """What was to be seen was not."""


def here(*arguments, **more):
    return kubectl("--namespace", NAMESPACE, *arguments, **more)


def has_to(held, otherwise):
    if not held:
        raise Unshown(otherwise)


def load_images(binary):
    sizes = [images.dangol(binary, tag).load() for tag in ("try", "next")]
    images.nginx().load()
    return f"dangol {sizes[0] / 2**20:.0f} MB"


# ---- install: as deploy/README.md says -------------------------------------------------------------------------------

def install():
    began = time.monotonic()
    kubectl("create", "namespace", NAMESPACE)
    kubectl("create", "-f", "-", text=run(ROOT / "deploy/kubernetes/make-secrets", NAMESPACE))
    service = base64.b64decode(town.get("secret", "dangol-database")["data"]["password"]).decode()
    owner = secrets.token_hex(16)
    data.set_passwords(service, owner)
    here("create", "secret", "generic", "dangol-database-owner",
         f"--from-literal=uri=postgresql://dangol_owner:{owner}@dangol-postgres-rw/dangol?sslmode=require")
    applied = kubectl("apply", "-k", OVERLAY)
    migrated_and_rolled_out()
    again = sum(one["restartCount"] for pod in town.get("pods")["items"] for one in pod["status"]["containerStatuses"])
    return (f"{len(applied.splitlines())} objects accepted, {len(deployments())} Deployments rolled out, "
            f"{time.monotonic() - began:.0f} s; {again} restarts until the schemas were there")


def deployments():
    return [name(one) for one in town.get("deployments")["items"]]


def migrated_and_rolled_out():
    here("wait", "--for=condition=complete", "job/dangol-migration", f"--timeout={PATIENCE}s")
    for one in deployments():
        here("rollout", "status", f"deployment/{one}", f"--timeout={PATIENCE}s")


# ---- scaling ---------------------------------------------------------------------------------------------------------

def utilisation(component):
    metrics = town.get("hpa", f"dangol-{component}")["status"].get("currentMetrics") or ()
    return next((one["resource"]["current"].get("averageUtilization") for one in metrics if one.get("resource")), None)


def autoscalers():
    """Accepted, and told what they measure."""
    found = [name(one) for one in town.get("hpa")["items"]]
    calm = until(lambda: utilisation("cafe"), 180, "the autoscaler knows how busy café is")
    return f"{len(found)} accepted (autoscaling/v2); metrics-server tells: café {calm} % of what it requests"


def scale(gateway, street):
    """Readers of a menu, until café has three pods that serve."""
    has_to(len(in_service("cafe")) == 1, "café does not start from one replica")
    began = time.monotonic()
    with Load(gateway.host, gateway.port, [town.reading(street) for _ in range(8)]) as load:
        until(lambda: len(in_service("cafe")) == 3, PATIENCE, "three replicas of café serve")
        took, busy = time.monotonic() - began, utilisation("cafe")
    no_failure(load)
    return f"1 → 3 replicas of café in {took:.0f} s, at {busy} % of what it requests; {load.figures()}"


# ---- a new version ---------------------------------------------------------------------------------------------------

def next_version():
    """A kustomization on the overlay. The sandbox stays as it is, since it stands for a provider outside, and there is only
    ever one of it; the gateway has no new version, but a label that changes renews its pods as well."""
    image, folder = FOLDER / "next/image", FOLDER / "next/all"
    for one in (image, folder):
        one.mkdir(parents=True, exist_ok=True)
    (image / "kustomization.yaml").write_text(
        f"resources: [{os.path.relpath(OVERLAY, image)}]\nimages: [{{name: dangol, newTag: next}}]\n", encoding="utf-8")
    (folder / "kustomization.yaml").write_text("""resources: [../image]
patches:
  - target: {kind: Deployment, name: dangol-sandbox}
    patch: |
      - {op: replace, path: /spec/template/spec/containers/0/image, value: "dangol:try"}
  - target: {kind: Deployment, name: dangol-gateway}
    patch: |
      - {op: add, path: /spec/template/metadata/labels/renewed, value: once}
""", encoding="utf-8")
    return folder


def rolling_update(gateway, street):
    """Every Deployment at once, as deploy/README.md says, while customers order."""
    folder = next_version()
    before = {name(pod) for pod in renewed()}
    callers = [town.ordering(street) for _ in range(4)]
    with Load(gateway.host, gateway.port, callers, pause=0.1) as load:
        until(lambda: load.total >= 100, 60, "the load is there")
        began = time.monotonic()
        here("delete", "job", "dangol-migration")
        kubectl("apply", "-k", folder, "-l", "app.kubernetes.io/component in (settings, migration)")
        here("wait", "--for=condition=complete", "job/dangol-migration", f"--timeout={PATIENCE}s")
        kubectl("apply", "-k", folder)
        migrated_and_rolled_out()
        # The old ones serve until they are gone.
        until(lambda: not before & {name(pod) for pod in renewed()}, PATIENCE, "no pod of the old version is left")
        took = time.monotonic() - began
    used = {container["image"] for pod in renewed() for container in pod["spec"]["containers"]}
    has_to(used == {"dangol:next", "nginx:try"}, f"they run {used}")
    no_failure(load)
    return f"{len(before)} pods of {len(deployments()) - 1} Deployments in {took:.0f} s; {load.figures()}"


def renewed():
    """The pods that a new version replaces, those on their way out included."""
    return town.get("pods", "-l", "app.kubernetes.io/component notin (migration, sandbox)")["items"]


def no_failure(load):
    has_to(not load.failures, f"{load.figures()}\n" + "\n".join(map(str, load.failures[:20])))


# ---- healing ---------------------------------------------------------------------------------------------------------

def process_of(pod):
    """The first process of its container, as it is called in here."""
    container = pod["status"]["containerStatuses"][0]["containerID"].removeprefix("containerd://")
    for line in run("ctr", "--address", components.CONTAINERD, "--namespace", "k8s.io", "tasks", "list").splitlines():
        if line.startswith(container):
            return int(line.split()[1])
    raise Unshown(f"{name(pod)} has no process")


def restarts(pod):
    return town.get("pod", name(pod))["status"]["containerStatuses"][0]["restartCount"]


def kill(street):
    """The only one of its context: until it is back, the gateway says that it is not."""
    customer, (pod, *_) = street.guest(), pods("order")
    before, began = restarts(pod), time.monotonic()
    os.kill(process_of(pod), signal.SIGKILL)
    until(lambda: restarts(pod) == before + 1, PATIENCE, "it is started again")
    until(lambda: customer.get("/orders?limit=1", expect=(200, 503)).status == 200, PATIENCE, "it serves")
    return f"{name(pod)}: started again by itself, serves after {time.monotonic() - began:.1f} s"


def probe_failure(gateway, street):
    """A process that hangs answers no probe: its pod is asked no more, until it answers again."""
    frozen, *others = [pod for pod in pods("cafe") if name(pod) in in_service("cafe")]
    has_to(others, "there is nobody else to serve")
    process, began = process_of(frozen), time.monotonic()
    os.kill(process, signal.SIGSTOP)
    try:
        until(lambda: name(frozen) not in in_service("cafe"), 60, "it is taken out of service")
        out = time.monotonic() - began
        with Load(gateway.host, gateway.port, [town.reading(street) for _ in range(4)]) as load:
            until(lambda: load.total >= 200, 120, "the others serve")
        no_failure(load)
    finally:
        os.kill(process, signal.SIGCONT)
    thawed = time.monotonic()
    until(lambda: name(frozen) in in_service("cafe"), 120, "it is back in service")
    return (f"{name(frozen)} hung: out of service after {out:.1f} s, then {load.figures()} with the {len(others)} others; "
            f"back {time.monotonic() - thawed:.1f} s after it answered again")


def not_shown():
    return ["NetworkPolicies: accepted, not enforced: Debian's network plugins know none",
            "CloudNativePG, Strimzi, KEDA, Istio, Ingress and Gateway API: what implements them is not on this cluster; "
            "PostgreSQL and Kafka run beside it",
            f"more than one node: topology spread and PodDisruptionBudgets are accepted, not put to the test "
            f"({programs.version('k8s.io/kubernetes')}, one node)"]
