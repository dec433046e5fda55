"""Ports for processes that are stopped and started again on the same one."""

import random
import socket

# Below the ports that the system gives to outgoing connections, so that none of them takes one while its owner is down.
_RANGE = range(12000, 32000)
_given = set()


def free_port():
    """A port that nobody listens on now, and that this process gives to nobody else."""
    for _ in range(1000):
        port = random.choice(_RANGE)
        if port in _given:
            continue
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        _given.add(port)
        return port
    raise AssertionError(f"no free port in {_RANGE}")


def listens(port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0
