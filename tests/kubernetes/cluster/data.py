"""PostgreSQL and Kafka beside the cluster, as a cloud's managed services would be: the tests' own, which also listen where
pods reach them. PostgreSQL wants TLS and passwords from there."""

import os
import pathlib
import shutil
import sys

os.environ["DANGOL_SHAPE"] = "distributed"
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "journey"))

# The path must be there first.
from support.broker import Broker
from support.postgres import OWNER, SERVICE, Postgres

from cluster import keys
from cluster.place import ADDRESS, FOLDER

POSTGRES_PORT, KAFKA_PORT = 5432, 9092


def postgres():
    server = Postgres(FOLDER / "postgres", POSTGRES_PORT)
    data = server.folder / "data"
    for name, source in (("server.crt", keys.certificate("server")), ("server.key", keys.key("server"))):
        target = data / name
        shutil.copyfile(source, target)
        target.chmod(0o600)
        shutil.chown(target, *(data.owner(), data.group()))
    with open(data / "postgresql.conf", "a", encoding="utf-8") as settings:
        settings.write(f"listen_addresses = '127.0.0.1,{ADDRESS}'\nssl = on\n")
    with open(data / "pg_hba.conf", "a", encoding="utf-8") as callers:
        callers.write("hostssl all all 10.0.0.0/8 scram-sha-256\n")
    server.start()
    server.create_database("dangol")
    return server


def set_passwords(service, owner):
    """Of the two roles, as the Secrets have them."""
    server = Postgres(FOLDER / "postgres", POSTGRES_PORT)
    for role, password in ((SERVICE, service), (OWNER, owner)):
        server.command("postgres", f"ALTER ROLE {role} PASSWORD %s", password)


def kafka():
    folder = FOLDER / "kafka"
    folder.mkdir()
    broker = Broker(folder, f"{ADDRESS}:{KAFKA_PORT}")
    broker.start()
    return broker
