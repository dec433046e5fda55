"""A broker that demands TLS and SASL, or a certificate: the system lives on it; who cannot prove who they are, or is shown
the wrong certificate, says so, serves on and tries again."""

import contextlib
import json
import tempfile
import urllib.request

import pytest
from support import Server, Street, latte, until
from support.backbone import Backbone
from support.postgres import OWNER, SERVICE
from support.process import Process
from support.program import dangol
from support.secured_broker import MECHANISMS, PASSWORD, USER, Authority, SecuredBroker


@pytest.fixture(scope="module")
def backbone():
    with contextlib.closing(Backbone(broker=SecuredBroker())) as started:
        yield started.start()


@pytest.fixture(scope="module")
def town(backbone):
    with Server(backbone=backbone) as cluster:
        yield Street(cluster)


def test_an_order_reaches_the_cafe_and_its_customer(town):
    customer = town.guest()
    order = customer.place(latte(town.cafe_id))["orderId"]
    town.staff.make(order)
    customer.page_until(order, "READY")
    assert f"{town.server.name}.order" in town.server.backbone.broker.topics()
    for refusal in ("_AUTHENTICATION", "_SSL"):  # a broker that is slow to start is trouble too, but no refusal
        assert refusal not in town.server.log()
    assert PASSWORD not in town.server.log()


def republished(town, *access, **environment):
    return dangol("admin", "republish", "--context", "order", "--to", 1, *town.server.place, "--kafka-prefix",
                  f"{town.server.name}.", "--kafka-tls", "--kafka-ca",
                  town.server.backbone.broker.authority.certificate, *access, **environment)


@pytest.mark.parametrize("mechanism", MECHANISMS)
def test_an_administrators_command_gets_in_by_every_mechanism(town, mechanism):
    ran = republished(town, "--kafka", town.server.backbone.broker.sasl_address, "--kafka-user", USER, "--kafka-sasl",
                      mechanism, DANGOL_KAFKA_PASSWORD=PASSWORD)
    assert ran.returncode == 0 and ran.stdout.startswith("1 events of order published again"), ran


def test_a_certificate_does_where_a_broker_asks_for_one(town):
    broker = town.server.backbone.broker
    ours = broker.authority.issue("dangol", "dangol.example")
    ran = republished(town, "--kafka", broker.certificate_address, "--kafka-cert", ours.certificate, "--kafka-key",
                      ours.key)
    assert ran.returncode == 0 and ran.stdout.startswith("1 events of order published again"), ran


# ---- who does not get in -----------------------------------------------------------------------------------------------

class Stranger:
    """A café's process by itself, with access of its own to the broker."""

    def __init__(self, backbone, name, environment, **access):
        self.name, self._backbone = name, backbone
        backbone.postgres.create_database(name)
        self._folder = tempfile.TemporaryDirectory(prefix=f"dangol-{name}-")
        self.process = Process(f"{self._folder.name}/log")
        flags, right = backbone.broker.settings()
        self.process.launch(
            flags | {"only": "cafe", "port": 0, "data": f"{self._folder.name}/data", "kafka_prefix": f"{name}.",
                     "database": backbone.postgres.uri(name, SERVICE)} | access,
            (right if environment is None else environment) |
            {"DANGOL_DATABASE_OWNER": backbone.postgres.uri(name, OWNER)})

    def troubles(self):
        """What it said of the broker, in order."""
        return [json.loads(line)["what"] for line in self.process.log().splitlines()
                if "trouble with the broker" in line]

    def is_in(self):
        return any(topic.startswith(f"{self.name}.") for topic in self._backbone.broker.topics())

    def close(self):
        self.process.kill()
        self._backbone.postgres.drop_database(self.name)
        self._folder.cleanup()


NO_SASL = {"kafka_user": False}
NO_TLS = {"kafka_tls": False, "kafka_ca": False}
WRONG = {"DANGOL_KAFKA_PASSWORD": "wrong horse"}


