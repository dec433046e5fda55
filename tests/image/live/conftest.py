"""compose.yaml brought up, for tests that look at it from outside. `script/image compose-test` has made the images.

DANGOL_COMPOSE_FILES: what is laid over compose.yaml, where images do not come from a registry."""

import json
import os
import pathlib
import re
import secrets
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tests/journey"))

# The path must be there first.
from support.waiting import until

CODE = re.compile(r"first operator: http\S+/ops#code=([\w-]+)")


class Composed:
    """The containers, and the words that the people of tests/journey/support need of a server."""

    def __init__(self, port):
        self.host, self.port, self.generation, self.operator_code = "127.0.0.1", port, 1, None
        files = [ROOT / "compose.yaml", *filter(None, os.environ.get("DANGOL_COMPOSE_FILES", "").split(","))]
        self._command = ["docker", "compose", "--project-name", "dangol-test"]
        self._command += [word for file in files for word in ("--file", str(file))]
        self._environment = os.environ | {"DANGOL_PORT": str(port), "DANGOL_SERVICE_SECRET": secrets.token_hex(32)}

    def compose(self, *arguments, timeout=300):
        done = subprocess.run([*self._command, *arguments], env=self._environment, capture_output=True, text=True,
                              check=False, timeout=timeout)
        assert done.returncode == 0, f"docker compose {arguments}: {done.stderr[-3000:]}"
        return done.stdout

    def containers(self):
        """What the engine says of each, by the name of its service."""
        names = self.compose("ps", "--all", "--quiet").split()
        shown = json.loads(subprocess.run(["docker", "inspect", *names], capture_output=True, check=True).stdout)
        return {one["Config"]["Labels"]["com.docker.compose.service"]: one for one in shown}

    def up(self):
        services = self.compose("config", "--services").split()
        extra = [name for name in os.environ.get("DANGOL_COMPOSE_OBSERVED", "").split(",") if name]
        self.compose("up", "--detach", "--no-build", "--wait", "--wait-timeout", "240", *services, *extra)
        until(self._reads_code, 60, "identity has printed the first operator's code")

    def down(self):
        self.compose("--profile", "observe", "down", "--volumes", "--timeout", "20")

    def _reads_code(self):
        if match := CODE.search(self.compose("logs", "identity", "--no-log-prefix")):
            self.operator_code = match[1]
        return match


@pytest.fixture(scope="session")
def composed():
    system = Composed(int(os.environ.get("DANGOL_PORT", 8088)))
    try:
        system.up()
        yield system
    except BaseException:
        print(system.compose("ps", "--all"), system.compose("logs", "--tail", "40"))
        raise
    finally:
        system.down()
