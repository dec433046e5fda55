#!/usr/bin/python3
"""A docker, a cosign and a grype for script/release's tests, by whichever name it is called: it notes what it is asked in the
file named by CALLED, and answers as those do. FAILS names one of them that finds something wrong."""

import os
import sys

DIGEST = "sha256:" + "5" * 64
BASE = "docker.io/library/debian@sha256:" + "3" * 64


def main():
    name, arguments = os.path.basename(sys.argv[0]), sys.argv[1:]
    with open(os.environ["CALLED"], "a", encoding="utf-8") as called:
        print(name, *arguments, file=called)
    if os.environ.get("FAILS") == name:
        sys.exit(1)
    match [name, *arguments]:
        case ["docker", "image", "inspect", "--format", "{{index .RepoDigests 0}}", _]:
            print(BASE)
        case ["docker", "image", "inspect", "--format", wanted, image] if "RepoDigests" in wanted:
            print(f"{image.rpartition(':')[0]}@{DIGEST}")
        case ["docker", "run", *_]:
            print('{"bomFormat": "CycloneDX"}')


if __name__ == "__main__":
    main()
