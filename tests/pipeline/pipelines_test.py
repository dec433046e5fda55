"""The rules of pipelines.py hold, and each is seen to fail; what is not GitHub's to read fits its schema as well."""

import json
import pathlib

import jsonschema
import pytest
import yaml
from pipelines import ROOT, RULES, Pipelines

HERE = pathlib.Path(__file__).parent
FETCHED = pathlib.Path("~/.cache/dangol/deploy/schemas").expanduser()


@pytest.mark.parametrize("rule", RULES)
def test_it_holds(rule):
    assert not list(RULES[rule].check(Pipelines.read()))


@pytest.mark.parametrize("rule", RULES)
def test_it_is_seen_to_fail(rule):
    spoilt = Pipelines.read()
    RULES[rule].spoil(spoilt)
    assert list(RULES[rule].check(spoilt))


def compose_schema():
    (path,) = FETCHED.glob("*compose-go*/compose-spec.json")
    return json.loads(path.read_text(encoding="utf-8"))


def buildspec_schema():
    return yaml.safe_load((HERE / "schemas/buildspec.yaml").read_text(encoding="utf-8"))


def complaints(schema, document):
    return [f"{error.json_path}: {error.message}" for error in jsonschema.Draft202012Validator(schema).iter_errors(document)]


def test_codebuild_would_read_its_file():
    document = Pipelines.read()["buildspec"]
    assert not complaints(buildspec_schema(), document)
    document["phases"]["deploy"] = document["phases"].pop("post_build")
    assert complaints(buildspec_schema(), document)


@pytest.mark.parametrize("path", sorted(ROOT.glob("compose*.yaml")), ids=lambda path: path.name)
def test_an_engine_would_read_the_compose_files(path):
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert not complaints(compose_schema(), document)
    next(iter(document["services"].values()))["comand"] = ["serve"]
    assert complaints(compose_schema(), document)
