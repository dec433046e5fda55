"""Callers who never stop, and a count of every request that they made: of those that failed above all."""

import collections
import http.client
import json
import select
import socket
import threading
import time
import uuid

from cluster import data  # noqa: F401  # the path to the journeys' support

from support.crowd import Crowd


class Caller:
    """One connection, kept alive as a browser's: not used again once the other side has closed it. If it closes just as a
    request is sent, a GET is sent once more, as browsers do, and counted apart; a POST never is."""

    def __init__(self, host, port, token=None, timeout=20):
        self._host, self._port, self._token, self._timeout = host, port, token, timeout
        self._connection = None
        self.repeated = 0

    def ask(self, method, path, body=None):
        """The status and the body; an OSError or HTTPException if there is none."""
        headers = {"Accept-Language": "en"}
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        if method == "POST":
            headers |= {"Content-Type": "application/json", "Idempotency-Key": uuid.uuid4().hex}
        if self._connection and select.select([self._connection.sock], [], [], 0)[0]:
            self.close()
        while True:
            fresh = self._connection is None
            try:
                if fresh:
                    self._connect()
                self._connection.request(method, path, json.dumps(body) if body is not None else None, headers)
                response = self._connection.getresponse()
                content = response.read()
            except (OSError, http.client.HTTPException) as error:
                self.close()
                if method == "GET" and not fresh and not isinstance(error, TimeoutError):
                    self.repeated += 1
                    continue
                raise
            if response.will_close:
                self.close()
            return response.status, content

    def close(self):
        if self._connection:
            self._connection.close()
        self._connection = None

    def _connect(self):
        self._connection = http.client.HTTPConnection(self._host, self._port, timeout=self._timeout)
        self._connection.connect()
        self._connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


class Load(Crowd):
    """A player for each of `stories`, (token, story), which it tells again and again until the load ends. A story gets a
    function ask(what, method, path, body, wanted), which notes how the request fared and gives the body, or None. Every
    second caller connects anew for each request."""

    def __init__(self, host, port, stories, pause=0.0):
        super().__init__()
        self._host, self._port, self._pause = host, port, pause
        self._lock = threading.Lock()
        self.requests = collections.Counter()
        self.seconds, self.repeated = [], 0
        for number, story in enumerate(stories):
            self.join_in(self._go_on, *story, number % 2 == 0)

    @property
    def total(self):
        return sum(self.requests.values())

    def figures(self):
        """For people."""
        ordered = sorted(self.seconds) or [0]
        half, most, all_of_them = (1000 * ordered[int(share * (len(ordered) - 1))] for share in (0.5, 0.99, 1))
        again = f", {self.repeated} sent again on a closed connection" if self.repeated else ""
        return (f"{self.total} requests, {len(self.failures)} failed{again}, "
                f"p50 {half:.0f} ms, p99 {most:.0f} ms, slowest {all_of_them:.0f} ms")

    def _go_on(self, token, story, keeps):
        caller = Caller(self._host, self._port, token)

        def ask(what, method, path, body=None, wanted=(200,)):
            began = time.monotonic()
            before = caller.repeated
            try:
                status, content = caller.ask(method, path, body)
                failure = None if status in wanted else f"{what}: {status} {content[:300]!r}"
            except (OSError, http.client.HTTPException) as error:
                content, failure = None, f"{what}: {error!r}"
            took = time.monotonic() - began
            if not keeps:
                caller.close()
            with self._lock:
                self.requests[what] += 1
                self.repeated += caller.repeated - before
                self.seconds.append(took)
                if failure:
                    self.failures.append(f"{time.strftime('%H:%M:%S')} after {took:.2f} s, {failure}")
            return None if failure or not content else json.loads(content)
        while not self.stopping.is_set():
            story(ask)
            if self._pause:
                self.stopping.wait(self._pause)
        caller.close()
