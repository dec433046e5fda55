"""The image installs what the program is linked with: its build needs a container engine, this test needs none."""

import os
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Debian's essential packages, in every base.
IN_THE_BASE = {"libc6", "libgcc-s1", "libstdc++6"}


def linked_with(program):
    told = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    found = dict(re.findall(r"^\s*(\S+) => (/\S+)", told, re.MULTILINE))
    needed = subprocess.run(["readelf", "--dynamic", program], capture_output=True, text=True, check=True).stdout
    return {name: found[name] for name in re.findall(r"\(NEEDED\).*\[(.+)\]", needed) if name in found}


def package_of(library):
    # Where /lib is a link to /usr/lib, dpkg knows the file by one of its two names.
    for path in (library, os.path.realpath(library), library.replace("/usr/lib", "/lib", 1), "/usr" + library):
        owner = subprocess.run(["dpkg-query", "--search", path], capture_output=True, text=True, check=False).stdout
        if owner:
            return owner.split(":")[0]
    raise LookupError(f"no package has {library}")


def test_the_image_installs_what_the_program_is_linked_with():
    libraries = (ROOT / "Dockerfile").read_text(encoding="utf-8").split("AS libraries", 1)[1].split("\nFROM", 1)[0]
    installed = set(re.findall(r"[a-z0-9][a-z0-9.+-]+", libraries))
    packages = {package_of(path): name for name, path in linked_with(os.environ["DANGOL_BINARY"]).items()}
    assert len(packages) > 10
    missing = {package: name for package, name in packages.items() if package not in installed | IN_THE_BASE}
    assert not missing, "name these in the stage `libraries` of the Dockerfile"
