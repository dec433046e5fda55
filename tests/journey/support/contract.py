"""Holds every answer and every frame of a stream to api/openapi.yaml, through the contract tests' own validator."""

import importlib.util
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
VALIDATOR = ROOT / "tests/contract/validator.py"


def _load():
    """The validator; one that is missing or broken is an error, never a reason to skip."""
    spec = importlib.util.spec_from_file_location("validator", VALIDATOR)
    module = importlib.util.module_from_spec(spec)
    sys.modules["validator"] = module
    spec.loader.exec_module(module)
    return module


_validator = _load()
document, find_operation = _validator.document, _validator.find_operation
_seen = set()  # what was held to the contract once needs no second look; a set's add is atomic


def check_response(method, path, status, headers, body):
    """Raises AssertionError if this answer of the program is not what api/openapi.yaml says."""
    same = hash((method, path, status, headers.get("content-type"), body))
    if same not in _seen:
        _validator.check_response(method, path, status, headers, body)
        _seen.add(same)


def check_frame(path, event, data):
    """The same for a frame of the stream at `path`."""
    _validator.check_frame(path, event, data)


def check_event(line):
    """The same for a published event, a CloudEvent as `dangol events` prints it, against api/asyncapi.yaml."""
    _validator.check_event(json.loads(line))
