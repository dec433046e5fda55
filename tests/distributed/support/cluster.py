"""The distributed shape: a process for each context and one for the payment sandbox, on PostgreSQL and Kafka, behind nginx.
Says the same words as support.server.Server, so that the same journeys walk through it."""

import pathlib
import secrets
import shutil
import subprocess
import tempfile

import psycopg2

from support import backbone as backbones
from support.gateway import UPSTREAMS, Gateway
from support.ports import free_port
from support.process import Process
from support.records import CONTEXTS
from support.system import System

assert set(UPSTREAMS) == {*CONTEXTS, "sandbox"}


class Cluster(System):
    """`replicas` of each context run; there are addresses for `slots` of them, so that some may be added later. The port,
    which is the gateway's, stays the same over restarts, as do those of all processes."""

    ABSENT = 503  # answered for a context that is switched off: the gateway reaches nobody
    SOLE_WRITER = False
    REJOINS_SECONDS = 15  # Kafka waits for those who were killed, until their session is over
    UNREAD = ("invalid-url",)  # nginx refuses such an address before it reads the caller's language
    KEYS = ("tokens.public.pem", "tokens.pem")  # only identity signs

    def __init__(self, data=None, backbone=None, name=None, port=None, replicas=1, slots=None, partitions=3,
                 address="127.0.0.1", **flags):
        self._own_folder = data is None
        self.data = pathlib.Path(data or tempfile.mkdtemp(prefix="dangol-cluster-"))
        self.backbone = backbone or backbones.shared()
        self.name = name or self.backbone.fresh_name()
        self.flags, self.replicas = flags, replicas
        self.host, self.generation, self.operator_code = "127.0.0.1", 0, None
        self._backbone_flags, self._environment = self.backbone.settings(self.name, partitions)
        self._environment["DANGOL_SERVICE_SECRET"] = secrets.token_hex(32)
        (self.data / "logs").mkdir(parents=True, exist_ok=True)
        self._make_keys()
        self.backbone.postgres.create_database(self.name)
        self.slots, self._ports = {}, {}
        for context in UPSTREAMS:
            for number in range(1 if context == "sandbox" else slots or replicas):
                self._ports[context, number] = free_port()
                self.slots[context, number] = Process(self.data / f"logs/{context}-{number}.log")
        ports = {context: [p for (owner, _), p in self._ports.items() if owner == context] for context in UPSTREAMS}
        self._urls = {context: ",".join(f"http://127.0.0.1:{p}" for p in ports[context]) for context in UPSTREAMS}
        self.gateway = Gateway(self.data / "nginx", ports, port, address)
        self.port = self.gateway.port

    # ---- the words of Server ---------------------------------------------------------------------

    def start(self, timeout=60, **flags):
        """Returns when every process that is wanted says that it is ready, and the gateway listens."""
        self.flags |= flags
        wanted = self._wanted()
        missing = [slot for slot in self.slots if slot in wanted and not self.slots[slot].running]
        try:
            started = []
            for context, number in missing:
                started.append(self.launch(context, number))
                if context == "identity":  # one by one: each replica's code for the first operator replaces the last one
                    started[-1].wait_until_ready(timeout)
                    self.operator_code = started[-1].operator_code or self.operator_code
            for process in started:
                process.wait_until_ready(timeout)
            if not self.gateway.running:
                self.gateway.start()
        except AssertionError:
            self.kill()
            raise
        self.generation += 1
        return self

    def stop(self, timeout=30):
        """All of them at once, as an administrator does; each must end well."""
        self._stop(self.slots, timeout)
        self.gateway.stop()

    def kill(self):
        """kill -9 of all of them."""
        self.gateway.stop()  # first, so that callers lose their connections as if each had its own
        for process in self.slots.values():
            process.kill()

    def restart(self, kill=False, **flags):
        """Of all processes; but if `flags` only say who is there, of those that they concern."""
        if flags and flags.keys() <= {"only", "without"} and not kill:
            before = self._wanted()
            self.flags |= flags
            self._stop(before - self._wanted(), 30)
        else:
            self.kill() if kill else self.stop()
        return self.start(**flags)

    def close(self):
        self.kill()
        if self._own_folder:
            if self.backbone.postgres.running:
                self.backbone.postgres.drop_database(self.name)
            shutil.rmtree(self.data, ignore_errors=True)

    @property
    def running(self):
        return any(process.running for process in self.slots.values())

    @property
    def processes(self):
        """Those that run, by name."""
        return {f"{context}-{n}": process for (context, n), process in self.slots.items() if process.running}

    def log(self):
        return "".join(process.log() for process in self.slots.values())

    # ---- its data, read past it ------------------------------------------------------------------

    @property
    def place(self):
        """Where the data is, as flags of `dangol admin` and `dangol events`."""
        return ["--database", self._backbone_flags["database"]]

    @property
    def operated(self):
        """The system that serves and the operator's key to it, as flags of `dangol admin`."""
        return ["--url", f"http://{self.host}:{self.port}", "--token-key", str(self.data / self.KEYS[True])]

    def written(self):
        """The contexts that have data here."""
        found = self.backbone.postgres.ask(
            self.name, "SELECT schemaname FROM pg_tables WHERE tablename = 'events' AND schemaname = ANY(%s)",
            list(CONTEXTS))
        return sorted(row[0] for row in found)

    def ask(self, context, question, *values):
        """All rows of an SQL question to one context's tables. The program may run or not."""
        connection = psycopg2.connect(self.backbone.postgres.uri(self.name), connect_timeout=5,
                                      options=f'-csearch_path="{context}"')
        try:
            with connection.cursor() as cursor:
                cursor.execute(question.replace("?", "%s"), values)
                return cursor.fetchall()
        finally:
            connection.close()

    def spoil(self, context, change, *values):
        """Changes one context's tables behind the program's back. Gives the number of rows."""
        connection = psycopg2.connect(self.backbone.postgres.uri(self.name), connect_timeout=5,
                                      options=f'-csearch_path="{context}"')
        try:
            with connection, connection.cursor() as cursor:
                cursor.execute(change.replace("?", "%s"), values)
                return cursor.rowcount
        finally:
            connection.close()

    def unread(self, consumer, source, types):
        """How many events of that source and of these types the consumer has not read yet."""
        return self.ask(consumer, f'SELECT count(*) FROM "{source}".events e WHERE e.type = ANY(?) AND NOT EXISTS '
                                  "(SELECT 1 FROM handled h WHERE h.event_id = e.id)", types)[0][0]

    def unsound(self):
        """What the database says against its own indexes."""
        postgres = self.backbone.postgres
        postgres.command(self.name, "CREATE EXTENSION IF NOT EXISTS amcheck")
        try:
            assert postgres.ask(
                self.name, "SELECT bt_index_check(i.indexrelid, true) FROM pg_index i "
                "JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam "
                "WHERE a.amname = 'btree' AND c.relnamespace::regnamespace::text = ANY(%s)",
                [f'"{name}"' if name == "order" else name for name in CONTEXTS])
        except psycopg2.Error as error:
            return [str(error)]
        return []

    # ---- single processes ------------------------------------------------------------------------

    def launch(self, context, number=0):
        """Starts one replica, and returns its Process at once."""
        flags = self._backbone_flags | {"data": self.data / "work" / f"{context}-{number}",
                                        "token_key": self.data / self.KEYS[context == "identity"]}
        if context == "order":
            flags["payment_url"] = self._urls["payment"]
        if context == "payment":
            flags["provider_url"] = self._urls["sandbox"]
        flags |= self.flags | {"only": context, "without": None, "port": self._ports[context, number]}
        self.slots[context, number].launch(flags, self._environment)
        return self.slots[context, number]

    def _stop(self, slots, timeout):
        ending = [self.slots[slot] for slot in slots]
        for process in ending:
            process.terminate()
        for process in ending:
            process.wait_until_ended(timeout)

    def _wanted(self):
        """The slots that should run now."""
        def names(flag):
            return set((self.flags.get(flag) or "").split(",")) - {""}
        here = (names("only") or set(CONTEXTS)) - names("without")
        # The sandbox stands for a provider outside: switching payment off leaves it on.
        here |= set() if names("only") and "payment" not in here else {"sandbox"}
        return {(context, number) for context, number in self.slots if context in here and number < self.replicas}

    def _make_keys(self):
        """Beforehand, so that the processes may start in any order."""
        public, private = (self.data / name for name in self.KEYS)
        if not private.exists():
            for command in (["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", private],
                            ["pkey", "-in", private, "-pubout", "-out", public]):
                subprocess.run(["openssl", *command], check=True, capture_output=True)
            private.chmod(0o600)
