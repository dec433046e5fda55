"""Reads the described structs and enums of C++ headers (BOOST_DESCRIBE_…): their members as they are called in JSON,
whether they may be left out, and what the comments say of them."""

import dataclasses
import functools
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONTEXTS = ("identity", "cafe", "order", "payment", "delivery", "mypage", "notification")


@dataclasses.dataclass
class Member:
    name: str       # on the wire: "cafeId"
    type: str       # in C++: "std::vector<TicketLine>"
    optional: bool  # std::optional: left out when empty
    comment: str


@dataclasses.dataclass
class Struct:
    name: str
    members: list
    comment: str
    may_be_missing: set  # what a request may leave out besides the optional members

    @property
    def required(self):
        """Of a request."""
        return {member.name for member in self.members if not member.optional} - self.may_be_missing


@dataclasses.dataclass
class Enum:
    name: str
    values: list
    comment: str


def camel_case(snake):
    return re.sub(r"_([a-z])", lambda match: match.group(1).upper(), snake).rstrip("_")


def comment_above(text, start):
    lines = text[:start].rstrip("\n").split("\n")
    words = []
    while lines and (match := re.match(r"\s*///(?!<)\s?(.*)", lines[-1])):
        words.insert(0, match.group(1))
        lines.pop()
    return " ".join(words).strip()


STATEMENT = re.compile(r"(?P<above>(?:[ \t]*///(?!<)[^\n]*\n)*)(?P<code>[^;]*);(?P<after>(?:\s*///<[^\n]*(?:\n\s*///(?!<)?[^\n]*)*)?)")
DECLARATION = re.compile(r"^(?P<type>[\w:<>,\s]+?)\s+(?P<name>\w+)(?:\s*=.*|\{.*\})?$", re.DOTALL)


def declarations(body):
    """name → (type, comment) of the data members in a struct's body."""
    found = {}
    for statement in STATEMENT.finditer(body):
        code = " ".join(re.sub(r"///?[^\n]*", "", statement["code"]).split())
        if "(" in code.split("=")[0] or not (match := DECLARATION.match(code)):
            continue
        words = [re.sub(r"^\s*///<?\s?", "", line).strip() for part in ("above", "after")
                 for line in statement[part].strip().split("\n")]
        found[match["name"]] = (match["type"], " ".join(word for word in words if word))
    return found


@functools.cache
def read(path):
    """All described structs and enums of one file, by name. A described base's members come first."""
    text = (ROOT / path).read_text(encoding="utf-8")
    types = {}
    for match in re.finditer(r"\benum class (\w+)[^{;]*\{", text):
        described = re.search(rf"BOOST_DESCRIBE_ENUM\(\s*{match[1]}\s*,([^)]*)\)", text)
        if described:
            values = [value.strip() for value in described[1].split(",")]
            types[match[1]] = Enum(match[1], values, comment_above(text, match.start()))
    for match in re.finditer(r"\bstruct (\w+)(?:\s*:\s*(\w+))?\s*\{(.*?)\n?\};?", text, re.DOTALL):
        described = re.search(rf"BOOST_DESCRIBE_STRUCT\(\s*{match[1]}\s*,\s*\([^)]*\)\s*,\s*\(([^)]*)\)\s*\)", text)
        if not described:
            continue
        body = text[match.start(3):text.index("\n};", match.start(3)) if "\n" in match[0] else match.end(3)]
        declared = declarations(body)
        members = list(types[match[2]].members) if match[2] in types else []
        for name in filter(None, (part.strip() for part in described[1].split(","))):
            kind, comment = declared[name]
            optional = re.fullmatch(r"std::optional<(.*)>", kind)
            members.append(Member(camel_case(name), optional[1] if optional else kind, bool(optional), comment))
        named = re.search(r"\bmay_be_missing\{([^}]*)\}", body)
        may_be_missing = {camel_case(name) for name in re.findall(r'"(\w+)"', named[1])} if named else set()
        types[match[1]] = Struct(match[1], members, comment_above(text, match.start()), may_be_missing)
    return types
