"""api/index.html: what the documents say, and nothing from elsewhere."""

import html.parser
import re
import subprocess

from described import ROOT

PAGE = (ROOT / "api/index.html").read_text(encoding="utf-8")


class Outline(html.parser.HTMLParser):
    """Collects anchors and links, and what was opened and not closed."""

    LEFT_OPEN = {"meta", "br", "li", "td", "tr"}

    def __init__(self):
        super().__init__()
        self.anchors, self.links, self.open, self.tags = [], set(), [], set()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.add(tag)
        if "id" in attributes:
            self.anchors.append(attributes["id"])
        if "href" in attributes:
            self.links.add(attributes["href"])
        if tag not in self.LEFT_OPEN:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, f"</{tag}> at {self.getpos()}"


def outline():
    found = Outline()
    found.feed(PAGE)
    found.close()
    return found


def test_the_page_is_what_the_documents_say():
    done = subprocess.run([ROOT / "script/api-page", "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_everything_opened_is_closed_and_every_link_leads_somewhere():
    found = outline()
    assert found.open == []
    assert len(found.anchors) == len(set(found.anchors))
    inside = {link[1:] for link in found.links if link.startswith("#")}
    assert inside <= set(found.anchors), inside - set(found.anchors)


def test_nothing_comes_from_elsewhere():
    found = outline()
    assert {link for link in found.links if not link.startswith("#")} == {"/api/openapi.yaml", "/api/asyncapi.yaml"}
    assert not found.tags & {"script", "link", "img", "iframe", "object", "form"}
    assert not re.search(r"url\(|@import|\son\w+=", PAGE.split("</style>")[0])
