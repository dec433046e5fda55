"""A client of the Server-Sent Events streams."""

import http.client
import json
import threading
from typing import NamedTuple

from support.contract import check_frame, check_response


class Frame(NamedTuple):
    id: str
    event: str
    data: dict


class Unanswered(AssertionError):
    """There is no stream, but an error."""


class Stream:
    """Reads in a thread of its own until it is closed or the server ends it. `last_id` is what a browser would send as
    Last-Event-ID when it comes back."""

    def __init__(self, server, path, token=None, last_event_id=None):
        self.path, self.last_id, self.ended, self.error = path, last_event_id, False, None
        self._frames, self._news = [], threading.Condition()
        headers = {"Accept": "text/event-stream"}
        if token:
            headers["Authorization"] = "Bearer " + token
        if last_event_id is not None:
            headers["Last-Event-ID"] = str(last_event_id)
        self._connection = http.client.HTTPConnection(server.host, server.port, timeout=120)
        self._connection.request("GET", path, headers=headers)
        self._socket = self._connection.sock  # http.client lets go of it when the server will close
        self._response = self._connection.getresponse()
        answered = {k.lower(): v for k, v in self._response.getheaders()}
        if self._response.status != 200:
            raise Unanswered(f"stream {path}: {self._response.status} {self._response.read()[:500]}")
        check_response("GET", path, 200, answered, b"")
        assert answered["content-type"].startswith("text/event-stream"), answered
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def frames(self, event=None):
        with self._news:
            return [frame for frame in self._frames if event is None or frame.event == event]

    def data(self, event=None):
        return [frame.data for frame in self.frames(event)]

    def wait_for(self, condition, timeout=10, event=None):
        """The first frame whose data fulfils the condition."""
        def found():
            return next((f for f in self._frames if (event is None or f.event == event) and condition(f.data)), None)
        with self._news:
            if not self._news.wait_for(lambda: found() or self.ended, timeout) or not found():
                raise AssertionError(f"stream {self.path}: nothing like that within {timeout} s (ended={self.ended}, "
                                     f"error={self.error}) among {self._frames}")
            return found()

    def wait_for_end(self, timeout=10):
        with self._news:
            assert self._news.wait_for(lambda: self.ended, timeout), f"stream {self.path} did not end"

    def close(self):
        try:
            self._socket.shutdown(2)
        except OSError:
            pass
        self._thread.join(5)
        self._connection.close()

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        self.close()
        if kind is None and isinstance(self.error, AssertionError):
            raise self.error

    def _read(self):
        try:
            identity, event, data = None, "message", []
            while line := self._response.readline():
                line = line.decode().rstrip("\r\n")
                name, _, value = line.partition(":")
                value = value.removeprefix(" ")
                if name == "id":
                    identity = value
                elif name == "event":
                    event = value
                elif name == "data":
                    data.append(value)
                elif line == "":
                    if data:
                        self._add(Frame(identity, event, json.loads("\n".join(data))))
                    identity, event, data = None, "message", []
        except (OSError, ValueError, AttributeError, AssertionError, http.client.HTTPException) as error:
            self.error = error  # an end by close() looks like one too; only what breaks the contract fails the test
        with self._news:
            self.ended = True
            self._news.notify_all()

    def _add(self, frame):
        check_frame(self.path, frame.event, frame.data)
        with self._news:
            if frame.id:
                self.last_id = frame.id
            self._frames.append(frame)
            self._news.notify_all()
