"""A real PostgreSQL on a folder and a port of its own, with a database for each system under test."""

import getpass
import os
import pathlib
import pwd
import shutil
import subprocess
import tempfile

import psycopg2

from support.ports import free_port
from support.waiting import until

OWNER, SERVICE = "dangol_owner", "dangol"  # may do DDL; may not


def programs():
    """The folder of initdb and pg_ctl, of the newest version that is installed."""
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise FileNotFoundError("initdb is missing: apt-get install postgresql (or run script/bootstrap)")
    return found[-1].parent


class Postgres:
    """Durable as in earnest: fsync and synchronous_commit are on. Stops and starts on the same data and port."""

    def __init__(self, folder=None, port=None):
        self._own_folder = folder is None
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="dangol-postgres-"))
        self.port = port or free_port()
        self._bin = programs()
        # It refuses to run as root.
        self._user = "postgres" if os.geteuid() == 0 else getpass.getuser()
        self.folder.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:
            account = pwd.getpwnam(self._user)
            os.chown(self.folder, account.pw_uid, account.pw_gid)
        self._data = self.folder / "data"
        if not (self._data / "PG_VERSION").exists():
            self._create()

    def start(self):
        self._pg_ctl("start", "-w", "-t", "60", "-l", str(self.folder / "log"), "-o", f"-p {self.port}")
        until(self._answers, 30, "PostgreSQL answers")
        return self

    def stop(self, mode="fast"):
        """fast: as an administrator does; immediate: as a power failure does."""
        self._pg_ctl("stop", "-w", "-t", "60", "-m", mode)

    @property
    def running(self):
        return self._run("pg_ctl", "status", "-D", str(self._data), check=False).returncode == 0

    def close(self):
        if self.running:
            self.stop("immediate")
        if self._own_folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self if self.running else self.start()

    def __exit__(self, *_):
        self.close()

    def uri(self, database, role="postgres"):
        return f"postgresql://{role}@127.0.0.1:{self.port}/{database}"

    def create_database(self, name):
        """Belongs to OWNER; SERVICE gets what the program gives it. One that is there is kept."""
        if not self.ask("postgres", "SELECT 1 FROM pg_database WHERE datname = %s", name):
            self.command("postgres", f"CREATE DATABASE {name} OWNER {OWNER}")

    def drop_database(self, name):
        self.command("postgres", f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def ask(self, database, question, *values):
        """All rows. Asked past the program, as a role that may see everything."""
        with Connected(self.uri(database)) as cursor:
            cursor.execute(question, _bound(values))
            return cursor.fetchall()

    def command(self, database, statement, *values):
        with Connected(self.uri(database)) as cursor:
            cursor.execute(statement, _bound(values))

    def _create(self):
        self._run("initdb", "-D", str(self._data), "--auth", "trust", "--username", "postgres", "--encoding", "UTF8",
                  "--locale", "C.UTF-8", "--no-instructions")
        with open(self._data / "postgresql.conf", "a", encoding="utf-8") as settings:
            settings.write("listen_addresses = '127.0.0.1'\nunix_socket_directories = ''\n"
                           "max_connections = 600\nlog_min_messages = warning\n")
        self.start()
        for role in (OWNER, SERVICE):
            self.command("postgres", f"CREATE ROLE {role} LOGIN")
        self.stop()

    def _answers(self):
        try:
            return self.ask("postgres", "SELECT 1")
        except psycopg2.OperationalError:
            return False

    def _pg_ctl(self, *arguments):
        self._run("pg_ctl", "-D", str(self._data), *arguments)

    def _run(self, program, *arguments, check=True):
        command = [str(self._bin / program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", self._user, "--", *command]
        # The server outlives pg_ctl and would keep a pipe open.
        with tempfile.TemporaryFile("w+") as said:
            ran = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, timeout=120,
                                 cwd=self.folder, start_new_session=True, check=False)
            said.seek(0)
            if check and ran.returncode != 0:
                log = self.folder / "log"
                raise AssertionError(f"{program}: {said.read()}\n{log.read_text()[-2000:] if log.exists() else ''}")
        return ran


class Connected:
    """A cursor on a connection of its own, each statement a transaction."""

    def __init__(self, uri):
        self._connection = psycopg2.connect(uri, connect_timeout=5)
        self._connection.autocommit = True

    def __enter__(self):
        return self._connection.cursor()

    def __exit__(self, *_):
        self._connection.close()


def _bound(values):
    """Values for %s, or one mapping for %(name)s."""
    return values[0] if len(values) == 1 and isinstance(values[0], dict) else values or None
