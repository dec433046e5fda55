"""The deterministic simulation as a program: it is repeatable, finds nothing, and would find something.

DANGOL_SIMULATE is the program; its twins with one deliberate bug each stand beside it as NAME-bug-<bug>."""

import os
import pathlib
import re
import subprocess

import pytest

PROGRAM = pathlib.Path(os.environ.get("DANGOL_SIMULATE", "build/release/dangol-simulate"))
LAST_LINE = re.compile(r"(\d+) orders, (\d+) violations, hash=([0-9a-f]{16})")
VIOLATION = re.compile(r"VIOLATION seed=(\d+) at \S+: \S.*")

# Deliberate bug: the seeds within which it must be found. The first few do; the rest is room for rules that change.
BUGS = {"effect_without_position": 20, "reply_before_commit": 20, "cancel_without_version_check": 20}


def simulate(*options, program=PROGRAM):
    """Exit status, output, and what the last line says: orders, violations, hash."""
    ran = subprocess.run([program, *map(str, options)], capture_output=True, text=True, timeout=500)
    last = LAST_LINE.fullmatch((ran.stdout.splitlines() or [""])[-1])
    assert last, f"no last line as promised, status {ran.returncode}:\n{ran.stdout[-2000:]}{ran.stderr[-2000:]}"
    return ran.returncode, ran.stdout, (int(last[1]), int(last[2]), last[3])


def test_the_same_seed_hashes_alike_twice_and_another_seed_does_not():
    first, again, other = (simulate("--seed", seed, "--orders", 200)[2] for seed in (7, 7, 8))
    assert first == again
    assert first[2] != other[2]


def test_200_fresh_seeds_of_200_orders_show_no_violation():
    status, output, (orders, violations, _) = simulate("--fresh", 200, "--orders", 200)
    assert (status, orders, violations) == (0, 40_000, 0), output


@pytest.mark.parametrize("bug, seeds", BUGS.items())
def test_a_deliberate_bug_is_caught_and_its_seed_shows_it_again(bug, seeds):
    buggy = PROGRAM.with_name(f"{PROGRAM.name}-bug-{bug}")
    assert buggy.exists(), f"{buggy} is not built (CMake option DANGOL_DELIBERATE_BUGS)"
    for seed in range(1, seeds + 1):
        status, output, (_, violations, _) = simulate("--seed", seed, "--orders", 200, program=buggy)
        if violations:
            break
    else:
        pytest.fail(f"{bug} was not found with seeds 1 to {seeds}")
    assert status != 0
    assert VIOLATION.search(output)[1] == str(seed), "the seed to run again is printed"
    assert simulate("--seed", seed, "--orders", 200)[0] == 0, "the product itself has nothing wrong with this seed"
