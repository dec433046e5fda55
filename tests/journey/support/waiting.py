"""Waiting for what the program promises to do, never for luck."""

import time


def until(condition, timeout=10.0, what=None):
    """The first truthy value of condition(), asked again and again; fails with the last value after `timeout` seconds."""
    deadline = time.monotonic() + timeout
    pause = 0.005
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {timeout} s: {what or condition.__name__}; the last value was {value!r}")
        time.sleep(pause)
        pause = min(pause * 1.5, 0.1)
