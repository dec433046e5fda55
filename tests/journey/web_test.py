"""What a browser gets: pages filled by the server, assets compressed and kept, pictures; and nothing else.

The apps themselves are not needed here: a small pack stands for them."""

import gzip
import http.client
import json
import re
import subprocess
import zlib

import pytest
from support import DISTRIBUTED, Server, Street, until
from support.process import BINARY
from support.street import text

CSP = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data: blob:; connect-src 'self'; "
       "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
CAFES = {"each": "cafes.items", "as": "cafe", "body": [
    '<a href="/c/', {"value": "cafe.id"}, '">', {"value": "cafe.name.ko"}, "</a>",
    {"if": {"of": "cafe.openNow"}, "yes": ["<i>open</i>"], "no": ["<i>closed</i>"]},
    {"if": {"of": "queues[cafe.id]"}, "yes": ["<b>", {"value": "queues[cafe.id].unitsAhead"}, " ahead</b>"], "no": []}]}
MENU = [{"value": "cafe.name.en"}, {"if": {"of": "queue"}, "yes": ["<b>", {"value": "queue.unitsAhead"}, " ahead</b>"],
                                    "no": []},
        {"each": "menu.items", "as": "item", "body": [
            "<li>", {"value": "item.name.en"}, " ", {"value": "item.price.amount", "as": "grouped"},
            {"if": {"of": "item.soldOut"}, "yes": [" sold out"], "no": []}, "</li>"]}]
CONTENTS = {"order": [], "order-home": [CAFES], "order-menu": MENU, "order-unknown": ["<h1>unknown</h1>"],
            "store": [], "rider": [], "ops": []}
SCRIPT = b"console.log('dangol');" * 50
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + (88).to_bytes(4) + (66).to_bytes(4) + bytes(100)
PAGES = {"/": "order", "/c/{cafe}": "order", "/cart": "order", "/o/abc": "order", "/history": "order",
         "/store": "store", "/store/menu": "store", "/rider": "rider", "/rider/earnings": "rider",
         "/ops": "ops", "/ops/orders": "ops", "/ops/orders/abc": "ops"}


def template_of(name, language):
    app = name.split("-")[0]
    return json.dumps([f'<!doctype html><html lang="{language}"><head></head><body data-app="{app}"><div id="app">',
                       *CONTENTS[name], '</div><script type="application/json" id="boot">', {"data": True},
                       "</script></body></html>"]).encode()


def pack_of(files):
    lines, parts, offset = [], [], 0
    for path, kind, encoding, content in files:
        lines.append(f"{path}\t{kind}\t{encoding}\t{offset}\t{len(content)}\tetag{zlib.crc32(path.encode())}\n")
        parts.append(content)
        offset += len(content)
    index = "".join(lines).encode() + b"\n"
    return b"dangol-web 1 %d\n" % len(index) + index + b"".join(parts)


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    file = tmp_path_factory.mktemp("web") / "web.pack"
    script = "text/javascript; charset=utf-8"
    file.write_bytes(pack_of([
        *((f"/pages/{name}.{language}.json", "application/json", "identity", template_of(name, language))
          for name in CONTENTS for language in ("ko", "en")),
        ("/assets/order-Ab3_.js", script, "identity", SCRIPT),
        ("/assets/order-Ab3_.js", script, "gzip", gzip.compress(SCRIPT)),
        ("/assets/order-Ab3_.js", script, "br", b"as if by brotli"),
        ("/sw.js", script, "identity", b"self.skipWaiting()"),
        ("/order.webmanifest", "application/manifest+json", "identity", b"{}"),
        ("/icons/order-192.png", "image/png", "identity", PNG),
        ("/pictures/latte.svg", "image/svg+xml", "identity", b"<svg/>"),
    ]))
    return file


@pytest.fixture(scope="module")
def street(pack):
    with Server(web=pack) as server:
        yield Street(server, name=text("<b>을지로</b> & \"점\"", "Euljiro </script><script>x"))


