"""What the two shapes of the system under test have in common."""

import subprocess

from support.contract import check_event
from support.process import BINARY


class System:
    """Used as a context: it is started, and at its end killed, its events are checked, and it is closed."""

    def __enter__(self):
        return self if self.running else self.start()

    def __exit__(self, error, *_):
        self.kill()
        try:
            if error is None:
                self.check_events()
        finally:
            self.close()

    def metrics(self):
        """The Prometheus text of each process."""
        return [process.metrics() for process in self.processes.values()]

    def check_events(self):
        """Holds every event that was recorded on this data to api/asyncapi.yaml."""
        for context in self.written():
            recorded = subprocess.run([BINARY, "events", *self.place, "--context", context],
                                       capture_output=True, text=True, timeout=120)
            assert recorded.returncode == 0, recorded.stderr
            for line in recorded.stdout.splitlines():
                check_event(line)
