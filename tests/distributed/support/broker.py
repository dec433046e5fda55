"""A Kafka broker of our own: one node, its jars from Maven Central (tests/distributed/kafka/pom.xml), its data in a
temporary folder. Reuses nothing that runs, and leaves nothing behind."""

import base64
import contextlib
import hashlib
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid

POM = pathlib.Path(__file__).resolve().parents[1] / "kafka/pom.xml"
LOGGING = """log4j.rootLogger=WARN, out
log4j.appender.out=org.apache.log4j.ConsoleAppender
log4j.appender.out.layout=org.apache.log4j.PatternLayout
log4j.appender.out.layout.ConversionPattern=%d %p %m (%c)%n
"""


def needed(program, package):
    """The path of `program`; says what to install if it is missing."""
    path = shutil.which(program)
    if not path:
        raise RuntimeError(f"`{program}` is missing: install Debian's package {package} (script/bootstrap does)")
    return path


def jars():
    """The folder with Kafka's jars, fetched at the first need and kept for all later ones."""
    text = POM.read_text(encoding="utf-8")
    version = re.search(r"<kafka.version>(.+?)<", text).group(1)
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "dangol"
    folder = cache / f"kafka-{version}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as fresh:
            lib = pathlib.Path(fresh) / "lib"
            done = subprocess.run(
                [needed("mvn", "maven"), "--batch-mode", "--quiet", "--file", POM, "dependency:copy-dependencies",
                 f"-DoutputDirectory={lib}"],
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, timeout=600)
            if done.returncode != 0:
                raise RuntimeError(f"Kafka's jars could not be fetched from Maven Central:\n{done.stdout[-3000:]}")
            with contextlib.suppress(OSError):  # another run was faster
                lib.rename(folder)
    return folder


def free_ports(count):
    """Ports that nobody listens on, below those that the system gives to outgoing connections: a broker that is down
    for a while finds its port free when it comes back."""
    first_outgoing = int(pathlib.Path("/proc/sys/net/ipv4/ip_local_port_range").read_text(encoding="ascii").split()[0])
    found = []
    candidate = 10_000 + os.getpid() * 7 % max(1, first_outgoing - 11_000)
    while len(found) < count:
        candidate += 1
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", candidate))
            except OSError:
                continue
        found.append(candidate)
    return found


