"""Images without a registry or an engine: an archive of one layer, of programs of this machine with the libraries that they
load, which containerd imports. They stand in for those that a Dockerfile makes, with the same user, paths and entry."""

import contextlib
import hashlib
import io
import json
import pathlib
import re
import shutil
import subprocess
import tarfile

from cluster.components import CONTAINERD
from cluster.place import FOLDER, run

APPLETS = ("sh", "cat", "env", "ls", "sed", "sleep", "tail", "wget")
NGINX = """#!/bin/sh
# As the official image's: templates are filled in, those variables alone that the filter names.
set -e
names=$(env | sed -n "s/^\\(DANGOL_[A-Z_]*\\)=.*/\\${\\1}/p")
for template in /etc/nginx/templates/*.template; do
    name=${template##*/}
    envsubst "$names" <"$template" >"/etc/nginx/conf.d/${name%.template}"
done
exec nginx -g 'daemon off;'
"""


class Image:
    def __init__(self, name, tag="try", **config):
        self.name, self.tag, self._config = name, tag, config
        self._files = {}  # path: (bytes or a link's target, mode)

    def folder(self, path, mode=0o755):
        self._files[path.lstrip("/")] = (None, mode)
        return self

    def file(self, path, content, mode=0o644):
        self._files[path.lstrip("/")] = (content, mode)
        return self

    def link(self, path, target):
        self._files[path.lstrip("/")] = (target, None)
        return self

    def program(self, source, path):
        """With the libraries it loads, each where the loader looks for it."""
        self.file(path, pathlib.Path(source).read_bytes(), 0o755)
        linked = subprocess.run(["ldd", source], capture_output=True, text=True, check=False).stdout
        for library in re.findall(r"(/\S+) \(0x", linked):
            self.file(library, pathlib.Path(library).read_bytes(), 0o755)
        return self

    def shell(self):
        self.program(shutil.which("busybox"), "/bin/busybox")
        for applet in APPLETS:
            self.link(f"/bin/{applet}", "busybox")
        return self

    def load(self):
        """Into containerd, under the name that a registry's image would have."""
        layer = self._layer()
        config = json.dumps({"architecture": "amd64", "os": "linux", "config": self._config,
                             "rootfs": {"type": "layers", "diff_ids": [f"sha256:{hashlib.sha256(layer).hexdigest()}"]}})
        reference = f"docker.io/library/{self.name}:{self.tag}"
        archive = FOLDER / f"{self.name}-{self.tag}.tar"
        with tarfile.open(archive, "w") as tar:
            for name, content in (("layer.tar", layer), ("config.json", config.encode()),
                                  ("manifest.json", json.dumps([{"Config": "config.json", "RepoTags": [reference],
                                                                 "Layers": ["layer.tar"]}]).encode())):
                entry = tarfile.TarInfo(name)
                entry.size = len(content)
                tar.addfile(entry, io.BytesIO(content))
        try:
            run("ctr", "--address", CONTAINERD, "--namespace", "k8s.io", "images", "import", archive)
        finally:
            with contextlib.suppress(OSError):
                archive.unlink()
        return len(layer)

    def _layer(self):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w") as tar:
            for path, (content, mode) in sorted(self._files.items()):
                entry = tarfile.TarInfo(path)
                if content is None:
                    entry.type, entry.mode = tarfile.DIRTYPE, mode
                elif mode is None:
                    entry.type, entry.linkname = tarfile.SYMTYPE, content
                else:
                    entry.mode, entry.size = mode, len(content)
                tar.addfile(entry, io.BytesIO(content) if entry.isreg() and content else None)
        return out.getvalue()


def pause():
    return Image("dangol-pause", Entrypoint=["/bin/tail", "-f", "/dev/null"]).shell()


def dangol(binary, tag):
    return (Image("dangol", tag, Entrypoint=["/usr/local/bin/dangol"], Env=["PATH=/usr/local/bin:/usr/bin:/bin"], User="10001",
                  Labels={"org.opencontainers.image.version": tag})
            .shell().folder("/tmp", 0o1777).folder("/var/lib/dangol").program(shutil.which("install"), "/usr/bin/install")
            .program(binary, "/usr/local/bin/dangol"))


def nginx():
    """Debian's, as the official image has it: it fills in templates at its start, and SIGQUIT ends it gracefully."""
    return (Image("nginx", Entrypoint=["/docker-entrypoint.sh"], Env=["PATH=/usr/sbin:/usr/bin:/bin"], StopSignal="SIGQUIT")
            .shell().folder("/tmp", 0o1777).folder("/var/log/nginx", 0o777).folder("/var/lib/nginx", 0o777)
            .file("/docker-entrypoint.sh", NGINX.encode(), 0o755).program(shutil.which("nginx"), "/usr/sbin/nginx")
            .program(shutil.which("envsubst"), "/usr/bin/envsubst"))
