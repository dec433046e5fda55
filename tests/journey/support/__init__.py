"""What the journeys stand on: the real program, clients that speak HTTP to it, and a street of people who use it.

DANGOL_SHAPE=distributed: the program is a cluster, of which tests/distributed/support tells."""

import os
import pathlib

DISTRIBUTED = os.environ.get("DANGOL_SHAPE") == "distributed"
if DISTRIBUTED:
    __path__.append(str(pathlib.Path(__file__).resolve().parents[2] / "distributed/support"))

from support.client import Answer, Api, Lost
from support.contract import check_response
from support.pages import DELIVERY, PICKUP, assert_never_backwards, shows, statuses, steps
from support.people import Customer, Operator, Person, Rider, Staff

if DISTRIBUTED:
    from support.cluster import Cluster as Server
else:
    from support.server import Server
from support.stream import Stream
from support.street import CAFE_PLACE, FAR_AWAY, MENU, NEXT_DOOR, Street, latte
from support.together import at_once
from support.waiting import until

__all__ = ["CAFE_PLACE", "DELIVERY", "FAR_AWAY", "MENU", "NEXT_DOOR", "PICKUP", "Answer", "Api", "Customer", "Lost",
           "Operator", "Person", "Rider", "Server", "Staff", "Stream", "Street", "assert_never_backwards",
           "at_once", "check_response", "latte", "shows", "statuses", "steps", "until"]