@pytest.fixture
def get(street):
    def ask(path, method="GET", **headers):
        connection = http.client.HTTPConnection(street.server.host, street.server.port, timeout=20)
        connection.putrequest(method, path.replace("{cafe}", street.cafe_id), skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        answer.body = answer.read()
        connection.close()
        return answer
    return ask


def boot_of(page):
    return json.loads(re.search(r'<script type="application/json" id="boot">(.*?)</script>', page.body.decode())[1])


# ---- pages ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_its_apps_and_may_do_only_what_that_needs(get, path):
    page = get(path)
    assert page.status == 200
    html = page.body.decode()
    assert f'data-app="{PAGES[path]}"' in html
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.headers["Content-Security-Policy"] == CSP
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert page.headers["Permissions-Policy"] == "geolocation=(self)"
    assert page.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert page.headers["Cache-Control"] == "no-cache"
    assert boot_of(page)["language"] == "ko"


def test_a_page_speaks_the_language_that_the_reader_chose(get):
    def language(**headers):
        return re.search(r'<html lang="(\w+)">', get("/store", **headers).body.decode())[1]
    assert language() == "ko"
    assert language(Accept_Language="en-US,en;q=0.9") == "en"
    assert language(Accept_Language="en", Cookie="theme=dark; lang=ko") == "ko"
    assert language(Cookie="lang=en") == "en"


def test_a_page_is_sent_compressed_and_once(get):
    plain = get("/c/{cafe}")
    packed = get("/c/{cafe}", Accept_Encoding="gzip, deflate, br")
    assert packed.headers["Content-Encoding"] == "gzip" and gzip.decompress(packed.body) == plain.body
    assert "Accept-Encoding" in packed.headers["Vary"] and packed.headers["ETag"] != plain.headers["ETag"]
    again = get("/c/{cafe}", Accept_Encoding="gzip", If_None_Match=packed.headers["ETag"])
    assert (again.status, again.body) == (304, b"") and again.headers["ETag"] == packed.headers["ETag"]
    head = get("/c/{cafe}", "HEAD", Accept_Encoding="gzip")
    assert (head.status, head.body) == (200, b"")


def test_the_first_page_shows_the_branches_and_their_wait(street, get):
    page = get("/")
    html = page.body.decode()
    name = "&lt;b&gt;을지로&lt;/b&gt; &amp; &quot;점&quot;"
    assert f'<a href="/c/{street.cafe_id}">{name}</a><i>open</i>' in html
    boot = boot_of(page)
    assert boot["cafes"] == street.anyone.get("/cafes").body
    if DISTRIBUTED:  # the queues are another process's: the app asks for them
        assert boot["queues"] == {} and "ahead" not in html
        return
    assert "<b>0 ahead</b>" in html
    assert boot["queues"] == {street.cafe_id: street.anyone.get(f"/myPages/queues/{street.cafe_id}").body}


def test_a_branchs_page_shows_its_menu(street, get):
    page = get("/c/{cafe}", Accept_Language="en")
    html = page.body.decode()
    assert '<div id="app">Euljiro &lt;/script&gt;&lt;script&gt;x' in html
    assert ("<b>0 ahead</b>" in html) is not DISTRIBUTED, "the queue is another process's: the app asks for it"
    assert "<li>Caffè latte 4,500</li>" in html
    assert html.count("<script") == 1, "nobody's name is markup"
    boot = boot_of(page)
    assert boot["cafe"]["id"] == street.cafe_id
    assert DISTRIBUTED or boot["queue"]["unitsAhead"] == 0
    assert [item["id"] for item in boot["menu"]["items"]] == ["latte", "americano", "cookie"]


def test_a_page_shows_what_has_changed_since(street, get):
    before = get("/c/{cafe}")
    assert "sold out" not in before.body.decode()
    street.staff.post(f"/cafes/{street.cafe_id}/soldOut", {"menuId": "cookie", "soldOut": True}, expect=200,
                      key=street.staff.new_key())
    after = get("/c/{cafe}", If_None_Match=before.headers["ETag"])
    assert after.status == 200 and "sold out" in after.body.decode()
    street.staff.post(f"/cafes/{street.cafe_id}/soldOut", {"menuId": "cookie", "soldOut": False}, expect=200,
                      key=street.staff.new_key())


def test_an_unknown_branch_is_not_found_on_a_page_of_its_own(get):
    page = get("/c/nobody")
    assert page.status == 404 and "<h1>unknown</h1>" in page.body.decode()
    assert boot_of(page) == {"language": "ko", "cafe": None}
    assert page.headers["Content-Security-Policy"] == CSP


# ---- assets --------------------------------------------------------------------------------------


def test_an_asset_comes_in_the_best_encoding_and_is_kept_for_good(get):
    for accepted, encoding, content in (("gzip, deflate, br", "br", b"as if by brotli"),
                                        ("gzip;q=0.5, br;q=0", "gzip", gzip.compress(SCRIPT)), ("", None, SCRIPT)):
        asset = get("/assets/order-Ab3_.js", Accept_Encoding=accepted)
        assert asset.status == 200 and asset.headers["Content-Encoding"] == encoding
        assert len(asset.body) == len(content)
        assert asset.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert asset.headers["Vary"] == "Accept-Encoding" and asset.headers["X-Content-Type-Options"] == "nosniff"
        assert asset.headers["Content-Type"] == "text/javascript; charset=utf-8"
        again = get("/assets/order-Ab3_.js", Accept_Encoding=accepted, If_None_Match=asset.headers["ETag"])
        assert (again.status, again.body) == (304, b"")
    assert get("/assets/order-Ab3_.js", "HEAD").headers["Content-Length"] == str(len(SCRIPT))


def test_what_keeps_its_name_is_asked_for_again(get):
    worker = get("/sw.js")
    assert worker.headers["Cache-Control"] == "no-cache" and worker.headers["Service-Worker-Allowed"] == "/"
    assert get("/sw.js", If_None_Match=worker.headers["ETag"]).status == 304
    assert get("/order.webmanifest").headers["Content-Type"] == "application/manifest+json"
    assert get("/icons/order-192.png").body == PNG


@pytest.mark.parametrize("path", ["/pages/order.ko.json", "/assets/none.js", "/assets/..%2fsw.js", "/assets/../sw.js",
                                  "/assets/..", "/assets/", "/assets/%2e%2e", "/sw.js/", "/store/a/b", "/store/..",
                                  "/c/a.b", "/pictures/..%2f..%2fdangol.toml", "/pictures/../token-key.pem",
                                  "/pictures/%2e%2e", "/pictures/.hidden", "/pictures/0123456789abcdef.png"])
def test_nothing_else_is_there(get, path):
    assert get(path).status in (400, 404)


# ---- pictures ------------------------------------------------------------------------------------


def upload(person, cafe, content, kind="image/png", **more):
    return person.post(f"/cafes/{cafe}/pictures", raw=content, headers={"Content-Type": kind}, **more)


def test_a_cafe_uploads_a_picture_and_everybody_sees_it(street, get):
    jpeg = b"\xff\xd8\xff\xc0\0\x0b\x08" + (480).to_bytes(2) + (640).to_bytes(2)
    webp = b"RIFF\0\0\0\0WEBPVP8 " + bytes(7) + b"\x9d\x01\x2a\x40\x01\xf0\0"
    for kind, content in (("png", PNG), ("jpeg", jpeg.ljust(400_000, b"\0")), ("webp", webp)):
        image = upload(street.staff, street.cafe_id, content, f"image/{kind}", expect=201)["image"]
        assert re.fullmatch(r"/pictures/[0-9a-f]{16}\.(png|jpg|webp)", image)
        assert upload(street.operator, street.cafe_id, content, expect=201)["image"] == image, "the same picture"
        picture = get(image)
        assert (picture.status, picture.body) == (200, content)
        assert picture.headers["Content-Type"] == f"image/{kind}"
        assert picture.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert picture.headers["X-Content-Type-Options"] == "nosniff"
    assert get("/pictures/latte.svg").body == b"<svg/>", "the demo's own"
    assert not list((street.server.data / "pictures").glob("*unfinished"))


def test_only_a_picture_of_a_decent_size_is_taken(street):
    for content in (b"<svg onload='x'/>", b"GIF89a", b"MZ", b"", b"{}", PNG[:20], b"\xff\xd8\xff\xe0" + bytes(100)):
        assert upload(street.staff, street.cafe_id, content, expect=415).problem == "not-a-picture"
    bomb = PNG[:16] + (30_000).to_bytes(4) * 2 + bytes(100)
    assert upload(street.staff, street.cafe_id, bomb, expect=422).problem == "picture-too-large"
    assert upload(street.staff, street.cafe_id, PNG + bytes(400_000), expect=413).problem == "body-too-large"


def test_only_the_branchs_own_staff_upload(street):
    other = street.cafe()
    assert upload(street.staff, other, PNG, expect=403).problem == "not-yours"
    upload(street.guest(), street.cafe_id, PNG, expect=403)
    upload(street.anyone, street.cafe_id, PNG, expect=401)


def test_a_picture_outlives_the_server(street, get):
    image = upload(street.staff, street.cafe_id, PNG + b"kept", expect=201)["image"]
    street.server.restart(kill=True)
    assert get(image).body == PNG + b"kept"


# ---- without the apps, and where the menus are elsewhere -------------------------------------------


def test_a_process_without_the_menus_serves_its_pages_unfilled(pack):
    with Server(web=pack, without="cafe") as server:
        connection = http.client.HTTPConnection(server.host, server.port, timeout=20)
        for path in ("/", "/c/euljiro"):
            connection.request("GET", path)
            page = connection.getresponse()
            page.body = page.read()
            assert page.status == 200 and '<div id="app"></div>' in page.body.decode()
            assert "cafe" not in boot_of(page) and "cafes" not in boot_of(page)


def test_a_broken_pack_is_said_at_the_start(tmp_path):
    broken = tmp_path / "web.pack"
    broken.write_bytes(b"dangol-web 1 5\nnot so")
    done = subprocess.run([BINARY, "serve", "--data", tmp_path / "data", "--port", "0", "--admin-port", "0", "--web", broken],
                          capture_output=True, text=True, timeout=20, check=False)
    assert done.returncode != 0 and "the pack of the web apps is broken" in done.stderr


def test_the_links_that_the_demo_prints_lead_to_the_apps(pack, tmp_path):
    process = subprocess.Popen([BINARY, "serve", "--demo", "--data", tmp_path / "data", "--port", "0", "--admin-port", "0", "--web", pack],
                               stdout=subprocess.PIPE, text=True)
    lines = []
    until(lambda: lines.append(process.stdout.readline()) or lines[-1].startswith("dangol ready"), 30)
    process.terminate()
    process.wait(20)
    printed = "".join(lines)
    for app in ("store", "rider", "ops"):
        assert re.search(rf"http://127\.0\.0\.1:\d+/{app}#code=[\w-]{{20,}}", printed), printed
    assert re.search(r"http://127\.0\.0\.1:\d+/  고객", printed), printed
