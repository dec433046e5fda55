"""The words and the people of the journeys, on two processes behind the gateway: payment, and everything else."""

import pathlib
import secrets
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "journey"))

# The path must be there first.
import pytest
from support import Street, until
from support.gateway import UPSTREAMS, Gateway
from support.ports import free_port
from support.process import Process
from watching import Prometheus

WITHOUT_PAYMENT = "identity,cafe,order,delivery,mypage,notification"


class Pair:
    """What a street needs of a server, in a shape that has all that is watched: streams, a circuit breaker, two instances."""

    def __init__(self, folder):
        self.folder, self.host, self.generation = folder, "127.0.0.1", 0
        self.environment = {"DANGOL_SERVICE_SECRET": secrets.token_hex(32)}
        self.payment, self.rest = (Process(folder / f"{name}.log") for name in ("payment", "rest"))
        self.payment.port, self.rest.port = free_port(), free_port()
        self.admin_ports = {process: free_port() for process in self.processes}  # Prometheus knows them over restarts
        ports = {context: [(self.payment if context in ("payment", "sandbox") else self.rest).port] for context in UPSTREAMS}
        self.gateway = Gateway(folder / "nginx", ports)
        self.port = self.gateway.port

    def start(self):
        self.start_payment()
        self._launch(self.rest, only=WITHOUT_PAYMENT, payment_url=f"http://127.0.0.1:{self.payment.port}")
        self.gateway.start()
        self.generation += 1

    def start_payment(self):
        self._launch(self.payment, only="payment", charge_timeout="1s", inquire_every="200ms")

    def _launch(self, process, **flags):
        process.launch({"data": self.folder, "port": process.port, "admin_port": self.admin_ports[process]} | flags, self.environment)
        process.wait_until_ready()

    @property
    def operator_code(self):
        return self.rest.operator_code

    @property
    def processes(self):
        return self.rest, self.payment

    def metrics(self):
        return [process.metrics() for process in self.processes]


@pytest.fixture(scope="session")
def pair(tmp_path_factory):
    made = Pair(tmp_path_factory.mktemp("pair"))
    try:
        made.start()
        yield made
        for process in made.processes:
            process.terminate()
            process.wait_until_ended()
    finally:
        made.gateway.stop()
        for process in made.processes:
            process.kill()


@pytest.fixture(scope="session")
def prometheus(pair, tmp_path_factory):
    """Debian's, on the two processes, before anything happens there; with the rules of deploy/monitoring."""
    with Prometheus(tmp_path_factory.mktemp("prometheus"), pair.admin_ports.values()) as made:
        until(lambda: len(made.ask("up == 1")) == 2, 20, "both processes are scraped")
        yield made


@pytest.fixture(scope="session")
def town(pair, prometheus):
    return Street(pair)