class Broker:
    """One KRaft node that is broker and controller at once. A context manager; `address` is where clients reach it, and
    stays the same however often it is stopped, killed and started again, as does its data."""

    HEAP = "-Xmx400m"

    def __init__(self, folder=None, address=None):
        """`address`: HOST:PORT that clients elsewhere know it by; else a free port for this machine alone."""
        self._own_folder = None
        if folder is None:
            self._own_folder = tempfile.TemporaryDirectory(prefix="dangol-kafka-")
            folder = self._own_folder.name
        self.folder = pathlib.Path(folder)
        self.log = self.folder / "broker.log"
        port, controller = free_ports(2)
        self.address = address or f"127.0.0.1:{port}"
        self._process = None
        self._configuration = self.folder / "server.properties"
        self._logging = self.folder / "log4j.properties"
        self._logging.write_text(LOGGING, encoding="ascii")
        self.format_with = []  # more arguments for the tool that prepares its folder
        self._properties = {
            "process.roles": "broker,controller",
            "node.id": 1,
            "controller.quorum.voters": f"1@127.0.0.1:{controller}",
            "listeners": f"PLAINTEXT://{self.address},CONTROLLER://127.0.0.1:{controller}",
            "advertised.listeners": f"PLAINTEXT://{self.address}",
            "inter.broker.listener.name": "PLAINTEXT",
            "controller.listener.names": "CONTROLLER",
            "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "log.dirs": self.folder / "data",
            # Topics are made by the program, with its own settings.
            "auto.create.topics.enable": "false",
            "offsets.topic.replication.factor": 1,
            "offsets.topic.num.partitions": 2,
            "transaction.state.log.replication.factor": 1,
            "transaction.state.log.min.isr": 1,
            "transaction.state.log.num.partitions": 1,
            "group.initial.rebalance.delay.ms": 0,
            "num.network.threads": 2,
            "num.io.threads": 4,
            "log.cleaner.enable": "false",
            "controlled.shutdown.enable": "false",
        }
        self.configure({}, {})

    def configure(self, lists, more):
        """Before it starts. `lists`: what is added to settings that are lists; `more`: other settings."""
        self._properties |= {key: f"{self._properties[key]},{added}" for key, added in lists.items()} | more
        self._configuration.write_text("".join(f"{key}={value}\n" for key, value in self._properties.items()),
                                       encoding="utf-8")

    def settings(self):
        """What a process has to be told to find it: flags, and environment."""
        return {"kafka": self.address}, {}

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.close()

    def start(self, timeout=60):
        """Starts it, or starts it again on the same port and data; returns when it answers."""
        assert not self.running, "the broker runs already"
        if not (self.folder / "data/meta.properties").exists():
            self.tool("kafka.tools.StorageTool", "format", "-t", uuid_text(), "-c", self._configuration,
                      *self.format_with)
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self._java("-Xms128m", "kafka.Kafka", self._configuration), stdin=subprocess.DEVNULL, stdout=log,
                stderr=subprocess.STDOUT, start_new_session=True)
        deadline = time.monotonic() + timeout
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.kill()
                raise RuntimeError(f"the Kafka broker did not start:\n{self.tail()}")
            time.sleep(0.05)

    def stop(self, timeout=30):
        """In good order: what it has taken is on its disk."""
        self._end(signal.SIGTERM, timeout)

    def kill(self):
        """At once, as when the machine loses its power (but for what the kernel still writes)."""
        self._end(signal.SIGKILL, 10)

    def close(self):
        self.kill()
        if self._own_folder:
            self._own_folder.cleanup()

    @property
    def running(self):
        return self._process is not None and self._process.poll() is None

    def tail(self, characters=3000):
        return self.log.read_text(encoding="utf-8", errors="replace")[-characters:] if self.log.exists() else ""

    def console_consumer(self, topic, from_beginning=True, max_messages=None, timeout=10):
        """What Kafka's own console consumer prints of a topic, a line for each message: partition, offset, headers, key
        and value, apart by tabs. Ends after `max_messages`, or when nothing has come for `timeout` seconds."""
        wishes = ["--bootstrap-server", self.address, "--topic", topic, "--timeout-ms", str(int(timeout * 1000))]
        for shown in ("partition", "offset", "headers", "key"):
            wishes += ["--property", f"print.{shown}=true"]
        if from_beginning:
            wishes.append("--from-beginning")
        if max_messages:
            wishes += ["--max-messages", str(max_messages)]
        printed = self.tool("org.apache.kafka.tools.consumer.ConsoleConsumer", *wishes, timeout=timeout + 60)
        return [line for line in printed.splitlines() if line.startswith("Partition:")]

    def _answers(self):
        """A broker that has a leader for itself answers an ApiVersions request; before, it does not listen."""
        request = bytes.fromhex("0000000a" "0012" "0000" "00000001" "ffff")
        host, port = self.address.split(":")
        try:
            with socket.create_connection((host, int(port)), timeout=1) as connection:
                connection.sendall(request)
                return len(connection.recv(8)) > 0
        except OSError:
            return False

    def _end(self, with_signal, timeout):
        if self._process is None:
            return
        self._process.send_signal(with_signal)
        try:
            self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(10)
        self._process = None

    def _java(self, *arguments):
        return [needed("java", "openjdk-17-jre-headless"), self.HEAP, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                f"-Dlog4j.configuration=file:{self._logging}", f"-Dkafka.logs.dir={self.folder}",
                "-cp", f"{jars()}/*", *map(str, arguments)]

    def tool(self, *arguments, timeout=60):
        """What one of Kafka's own tools prints, by the name of its class."""
        done = subprocess.run(self._java(*arguments), stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              check=False, timeout=timeout)
        if done.returncode != 0 and "TimeoutException" not in done.stderr:
            raise RuntimeError(f"{arguments[0]} failed:\n{done.stdout}\n{done.stderr}")
        return done.stdout


def uuid_text():
    """A cluster's id as Kafka writes it: 22 characters of URL-safe base 64. Kafka's tools take one that begins with a
    minus for an option, and its own generator makes none."""
    while (text := base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")).startswith("-"):
        pass
    return text
