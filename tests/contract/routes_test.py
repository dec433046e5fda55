"""The program serves exactly the operations that api/openapi.yaml names, for exactly those roles; and what it answers and
publishes is what the documents say."""

import json
import os
import pathlib
import re
import subprocess
import urllib.error
import urllib.request

import pytest
import yaml
import validator
from described import CONTEXTS
from validator import METHODS, check_event, check_response, document, resolved

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("DANGOL_BINARY", ROOT / "build/release/dangol"))


def run(*arguments):
    done = subprocess.run([BINARY, *arguments], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def shape(pattern):
    """What a parameter is called does not matter."""
    return re.sub(r"\{\w+\}", "{}", pattern)


def test_program_and_document_have_the_same_routes_for_the_same_roles():
    served = {}
    for line in run("routes"):
        method, pattern, roles, *_ = line.split(" ")
        served[f"{method} {shape(pattern)}"] = set(roles.split(","))
    documented = {f"{method.upper()} {shape(path)}": set(item[method]["x-roles"])
                  for path, item in document("openapi")["paths"].items() for method in METHODS if method in item}
    assert sorted(served) == sorted(documented)
    assert served == documented


def test_the_document_names_the_limits_of_each_route():
    limited = {}
    for line in run("routes"):
        method, pattern, _, *codes = line.split(" ")
        if codes:
            limited[f"{method} {shape(pattern)}"] = set(codes[0].split(","))
    documented = {}
    for path, item in document("openapi")["paths"].items():
        for method in set(METHODS) & item.keys():
            answer = item[method]["responses"].get("429")
            if answer is None:
                continue
            answer = validator.resolved("openapi", answer)
            codes = set(answer["content"]["application/problem+json"]["examples"]) - {"too-many-sign-ins"}
            assert "Retry-After" in answer["headers"]
            documented[f"{method.upper()} {shape(path)}"] = codes
    assert len(limited) >= 14
    assert limited == documented


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """(url, data folder) of a server that has a first operator's code to give."""
    data = tmp_path_factory.mktemp("contract")
    log = data / "log"
    with log.open("w") as output:
        process = subprocess.Popen([BINARY, "serve", "--data", data / "data", "--port", "0", "--admin-port", "0",
                                    "--limits", "off"],
                                   stdout=subprocess.PIPE, stderr=output, text=True)
    lines = []
    for line in process.stdout:
        lines.append(line)
        if ready := re.match(r"dangol ready on (\S+)", line):
            break
    else:
        pytest.fail("".join(lines) + log.read_text())
    yield ready[1], data / "data", "".join(lines)
    process.terminate()
    process.wait(20)


def call(url, method, path, body=None, token=None):
    """Asks, and holds the answer to the document."""
    headers = {"Content-Type": "application/json"} if body is not None else {}
    if token:
        headers["Authorization"] = "Bearer " + token
    request = urllib.request.Request(url + path, json.dumps(body).encode() if body is not None else None, headers,
                                     method=method)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            status, answered, raw = answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        status, answered, raw = error.code, dict(error.headers), error.read()
    check_response(method, path, status, answered, raw)
    return status, raw


@pytest.fixture(scope="module")
def tokens(server):
    """Of the first operator and of a guest."""
    code = re.search(r"/ops#code=(\S+)", server[2])
    assert code, server[2]
    status, raw = call(server[0], "POST", "/sessions/link", {"code": code[1], "password": "a short sentence"})
    assert status == 201, raw
    operator = json.loads(raw)["accessToken"]
    return {"operator": operator, "customer": json.loads(call(server[0], "POST", "/sessions/guest", {})[1])["accessToken"]}


def is_stream(item):
    """Without an end, so not to be waited for."""
    return "text/event-stream" in item.get("get", {}).get("responses", {}).get("200", {}).get("content", {})


def test_each_operation_answers_each_kind_of_caller_as_documented(server, tokens):
    url = server[0]
    for path, item in document("openapi")["paths"].items():
        if is_stream(item) or path in ("/sessions/current", "/accounts/{id}/disable"):
            continue
        for method in METHODS:
            if method not in item:
                continue
            asked = re.sub(r"\{\w+\}", "nobody", path)
            for role, token in (("anonymous", None), *tokens.items()):
                body = {"surplus": 1} if "requestBody" in item[method] else None
                status, raw = call(url, method.upper(), asked, body, token)
                if role not in item[method]["x-roles"]:
                    assert status == (401 if role == "anonymous" else 403), (method, path, role, raw)
                else:
                    assert status not in (401, 403), (method, path, role, raw)


def test_what_the_document_requires_in_a_body_is_not_taken_for_granted(server, tokens):
    url = server[0]
    for path, item in document("openapi")["paths"].items():
        for method in METHODS:
            operation = item.get(method, {})
            if not operation.get("requestBody", {}).get("required"):
                continue
            token = next((tokens[role] for role in tokens if role in operation["x-roles"]), None)
            asked = re.sub(r"\{\w+\}", "nobody", path.replace("{context}", "mypage"))
            status, raw = call(url, method.upper(), asked, None, token)
            assert 400 <= status < 500, (method, path, raw)
            schema = operation["requestBody"]["content"].get("application/json", {}).get("schema", {})
            if resolved("openapi", schema).get("required"):
                status, raw = call(url, method.upper(), asked, {}, token)
                assert 400 <= status < 500, (method, path, raw)


def test_what_has_no_route_is_refused_as_documented(server):
    assert call(server[0], "GET", "/nothing/here")[0] == 404
    assert call(server[0], "PUT", "/orders")[0] == 405
    assert call(server[0], "GET", "/orders", token="no-token")[0] == 401
    assert call(server[0], "POST", "/orders/quote", {"lines": "x" * 70_000})[0] == 413


def test_the_program_carries_the_documents_that_it_was_built_with(server):
    for name in ("openapi", "asyncapi"):
        status, raw = call(server[0], "GET", f"/api/{name}.yaml")
        assert status == 200 and yaml.safe_load(raw) == document(name), f"api/{name}.yaml has changed: build again"
    assert call(server[0], "GET", "/api")[1] == (validator.API / "index.html").read_bytes()


def test_recorded_events_are_as_documented(server):
    shown = 0
    for context in CONTEXTS:
        for line in run("events", "--data", str(server[1]), "--context", context):
            check_event(json.loads(line))
            shown += 1
    assert shown > 0
    assert len(run("events", "--data", str(server[1]), "--context", "identity", "--limit", "1")) == 1
