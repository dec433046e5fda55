"""The two documents themselves: whole, consistent, and true in every example."""

import re

import jsonschema
import pytest
import yaml
import validator
from validator import API, METHODS, Schema, document, resolved

DOCUMENTS = ("openapi", "asyncapi")


def nodes(node, path=()):
    yield path, node
    if isinstance(node, dict):
        for key, value in node.items():
            yield from nodes(value, path + (key,))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from nodes(value, path + (index,))


def operations():
    for path, item in document("openapi")["paths"].items():
        for method in METHODS:
            if method in item:
                yield f"{method.upper()} {path}", path, item[method]


def responses():
    """(name, status, response) of all operations, references followed."""
    for name, _, operation in operations():
        for status, response in operation["responses"].items():
            yield f"{name} -> {status}", status, resolved("openapi", response)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_reference_leads_somewhere(name):
    for path, node in nodes(document(name)):
        if isinstance(node, dict) and isinstance(node.get("$ref"), str):
            try:
                resolved(name, node)
            except (KeyError, LookupError) as error:
                pytest.fail(f"{'/'.join(map(str, path))}: {node['$ref']}: {error!r}")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_is_written_twice_or_for_nobody(name):
    class Strict(yaml.SafeLoader):
        pass

    def mapping(loader, node):
        keys = [loader.construct_object(key) for key, _ in node.value]
        assert len(keys) == len(set(keys)), f"{node.start_mark}: {sorted(k for k in keys if keys.count(k) > 1)}"
        return yaml.SafeLoader.construct_mapping(loader, node, deep=True)

    Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, mapping)
    text = (API / f"{name}.yaml").read_text(encoding="utf-8")
    parsed = yaml.load(text, Loader=Strict)
    used = set(re.findall(r"#/components/(\w+/[\w-]+)", text))
    defined = {f"{kind}/{key}" for kind, all_of_kind in parsed["components"].items() for key in all_of_kind}
    assert defined - used - {"securitySchemes/bearer"} == set()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_schema_is_one_and_every_object_in_an_answer_is_closed(name):
    for key, schema in document(name)["components"]["schemas"].items():
        jsonschema.Draft202012Validator.check_schema(schema)
        if key != "TelegramUpdate":  # somebody else's
            for path, node in nodes(schema, (key,)):
                if isinstance(node, dict) and "properties" in node and node.get("type") == "object":
                    assert node.get("additionalProperties") is False, path
                    assert set(node.get("required", ())) <= set(node["properties"]), path


def test_openapi_says_what_it_must_of_every_operation():
    assert document("openapi")["openapi"].startswith("3.1.")
    tags = {tag["name"] for tag in document("openapi")["tags"]}
    ids = [operation["operationId"] for _, _, operation in operations()]
    assert sorted(ids) == sorted(set(ids))
    for name, path, operation in operations():
        assert operation["summary"] and operation["x-summary-ko"], name
        assert operation["x-roles"] and set(operation["tags"]) <= tags, name
        assert ({} in operation["security"]) == ("anonymous" in operation["x-roles"]), name
        parameters = [resolved("openapi", parameter) for parameter in operation["parameters"]]
        in_path = [parameter["name"] for parameter in parameters if parameter["in"] == "path"]
        assert in_path == re.findall(r"\{(\w+)\}", path), name
        assert all(parameter.get("required") for parameter in parameters if parameter["in"] == "path"), name
        assert any(status.startswith("2") for status in operation["responses"]), name
        assert "default" in operation["responses"], name
        if "anonymous" not in operation["x-roles"]:
            assert "401" in operation["responses"], name


def test_every_answer_has_an_example_that_fits():
    for name, status, response in responses():
        for media_type, content in response.get("content", {}).items():
            if media_type not in (validator.JSON, validator.PROBLEM):
                continue
            assert content.get("examples"), name
            schema = Schema("openapi", content["schema"])
            for example in content["examples"].values():
                value = resolved("openapi", example)["value"]
                assert schema.errors(value) == [], name
                if media_type == validator.PROBLEM and status != "default":
                    assert str(value["status"]) == status, f"{name}: {value['type']}"


def test_every_request_has_examples_that_fit():
    for name, _, operation in operations():
        for content in operation.get("requestBody", {}).get("content", {}).values():
            schema = Schema("openapi", content["schema"])
            for example in content.get("examples", {}).values():
                assert schema.errors(resolved("openapi", example)["value"]) == [], name


def test_examples_in_schemas_and_parameters_fit():
    for name in DOCUMENTS:
        for key, schema in document(name)["components"]["schemas"].items():
            for example in schema.get("examples", ()):
                assert Schema(name, schema).errors(example) == [], key
    for key, parameter in document("openapi")["components"]["parameters"].items():
        if "example" in parameter:
            assert Schema("openapi", parameter["schema"]).errors(parameter["example"]) == [], key


def test_asyncapi_says_what_it_must_of_every_event():
    events = document("asyncapi")
    assert events["asyncapi"].startswith("3.0.")
    shown = [kind for channel in events["channels"].values() for kind in channel["messages"]]
    assert sorted(shown) == sorted(events["components"]["messages"]), "an event belongs to one channel"
    for name, channel in events["channels"].items():
        assert channel["address"] == f"dangol.{name}"
        for kind, reference in channel["messages"].items():
            message = resolved("asyncapi", reference)
            assert message["name"] == kind and message["summary"] and message["title"]
            for example in message["examples"]:
                assert (example["payload"]["source"], example["payload"]["type"]) == (name, kind)
                validator.check_event(example["payload"])
    sent = {operation["channel"]["$ref"] for operation in events["operations"].values()}
    assert sent == {f"#/channels/{name}" for name in events["channels"]}


# What could tell who a customer is and where they live, by the names of members.
PERSONAL = {"address", "destination", "detail", "note", "phone", "pin"}
# The same names where they are no customer's: a branch's own, and what a branch or an operator says of a refusal.
OF_OTHERS = {"CafeRegistered": {"address", "phone"}, "CafeProfileChanged": {"address", "phone"},
             "OrderRejected": {"note"}, "MakeAborted": {"note"}, "OrderCanceled": {"note"}}


def test_one_event_alone_has_a_customers_personal_data():
    named = {}
    for kind in document("asyncapi")["components"]["messages"]:
        schema = validator.expanded("asyncapi", document("asyncapi")["components"]["schemas"][kind])
        named[kind] = {name for _, node in nodes(schema) if isinstance(node, dict) and isinstance(node.get("properties"), dict)
                       for name, member in node["properties"].items() if name in PERSONAL and member.get("const") != ""}
    assert named.pop("OrderPlaced") == PERSONAL
    assert {kind: names for kind, names in named.items() if names} == OF_OTHERS


def test_what_both_documents_name_alike_is_alike():
    one, other = (document(name)["components"]["schemas"] for name in DOCUMENTS)
    words_apart = {"MenuItem", "MenuOption", "OptionGroup", "OrderStatus"}  # shown to customers otherwise
    for key in set(one) & set(other) - words_apart:
        assert one[key].get("properties", {}).keys() == other[key].get("properties", {}).keys(), key
        assert one[key].get("enum") == other[key].get("enum"), key
        assert set(one[key].get("required", ())) == set(other[key].get("required", ())), key
