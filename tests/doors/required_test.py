"""What api/openapi.yaml calls required is required: every JSON body is sent without each of its required members in turn, at
every depth, and not at all where it is required itself. Each is refused and changes nothing."""

import copy
import json

from rights_test import refusal, world  # noqa: F401 (world is a fixture)
from validator import resolved
from world import operations


def required(schema, where=()):
    """Where the required members of a schema are: their names, and 0 for the first of a list."""
    schema = resolved("openapi", schema)
    for name, member in schema.get("properties", {}).items():
        if name in schema.get("required", ()):
            yield (*where, name)
        yield from required(member, (*where, name))
    if "items" in schema:
        yield from required(schema["items"], (*where, 0))


def without(examples, where):
    """The first of the examples that has what is there, without it."""
    for example in copy.deepcopy(examples):
        inner = example
        try:
            for step in where[:-1]:
                inner = inner[step]
            del inner[where[-1]]
            return example
        except (KeyError, IndexError):
            continue
    raise AssertionError(f"no example has {where}")


def required_in_bodies():
    """(operation, where what is required in its JSON body is; the first is () if the body itself is required)."""
    for operation in operations():
        body = operation.described.get("requestBody", {})
        if "application/json" in body.get("content", {}):
            members = list(required(body["content"]["application/json"]["schema"]))
            yield operation, [()] * body.get("required", False) + members


def test_every_required_member_that_is_missing_is_refused_and_changes_nothing(world):  # noqa: F811
    wrong, tried, before = [], 0, world.digest()
    for operation, places in required_in_bodies():
        principal = next(one for one in world.principals if refusal(operation, one) is None)
        examples = world.examples(operation, principal)
        for where in places:
            body = json.dumps(without(examples, where)).encode() if where else b""
            answer = world.knock(operation, principal, wrong, body)
            if answer != (400, "invalid-body"):
                wrong.append(f"{operation.name} without {'.'.join(map(str, where)) or 'a body'}: {answer}")
            tried += 1
        after = world.digest()
        if after != before:
            wrong.append(f"{operation.name}: a body that lacks something has changed something")
            before = after
    assert not wrong, "\n".join(wrong)
    assert tried > 100
