"""A customer who looks at their pages all the time, through stream after stream, each resumed where the last broke off."""

import threading

from support.client import Lost
from support.stream import Unanswered


class Watcher:
    def __init__(self, customer):
        self._customer, self._closing = customer, threading.Event()
        self._versions = {}  # by order id: the last one seen
        self.failure = None
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def close(self):
        self._closing.set()
        self._thread.join(30)

    def _watch(self):
        last_id = None
        while not self._closing.is_set():
            try:
                with self._customer.stream("/myPages/stream", last_id) as stream:
                    while not self._closing.wait(0.1) and not stream.ended:
                        pass
                for page in stream.data("page"):
                    self._take(page)
                last_id = stream.last_id
            except (OSError, Lost, Unanswered):
                self._closing.wait(0.2)
            except AssertionError as failure:
                self.failure = failure
                return

    def _take(self, page):
        """Across all streams, a page never goes back, and no news of it comes twice."""
        order, version = page["orderId"], page["version"]
        assert version > self._versions.get(order, 0), f"version {version} after {self._versions[order]}: {page}"
        self._versions[order] = version
