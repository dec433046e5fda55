"""The other side of a messenger: a small web server that remembers what it was sent, and answers as told."""

import base64
import hashlib
import hmac
import http.server
import json
import threading
import time
from typing import NamedTuple

from support.waiting import until


class Received(NamedTuple):
    at: float  # monotonic seconds
    path: str
    headers: dict  # names in lower case
    raw: bytes

    @property
    def body(self):
        return json.loads(self.raw)


class Receiver:
    """`answers` are used one after the other, the last one for ever: (status, JSON)."""

    def __init__(self, *answers):
        self._answers = list(answers) or [(200, {})]
        self._received, self._lock = [], threading.Lock()
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                raw = self.rfile.read(int(self.headers.get("content-length", 0)))
                status, body = receiver._note(self.path, self.headers, raw)
                content = json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def received(self, count=0, timeout=10):
        """Everything so far, as soon as there is that much."""
        def enough():
            with self._lock:
                return len(self._received) >= count
        until(enough, timeout, f"{count} requests to {self.url}")
        with self._lock:
            return list(self._received)

    def answer(self, *answers):
        """From now on."""
        with self._lock:
            self._answers = list(answers)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    def _note(self, path, headers, raw):
        with self._lock:
            self._received.append(Received(time.monotonic(), path, {k.lower(): v for k, v in headers.items()}, raw))
            return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]


def standard_webhook_signature(secret, request):
    """What https://www.standardwebhooks.com says: HMAC-SHA256 over "id.timestamp.body" with the base64 key."""
    key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    head = f"{request.headers['webhook-id']}.{request.headers['webhook-timestamp']}."
    return "v1," + base64.b64encode(hmac.digest(key, head.encode() + request.raw, hashlib.sha256)).decode()
