"""Every text in a request has a bound, and the program holds it."""

import json

from routes_test import call, server, tokens  # noqa: F401 (fixtures)
from validator import METHODS, document, resolved

BODY_TEXT_MAX = 2048  # of any text in a body (src/runtime/http.hpp)


def requests():
    """(METHOD, path, schema, example) of each JSON body but Telegram's."""
    for path, item in document("openapi")["paths"].items():
        for method in METHODS:
            body = resolved("openapi", item.get(method, {}).get("requestBody", {}))
            media = body.get("content", {}).get("application/json")
            if media and "{secret}" not in path:
                examples = [example["value"] for example in media.get("examples", {}).values() if "value" in example]
                yield method.upper(), path, media["schema"], examples[0] if examples else {}


def texts(schema, where=()):
    """(where, schema) of each string that is written freely: member names, and 0 for the items of a list."""
    schema = resolved("openapi", schema)
    if schema.get("type") == "string" and not schema.keys() & {"enum", "const"} and schema.get("format") != "date-time":
        yield where, schema
    for name, member in schema.get("properties", {}).items():
        yield from texts(member, (*where, name))
    if "items" in schema:
        yield from texts(schema["items"], (*where, 0))


def bound_of(schema):
    """What maxLength says, or a pattern of a limited length."""
    patterns = {"^[A-Za-z0-9_-]{1,64}$": 64, "^[A-Za-z0-9._@+-]{3,64}$": 64, "^[A-Z]{3}$": 3}
    return schema.get("maxLength") or patterns.get(schema.get("pattern"))


def name_of(method, path, where):
    return f"{method} {path} {'.'.join(map(str, where))}"


def with_text(value, where, text):
    """The value with the text at that place; None if the value has no such place."""
    if not where:
        return text
    try:
        inner = with_text(value[where[0]], where[1:], text)
    except (KeyError, IndexError, TypeError):
        return None
    if inner is None:
        return None
    changed = json.loads(json.dumps(value))
    changed[where[0]] = inner
    return changed


def test_every_text_in_a_request_has_a_bound():
    found = {name_of(method, path, where): bound_of(text)
             for method, path, schema, _ in requests() for where, text in texts(schema)}
    assert len(found) > 40
    assert [name for name, bound in found.items() if bound is None] == []
    assert [name for name, bound in found.items() if bound > BODY_TEXT_MAX] == []


def test_a_text_beyond_its_bound_is_refused(server, tokens):  # noqa: F811
    tried = 0
    for method, path, schema, example in requests():
        if path.startswith("/sessions"):
            continue  # refusals there count against the caller
        roles = document("openapi")["paths"][path][method.lower()]["x-roles"]
        token = tokens["operator" if "operator" in roles else "customer"]
        asked = path.replace("{id}", "nobody").replace("{context}", "order")
        for where, text in texts(schema):
            body = with_text(example, where, "가" * (bound_of(text) + 1))
            if body is not None:
                status, raw = call(server[0], method, asked, body, token)
                assert 400 <= status < 500, (name_of(method, path, where), status, raw)
                tried += 1
    assert tried > 20
