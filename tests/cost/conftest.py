"""What an order costs is measured with the words and the people of the journeys."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "journey"))
