"""The gateway as it is shipped, in front of processes that the test plays."""

import http.client
import http.server
import json
import re
import threading
import time

import pytest
from support.contract import ROOT, check_response
from support.gateway import TEMPLATE, UPSTREAMS, Gateway
from support.ports import free_port
from support.waiting import until


LIMITS = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")


class Peer:
    """Stands for a process. `on_post`: what becomes of a POST after it was read."""

    def __init__(self, name, port, on_post="answer"):
        self.name, self.on_post, self.requests = name, on_post, []
        self.pause = 0.3  # seconds between the frames of a stream
        peer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                peer.requests.append((self.path, dict(self.headers)))
                if self.path.endswith("/stream"):
                    return self.drip()
                self.answer(json.dumps({"by": peer.name}))

            def do_POST(self):
                self.rfile.read(int(self.headers["content-length"]))
                peer.requests.append((self.path, dict(self.headers)))
                if peer.on_post == "die":
                    self.connection.shutdown(2)
                    self.close_connection = True
                else:
                    self.answer("{}")

            def drip(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.send_header("X-Accel-Buffering", "no")
                self.send_header("Connection", "close")
                self.end_headers()
                for _ in range(3):
                    self.wfile.write(f"data: {time.monotonic()}\n\n".encode())
                    self.wfile.flush()
                    time.sleep(peer.pause)
                self.close_connection = True

            def answer(self, body):
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def stage(tmp_path):
    """(gateway, start): start(context, number) brings one of two replicas; the others are not there."""
    ports = {context: [free_port(), free_port()] for context in UPSTREAMS}
    peers = []

    def start(context, number=0, **more):
        peers.append(Peer(f"{context}-{number}", ports[context][number], **more))
        return peers[-1]
    tmp_path.chmod(0o755)
    with Gateway(tmp_path / "nginx", ports) as gateway:
        yield gateway, start
    for peer in peers:
        peer.close()


@pytest.fixture
def narrow_stage(tmp_path):
    """The same with limits that a test reaches: 4 requests at once and one more a minute, 2 at the same time."""
    ports = {context: [free_port()] for context in UPSTREAMS}
    tmp_path.chmod(0o755)
    peer = Peer("mypage", ports["mypage"][0])
    peer.pause = 1  # a stream lasts for as long as the test opens others
    with Gateway(tmp_path / "nginx", ports, limits={"rate=1000r/s": "rate=1r/m", "burst=5000": "burst=3",
                                                    "at_once 4000": "at_once 2"}) as gateway:
        yield gateway
    peer.close()


def ask(gateway, method, path, body=None, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", gateway.port, timeout=10)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    answer.body = answer.read()
    connection.close()
    return answer


def test_each_collection_goes_to_its_context_and_the_rest_to_anybody(stage):
    gateway, start = stage
    for context in UPSTREAMS:
        start(context)
    for path, context in {"/sessions": "identity", "/accounts": "identity", "/cafes": "cafe", "/cafeOrders/x": "cafe",
                          "/orders?limit=1": "order", "/payments/x": "payment", "/deliveries/offers": "delivery",
                          "/myPages/x": "mypage", "/notifications": "notification",
                          "/sandbox/transactions": "sandbox"}.items():
        assert json.loads(ask(gateway, "GET", path).body) == {"by": f"{context}-0"}, path
    for path in ("/", "/api", "/readyz"):
        assert ask(gateway, "GET", path).status == 200
    for figures in ("/metrics", "/observe", "/observe/style.css"):
        assert ask(gateway, "GET", figures).status == 404, "these are of one process"


PAGES = ("/", "/c/euljiro", "/cart", "/o/abc", "/history", "/store", "/store/menu", "/rider", "/ops/orders/abc")


def test_pages_are_filled_by_the_cafe_and_served_by_anybody_without_it(stage):
    gateway, start = stage
    start("order")
    for path in PAGES:
        assert json.loads(ask(gateway, "GET", path).body) == {"by": "order-0"}, path
    start("cafe")
    until(lambda: json.loads(ask(gateway, "GET", "/cart").body) == {"by": "cafe-0"})
    for path in (*PAGES, "/pictures/a.png"):
        assert json.loads(ask(gateway, "GET", path).body) == {"by": "cafe-0"}, path


def test_a_page_that_nobody_can_serve_is_a_problem(stage):
    gateway, _ = stage
    answer = ask(gateway, "GET", "/cart")
    assert answer.status == 503 and json.loads(answer.body)["type"] == "/problems/not-reachable"


def test_only_a_picture_may_be_longer_than_other_bodies(stage):
    gateway, start = stage
    start("cafe")
    assert ask(gateway, "POST", "/cafes/euljiro/pictures", b"x" * 400_000).status == 200
    for path, limit in (("/cafes/euljiro/pictures", 400_000), ("/cafes/euljiro/menu", 65_536)):
        answer = ask(gateway, "POST", path, b"x" * (limit + 1))
        assert answer.status == 413 and str(limit) in json.loads(answer.body)["detail"], path


@pytest.mark.parametrize(("language", "word"), [("en-US,en;q=0.9", "reached"), ("ko", "서비스"), ("", "서비스")])
def test_where_nobody_is_it_says_503_as_a_problem(stage, language, word):
    gateway, start = stage
    start("cafe")
    began = time.monotonic()
    answer = ask(gateway, "POST", "/orders", "{}", Accept_Language=language)
    assert time.monotonic() - began < 1
    assert answer.status == 503 and int(answer.headers["retry-after"]) >= 1
    check_response("POST", "/orders", 503, dict(answer.headers), answer.body)
    assert word in json.loads(answer.body)["detail"]
    assert json.loads(ask(gateway, "GET", "/cafes").body) == {"by": "cafe-0"}, "the others are reached"


def test_one_replica_of_two_is_enough(stage):
    gateway, start = stage
    peer = start("order", 1)
    for _ in range(20):
        assert ask(gateway, "POST", "/orders", "{}").status == 200
    assert len(peer.requests) == 20


def test_a_post_that_was_read_is_never_sent_again(stage):
    gateway, start = stage
    peers = [start("order", number, on_post="die") for number in (0, 1)]
    answer = ask(gateway, "POST", "/orders", "{}", Accept_Language="en")
    assert answer.status == 503 and b"same Idempotency-Key" in answer.body
    assert sum(len(peer.requests) for peer in peers) == 1


def test_what_identifies_a_request_arrives_unchanged(stage):
    gateway, start = stage
    peer = start("order")
    trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
    ask(gateway, "POST", "/orders", "{}", Idempotency_Key="key-1", traceparent=trace, Last_Event_ID="42",
        Authorization="Bearer x.y.z")
    (_, headers), = peer.requests
    got = {name.lower(): value for name, value in headers.items()}
    assert (got["idempotency-key"], got["traceparent"], got["last-event-id"], got["authorization"]) == (
        "key-1", trace, "42", "Bearer x.y.z")
    assert (got["host"], got["x-forwarded-host"]) == ("dangol-order", f"127.0.0.1:{gateway.port}")


def test_frames_of_a_stream_pass_at_once(stage):
    gateway, start = stage
    start("mypage")
    connection = http.client.HTTPConnection("127.0.0.1", gateway.port, timeout=10)
    connection.request("GET", "/myPages/stream")
    response = connection.getresponse()
    lags = []
    while line := response.readline():
        if line.startswith(b"data: "):
            lags.append(time.monotonic() - float(line.removeprefix(b"data: ")))
    assert len(lags) == 3 and max(lags) < 0.2, lags
    connection.close()


def page(gateway, client, **headers):
    return ask(gateway, "GET", "/myPages/x", X_Forwarded_For=client, **headers)


def test_one_client_cannot_occupy_the_gateway_and_the_others_do_not_notice(narrow_stage):
    answers = [page(narrow_stage, "203.0.113.7", Accept_Language="en") for _ in range(8)]
    refused = [answer for answer in answers if answer.status == 429]
    assert [answer.status for answer in answers[:4]] == [200] * 4 and len(refused) >= 3
    assert json.loads(refused[0].body)["type"] == "/problems/too-many-requests"
    assert refused[0].headers["Retry-After"] == "1"
    assert refused[0].headers["Content-Type"] == "application/problem+json"
    assert page(narrow_stage, "203.0.113.8").status == 200
    assert page(narrow_stage, "198.51.100.1, 203.0.113.7").status == 429, "only the last address is the proxy's word"
    assert page(narrow_stage, "203.0.113.7, 10.0.3.4").status == 429, "which may be another proxy"
    assert page(narrow_stage, "203.0.113.7, 2001:db8::1").status == 200


def test_a_stream_counts_as_one_request_however_long_it_lasts(narrow_stage):
    def open_stream():
        connection = http.client.HTTPConnection("127.0.0.1", narrow_stage.port, timeout=10)
        connection.request("GET", "/myPages/stream", headers={"X-Forwarded-For": "203.0.113.9"})
        return connection, connection.getresponse()
    streams = [open_stream() for _ in range(2)]
    assert [answer.status for _, answer in streams] == [200, 200]
    third = open_stream()
    assert third[1].status == 429, "two at the same time"
    for _, answer in streams:
        assert answer.read().count(b"data:") == 3, "what is open goes on"
    for connection, _ in (*streams, third):
        connection.close()
    until(lambda: page(narrow_stage, "203.0.113.9").status == 200, 5, "there is room again")


def test_the_limits_are_far_above_those_of_the_program():
    """A café's Wi-Fi, an office or a mobile carrier is one client for both."""
    text = TEMPLATE.read_text(encoding="utf-8")
    rate, burst, at_once = (int(re.search(pattern, text)[1]) for pattern in
                            (r"rate=(\d+)r/s", r"burst=(\d+) nodelay", r"requests_at_once (\d+);"))
    per_address = [int(number) for number in re.findall(r"\| (\d+), then [\w ]+\|", LIMITS)]
    assert max(per_address) == 600 and burst > 5 * max(per_address) and rate >= 500 and at_once >= 1000


def test_the_program_is_told_who_was_the_peer_whatever_the_client_claims(stage):
    gateway, start = stage
    peer = start("mypage")
    for forwarded, told in ((None, "127.0.0.1"), ("203.0.113.7", "203.0.113.7, 127.0.0.1")):
        ask(gateway, "GET", "/myPages/x", **({"X_Forwarded_For": forwarded} if forwarded else {}))
        assert peer.requests[-1][1]["X-Forwarded-For"] == told
