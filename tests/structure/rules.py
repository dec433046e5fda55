"""The rules of the source tree that no compiler checks. Each takes the repository's root and yields what is wrong, where,
and what to do instead."""

import pathlib
import re

SOURCE_SUFFIXES = {".cpp", ".hpp"}
LINES_MAX = 400
ONE_SUBJECT = {  # longer, because a split would cut one subject
    "src/contexts/cafe/domain/cafe_order.cpp",  # a ticket's rules and what each of its states says
    "src/runtime/writer.cpp",  # the writer's round
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')
COMMENT = re.compile(r"//.*?$|/\*.*?\*/", re.DOTALL | re.MULTILINE)


def sources(root, *folders):
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in SOURCE_SUFFIXES and path.is_file():
                yield path


def code_lines(path):
    """The numbered lines of a source, comments blanked out."""
    text = path.read_text(encoding="utf-8")
    text = COMMENT.sub(lambda match: "\n" * match.group().count("\n"), text)
    return enumerate(text.split("\n"), 1)


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if match := INCLUDE.match(line):
            yield number, match.group(1) == '"', match.group(2)


def contexts(root):
    return [path for path in sorted((root / "src/contexts").glob("*")) if path.is_dir()]


# ---- includes point down: main.cpp -> admin -> app -> traffic -> adapters -> contexts -> runtime -> core; contracts stand beside the runtime ----------

SEES = {  # by a folder of src: the folders that it may include
    "core": {"core"},
    "contracts": {"core", "contracts"},
    "runtime": {"core", "runtime"},
    "contexts": {"core", "contracts", "runtime", "contexts"},
    "adapters": {"core", "contracts", "runtime", "contexts", "adapters"},
    "traffic": {"core", "contracts", "runtime", "contexts", "adapters", "traffic"},
    "app": {"core", "contracts", "runtime", "contexts", "adapters", "traffic", "app"},
    "admin": {"core", "contracts", "runtime", "contexts", "adapters", "app", "admin"},
    "main.cpp": {"traffic", "app", "admin"},
}
UNSEEN_BY_CONTEXTS = {  # what is included: what to do instead
    "boost/asio": "no context knows of sockets: use a port that src/runtime declares, implemented in src/adapters",
    "boost/beast": "no context knows of HTTP: use a port that src/runtime declares, implemented in src/adapters",
    "sqlite3.h": "no context knows its store: put what to write into Changes, read through the runtime's reads",
    "thread": "a context runs on its writer's thread only: leave threads to src/runtime and src/adapters",
    "mutex": "a context runs on its writer's thread only, so there is nothing to lock",
}
UNSEEN_BY_CONTEXTS |= dict.fromkeys(("shared_mutex", "condition_variable", "future"), UNSEEN_BY_CONTEXTS["thread"])


def forbidden_system_include(layer, name):
    for unseen, instead in UNSEEN_BY_CONTEXTS.items():
        if name == unseen or name.startswith(unseen + "/") or name == unseen + ".hpp":
            if layer == "contexts" or (layer in ("core", "contracts", "runtime") and "/" in unseen):
                return instead
    return None


def forbidden_include(own, name):
    """Why the file with the path `own` (parts below src) may not include "name", or nothing."""
    parts = pathlib.PurePosixPath(name).parts
    test = own[-1].endswith("_test.cpp")
    if ".." in parts or parts[0] not in SEES:
        if test and parts[0] == "tests":
            return None
        return 'includes start at src/: write the whole path, as in "core/money.hpp"'
    if test and own[0] == "contexts" and parts[0] == "adapters":
        return None  # a whole context is tested on real adapters
    if parts[0] not in SEES[own[0]]:
        return f"{own[0]} does not see {parts[0]}: declare a port here and implement it there"
    if own[0] != "contexts":
        return None
    if parts[0] == "contexts" and parts[1] != own[1]:
        return f"no context sees another: include contracts/{parts[1]}.hpp and react to its events"
    if own[2] == "domain" and not test:
        if parts[0] not in ("core", "contracts") and parts[:3] != ("contexts", own[1], "domain"):
            return "a domain is pure: it sees core, contracts and its own domain; pass the rest in with the command"
    return None


def includes_point_down(root):
    for path in sources(root, "src"):
        own = path.relative_to(root / "src").parts
        for number, quoted, name in includes(path):
            instead = forbidden_include(own, name) if quoted else forbidden_system_include(own[0], name)
            if instead:
                yield f"{path.relative_to(root)}:{number}: includes {name}. {instead}"


# ---- words -----------------------------------------------------------------------------------------------------------

def banned_words(root):
    detached = re.compile(r"\bdetached\b")
    cout = re.compile(r"\bstd::(cout|cerr|clog)\b|\b(printf|puts)\s*\(")
    bug = re.compile(r"\bDANGOL_BUG_\w+|\bdeliberate_bug::|runtime/deliberate_bugs\.hpp")
    for path in sources(root, "src", "tests"):
        where = path.relative_to(root)
        for number, line in code_lines(path):
            if detached.search(line):
                yield (f"{where}:{number}: `detached` drops exceptions silently. "
                       "Spawn with a handler that logs the exception and decides")
            if cout.search(line) and where.parts[0] == "src" and where.parts[1] not in ("traffic", "app", "admin", "main.cpp"):
                yield f"{where}:{number}: only src/app, src/admin and src/traffic print. Return what there is to say, or log through the runtime"
            compiled_again = path.suffix == ".cpp" and where.parts[:2] in (("src", "runtime"), ("src", "contexts"))
            if bug.search(line) and not compiled_again and path.name != "deliberate_bugs.hpp":
                yield (f"{where}:{number}: a deliberate bug works only in a .cpp of src/runtime or src/contexts "
                       "(cmake/targets.cmake compiles just those again). Move it there")


# Names of the business in code. Comments may show examples; 결제 is the title of HTTP's 402.
DOMAIN = re.compile(r"\w*(?:Order(?!ing)|Cafe|Rider|Customer|Barista|Payment|Delivery|Menu)\w*"
                    r"|\b(?:order|cafe|rider|customer|payment|delivery|menu)_ids?\b|\b(?:is_)?(?:order|cafe|rider)\b"
                    r"|주문|매장|라이더|배달|메뉴|[Kk]orea|Seoul|\bKRW\b")


def runtime_names_no_domain(root):
    for path in sources(root, "src/runtime"):
        if path.name.endswith("_test.cpp"):
            continue
        for number, line in code_lines(path):
            if match := DOMAIN.search(line):
                yield (f"{path.relative_to(root)}:{number}: {match.group()}. The runtime serves any context: "
                       "give it a name that no business has, or move it to the context")


def no_unfinished_business(root):
    marker = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b")
    for folder in ("src", "tests", "script", "cmake", "api"):
        for path in sorted((root / folder).rglob("*")):
            if not path.is_file() or path.suffix not in {".cpp", ".hpp", ".py", ".cmake", ".yaml", ".md", ""}:
                continue
            if path.is_relative_to(root / "tests/fuzz/corpus"):  # any bytes
                continue
            for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
                if match := marker.search(line):
                    yield f"{path.relative_to(root)}:{number}: {match.group()}. Do it, or file an issue and say nothing here"


# ---- files -----------------------------------------------------------------------------------------------------------

def files_are_short(root):
    web = {".ts", ".tsx", ".css", ".mjs"}
    for folder, suffixes in (("src", SOURCE_SUFFIXES), ("tests", SOURCE_SUFFIXES | {".py"}),
                             ("web/apps", web), ("web/packages", web), ("web/browser", web), ("web/scripts", web)):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in suffixes and path.is_file() and not path.name.endswith(".d.ts"):
                lines = len(path.read_text(encoding="utf-8").splitlines())
                if lines > LINES_MAX and path.relative_to(root).as_posix() not in ONE_SUBJECT:
                    yield (f"{path.relative_to(root)}: {lines} lines, {LINES_MAX} at most. "
                           "Split it where one part can be read without the other")


def headers_are_guarded(root):
    for path in sources(root, "src", "tests"):
        if path.suffix == ".hpp" and "#pragma once" not in path.read_text(encoding="utf-8"):
            yield f"{path.relative_to(root)}: no #pragma once. Put it on the first line"


def contexts_are_complete(root):
    purposes = {
        "README.md": "what the context does, its states, commands and events",
        "{name}.hpp": "its one door, by which src/app sets it up",
        "{name}.cpp": "the context on one page: its aggregates, policies, deadlines, effects, views and routes",
    }
    for folder in contexts(root):
        for pattern, purpose in purposes.items():
            name = pattern.format(name=folder.name)
            if not (folder / name).is_file():
                yield f"src/contexts/{folder.name}: {name} is missing. Write it: {purpose}"


# ---- what a call reads must not lie in the task that waits ------------------------------------------------------------------------------------------

CALL_BY_REFERENCE = re.compile(r"\bcall<[^;{}]*>\(\s*\[&[\],]")


def calls_own_what_they_read(root):
    for path in sources(root, "src"):
        text = path.read_text(encoding="utf-8")
        for match in CALL_BY_REFERENCE.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            yield (f"{path.relative_to(root)}:{line}: [&] in a call: the task that waits may end on another thread while this lambda "
                   "still runs; name what it captures, and capture by reference only what outlives the task")


RULES = [calls_own_what_they_read, includes_point_down, banned_words, runtime_names_no_domain, no_unfinished_business, files_are_short, headers_are_guarded,
         contexts_are_complete]
