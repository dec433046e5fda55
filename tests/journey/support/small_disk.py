"""A disk that is small enough to fill up."""

import contextlib
import os
import pathlib
import resource
import signal
import subprocess
import tempfile

import support.process

MIB = 1024 * 1024


@contextlib.contextmanager
def small_disk(mib=256):
    """A folder on a file system of that size. Whoever may not mount one gets a folder where the program's files may not grow,
    which is as much as such a machine can show. DANGOL_SMALL_DISK=limit asks for that."""
    with tempfile.TemporaryDirectory(prefix="dangol-small-disk-") as folder:
        mounted = os.environ.get("DANGOL_SMALL_DISK") != "limit" and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={mib}m,mode=0700", "tmpfs", folder], capture_output=True).returncode == 0
        if not mounted:
            with ignoring_the_signal(pathlib.Path(folder)):
                yield Limit(pathlib.Path(folder))
            return
        try:
            yield Disk(pathlib.Path(folder))
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)


class Disk:
    """A file system of its own, which a file fills up."""

    def __init__(self, folder):
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self, _server, spare=0):
        """All but `spare` bytes."""
        with self._ballast.open("ab", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(bytes(MIB))
        with self._ballast.open("ab", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(bytes(4096))
        os.truncate(self._ballast, max(0, self._ballast.stat().st_size - spare))

    def free(self, _server):
        self._ballast.unlink(missing_ok=True)


class Limit:
    """The same for one process: no file of it grows beyond the largest that is there now."""

    def __init__(self, folder):
        self.folder = folder

    def fill(self, server, spare=0):
        journal = server.data / "sandbox.journal"
        self._limit(server, (journal.stat().st_size if journal.exists() else 0) + spare)

    def free(self, server):
        self._limit(server, resource.RLIM_INFINITY)

    @staticmethod
    def _limit(server, size):
        for process in server.processes.values():
            _, hard = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)
            resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (size, hard))


@contextlib.contextmanager
def ignoring_the_signal(folder):
    """A limit shows as an error, as a full disk does, and not as SIGXFSZ."""
    plain, wrapped = support.process.BINARY, folder.with_name(folder.name + "-dangol")
    wrapped.write_text(f'#!/bin/sh\ntrap "" {signal.SIGXFSZ.value}\nexec "{plain}" "$@"\n')
    wrapped.chmod(0o700)
    support.process.BINARY = wrapped
    try:
        yield
    finally:
        support.process.BINARY = plain
        wrapped.unlink()
