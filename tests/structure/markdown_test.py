"""Holds the Markdown documents to their rules, and each rule to being able to fail."""

import pathlib

import markdown
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
README = "# order\n\n## Files\n\n## States\n\n## Rules\n\n## Events\n"
GUIDE = "In `a.cpp`:\n\n```cpp\nint a;\n```\n"
GOOD = {
    "README.md": "# A\n\n[b](docs/b.md) [there](docs/b.md#how-it-works) [here](#a) ![picture](docs/p.png) [site](https://x.y/z)\n"
                 "`[code](nowhere)`\n\n```\n[code](nowhere)\n```\n",
    "docs/b.md": "# B\n\n## How it *works*\n\n[up](../README.md) [folder](../docs)\n",
    "docs/p.png": "",
    "docs/adding-a-command.md": GUIDE,
    "docs/ko/adding-a-command.md": GUIDE,
    "tests/guide/a.cpp": "// A.\nint a;\nint b;\n",
    "src/contexts/order/README.md": README,
    "build/README.md": "[broken](nowhere)\n",
}


def tree(root, files):
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize("rule", markdown.RULES, ids=lambda rule: rule.__name__)
def test_the_documents_obey(rule):
    broken = list(rule(ROOT))
    assert not broken, "\n" + "\n".join(broken)


@pytest.mark.parametrize("rule", markdown.RULES, ids=lambda rule: rule.__name__)
def test_good_documents_pass(tmp_path, rule):
    assert list(rule(tree(tmp_path, GOOD))) == []


BAD = [
    (markdown.links_lead_somewhere, "docs/b.md", "# B\n\n## How it works\n\n[up](README.md)\n", "docs/b.md:5: README.md does not exist"),
    (markdown.links_lead_somewhere, "docs/b.md", "# B\n", "README.md:3: docs/b.md#how-it-works"),
    (markdown.links_lead_somewhere, "docs/c.md", "# C\n\n[here](#b)\n", "no such heading"),
    (markdown.named_files_exist, "docs/b.md", "# B\n\n## How it works\n\n`docs/p.png` `src/contexts/order/README` `docs/<x>.md`\n`docs/gone.md`\n",
     "docs/b.md:6: docs/gone.md does not exist"),
    (markdown.named_files_exist, "src/contexts/order/README.md", README.replace("States", "Files\n\n| `gone.*`, `.cpp` | x |"),
     "order/README.md: gone.* does not exist"),
    (markdown.guide_quotes_its_example, "tests/guide/a.cpp", "int c;\n", "a.cpp does not contain this block"),
    (markdown.guide_quotes_its_example, "docs/ko/adding-a-command.md", GUIDE.replace("int a;", "int b;"), "differs"),
    (markdown.guide_quotes_its_example, "docs/ko/adding-a-command.md", GUIDE.replace("a.cpp", "c.cpp"), "no file of tests/guide"),
    (markdown.context_readmes_are_alike, "src/contexts/order/README.md", README.replace("Rules", "Law"), "They must be"),
]


@pytest.mark.parametrize("rule, file, text, said", BAD, ids=[bad[3] for bad in BAD])
def test_a_broken_rule_is_reported(tmp_path, rule, file, text, said):
    broken = "\n".join(rule(tree(tmp_path, GOOD | {file: text})))
    assert said in broken
