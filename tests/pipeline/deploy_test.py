"""script/deploy on a cluster that is only played: which steps it takes, in which order, and how it goes back."""

import http.server
import json
import os
import pathlib
import subprocess
import threading

import pytest
from smoke import ASKED

ROOT = pathlib.Path(__file__).resolve().parents[2]
IMAGE = "registry.test/dangol@sha256:" + "7" * 64
CONTEXTS = ("identity", "cafe", "order", "payment", "delivery", "mypage", "notification")
ALL = [f"dangol-{name}" for name in (*CONTEXTS, "gateway", "sandbox")]


@pytest.fixture(name="door")
def a_door():
    """An installation's gateway; `ill` are paths that it answers with 503."""
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):  # pylint: disable=invalid-name
            status, kind = {path: (status, kind) for path, status, kind in ASKED}[self.path]
            self.send_response(503 if self.path in server.ill else status)
            self.send_header("Content-Type", kind)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.ill = set()
    threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(name="deploy")
def a_deploy(tmp_path, door):
    (tmp_path / "kubectl").symlink_to(ROOT / "tests/pipeline/kubectl.py")
    state = tmp_path / "cluster.json"

    def run(*arguments, overlay="dev", image=IMAGE, **cluster):
        cluster = {"deployments": dict.fromkeys(ALL, 4), "changes": [], "port": door.server_port} | cluster
        state.write_text(json.dumps(cluster), encoding="utf-8")
        environment = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}", "CLUSTER": str(state),
                                    "DANGOL_ROLLOUT_TIMEOUT": "1"}
        ran = subprocess.run([ROOT / "script/deploy", *arguments, overlay, image], env=environment, capture_output=True,
                             text=True, timeout=60, check=False)
        left = json.loads(state.read_text(encoding="utf-8"))
        ran.asked, ran.cluster = left.get("asked", []), left
        ran.steps = [step for step in map(named, ran.asked) if step]
        return ran

    return run


def named(asked):
    """A short name for what kubectl was asked to change or to wait for."""
    text = " ".join(asked)
    if asked[0] == "apply":
        return "apply settings and migration" if "--selector" in asked else "apply everything"
    for words, name in (("delete job dangol-migration", "delete the migration"), ("get job", "migrated?"),
                        ("logs job", "logs"), ("port-forward", "smoke"), ("rollout status", "settled?")):
        if words in text:
            return name
    if "rollout undo" in text:
        return " ".join(["undo", *asked[4:]])
    return None


def without_repeats(steps):
    return [step for before, step in zip([None, *steps], steps) if step != before]


IN_ORDER = ["delete the migration", "apply settings and migration", "migrated?", "apply everything", "settled?", "smoke"]


def test_schemas_then_pods_then_the_test(deploy):
    ran = deploy(changes=ALL)
    assert ran.returncode == 0, ran.stderr
    assert without_repeats(ran.steps) == IN_ORDER
    assert ran.steps.count("settled?") == len(ALL)
    assert ran.cluster["images"] == [IMAGE]
    assert f"{IMAGE} serves" in ran.stderr


def test_everything_is_asked_of_the_overlays_namespace(deploy):
    assert {asked[1] for asked in deploy().asked if asked[0] == "--namespace"} == {"dangol-dev"}


def test_a_first_installation_waits_for_the_schemas_after_all_is_there(deploy):
    ran = deploy(deployments={}, changes=ALL)
    assert ran.returncode == 0, ran.stderr
    assert without_repeats(ran.steps) == ["apply everything", "migrated?", "settled?", "smoke"]


def test_a_failed_migration_touches_no_pod(deploy):
    ran = deploy(migration="Failed", changes=ALL)
    assert ran.returncode == 1
    assert without_repeats(ran.steps) == [*IN_ORDER[:3], "logs"]
    assert "no pod was touched" in ran.stderr


def test_a_migration_without_end_touches_no_pod(deploy):
    ran = deploy(migration="", changes=ALL)
    assert ran.returncode == 1 and "no end within 1 s" in ran.stderr
    assert "apply everything" not in ran.steps


def test_what_does_not_come_up_is_taken_back(deploy):
    ran = deploy(changes=["dangol-order", "dangol-cafe"], stuck=["dangol-order"])
    assert ran.returncode == 1, ran.stderr
    assert "smoke" not in ran.steps
    undone = [step for step in ran.steps if step.startswith("undo")]
    assert sorted(undone) == [f"undo deployment/dangol-{name} --to-revision 4" for name in ("cafe", "order")]
    assert ran.steps[-1] == "settled?"
    assert "what ran before serves again" in ran.stderr


def test_what_fails_the_smoke_test_is_taken_back(deploy, door):
    door.ill.add("/orders")
    ran = deploy(changes=ALL)
    assert ran.returncode == 1
    assert "/orders: 503, not 401" in ran.stderr
    assert sorted(ran.cluster["undone"]) == sorted(ALL)


def test_what_was_applied_by_half_is_taken_back(deploy):
    ran = deploy(changes=["dangol-mypage"], refuses=True)
    assert ran.returncode == 1 and ran.cluster["undone"] == ["dangol-mypage"]


def test_a_new_service_without_a_past_stays_when_the_others_go_back(deploy):
    ran = deploy(deployments={"dangol-cafe": 2}, changes=["dangol-cafe", "dangol-sandbox"], stuck=["dangol-cafe"])
    assert ran.returncode == 1 and ran.cluster["undone"] == ["dangol-cafe"]


def test_somebody_is_called_where_nothing_can_be_taken_back(deploy):
    ran = deploy(deployments={}, changes=ALL, stuck=["dangol-order"])
    assert ran.returncode == 3
    assert "neither rolled out nor back" in ran.stderr


def test_it_can_be_tested_from_outside(deploy, door):
    ran = deploy("--smoke", f"http://127.0.0.1:{door.server_port}/", changes=ALL)
    assert ran.returncode == 0 and "smoke" not in ran.steps


@pytest.mark.parametrize("arguments, reason", [
    ({"image": "registry.test/dangol:1.0"}, "not an image by its digest"),
    ({"overlay": "moon"}, "there are: dev eks prod"),
    ({"overlay": "eks"}, "example.com"),
    ({"secrets": False}, "make-secrets dangol-dev"),
])
def test_what_cannot_be_meant_is_refused_before_anything_is_done(deploy, arguments, reason):
    ran = deploy(**arguments)
    assert ran.returncode == 2
    assert reason in ran.stderr
    assert not ran.steps


def test_what_would_be_applied_can_be_read_first(deploy):
    ran = deploy("--render", overlay="eks")
    assert ran.returncode == 0 and not ran.asked
    assert ran.stdout.count(f"image: {IMAGE}\n") >= len(CONTEXTS) + 1
    assert "registry.example.com" not in ran.stdout
