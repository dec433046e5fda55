"""Clusters for the tests of the distributed shape. They share the words and the people of the journeys."""

import os
import pathlib
import sys

os.environ["DANGOL_SHAPE"] = "distributed"
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "journey"))

# The path must be there first.
import pytest
from support import Server, Street


@pytest.fixture(scope="module")
def town():
    """A street on a cluster of the module's own, which it stops and starts by parts."""
    with Server() as cluster:
        yield Street(cluster)
