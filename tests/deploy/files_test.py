"""The files as they stand, before anything is rendered."""

import re
import subprocess

import pytest
import yaml
from rendering import CONTEXTS, KUBERNETES, ROOT, pod_of, rendered
from references import secrets_expected


def test_the_script_is_tidy():
    subprocess.run(["shellcheck", KUBERNETES / "make-secrets"], check=True)


def test_the_contexts_are_those_of_the_program():
    text = (ROOT / "src/app/context_set.cpp").read_text(encoding="utf-8")
    table = text[text.index("table{{"):text.index("}};")]
    assert tuple(re.findall(r'\{"(\w+)",', table)) == CONTEXTS


def test_secrets_are_made_as_described(tmp_path):
    made = subprocess.run([KUBERNETES / "make-secrets", "here"], capture_output=True, text=True, check=True).stdout
    made = {one["metadata"]["name"]: one for one in yaml.safe_load_all(made)}
    described = secrets_expected()
    assert set(described) - set(made) == {"dangol-database-owner", "dangol-kafka", "dangol-telegram"}  # of others' making
    for name, one in made.items():
        assert one["metadata"]["namespace"] == "here"
        assert set(one["stringData"]) == described[name]
        assert all(one["stringData"].values())
    key = tmp_path / "tokens.pem"
    key.write_text(made["dangol-tokens"]["stringData"]["tokens.pem"], encoding="utf-8")
    public = subprocess.check_output(["openssl", "pkey", "-in", key, "-pubout"], text=True)
    assert public == made["dangol-tokens"]["stringData"]["tokens.public.pem"]
    assert len(made["dangol-services"]["stringData"]["service-secret"]) >= 32


def test_the_example_has_no_values():
    for one in yaml.safe_load_all((KUBERNETES / "secrets.example.yaml").read_text(encoding="utf-8")):
        values = {key: value for key, value in one["stringData"].items() if value}
        assert values in ({}, {"username": "dangol"})


@pytest.mark.parametrize("context", CONTEXTS)
def test_a_context_is_told_which_it_is_by_its_label(context):
    template = rendered("base").named("Deployment", f"dangol-{context}")["spec"]["template"]
    (only,) = [one for one in template["spec"]["containers"][0]["env"] if one["name"] == "DANGOL_ONLY"]
    assert only["valueFrom"]["fieldRef"]["fieldPath"] == "metadata.labels['app.kubernetes.io/component']"
    assert template["metadata"]["labels"]["app.kubernetes.io/component"] == context


def test_the_key_that_signs_is_for_its_owner_alone():
    """A Secret's files belong to root and the pod's group; the program refuses to sign with such a one."""
    pod = pod_of(rendered("base").named("Deployment", "dangol-identity"))
    key = {one["name"]: one.get("value") for one in pod["containers"][0]["env"]}["DANGOL_TOKEN_KEY"]
    (prepared,) = pod["initContainers"]
    assert prepared["command"][:2] == ["install", "--mode=0400"] and prepared["command"][-1] == key
    folder = {one["mountPath"]: one["name"] for one in pod["containers"][0]["volumeMounts"]}[key.rpartition("/")[0]]
    assert {one["name"]: one for one in pod["volumes"]}[folder]["emptyDir"]["medium"] == "Memory"


def test_only_identity_can_sign():
    signers = [one["metadata"]["name"] for one in rendered("base").workloads() if "'key': 'tokens.pem'" in str(one)]
    assert signers == ["dangol-identity"]
