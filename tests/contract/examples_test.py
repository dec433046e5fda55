"""The refusals that openapi.yaml shows as examples say what the program says."""

import re

import pytest
from described import ROOT
from validator import document

# What differs from one refusal to the next: numbers and times, names in quotes, lists after a colon, identifiers.
VARYING = re.compile(r"'[^']*'|\d+(?:[.,:\-]\d+)*(?:초|분|시간|원)?|: .*$|[A-Za-z_\[\]/{}.\-]{2,}")
SHORTEST = 5
# The gateway's own words stand in its configuration.
SPOKEN = [*ROOT.glob("src/**/*.cpp"), ROOT / "deploy/nginx/dangol.conf.template"]


def texts_of(source):
    """The string literals, each with its neighbours, whatever stands between them taken out."""
    text = source.read_text(encoding="utf-8")
    if source.suffix != ".cpp":
        return text
    text = re.sub(r'"\s*\n\s*"', "", text)
    return "\n".join(re.findall(r'"((?:[^"\\\n]|\\.)*)"', text))


PROGRAM = "\n".join(texts_of(source) for source in SPOKEN if not source.name.endswith("_test.cpp"))
EXAMPLES = {
    name: example["value"]
    for name, example in document("openapi")["components"]["examples"].items()
    if isinstance(example.get("value"), dict) and {"type", "detail"} <= example["value"].keys()
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_has_the_words_of_the_program(name):
    example = EXAMPLES[name]
    pieces = [piece.strip() for piece in VARYING.split(example["detail"])]
    pieces = [example["title"], *(piece for piece in pieces if len(piece) >= SHORTEST)]
    unknown = [piece for piece in pieces if piece not in PROGRAM]
    assert not unknown, f"no source says: {unknown}"


def test_there_are_examples_to_compare():
    assert len(EXAMPLES) > 100
