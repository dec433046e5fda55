"""Holds what the program says to api/openapi.yaml and api/asyncapi.yaml. For other tests:

    from validator import check_response, check_event, check_frame

    check_response("POST", "/orders?x=1", 201, headers, body)   # of every HTTP answer
    check_frame("/myPages/abc/stream", "page", data)            # of every frame of a stream
    check_event(json.loads(line))                               # of every line of `dangol events`: published or private

Each raises AssertionError with what does not fit and where. Responses are closed: a member that the documents do not name is
an error, so a change of the program shows. All schemas are compiled when they are first needed; a check takes well under a
millisecond for an ordinary body. Thread-safe."""

import functools
import json
import pathlib
import re

import jsonschema
import yaml

API = pathlib.Path(__file__).resolve().parents[2] / "api"
METHODS = ("get", "post", "put", "patch", "delete")
JSON = "application/json"
PROBLEM = "application/problem+json"
STREAM = "text/event-stream"

FORMATS = jsonschema.FormatChecker(())


@FORMATS.checks("date-time", raises=ValueError)
def _is_time(value):
    if isinstance(value, str):
        import datetime
        datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))
    return True


@functools.cache
def document(name):
    """The parsed document: "openapi" or "asyncapi"."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((API / f"{name}.yaml").read_text(encoding="utf-8"), Loader=loader)


def resolved(name, node):
    """The node itself, or what its $ref leads to within the same document."""
    while isinstance(node, dict) and isinstance(node.get("$ref"), str):
        reference = node["$ref"]
        if not reference.startswith("#/"):
            raise LookupError(f"{name}.yaml: only references within the document: {reference}")
        node = document(name)
        for part in reference[2:].split("/"):
            node = node[part.replace("~1", "/").replace("~0", "~")]
    return node


ANNOTATIONS = {"$ref", "description", "default", "examples"}


def expanded(name, schema):
    """The schema with all its references replaced by what they lead to: looking them up at each check costs most of its time.
    No schema of ours contains itself."""
    if isinstance(schema, list):
        return [expanded(name, part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if isinstance(schema.get("$ref"), str):
        assert set(schema) <= ANNOTATIONS, f"{name}.yaml: beside {schema['$ref']} only annotations"
        return _component(name, schema["$ref"])
    return {key: expanded(name, part) for key, part in schema.items()}


@functools.cache
def _component(name, reference):
    return expanded(name, resolved(name, {"$ref": reference}))


class Schema:
    """One schema of a document, compiled once."""

    def __init__(self, name, schema):
        self._validator = jsonschema.Draft202012Validator(expanded(name, schema), format_checker=FORMATS)

    def errors(self, value):
        """What does not fit: "lines[0].quantity: …" each, the most telling first."""
        found = []
        for error in self._validator.iter_errors(value):
            deepest = jsonschema.exceptions.best_match([error])
            where = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in deepest.absolute_path)
            found.append(f"{where.lstrip('.') or 'body'}: {deepest.message[:400]}")
        return found


class Response:
    """What one operation may answer with one status."""

    def __init__(self, response):
        response = resolved("openapi", response)
        self.content = {}   # media type → Schema, or nothing for what is no JSON
        self.problems = set()  # (status, type)
        self.events = {}    # of a stream: name → Schema
        for media_type, content in response.get("content", {}).items():
            is_json = media_type in (JSON, PROBLEM)
            self.content[media_type] = Schema("openapi", content["schema"]) if is_json else None
            for name, event in content.get("x-events", {}).items():
                self.events[name] = Schema("openapi", event["data"])
            if media_type == PROBLEM:
                for example in content["examples"].values():
                    value = resolved("openapi", example)["value"]
                    self.problems.add((value["status"], value["type"]))


class Operation:
    def __init__(self, method, pattern, operation):
        self.name = f"{method.upper()} {pattern}"
        self.operation = operation
        self.responses = {str(status): Response(response) for status, response in operation["responses"].items()}

    def response(self, status):
        return self.responses.get(str(status))


@functools.cache
def _operations():
    """[(pattern as a regular expression, {method: Operation})], literal segments before parameters."""
    found = []
    for pattern, item in document("openapi")["paths"].items():
        regex = "".join("[^/]+" if part.startswith("{") else re.escape(part) for part in re.split(r"(\{\w+\})", pattern))
        operations = {method: Operation(method, pattern, item[method]) for method in METHODS if method in item}
        found.append((pattern, re.compile(regex), operations))
    found.sort(key=lambda entry: [part.startswith("{") for part in entry[0].split("/")])
    return [(regex, operations) for _, regex, operations in found]


@functools.cache
def _refused():
    """What is refused on any address, before an operation is reached."""
    return Response({"$ref": "#/components/responses/Refused"})


def find_operation(method, path):
    """The Operation, or None where the document has none for this method and path."""
    path = path.split("?")[0]
    method = "get" if method.upper() == "HEAD" else method.lower()
    for regex, operations in _operations():
        if regex.fullmatch(path):
            return operations.get(method)
    return None


def _check_problem(where, status, problem, allowed):
    known = {kind for known_status, kind in allowed if known_status == status}
    assert problem["status"] == status, f"{where}: the problem says status {problem['status']}"
    assert problem["type"] in known, (
        f"{where}: the problem {problem['type']} is not documented for it, only {sorted(known)}: {problem['detail']}")


def _parsed(where, body):
    if not isinstance(body, (bytes, str)):
        return body
    try:
        return json.loads(body)
    except ValueError as error:
        raise AssertionError(f"{where}: the body is no JSON: {error}: {body[:200]!r}") from error


def check_response(method, path, status, headers, body):
    """`path` with or without its query; `headers` a mapping; `body` bytes, text, or what JSON makes of it. Checks that the
    operation may answer with this status, the content type, the body down to its last member, and of a problem that its
    `type` is among the examples. For a stream (status 200) the body is not looked at: see check_frame."""
    where = f"{method.upper()} {path} -> {status}"
    operation = find_operation(method, path)
    refused = _refused()
    response = operation.response(status) if operation else None
    if response is None:
        assert status >= 400, f"{where}: the document has no such answer" + ("" if operation else ", nor the operation")
        response = refused
    content_type = next((value for name, value in headers.items() if name.lower() == "content-type"), "")
    content_type = content_type.split(";")[0].strip().lower()
    if method.upper() in ("HEAD", "OPTIONS") and not body:
        return
    if not response.content:
        assert not body, f"{where}: there should be no body: {body[:200]!r}"
        return
    if status >= 400 or PROBLEM in response.content:
        assert content_type == PROBLEM, f"{where}: content type {content_type!r}, not {PROBLEM}"
        response_schema = refused.content[PROBLEM]
        problem = _parsed(where, body)
        errors = response_schema.errors(problem)
        assert not errors, f"{where}: {errors[0]}"
        allowed = refused.problems | (response.problems if operation else set())
        _check_problem(where, status, problem, allowed)
        return
    assert content_type in response.content, f"{where}: content type {content_type!r}, not {sorted(response.content)}"
    schema = response.content[content_type]
    if schema is None:
        return
    errors = schema.errors(_parsed(where, body))
    assert not errors, f"{where}: " + "; ".join(errors[:3])


def check_frame(path, event, data):
    """A frame of the stream at `path`: its `event` name, its `data` as text or parsed."""
    where = f"stream {path}: frame {event}"
    operation = find_operation("GET", path)
    assert operation, f"{where}: the document has no such stream"
    events = operation.response(200).events
    assert event in events, f"{where}: not documented, only {sorted(events)}"
    errors = events[event].errors(_parsed(where, data))
    assert not errors, f"{where}: " + "; ".join(errors[:3])


@functools.cache
def _messages():
    """(source, type) → Schema."""
    channels = document("asyncapi")["channels"]
    return {(name, kind): Schema("asyncapi", resolved("asyncapi", message)["payload"])
            for name, channel in channels.items() for kind, message in channel["messages"].items()}


@functools.cache
def _envelope():
    """Of an event of any context."""
    envelope = expanded("asyncapi", document("asyncapi")["components"]["schemas"]["CloudEvent"])
    return Schema("asyncapi", envelope | {"properties": envelope["properties"] | {"source": {"type": "string"}}})


def check_event(cloud_event):
    """One recorded event: a parsed line of `dangol events`, or its text. A published one is held to its schema. Of a private
    one only the envelope is documented."""
    event = _parsed("event", cloud_event)
    key = (event.get("source"), event.get("type"))
    where = f"event {key[1]} of {key[0]}"
    errors = _messages().get(key, _envelope()).errors(event)
    assert not errors, f"{where}: " + "; ".join(errors[:3])
