"""What script/kubernetes applies beside the overlay "try", which is rendered and checked as every other one is."""

import http.server
import pathlib
import re
import sys
import threading

import pytest
import yaml
from rendering import KUSTOMIZATIONS, ROOT, rendered
from schemas import NEWEST, complaints

sys.path.insert(0, str(ROOT / "tests/kubernetes"))

# The path must be there first.
from cluster import place, programs
from demonstration.load import Load

SCRIPT = ROOT / "tests/kubernetes"
BESIDE = [one for path in sorted((SCRIPT / "manifests").glob("*.yaml"))
          for one in yaml.safe_load_all(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("one", BESIDE, ids=lambda one: one["kind"])
def test_it_fits_its_schema(one):
    assert not complaints(one, NEWEST)


def test_the_overlay_is_the_one_that_is_checked():
    (applied,) = re.findall(r'ROOT / "(deploy/kubernetes/overlays/\w+)"',
                            (SCRIPT / "demonstration/steps.py").read_text(encoding="utf-8"))
    assert KUSTOMIZATIONS["try"] == ROOT / applied


def test_the_cluster_is_of_the_version_whose_schemas_are_checked():
    assert programs.version("k8s.io/kubernetes").removeprefix("v").rpartition(".")[0] == NEWEST


def test_services_without_pods_lead_to_the_node():
    slices = [one for one in [*rendered("try"), *BESIDE] if one["kind"] == "EndpointSlice"]
    assert len(slices) == 3
    assert {tuple(each["addresses"]) for one in slices for each in one["endpoints"]} == {(place.ADDRESS,)}


def test_volumes_are_within_the_clusters_folder():
    folders = [pathlib.Path(one["spec"]["local"]["path"]) for one in rendered("try").of("PersistentVolume")]
    assert len(folders) == 2
    assert {folder.parent for folder in folders} == {place.FOLDER / "volumes"}
    made = (SCRIPT / "cluster/node.py").read_text(encoding="utf-8")
    assert all(f'"{folder.name}"' in made for folder in folders)


class Server(http.server.BaseHTTPRequestHandler):
    """Answers every third request, refuses every third, and ends the connection at every third."""
    protocol_version = "HTTP/1.1"
    asked = 0

    def do_POST(self):
        self.rfile.read(int(self.headers["content-length"]))
        Server.asked += 1
        if Server.asked % 3 == 2:
            self.close_connection = True
            return
        self.send_response(503 if Server.asked % 3 else 200)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def test_the_load_counts_each_request_that_failed():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        told = threading.Event()

        def story(ask):
            ask("order", "POST", "/orders", {})
            if Server.asked >= 30:
                told.set()
        with Load("127.0.0.1", server.server_port, [(None, story)]) as load:
            assert told.wait(10)
        server.shutdown()
    assert load.total == Server.asked >= 30
    assert len(load.failures) == load.total - load.total // 3
    assert load.repeated == 0
