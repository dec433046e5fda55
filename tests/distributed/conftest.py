"""Clusters for the tests of the distributed shape. They share the words and the people of the journeys."""

import os
import pathlib
import sys

os.environ["DANGOL_SHAPE"] = "distributed"
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "journey"))
