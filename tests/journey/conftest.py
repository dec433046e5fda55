"""Servers and streets for the journeys. Most tests share one street with the default settings; a test that needs other
settings opens its own."""

import contextlib

import pytest
from support import Server, Street


@contextlib.contextmanager
def opened(flags, profile):
    with Server(**flags) as server:
        yield Street(server, **profile)


@pytest.fixture(scope="session")
def street():
    """The street that tests share: each makes its own guests, and looks only at their orders."""
    with opened({}, {}) as shared:
        yield shared


@pytest.fixture(scope="module")
def open_street():
    """open_street(ask_after="300ms", profile={…}) → a Street on a server of its own until the module's end. The same
    wishes give the same street."""
    with contextlib.ExitStack() as streets:
        known = {}

        def open_one(profile=None, **flags):
            wish = repr((sorted(flags.items()), profile))
            if wish not in known:
                known[wish] = streets.enter_context(opened(flags, profile or {}))
            return known[wish]

        yield open_one
