"""`dangol serve` as a process of its own: started, stopped, killed, started again on the same data."""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import threading

from support.contract import ROOT, check_event

BINARY = pathlib.Path(os.environ.get("DANGOL_BINARY", ROOT / "build/release/dangol"))
READY = re.compile(r"dangol ready on http://([\d.]+):(\d+)")
FIRST_OPERATOR = re.compile(r'first operator: POST .*"code":"([^"]+)"')


class Server:
    """Flags are given as keywords: Server(ask_after="300ms", demo=True). Each start counts one `generation` up, so
    that clients know their connections are gone. The port stays the same over restarts."""

    def __init__(self, data=None, **flags):
        self._own_folder = data is None
        self.data = pathlib.Path(data or tempfile.mkdtemp(prefix="dangol-journey-"))
        self.flags = flags
        self.host, self.port = "127.0.0.1", 0
        self.operator_code = None
        self.generation = 0
        self.process = None

    def start(self, timeout=20, **flags):
        """Returns when the program says that it is ready. `flags` go on top of those it was made with."""
        assert self.process is None, "it runs already"
        self.flags |= flags
        log_path = self.data.with_suffix(".log")
        self._log = open(log_path, "ab")
        self.process = subprocess.Popen(self._command(), stdout=subprocess.PIPE, stderr=self._log, text=True)
        ready = threading.Event()
        threading.Thread(target=self._read_output, args=(self.process, ready), daemon=True).start()
        if not ready.wait(timeout) or self.process.poll() is not None:
            self.kill()
            raise AssertionError(f"not ready within {timeout} s: {log_path.read_text(errors='replace')[-2000:]}")
        self.generation += 1
        return self

    def stop(self, timeout=20):
        """As an administrator does: SIGTERM, and it must end well."""
        self.process.send_signal(signal.SIGTERM)
        code = self._reap(timeout)
        assert code == 0, f"it ended with {code}: {self.log()[-2000:]}"

    def kill(self):
        """kill -9, at whatever it is doing."""
        if self.process is None:
            return
        self.process.kill()
        self._reap(20)

    def restart(self, kill=False, **flags):
        """On the same data, with `flags` on top of those from before; False takes a flag away."""
        self.kill() if kill else self.stop()
        return self.start(**flags)

    def close(self):
        self.kill()
        if self._own_folder:
            shutil.rmtree(self.data, ignore_errors=True)
            self.data.with_suffix(".log").unlink(missing_ok=True)

    @property
    def running(self):
        return self.process is not None and self.process.poll() is None

    def log(self):
        return self.data.with_suffix(".log").read_text(errors="replace")

    def __enter__(self):
        return self if self.running else self.start()

    def __exit__(self, error, *_):
        self.kill()
        try:
            if error is None:
                self.check_events()
        finally:
            self.close()

    def check_events(self):
        """Holds every event that was published on this data to api/asyncapi.yaml."""
        for file in sorted(self.data.glob("*.db")):
            published = subprocess.run([BINARY, "events", "--data", self.data, "--context", file.stem],
                                       capture_output=True, text=True, timeout=120)
            assert published.returncode == 0, published.stderr
            for line in published.stdout.splitlines():
                check_event(line)

    def _command(self):
        command = [str(BINARY), "serve", "--data", str(self.data), "--port", str(self.port)]
        for name, value in ({"log_level": "warn"} | self.flags).items():
            if value is False or value is None:
                continue
            command.append("--" + name.replace("_", "-"))
            if value is not True:
                command.append(str(value))
        return command

    def _read_output(self, process, ready):
        for line in process.stdout:
            if match := FIRST_OPERATOR.search(line):
                self.operator_code = match[1]
            if match := READY.search(line):
                self.host, self.port = match[1], int(match[2])
                ready.set()
        ready.set()

    def _reap(self, timeout):
        code = self.process.wait(timeout)
        self.process.stdout.close()
        self._log.close()
        self.process = None
        return code
