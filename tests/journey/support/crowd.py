"""People who go on at the same time."""

import threading


class Crowd:
    """A thread for each player; the block that it is used with is their day. What a player raises is a failure, and the
    test's to report. Each looks at `stopping` before it begins anything new."""

    patience = 90  # seconds that the last thing begun may take

    def __init__(self):
        self.stopping = threading.Event()
        self.failures = []
        self._players = []

    def join_in(self, play, *what):
        """Before the day begins: play(*what) on a thread of its own."""
        def guarded():
            try:
                play(*what)
            except Exception as error:
                self.failures.append(error)
                raise
        self._players.append(threading.Thread(target=guarded, daemon=True))

    def __enter__(self):
        for player in self._players:
            player.start()
        return self

    def __exit__(self, *_):
        self.stopping.set()
        for player in self._players:
            player.join(self.patience)
            assert not player.is_alive(), "a player hangs"
