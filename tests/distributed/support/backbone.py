"""What every cluster stands on: one PostgreSQL and one Kafka, started at the first need and stopped when Python ends."""

import atexit
import functools
import itertools
import pathlib
import secrets

from support.broker import Broker
from support.postgres import OWNER, SERVICE, Postgres


class Backbone:
    """Each cluster on it has a database and topics of its own."""

    def __init__(self, folder=None, broker=None):
        folders = {"postgres": None, "kafka": None}
        if folder:
            folders = {name: pathlib.Path(folder) / name for name in folders}
            folders["kafka"].mkdir(parents=True, exist_ok=True)
        self.postgres, self.broker = Postgres(folders["postgres"]), broker or Broker(folders["kafka"])
        self._run, self._numbers = secrets.token_hex(3), itertools.count(1)

    def start(self):
        self.postgres.start()
        self.broker.start()
        return self

    def stop(self):
        """In good order: the data will be needed again."""
        self.broker.stop()
        if self.postgres.running:
            self.postgres.stop()

    def close(self):
        self.broker.close()
        self.postgres.close()

    def fresh_name(self):
        """Of a database, and of a prefix for topics, that nobody has used."""
        return f"t{self._run}_{next(self._numbers)}"

    def settings(self, name, partitions):
        """What a process has to be told to be part of the system with that name: its flags, and its environment."""
        flags, environment = self.broker.settings()
        return (flags | {"database": self.postgres.uri(name, SERVICE), "kafka_prefix": f"{name}.",
                         "kafka_partitions": partitions},
                environment | {"DANGOL_DATABASE_OWNER": self.postgres.uri(name, OWNER)})


@functools.cache
def shared():
    backbone = Backbone()
    atexit.register(backbone.close)
    return backbone.start()
