"""The program as an administrator runs it."""

import os
import subprocess

from support.process import BINARY


def dangol(*arguments, **environment):
    """How it ended, and what it printed."""
    return subprocess.run([BINARY, *map(str, arguments)], capture_output=True, text=True, timeout=120,
                          env=os.environ | environment, check=False)


def events(context, *place):
    """The lines of `dangol events`."""
    ran = dangol("events", "--context", context, *place)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()
