"""What the manifests come to: each kustomization and each value set of the chart, rendered as it would be applied."""

import copy
import functools
import os
import pathlib
import subprocess

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
KUBERNETES = ROOT / "deploy/kubernetes"
CHART = ROOT / "deploy/helm/dangol"
HERE = ROOT / "tests/deploy"
TOOLS = pathlib.Path(os.environ.get("DANGOL_DEPLOY_TOOLS", "~/.cache/dangol/deploy")).expanduser()

CONTEXTS = ("identity", "cafe", "order", "payment", "delivery", "mypage", "notification")

KUSTOMIZATIONS = {"base": KUBERNETES / "base"}
KUSTOMIZATIONS |= {path.parent.name: path.parent for path in sorted(KUBERNETES.glob("overlays/*/kustomization.yaml"))}
KUSTOMIZATIONS |= {path.parent.name: path.parent for path in sorted(HERE.glob("combinations/*/kustomization.yaml"))}
VALUE_SETS = {path.stem: path for path in sorted(HERE.glob("values/*.yaml"))}


def run(tool, *arguments):
    program = TOOLS / "bin" / tool
    assert program.exists(), f"{tool} is missing: run script/deploy-tools"
    ran = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@functools.cache
def _documents(name):
    if name in KUSTOMIZATIONS:
        text = run("kustomize", "build", KUSTOMIZATIONS[name])
    else:
        text = run("helm", "template", "dangol", CHART, "--kube-version", "1.34.0", "--namespace", "dangol", "--values",
                   VALUE_SETS[name.removeprefix("helm:")])
    return [document for document in yaml.load_all(text, yaml.CSafeLoader) if document]


NAMES = [*KUSTOMIZATIONS, *(f"helm:{name}" for name in VALUE_SETS)]


def rendered(name):
    """A copy, which a test may spoil."""
    return Objects(copy.deepcopy(_documents(name)))


class Objects(list):
    """What is applied together."""

    def of(self, *kinds):
        return [one for one in self if one["kind"] in kinds]

    def named(self, kind, name):
        found = [one for one in self.of(kind) if one["metadata"]["name"] == name]
        assert len(found) == 1, f"{kind} {name}: {len(found)} of them"
        return found[0]

    def workloads(self):
        return self.of("Deployment", "Job")

    def serving(self):
        """Those that are asked for something, for as long as they run."""
        return self.of("Deployment")

    def contexts(self):
        return [one for one in self.serving() if labels_of(one).get("app.kubernetes.io/component") in CONTEXTS]

    def selected(self, selector):
        """The workloads with pods that the selector means."""
        return [one for one in self.workloads() if matches(selector, labels_of(one))]


def title(one):
    return f"{one['kind']} {one['metadata']['name']}"


def pod_of(workload):
    return workload["spec"]["template"]["spec"]


def labels_of(workload):
    """Of its pods."""
    return workload["spec"]["template"]["metadata"].get("labels", {})


def main_of(workload):
    """The container that the pod is there for."""
    return pod_of(workload)["containers"][0]


def containers_of(workload):
    """That one, any beside it, and those that prepare for it."""
    pod = pod_of(workload)
    return [*pod["containers"], *pod.get("initContainers", ())]


def matches(selector, labels):
    """As Kubernetes reads a selector with matchLabels and matchExpressions. An empty one means everybody."""
    for key, value in selector.get("matchLabels", {}).items():
        if labels.get(key) != value:
            return False
    for expression in selector.get("matchExpressions", ()):
        there, values = labels.get(expression["key"]), expression.get("values", ())
        holds = {"In": there in values, "NotIn": there not in values, "Exists": there is not None,
                 "DoesNotExist": there is None}[expression["operator"]]
        if not holds:
            return False
    return True
