"""Many connections at the same time."""

import contextlib
import resource
import socket


@contextlib.contextmanager
def silent_connections(server, count):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    with contextlib.ExitStack() as opened:
        opened.callback(resource.setrlimit, resource.RLIMIT_NOFILE, (soft, hard))
        yield [opened.enter_context(socket.create_connection((server.host, server.port), 20)) for _ in range(count)]
