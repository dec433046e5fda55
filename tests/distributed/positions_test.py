"""Without Kafka, contexts on PostgreSQL read each other's tables by position. A schema that was put back alone is refused."""

import subprocess

from support import Street, latte, until
from support.backbone import shared
from support.postgres import OWNER, SERVICE
from support.process import BINARY, serve
from support.server import Server as OneProcess


def test_a_schema_from_an_older_backup_is_refused_and_can_be_set_back(tmp_path, monkeypatch):
    postgres, name = shared().postgres, shared().fresh_name()
    postgres.create_database(name)
    monkeypatch.setenv("DANGOL_DATABASE_OWNER", postgres.uri(name, OWNER))
    uri = postgres.uri(name, SERVICE)

    def admin(*words):
        return subprocess.run([BINARY, "admin", "positions", "--database", uri, *words], capture_output=True, text=True, timeout=60)
    server = OneProcess(tmp_path / "data", database=uri)
    try:
        street = Street(server.start())
        street.staff.ticket_until(street.guest().place(latte(street.cafe_id))["orderId"])
        server.stop()
        assert "no context is ahead" in admin().stdout

        postgres.command(name, "UPDATE cafe.positions SET \"offset\" = \"offset\" + 90 WHERE source = 'order'")
        done = subprocess.run(serve({"data": tmp_path / "data", "port": 0, "database": uri}), capture_output=True, text=True, timeout=60)
        assert done.returncode == 1 and "cafe has read order up to event" in done.stderr, done
        assert "Restore all schemas" in done.stderr

        assert admin().returncode == 1
        assert admin("--set-back").returncode == 0
        server.start()
        street.staff.ticket_until(street.guest().place(latte(street.cafe_id))["orderId"])
        until(lambda: admin().returncode == 0, 10, "no context is ahead")
        server.stop()
    finally:
        server.kill()
        postgres.drop_database(name)
