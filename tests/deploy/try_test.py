"""What script/kubernetes applies beside the overlay "try", which is rendered and checked as every other one is."""

import pathlib
import re
import sys

import pytest
import yaml
from rendering import KUSTOMIZATIONS, ROOT, rendered
from schemas import NEWEST, complaints

sys.path.insert(0, str(ROOT / "tests/kubernetes"))

# The path must be there first.
from cluster import place, programs

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
