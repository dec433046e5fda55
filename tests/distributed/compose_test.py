"""compose.yaml says what the tests run, in words that the program and the gateway know. (No engine is needed for this.)"""

import re
import subprocess

import yaml
from support.contract import ROOT
from support.gateway import TEMPLATE, UPSTREAMS
from support.process import BINARY

COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]


def test_there_is_a_process_for_each_context_and_what_they_stand_on():
    assert {*UPSTREAMS, "postgres", "kafka", "gateway"} == set(SERVICES)
    for name in UPSTREAMS:
        assert SERVICES[name]["environment"]["DANGOL_ONLY"] == name


def test_every_setting_is_one_that_the_program_knows():
    shown = subprocess.run([BINARY, "config", "show"], capture_output=True, text=True, check=True, timeout=20).stdout
    known = {"DANGOL_" + line.split()[0].upper().replace("-", "_") for line in shown.splitlines() if line.strip()}
    for name in UPSTREAMS:
        unknown = set(SERVICES[name]["environment"]) - known
        assert not unknown, f"{name}: {unknown}"


def test_the_gateway_gets_every_variable_of_its_configuration():
    wanted = set(re.findall(r"\$\{(DANGOL_\w+)\}", TEMPLATE.read_text(encoding="utf-8")))
    assert wanted == set(SERVICES["gateway"]["environment"])
    for name in UPSTREAMS:
        assert f"server {name}:8088" in SERVICES["gateway"]["environment"][f"DANGOL_{name.upper()}"]


def test_what_is_mounted_or_waited_for_is_there():
    for service in SERVICES.values():
        assert set(service.get("depends_on", ())) <= set(SERVICES)
        assert set(service.get("networks", ())) <= set(COMPOSE["networks"])
        for volume in service.get("volumes", ()):
            source = volume.split(":")[0]
            assert (ROOT / source).exists() if source.startswith(".") else source in COMPOSE["volumes"], volume
