"""The program as one process on SQLite files: the embedded shape."""

import pathlib
import shutil
import sqlite3
import tempfile

from support.process import BINARY, Process
from support.system import System

__all__ = ["BINARY", "Server"]


class Server(System):
    """Flags are given as keywords: Server(ask_after="300ms", demo=True). Each start counts one `generation` up, so
    that clients know their connections are gone. The port stays the same over restarts.

    support.cluster.Cluster has the same words for the distributed shape."""

    ABSENT = 404  # answered for a context that is switched off: the program knows no such address
    SOLE_WRITER = True  # no other process may write the data meanwhile
    REJOINS_SECONDS = 0  # after a kill until everybody gets events again
    UNREAD = ()  # problems found before the request was read as far as the caller's language

    def __init__(self, data=None, **flags):
        self._own_folder = data is None
        self.data = pathlib.Path(data or tempfile.mkdtemp(prefix="dangol-journey-"))
        self.flags = flags
        self.host, self.port = "127.0.0.1", 0
        self.operator_code = None
        self.generation = 0
        self.process = Process(self.data.with_suffix(".log"))

    def start(self, timeout=20, **flags):
        """Returns when the program says that it is ready. `flags` go on top of those it was made with."""
        self.flags |= flags
        self.process.launch({"data": self.data, "port": self.port} | self.flags)
        self.process.wait_until_ready(timeout)
        self.host, self.port, self.operator_code = self.process.host, self.process.port, self.process.operator_code
        self.generation += 1
        return self

    def stop(self, timeout=20):
        """As an administrator does: SIGTERM, and it must end well."""
        self.process.terminate()
        self.process.wait_until_ended(timeout)

    def kill(self):
        """kill -9, at whatever it is doing."""
        self.process.kill()

    def restart(self, kill=False, **flags):
        """On the same data, with `flags` on top of those from before; False takes a flag away."""
        self.kill() if kill else self.stop()
        return self.start(**flags)

    def close(self):
        self.kill()
        if self._own_folder:
            shutil.rmtree(self.data, ignore_errors=True)
            self.process.log_path.unlink(missing_ok=True)

    @property
    def running(self):
        return self.process.running

    @property
    def processes(self):
        """Those that run, by name."""
        return {"dangol": self.process} if self.running else {}

    def log(self):
        return self.process.log()

    # ---- its data, read past it ------------------------------------------------------------------

    @property
    def place(self):
        """Where the data is, as flags of `dangol admin` and `dangol events`."""
        return ["--data", str(self.data)]

    @property
    def operated(self):
        """The system that serves and the operator's key to it, as flags of `dangol admin`."""
        return ["--url", f"http://{self.host}:{self.port}", "--data", str(self.data)]

    def written(self):
        """The contexts that have data here."""
        return sorted(path.stem for path in self.data.glob("*.db"))

    def ask(self, context, question, *values):
        """All rows of an SQL question to one context's tables. The program may run or not."""
        connection = sqlite3.connect(f"file:{self.data / context}.db?mode=ro", uri=True, timeout=10)
        try:
            return connection.execute(question, values).fetchall()
        finally:
            connection.close()

    def spoil(self, context, change, *values):
        """Changes one context's tables behind the program's back. Gives the number of rows."""
        connection = sqlite3.connect(self.data / f"{context}.db", timeout=10)
        try:
            with connection:
                return connection.execute(change, values).rowcount
        finally:
            connection.close()

    def unread(self, consumer, source, types):
        """How many events of that source and of these types the consumer has not read yet."""
        read = self.ask(consumer, 'SELECT coalesce(max("offset"), 0) FROM positions WHERE source = ?', source)[0][0]
        return self.ask(source, f"SELECT count(*) FROM events WHERE position > ? AND type IN ({','.join('?' * len(types))})", read,
                        *types)[0][0]

    def unsound(self):
        """What the database says against its own files. The program stands still."""
        found = []
        for context in self.written():
            with sqlite3.connect(self.data / f"{context}.db") as connection:
                found += [row[0] for row in connection.execute("PRAGMA integrity_check") if row != ("ok",)]
        return found
