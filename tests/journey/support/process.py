"""One `dangol serve` as a process of its own: started, stopped, killed, started again."""

import os
import pathlib
import re
import signal
import subprocess
import threading
import urllib.request

from support.contract import ROOT

BINARY = pathlib.Path(os.environ.get("DANGOL_BINARY", ROOT / "build/release/dangol"))
READY = re.compile(r"dangol ready on http://([\d.]+):(\d+)")
ADMIN = re.compile(r"dashboard: (http://\S+)/observe")
FIRST_OPERATOR = re.compile(r"first operator: http\S+/ops#code=(\S+)")


# All clients of a test have one address.
USUAL = {"log_level": "warn", "limits": "off", "admin_port": 0, "sandbox_troubles": True}


def serve(flags):
    """The command; False and None are flags that are not given, True those without a value."""
    command = [str(BINARY), "serve"]
    for name, value in (USUAL | flags).items():
        if value is False or value is None:
            continue
        command.append("--" + name.replace("_", "-"))
        if value is not True:
            command.append(str(value))
    return command


class Process:
    def __init__(self, log_path):
        self.log_path = pathlib.Path(log_path)
        self.host, self.port = "127.0.0.1", 0  # as it said when it was ready
        self.admin_url = None  # of /metrics and /observe, likewise
        self.operator_code = None
        self.runner = ()  # a command that becomes the program, say prlimit with its flags
        self._process = self._log = None

    def launch(self, flags, environment=None):
        """Returns at once: see wait_until_ready."""
        assert self._process is None, "it runs already"
        self._log = open(self.log_path, "ab")
        self._process = subprocess.Popen([*self.runner, *serve(flags)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                         stderr=self._log, text=True, env=os.environ | (environment or {}))
        self._ready = threading.Event()
        threading.Thread(target=self._read_output, args=(self._process, self._ready), daemon=True).start()

    def wait_until_ready(self, timeout=20):
        if not self._ready.wait(timeout) or self._process.poll() is not None:
            self.kill()
            raise AssertionError(f"not ready within {timeout} s: {self.log()[-2000:]}")

    def terminate(self):
        """SIGTERM, as an administrator does; returns at once: see wait_until_ended."""
        if self._process is not None:
            self._process.send_signal(signal.SIGTERM)

    def wait_until_ended(self, timeout=20):
        """It must end well."""
        code = self._reap(timeout)
        assert code == 0, f"it ended with {code}: {self.log()[-2000:]}"

    def kill(self):
        """kill -9, at whatever it is doing."""
        if self._process is not None:
            self._process.kill()
            self._reap(20)

    def freeze(self):
        """It stays there and says nothing, as on a machine that hangs, until `thaw`."""
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self):
        self._process.send_signal(signal.SIGCONT)

    @property
    def running(self):
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self):
        return self._process.pid

    def metrics(self):
        """What Prometheus would get."""
        with urllib.request.urlopen(self.admin_url + "/metrics", timeout=20) as answer:
            assert answer.headers["content-type"].startswith("text/plain; version=0.0.4"), answer.headers
            return answer.read().decode()

    def idle_mib(self):
        """Its memory."""
        return int(re.search(r"VmRSS:\s+(\d+) kB", pathlib.Path(f"/proc/{self.pid}/status").read_text())[1]) / 1024

    def log(self):
        return self.log_path.read_text(errors="replace") if self.log_path.exists() else ""

    def _read_output(self, process, ready):
        for line in process.stdout:
            if match := FIRST_OPERATOR.search(line):
                self.operator_code = match[1]
            if match := ADMIN.search(line):
                self.admin_url = match[1]
            if match := READY.search(line):
                self.host, self.port = match[1], int(match[2])
                ready.set()
        ready.set()

    def _reap(self, timeout):
        if self._process is None:
            return 0
        code = self._process.wait(timeout)
        self._process.stdout.close()
        self._log.close()
        self._process = None
        return code
