"""One caller of the HTTP API. Every answer is held to the contract, and a 5xx that nobody expected fails at once."""

import http.client
import json
import socket
import threading
import time
import uuid

from support.contract import check_response
from support.stream import Stream


class Lost(Exception):
    """The connection ended before an answer came: the caller cannot know what happened to the request."""


class Answer:
    def __init__(self, method, path, status, headers, raw):
        self.method, self.path, self.status, self.headers, self.raw = method, path, status, headers, raw

    @property
    def body(self):
        return json.loads(self.raw) if self.raw else None

    @property
    def problem(self):
        """The last part of a problem's type: "/problems/making-started" is "making-started"."""
        assert self.headers.get("content-type", "").startswith("application/problem+json"), self
        return self.body["type"].removeprefix("/problems/")

    def __getitem__(self, member):
        return self.body[member]

    def __repr__(self):
        return f"{self.method} {self.path} -> {self.status} {self.raw[:600].decode(errors='replace')}"


class Api:
    """Any number of threads may use one object: each has its own connection, kept alive."""

    IDLE_SECONDS = 4  # a connection that was quiet for longer is not trusted with a POST
    asks_again = True  # a GET on a kept connection that turns out to be closed

    def __init__(self, server, token=None, language="en", timeout=30):
        self.server, self.token, self.language, self.timeout = server, token, language, timeout
        self._local = threading.local()

    def request(self, method, path, body=None, *, expect=None, key=None, headers=None, raw=None):
        """`expect`: a status or several, anything else fails; without it, everything below 500 is returned.
        `raw` bytes go out as they are instead of `body`."""
        sent = {"Accept-Language": self.language}
        if self.token:
            sent["Authorization"] = "Bearer " + self.token
        if raw is None and body is not None:
            raw = json.dumps(body).encode()
        if raw is not None:
            sent["Content-Type"] = "application/json"
        if key:
            sent["Idempotency-Key"] = key
        sent |= headers or {}
        answer = self._exchange(method, path, raw, sent)
        check_response(method, path, answer.status, answer.headers, answer.raw)
        if expect is None:
            assert answer.status < 500, answer
        else:
            assert answer.status in ((expect,) if isinstance(expect, int) else expect), f"expected {expect}: {answer}"
        return answer

    def get(self, path, expect=200, **more):
        return self.request("GET", path, expect=expect, **more)

    def whole(self, path, **more):
        """The items of all pages of a list. `path` has its limit: "/cafes?limit=100"."""
        items, after = [], ""
        while True:
            page = self.get(path + after, **more)
            items += page["items"]
            if "next" not in page.body:
                return items
            after = f"&after={page['next']}"

    def post(self, path, body=None, expect=None, **more):
        return self.request("POST", path, body, expect=expect, **more)

    def put(self, path, body=None, expect=None, **more):
        return self.request("PUT", path, body, expect=expect, **more)

    def delete(self, path, expect=None, **more):
        return self.request("DELETE", path, expect=expect, **more)

    def stream(self, path, last_event_id=None):
        return Stream(self.server, path, self.token, last_event_id)

    @staticmethod
    def new_key():
        return uuid.uuid4().hex

    def _exchange(self, method, path, raw, headers):
        for last_try in (False, True):
            connection = self._connection()
            try:
                connection.request(method, path, raw, headers)
                response = connection.getresponse()
                content = response.read()
            except (OSError, http.client.HTTPException) as error:
                self._drop()
                if self.asks_again and method == "GET" and not last_try and not isinstance(error, TimeoutError):
                    continue  # a kept connection that the server has closed meanwhile
                raise Lost(f"{method} {path}: {error!r}") from error
            self._local.used = time.monotonic()
            if response.will_close:
                self._drop()
            return Answer(method, path, response.status, {k.lower(): v for k, v in response.getheaders()}, content)

    def _connection(self):
        mine = self._local
        stale = (getattr(mine, "generation", None) != self.server.generation
                 or time.monotonic() - mine.used > self.IDLE_SECONDS)
        if getattr(mine, "connection", None) is not None and not stale:
            return mine.connection
        self._drop()
        mine.generation, mine.used = self.server.generation, time.monotonic()
        mine.connection = http.client.HTTPConnection(self.server.host, self.server.port, timeout=self.timeout)
        try:
            mine.connection.connect()
            mine.connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError as error:
            self._drop()
            raise Lost(f"no connection: {error!r}") from error
        return mine.connection

    def _drop(self):
        connection = getattr(self._local, "connection", None)
        if connection is not None:
            connection.close()
        self._local.connection = None
