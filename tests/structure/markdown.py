"""The rules of the Markdown documents. Each takes the repository's root and yields what is wrong, and where."""

import re
import urllib.parse

NOT_OURS = {"build", "node_modules", "dist"}
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"`[^`\n]+`")


def documents(root):
    for path in sorted(root.iterdir()):
        if path.is_dir() and path.name not in NOT_OURS and not path.name.startswith("."):
            yield from documents(path)
        elif path.suffix == ".md":
            yield path


def anchors(path):
    """The anchors that GitHub gives the headings of a document."""
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    seen = {}
    for heading in re.findall(r"^#+ +(.*?) *$", text, re.MULTILINE):
        slug = re.sub(r"[^\w\- ]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()).replace(" ", "-")
        seen[slug] = seen.get(slug, -1) + 1
        yield f"{slug}-{seen[slug]}" if seen[slug] else slug


def links_lead_somewhere(root):
    for path in documents(root):
        # Same length, so that offsets are those of the file.
        text = FENCE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), path.read_text(encoding="utf-8"))
        text = CODE.sub(lambda match: "`" + "x" * (len(match.group()) - 2) + "`", text)
        for match in LINK.finditer(text):
            link = match[1]
            if re.match(r"[a-z][a-z+.-]*:", link):
                continue
            where = f"{path.relative_to(root)}:{text.count(chr(10), 0, match.start()) + 1}"
            name, _, anchor = urllib.parse.unquote(link).partition("#")
            target = path if not name else root / name[1:] if name.startswith("/") else path.parent / name
            if not target.exists():
                yield f"{where}: {link} does not exist"
            elif anchor and target.suffix == ".md" and anchor not in set(anchors(target)):
                yield f"{where}: {link}: {target.name} has no such heading"


IN_TREE = re.compile(r"`((?:src|tests|script|deploy|api|docs|web|cmake|bench)/[\w./-]+)`")
GENERATED = ("web/dist/", "web/node_modules/")


def named_files_exist(root):
    """What a document names in backticks by its path from the root, and what a README names of its own folder."""
    for path in documents(root):
        text = path.read_text(encoding="utf-8")
        for match in IN_TREE.finditer(FENCE.sub(lambda fence: re.sub(r"[^\n]", " ", fence.group()), text)):
            name = match[1].rstrip("/")
            # `src/app/storage` may mean storage.hpp and storage.cpp.
            if not (root / name).exists() and not list(root.glob(name + ".*")) and not name.startswith(GENERATED):
                yield f"{path.relative_to(root)}:{text.count(chr(10), 0, match.start()) + 1}: {name} does not exist"
    for path in sorted((root / "src").rglob("README.md")):
        for name in re.findall(r"`(\w[\w/]*\.(?:\*|[ch]pp))`", path.read_text(encoding="utf-8")):
            if not any(list(folder.glob(name)) for folder in (path.parent, path.parent / "domain", root / "src", root)):
                yield f"{path.relative_to(root)}: {name} does not exist"


# ---- the guide --------------------------------------------------------------------------------------------------------

GUIDES = ("docs/adding-a-command.md", "docs/ko/adding-a-command.md")
BLOCK = re.compile(r"^```cpp\n(.*?)^```", re.DOTALL | re.MULTILINE)


def guide_quotes_its_example(root):
    """Each C++ block stands in the file of tests/guide that the text names last before it. Both guides have the same blocks."""
    first = None
    for name in GUIDES:
        if not (root / name).is_file():
            continue
        text = (root / name).read_text(encoding="utf-8")
        blocks = [match[1] for match in BLOCK.finditer(text)]
        for match in BLOCK.finditer(text):
            files = re.findall(r"`([\w/]+\.[ch]pp)`", BLOCK.sub("", text[:match.start()]))
            where = f"{name}:{text.count(chr(10), 0, match.start()) + 1}"
            source = root / "tests/guide" / (files[-1] if files else "")
            if not source.is_file():
                yield f"{where}: no file of tests/guide is named before this block"
            elif match[1] not in source.read_text(encoding="utf-8"):
                yield f"{where}: {files[-1]} does not contain this block"
        if first is not None and blocks != first:
            yield f"{name}: its code differs from {GUIDES[0]}"
        first = blocks


# ---- the READMEs of the contexts --------------------------------------------------------------------------------------

HEADINGS = ["Files", "States", "Rules", "Events"]


def context_readmes_are_alike(root):
    for path in sorted((root / "src/contexts").glob("*/README.md")):
        text = FENCE.sub("", path.read_text(encoding="utf-8"))
        found = re.findall(r"^## +(.*?) *$", text, re.MULTILINE)
        if found != HEADINGS:
            yield f"{path.relative_to(root)}: its headings are {found}. They must be {HEADINGS}"


RULES = [links_lead_somewhere, named_files_exist, guide_quotes_its_example, context_readmes_are_alike]
