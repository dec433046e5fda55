"""The chart is the manifests: it is written from them, says the same where nothing is said otherwise, and refuses
values that mean nothing."""

import copy
import json
import re
import subprocess
import sys

import pytest
import yaml
from rendering import CHART, CONTEXTS, KUBERNETES, ROOT, TOOLS, Objects, labels_of, main_of, rendered, run, title

GENERATE = ROOT / "deploy/helm/generate"


def generate(script=GENERATE):
    return subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)


def test_the_templates_are_up_to_date():
    ran = generate()
    assert ran.returncode == 0, ran.stderr


def test_a_template_that_was_changed_by_hand_is_seen(tmp_path):
    (tmp_path / "kubernetes").symlink_to(KUBERNETES)
    (tmp_path / "helm/dangol/templates").mkdir(parents=True)
    (tmp_path / "helm/generate").write_text(GENERATE.read_text(encoding="utf-8"), encoding="utf-8")
    for path in (CHART / "templates").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        (tmp_path / "helm/dangol/templates" / path.name).write_text(
            text.replace("minReadySeconds: 3", "minReadySeconds: 4") if path.name == "order.yaml" else text,
            encoding="utf-8")
    assert "order.yaml; run" in generate(tmp_path / "helm/generate").stderr


def test_helm_finds_nothing_to_say_against_it():
    run("helm", "lint", "--strict", CHART)


# ---- the same as the manifests ---------------------------------------------------------------------------------------

OURS = {"app.kubernetes.io/managed-by", "app.kubernetes.io/version", "helm.sh/chart"}


def comparable(objects):
    """By what it is, without what only one of the two can say."""
    bare = {}
    for one in copy.deepcopy(objects):
        if one["kind"] == "Namespace":
            continue
        one["metadata"].pop("namespace", None)
        labels = one["metadata"].get("labels", {})
        one["metadata"]["labels"] = {key: value for key, value in labels.items() if key not in OURS}
        one["metadata"]["name"] = re.sub(r"^dangol-migration-1$", "dangol-migration", one["metadata"]["name"])
        if one["kind"] in ("Deployment", "Job"):
            one["spec"]["template"]["metadata"].pop("annotations", None)
        text = re.sub(r'"(dangol-[a-z-]+)-[bcdfghkmt24-9]{10}"', r'"\1"', json.dumps(one))  # of a ConfigMap's content
        text = re.sub(r'"image": "(?:[\w.]+/)?dangol(?::[\w.]+)?"', '"image": "dangol"', text)
        one = json.loads(text)
        bare[title(one)] = one
    return bare


def manifests(folder, *components):
    """The base with components, as generate has them."""
    lines = [f"resources: [{relative(folder, KUBERNETES / 'base')}]", "components:"]
    lines += [f"  - {relative(folder, KUBERNETES / 'components' / name)}" for name in ("sandbox", *components)]
    (folder / "kustomization.yaml").write_text("\n".join(lines), encoding="utf-8")
    return Objects(yaml.load_all(run("kustomize", "build", folder), yaml.CSafeLoader))


def relative(folder, path):
    return "../" * (len(folder.resolve().parts) - 1) + str(path).lstrip("/")


SWITCHES = {"ingress": "ingress", "gatewayApi": "gateway-api", "monitoring": "monitoring", "keda": "keda",
            "postgres": "cnpg", "kafka": "strimzi", "externalData": "external-data"}


@pytest.mark.parametrize("switch", ["", *SWITCHES])
def test_a_switch_says_what_its_component_says(tmp_path, switch):
    options = ["--set", f"{switch}.enabled=true"] if switch else []
    chart = yaml.load_all(run("helm", "template", "dangol", CHART, "--kube-version", "1.34.0", "--namespace", "dangol",
                              *options), yaml.CSafeLoader)
    ours = comparable([one for one in chart if one])
    theirs = comparable(manifests(tmp_path, *([SWITCHES[switch]] if switch else [])))
    assert ours.keys() == theirs.keys()
    assert [title(one) for name, one in ours.items() if one != theirs[name]] == []


# ---- what values change ----------------------------------------------------------------------------------------------

def test_values_arrive():
    objects = rendered("helm:full")
    order = objects.named("Deployment", "dangol-order")
    container = main_of(order)
    assert container["image"].startswith("registry.example.com/dangol@sha256:")
    assert container["resources"]["requests"]["cpu"] == "500m"
    assert main_of(objects.named("Deployment", "dangol-cafe"))["resources"]["requests"]["cpu"] == "100m"
    assert objects.named("ScaledObject", "dangol-order")["spec"]["maxReplicaCount"] == 5
    assert objects.named("ScaledObject", "dangol-cafe")["spec"]["minReplicaCount"] == 2
    assert objects.named("HorizontalPodAutoscaler", "dangol-gateway")["spec"]["minReplicas"] == 3
    assert objects.named("ConfigMap", "dangol-settings")["data"]["DANGOL_LOG_LEVEL"] == "warn"
    assert objects.named("HTTPRoute", "dangol")["spec"]["hostnames"] == ["coffee.example.com"]
    assert objects.named("KafkaNodePool", "dual-role")["spec"]["replicas"] == 5


def test_without_an_autoscaler_the_values_say_how_many():
    objects = rendered("helm:small")
    assert not objects.of("HorizontalPodAutoscaler", "ScaledObject")
    assert {one["metadata"]["name"]: one["spec"]["replicas"] for one in objects.contexts()} == \
        {f"dangol-{context}": 1 for context in CONTEXTS}


def test_a_change_of_settings_restarts_the_pods():
    def checksum(name):
        return rendered(name).named("Deployment", "dangol-order")["spec"]["template"]["metadata"]["annotations"]
    assert checksum("helm:default") != checksum("helm:small")
    assert labels_of(rendered("helm:default").named("Deployment", "dangol-order"))["dangol/track"] == "stable"


@pytest.mark.parametrize("value", ["minReplica=2", "image.tag=latest", "settings.DANGOL_SERVICE_SECRET=x",
                                   "contexts.orders.minReplicas=2", "keda.enabled=perhaps", "pictures.size=big"])
def test_values_that_mean_nothing_are_refused(value):
    ran = subprocess.run([TOOLS / "bin/helm", "template", "dangol", CHART, "--kube-version", "1.34.0", "--set", value],
                         capture_output=True, text=True, check=False)
    assert ran.returncode != 0 and "values don't meet the specifications" in ran.stderr
