"""Schemathesis tries every operation of api/openapi.yaml with values that fit its schemas and values that do not, as each role
that may use it, against the real program. Every answer must be documented, what does not fit its schema must be refused, and
nothing may be a 5xx.

    DANGOL_DOORS_SEED     other values; the same seed gives the same values (default 1)
    DANGOL_DOORS_EXAMPLES values for each operation and role (default 12)
    DANGOL_DOORS_SECONDS  the time for each role (default 45)

Without DANGOL_DOORS_EXAMPLES each operation is tried as one of its roles, chosen by the seed; with it, as each of them."""

import concurrent.futures
import json
import os
import pathlib
import random
import shutil
import subprocess

import pytest
from support.contract import document
from world import opened, operations

SEED = int(os.environ.get("DANGOL_DOORS_SEED", "1"))
EXAMPLES = int(os.environ.get("DANGOL_DOORS_EXAMPLES", "12"))
SECONDS = int(os.environ.get("DANGOL_DOORS_SECONDS", "45"))
THOROUGH = "DANGOL_DOORS_EXAMPLES" in os.environ
HOOKS = pathlib.Path(__file__).with_name("hooks.py")
PROGRAM = pathlib.Path(os.environ.get("DANGOL_DOORS_PYTHON", "")).with_name("schemathesis")
ROLES = {"anonymous": "nobody", "customer": "the customer", "staff": "staff of this branch", "rider": "the rider",
         "operator": "the operator"}

# Left to tests/doors/rights_test.py and the journeys.
NOT_TRIED = {
    "signOut": "all that follows would be refused",
    "troubleRefunds": "it makes the provider silent, so refunds do not answer",
    "getOpenApi": "a file, which tests/contract compares", "getAsyncApi": "likewise",
}

# What values that fit their schemas may meet: the state of things, rules that no schema can express (hooks.py looks at those
# 400s), and bounds of the sizes of whole requests.
FITTING = ["2xx", "304", "400", "401", "402", "403", "404", "409", "412", "413", "414", "415", "422", "429"]
# What values that do not may be refused with.
WRONG = ["400", "401", "403", "404", "405", "409", "412", "413", "414", "415", "422", "429", "431"]


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with opened(tmp_path_factory.mktemp("stranger"), telegram_bot="dangol_test_bot", telegram_url="http://127.0.0.1:9") as town:
        yield town


def is_stream(operation):
    """Without an end, so not to be waited for."""
    return "text/event-stream" in operation.described["responses"].get("200", {}).get("content", {})


def tried(role):
    """The operations that are tried as this role."""
    chosen = random.Random(SEED)
    for operation in operations():
        roles = sorted(operation.roles & ROLES.keys())
        one = chosen.choice(roles) if roles else None
        if operation.described["operationId"] in NOT_TRIED or is_stream(operation):
            continue
        if role == one or THOROUGH and role in roles:
            yield operation


def settings(world, role, token):
    """Of Schemathesis, in its own format: with things that are there, so that more than a 404 comes of it."""
    lines = [f"hooks = {json.dumps(str(HOOKS))}",
             f"[checks]\npositive_data_acceptance.expected-statuses = {json.dumps(FITTING)}\n"
             # hooks.py has it in our way.
             f"negative_data_rejection.enabled = false\nnegative_data_rejection.expected-statuses = {json.dumps(WRONG)}"]
    if token:
        lines.append(f'[auth.openapi.bearer]\nbearer = "{token}"')
    for operation in tried(role):
        known = {"id": world.identity(operation), "cafeId": world.cafe, "context": "mypage"}
        given = {f"{where}.{name}": known[name] for where, name in operation.parameters if name in known}
        if given:
            lines.append(f'[[operations]]\ninclude-operation-id = "{operation.described["operationId"]}"\n'
                         f'parameters = {{ {", ".join(f"{json.dumps(k)} = {json.dumps(v)}" for k, v in given.items())} }}')
    return "\n\n".join(lines) + "\n"


def run(world, role, folder):
    """(role, how it ended, what it said)"""
    folder = folder / role
    folder.mkdir()
    principal = next(one for one in world.principals if one.name == ROLES[role])
    token = world.riders[None].token if role == "rider" else principal.token
    names = [part for operation in tried(role) for part in ("--include-operation-id", operation.described["operationId"])]
    if not names:
        return role, 0, "no operation generated"
    (folder / "openapi.json").write_text(json.dumps(document("openapi")))
    (folder / "schemathesis.toml").write_text(settings(world, role, token))
    done = subprocess.run(
        [PROGRAM, "--config-file", "schemathesis.toml", "run", "openapi.json", *names, "--url", f"http://{world.server.host}:{world.server.port}",
         "--header", f"X-Forwarded-For: 192.0.2.{1 + list(ROLES).index(role)}", "--generation-allow-x00", "false", "--seed", str(SEED),
         "--max-examples", str(EXAMPLES), "--max-time", str(SECONDS), "--phases", "examples,coverage,fuzzing", "--no-color",
         "--continue-on-failure", "--request-timeout", "20", "--output-sanitize", "false", "--generation-database", "none",
         "--suppress-health-check", "all", "--warnings", "off"],
        cwd=folder, capture_output=True, text=True, timeout=SECONDS + 120, check=False)
    return role, done.returncode, done.stdout + done.stderr


def test_the_program_keeps_the_contract_whatever_is_sent(world, tmp_path, capsys):
    assert PROGRAM.is_file(), f"{PROGRAM} is not there: run script/bootstrap, and script/test doors"
    processes = os.cpu_count() or 1
    with concurrent.futures.ThreadPoolExecutor(processes) as pool:
        ended = list(pool.map(lambda role: run(world, role, tmp_path), ROLES))
    with capsys.disabled():
        for role, _, said in ended:
            cases = next((line.strip() for line in said.splitlines() if " generated" in line), "no cases")
            print(f"\nschemathesis as {role}, seed {SEED}: {cases}", end="")
    failed = [f"──── {role} (DANGOL_DOORS_SEED={SEED})\n{said}" for role, code, said in ended if code != 0]
    assert not failed, "\n".join(failed)
    assert world.server.running
    shutil.rmtree(tmp_path)
