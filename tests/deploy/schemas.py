"""Whether an object is what the API server would accept: Kubernetes' own OpenAPI document and the schemas of what
extends it, as script/deploy-tools fetched them, read strictly: a field that they do not know is wrong."""

import functools
import json

import jsonschema
import yaml
from rendering import HERE, TOOLS

NOT_FETCHED = HERE / "schemas"  # written by hand: no package registry has those of CloudNativePG and Strimzi


NEWEST, OLDEST = "1.34", "1.20"  # of Kubernetes; the manifests are written for the newest


def complaints(one, release=NEWEST):
    """What is wrong with an object, a line each."""
    kind = (one["apiVersion"], one["kind"])
    validator = _builtin(kind, release) or _extension(kind)
    if validator is None:
        return [f"no schema for {kind}"]
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(one)]


def _folder():
    folder = TOOLS / "schemas"
    assert folder.exists(), "the schemas are missing: run script/deploy-tools"
    return folder


@functools.cache
def _kubernetes(release):
    (path,) = _folder().glob(f"k8s.io_kubernetes_v{release}.*/swagger.json")
    document = json.loads(path.read_text(encoding="utf-8"))
    for name, definition in document["definitions"].items():
        if name.endswith("IntOrString"):
            definition["type"] = ["string", "integer"]
        elif "properties" in definition:
            definition.setdefault("additionalProperties", False)
    return document


@functools.cache
def _builtin(kind, release):
    for definition in _kubernetes(release)["definitions"].values():
        for known in definition.get("x-kubernetes-group-version-kind", ()):
            version = "/".join(filter(None, (known["group"], known["version"])))
            if (version, known["kind"]) == kind:
                resolver = jsonschema.RefResolver.from_schema(_kubernetes(release))
                return jsonschema.Draft4Validator(definition, resolver=resolver)
    return None


@functools.cache
def _extensions():
    """The schema of every kind of the custom resource definitions."""
    known = {}
    for path in [*_folder().rglob("*.yaml"), *NOT_FETCHED.glob("*.yaml")]:
        for definition in yaml.load_all(path.read_text(encoding="utf-8"), yaml.CSafeLoader):
            if not definition or definition["kind"] != "CustomResourceDefinition":
                continue
            spec = definition["spec"]
            for version in spec["versions"]:
                name = f"{spec['group']}/{version['name']}"
                known[name, spec["names"]["kind"]] = version["schema"]["openAPIV3Schema"]
    return known


@functools.cache
def _extension(kind):
    schema = _extensions().get(kind)
    if schema is None:
        return None
    schema["properties"] |= {"apiVersion": {}, "kind": {}, "metadata": {"type": "object"}}
    return jsonschema.Draft202012Validator(_strict(schema))


def _strict(schema):
    if isinstance(schema, list):
        return [_strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    strict = {key: _strict(value) for key, value in schema.items()}
    if schema.get("type") == "object" and "properties" in schema and \
            not schema.get("x-kubernetes-preserve-unknown-fields"):
        strict.setdefault("additionalProperties", False)
    return strict