@pytest.fixture(scope="module")
def strangers(backbone):
    """All at once: each needs some seconds to say the same thing twice."""
    broker = backbone.broker
    other = Authority(broker.folder / "other", "another authority")
    with contextlib.ExitStack() as stack:
        def come(name, environment=None, **access):
            return stack.enter_context(contextlib.closing(Stranger(backbone, name, environment, **access)))
        yield {one.name: one for one in (
            come("wrong_password", WRONG),
            come("wrong_password_plain", WRONG, kafka_sasl="PLAIN"),
            come("wrong_authority", kafka_ca=other.certificate),
            come("systems_authorities", kafka_ca=False),
            come("wrong_host", kafka=f"127.0.0.1:{broker.sasl_port}"),
            come("in_the_clear", {}, **NO_TLS, **NO_SASL),
            come("password_in_the_clear", **NO_TLS),
            come("without_a_password", {}, **NO_SASL),
            come("without_a_certificate", {}, **NO_SASL, kafka=broker.certificate_address),
        )}


UNTRUSTED = "certificate could not be verified"
UNANSWERED = "does not answer us"


@pytest.mark.parametrize("name, says", [
    ("wrong_password", "due to invalid credentials with SASL mechanism SCRAM-SHA-512"),
    ("wrong_password_plain", "Invalid username or password"),
    ("wrong_authority", UNTRUSTED),
    ("systems_authorities", UNTRUSTED),
    ("wrong_host", UNTRUSTED),
    ("in_the_clear", f"{UNANSWERED} without TLS, without a user"),
    ("password_in_the_clear", f"{UNANSWERED} without TLS, as {USER} by SCRAM-SHA-512"),
    ("without_a_password", f"{UNANSWERED} over TLS, without a user"),
    ("without_a_certificate", "alert bad certificate"),
])
def test_a_stranger_does_not_get_in_says_why_and_tries_again(strangers, name, says):
    stranger = strangers[name]
    stranger.process.wait_until_ready(30)
    said = stranger.troubles
    until(lambda: sum(says in one and UNANSWERED in one for one in said()) > 1 or not stranger.process.running, 60,
          f"{name} says twice: {says}")
    with urllib.request.urlopen(f"http://127.0.0.1:{stranger.process.port}/livez", timeout=5) as answer:
        assert answer.status == 200
    assert not stranger.is_in()
    assert PASSWORD not in stranger.process.log() and WRONG["DANGOL_KAFKA_PASSWORD"] not in stranger.process.log()


def test_a_stranger_gets_in_by_itself_once_the_broker_knows_its_password(backbone):
    with contextlib.closing(Stranger(backbone, "early", WRONG, kafka_sasl="SCRAM-SHA-256")) as early:
        until(early.troubles, 30, "it is not let in")
        backbone.broker.change_password("SCRAM-SHA-256", WRONG["DANGOL_KAFKA_PASSWORD"])
        try:
            until(early.is_in, 30, "it has made its topics")
        finally:
            backbone.broker.change_password("SCRAM-SHA-256", PASSWORD)


@pytest.mark.parametrize("flags, environment, says", [
    ({"kafka_tls": True, "kafka_user": USER}, {}, "set DANGOL_KAFKA_PASSWORD"),
    ({"kafka_user": USER, "kafka_sasl": "PLAIN"}, WRONG, "travel in the clear"),
    ({"kafka_tls": True, "kafka_ca": "/nowhere/ca.pem"}, {}, "ssl.ca.location"),
    ({"kafka_tls": True, "kafka_cert": "a.pem"}, {}, "kafka-cert and kafka-key belong together"),
])
def test_what_cannot_be_right_is_refused_at_the_start(backbone, tmp_path, flags, environment, says):
    access = [part for name, value in flags.items()
              for part in (f"--{name.replace('_', '-')}", value) if part is not True]
    ran = dangol("serve", "--only", "cafe", "--data", tmp_path / "data", "--database",
                 backbone.postgres.uri("postgres", SERVICE), "--kafka", backbone.broker.sasl_address, *access,
                 **environment)
    assert ran.returncode == 1 and says in ran.stderr and "horse" not in ran.stderr, ran
