"""script/smoke, which a rollout is judged by, against the real program."""

import pathlib
import subprocess

SMOKE = pathlib.Path(__file__).resolve().parents[2] / "script/smoke"


def smoke(server, patience=20):
    return subprocess.run([SMOKE, "--patience", str(patience), f"http://{server.host}:{server.port}"],
                          capture_output=True, text=True, timeout=60, check=False)


def test_an_installation_that_serves_passes(street):
    ran = smoke(street.server)
    assert ran.returncode == 0, ran.stderr


def test_a_context_that_is_missing_is_named(open_street):
    server = open_street().server
    server.restart(without="notification")
    ran = smoke(server, patience=0)
    assert ran.returncode == 1
    assert f"/notifications: {server.ABSENT}, not 401" in ran.stderr
    assert "/orders" not in ran.stderr


def test_nobody_there_is_seen():
    ran = subprocess.run([SMOKE, "--patience", "0", "http://127.0.0.1:1"], capture_output=True, text=True, timeout=60,
                         check=False)
    assert ran.returncode == 1 and "/readyz" in ran.stderr
