"""nginx as it is shipped, from deploy/nginx/dangol.conf.template, in front of processes on this machine."""

import os
import pathlib
import shutil
import signal
import string
import subprocess
import time

from support.contract import ROOT
from support.ports import free_port, listens
from support.waiting import until

TEMPLATE = ROOT / "deploy/nginx/dangol.conf.template"
UPSTREAMS = ("identity", "cafe", "order", "payment", "delivery", "mypage", "notification", "sandbox")

_MAIN = """daemon off;
pid nginx.pid;
error_log error.log warn;
worker_processes 1;
events { worker_connections 4096; }
http {
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    include dangol.conf;
}
"""


def program():
    found = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
    if not found:
        raise FileNotFoundError("nginx is missing: apt-get install nginx-light (or run script/bootstrap)")
    return found


def rendered(listen, upstreams):
    """The configuration, as envsubst makes it. `upstreams`: for each of UPSTREAMS the ports of its replicas."""
    def servers(ports):
        return " ".join(f"server 127.0.0.1:{port} max_fails=1 fail_timeout=1s;" for port in ports)
    values = {f"DANGOL_{name.upper()}": servers(upstreams[name]) for name in UPSTREAMS}
    values["DANGOL_ANY"] = servers(port for name in UPSTREAMS if name != "sandbox" for port in upstreams[name])
    values["DANGOL_GATEWAY_LISTEN"] = str(listen)
    return string.Template(TEMPLATE.read_text(encoding="utf-8")).safe_substitute(values)


class Gateway:
    """Knows all replicas that may ever be there; those that are not refuse the connection, and another is asked."""

    def __init__(self, folder, upstreams, port=None, address="127.0.0.1", limits=None):
        """`limits`: what stands in the template, and what a test puts in its place."""
        self.folder = pathlib.Path(folder)
        self.port = port or free_port()
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "nginx.conf").write_text(_MAIN, encoding="utf-8")
        text = rendered(f"{address}:{self.port}", upstreams)
        for shipped, wanted in (limits or {}).items():
            assert text.count(shipped) == 1, shipped
            text = text.replace(shipped, wanted)
        (self.folder / "dangol.conf").write_text(text, encoding="utf-8")
        self._process = None

    def start(self):
        assert self._process is None, "it runs already"
        command = [program(), "-p", str(self.folder), "-c", "nginx.conf", "-e", "error.log"]
        if os.geteuid() == 0:
            command += ["-g", "user root;"]  # its workers must get into the folder
        with open(self.folder / "out.log", "ab") as out:
            self._process = subprocess.Popen(command, stdout=out, stderr=out, stdin=subprocess.DEVNULL)
        try:
            until(lambda: listens(self.port) or self._process.poll() is not None, 10, "nginx listens")
            assert self._process.poll() is None, self.log()
        except AssertionError:
            self.stop()
            raise
        return self

    def stop(self):
        """At once, as seen by clients: connections are cut."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(10)
        self._process = None
        deadline = time.monotonic() + 5  # its workers may outlive it for a moment
        while listens(self.port) and time.monotonic() < deadline:
            time.sleep(0.01)

    @property
    def running(self):
        return self._process is not None and self._process.poll() is None

    def log(self):
        return "".join(path.read_text(errors="replace") for path in sorted(self.folder.glob("*.log")))

    def __enter__(self):
        return self if self.running else self.start()

    def __exit__(self, *_):
        self.stop()
