"""Makes the script of the smoke test importable: the tests play the installation that it asks."""

import importlib.machinery
import importlib.util
import pathlib
import sys

path = pathlib.Path(__file__).resolve().parents[2] / "script/smoke"
loader = importlib.machinery.SourceFileLoader("smoke", str(path))
sys.modules["smoke"] = importlib.util.module_from_spec(importlib.util.spec_from_loader("smoke", loader))
loader.exec_module(sys.modules["smoke"])
