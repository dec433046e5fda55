#!/usr/bin/python3
"""A kubectl for script/deploy's tests: it notes what it is asked and plays a cluster with Dangol on it. The file named by
CLUSTER says what goes wrong there:

  deployments  NAME to REVISION of what runs before
  changes      which of them an apply changes
  stuck        which of those then do not come up
  migration    how the Job ends: Complete (default) or Failed
  secrets      whether they are there (default)
  refuses      an apply of everything fails half-way
  port         where the gateway is forwarded to
"""

import fcntl
import json
import os
import signal
import sys


def option(arguments, name):
    return arguments[arguments.index(name) + 1] if name in arguments else None


def images(path):
    """Of our own containers, in what is applied."""
    with open(path, encoding="utf-8") as text:
        return sorted({line.split("image: ")[1].strip() for line in text if "image: " in line and "/dangol@" in line})


def applied(state, arguments):
    selector = option(arguments, "--selector")
    print("applied:", images(option(arguments, "--filename")), file=sys.stderr)
    if selector:
        return 0
    running = state["deployments"]
    for name in state.get("changes", ()):
        running[name] = running.get(name, 0) + 1
    state["images"] = images(option(arguments, "--filename"))
    return 1 if state.get("refuses") else 0


def answer(state, arguments):
    words = [each for each in arguments if not each.startswith("-")]
    if arguments[:1] == ["apply"]:
        return applied(state, arguments)
    match arguments[2:4]:  # after --namespace NAME
        case ["get", "secret"]:
            return 0 if state.get("secrets", True) else 1
        case ["get", "deployments"]:
            for name, revision in state["deployments"].items():
                print(name, revision)
        case ["get", "job"]:
            print(state.get("migration", "Complete"), end="")
        case ["rollout", "status"]:
            name = words[3].removeprefix("deployment/")
            return 1 if name in state.get("stuck", ()) and name not in state.get("undone", ()) else 0
        case ["rollout", "undo"]:
            name = words[3].removeprefix("deployment/")
            state.setdefault("undone", []).append(name)
            state["deployments"][name] += 1
        case ["port-forward", _]:
            print(f"Forwarding from 127.0.0.1:{state['port']} -> 8080", flush=True)
            return None
    return 0


def main():
    with open(os.environ["CLUSTER"], "r+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        state = json.load(file)
        state.setdefault("asked", []).append(sys.argv[1:])
        ended = answer(state, sys.argv[1:])
        file.seek(0)
        file.truncate()
        json.dump(state, file)
    if ended is None:
        signal.pause()
    sys.exit(ended)


if __name__ == "__main__":
    main()
