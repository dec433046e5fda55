"""The Dockerfile and compose.yaml, without an engine: what they promise of users, versions and names holds, and they
say nothing that the program, the gateway or the repository does not know. Each rule is seen to fail."""

import copy
import json
import pathlib
import re

import pytest
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
IGNORED = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
OFFLINE = yaml.safe_load((ROOT / "tests/image/offline/compose.yaml").read_text(encoding="utf-8"))
TEMPLATE = (ROOT / "deploy/nginx/dangol.conf.template").read_text(encoding="utf-8")
PROMETHEUS = yaml.safe_load((ROOT / "deploy/compose/prometheus.yaml").read_text(encoding="utf-8"))

CONTEXTS = {"identity", "cafe", "order", "payment", "delivery", "mypage", "notification", "sandbox"}
STANDS_ON = {"gateway", "postgres", "kafka"}
OBSERVE = {"prometheus", "grafana", "jaeger", "loki", "alloy"}
OURS = "${DANGOL_IMAGE:-dangol:development}"


def services(compose):
    return compose["services"].items()


# ---- rules: what is wrong with a compose file, if anything -----------------------------------------


def others_are_pinned_and_ours_can_be_named(compose):
    for name, service in services(compose):
        if name in CONTEXTS:
            if service["image"] != OURS:
                yield f"{name}: {service['image']}"
        elif not re.fullmatch(r"[\w./-]+:v?\d+(\.\d+)+[\w.-]*|postgres:\d+-alpine", service["image"]):
            yield f"{name}: {service['image']} is no version"


def nobody_may_more_than_needed(compose):
    for name, service in services(compose):
        if service.get("cap_drop") != ["ALL"] or "no-new-privileges:true" not in service.get("security_opt", ()):
            yield f"{name} keeps privileges"
        if not service.get("read_only") and name != "kafka":
            yield f"{name} may write its root"
        if {"privileged", "cap_add", "network_mode", "pid", "ipc"} & set(service):
            yield f"{name} asks for more"
        if service.get("user") in ("root", "0", "0:0") and name != "alloy":
            yield f"{name} is root"
        if "memory" not in service.get("deploy", {}).get("resources", {}).get("limits", {}):
            yield f"{name} may take all memory"
        if any("docker.sock" in volume for volume in service.get("volumes", ())) and name != "alloy":
            yield f"{name} commands the engine"


def only_doors_are_open(compose):
    doors = {name: service["ports"] for name, service in services(compose) if "ports" in service}
    if doors != {"gateway": ["${DANGOL_PORT:-8088}:8088"], "grafana": ["127.0.0.1:3000:3000"],
                 "jaeger": ["127.0.0.1:16686:16686"], "prometheus": ["127.0.0.1:9090:9090"]}:
        yield f"open: {doors}"
    if not compose["networks"]["inside"].get("internal"):
        yield "the containers reach the world"


def there_is_a_process_for_each_context_and_what_they_stand_on(compose):
    if set(compose["services"]) != CONTEXTS | STANDS_ON | OBSERVE:
        yield f"services: {sorted(set(compose['services']) ^ (CONTEXTS | STANDS_ON | OBSERVE))}"
    for name, service in services(compose):
        if name in CONTEXTS and service["environment"]["DANGOL_ONLY"] != name:
            yield f"{name} runs {service['environment']['DANGOL_ONLY']}"
        if (service.get("profiles") == ["observe"]) != (name in OBSERVE):
            yield f"{name}: {service.get('profiles')}"


def what_is_mounted_or_waited_for_is_there(compose):
    for name, service in services(compose):
        for needed in service.get("depends_on", ()):
            if needed not in compose["services"]:
                yield f"{name} waits for {needed}"
            elif isinstance(service["depends_on"], dict) and needed not in CONTEXTS and \
                    "healthcheck" not in compose["services"][needed]:
                yield f"{name} waits for the health of {needed}, which has none"
        for network in service.get("networks", ()):
            if network not in compose["networks"]:
                yield f"{name}: network {network}"
        for volume in service.get("volumes", ()):
            source = volume.split(":")[0]
            if source.startswith("/"):
                continue
            if not ((ROOT / source).exists() if source.startswith(".") else source in compose["volumes"]):
                yield f"{name}: {volume}"


def the_gateway_gets_every_variable_of_its_configuration(compose):
    given = compose["services"]["gateway"]["environment"]
    if (wanted := set(re.findall(r"\$\{(DANGOL_\w+)\}", TEMPLATE))) != set(given):
        yield f"variables: {sorted(wanted ^ set(given))}"
    for name in CONTEXTS:
        if f"server {name}:8088" not in given.get(f"DANGOL_{name.upper()}", ""):
            yield f"{name} is not reached"


RULES = {
    others_are_pinned_and_ours_can_be_named: lambda c: c["services"]["loki"].update(image="grafana/loki:latest"),
    nobody_may_more_than_needed: lambda c: c["services"]["gateway"].pop("read_only"),
    only_doors_are_open: lambda c: c["services"]["postgres"].update(ports=["5432:5432"]),
    there_is_a_process_for_each_context_and_what_they_stand_on: lambda c: c["services"].pop("mypage"),
    what_is_mounted_or_waited_for_is_there: lambda c: c["services"]["loki"]["volumes"].append("./nowhere:/x:ro"),
    the_gateway_gets_every_variable_of_its_configuration:
        lambda c: c["services"]["gateway"]["environment"].pop("DANGOL_ANY"),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_compose(rule):
    assert not list(rule(COMPOSE))
    spoiled = copy.deepcopy(COMPOSE)
    RULES[rule](spoiled)
    assert list(rule(spoiled)), "this is not seen"


# ---- names that others gave ------------------------------------------------------------------------


def test_every_setting_is_one_that_the_program_knows():
    names = re.findall(r'[({]\s*"([a-z-]+)",', (ROOT / "src/app/config.cpp").read_text(encoding="utf-8"))
    known = {"DANGOL_" + name.upper().replace("-", "_") for name in names}
    given = set(re.findall(r"\b(DANGOL_[A-Z_]+)=", dict(instructions())["ENV"]))
    for name in CONTEXTS:
        given |= {variable for variable in COMPOSE["services"][name]["environment"] if not variable.startswith("OTEL_")}
    assert {"DANGOL_ADDRESS", "DANGOL_ONLY", "DANGOL_KAFKA"} <= given
    assert not given - known


def test_prometheus_asks_every_process_and_grafana_knows_its_sources():
    jobs = {job["job_name"]: job for job in PROMETHEUS["scrape_configs"]}
    assert set(jobs["dangol"]["dns_sd_configs"][0]["names"]) == CONTEXTS
    sources = yaml.safe_load((ROOT / "deploy/compose/grafana/datasources.yaml").read_text(encoding="utf-8"))
    hosts = {re.match(r"http://(\w+):\d+", source["url"])[1] for source in sources["datasources"]}
    assert hosts == {"prometheus", "jaeger", "loki"} <= set(COMPOSE["services"])
    home = COMPOSE["services"]["grafana"]["environment"]["GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"]
    assert (ROOT / "deploy/monitoring/grafana/dashboards" / pathlib.Path(home).name).exists()


def test_what_stands_in_offline_is_there_online():
    for name, service in OFFLINE["services"].items():
        assert name in COMPOSE["services"]
        assert f" AS {service['image'].split(':')[1]}\n" in (ROOT / "tests/image/offline/Dockerfile").read_text()


# ---- the Dockerfile --------------------------------------------------------------------------------


def instructions():
    """(INSTRUCTION, the rest), lines that go on joined."""
    joined = re.sub(r"\\\n\s*", "", re.sub(r"(?m)^\s*#.*\n", "", DOCKERFILE))
    return [tuple(line.split(None, 1)) for line in joined.splitlines() if line.strip()]


def test_every_stage_begins_on_the_base_or_on_a_stage_before():
    stages = []
    for name, rest in instructions():
        if name == "FROM":
            origin, *named = rest.split()
            assert origin in ("${BASE}", *stages), rest
            stages += named[1:]
    assert re.search(r"^ARG BASE=docker\.io/library/debian:\w+-slim$", DOCKERFILE, re.MULTILINE)


def test_the_last_stage_is_nobodys_and_starts_the_program():
    last = instructions()[max(i for i, (name, _) in enumerate(instructions()) if name == "FROM"):]
    said = {name: rest for name, rest in last}
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", said["USER"]), "Kubernetes' runAsNonRoot needs a number"
    assert json.loads(said["ENTRYPOINT"]) == ["dangol"] and json.loads(said["CMD"]) == ["serve"]
    assert said["EXPOSE"] == "8088" and "HEALTHCHECK" in said


def test_what_is_copied_is_there_and_is_not_ignored():
    for name, rest in instructions():
        sources = rest.split()[:-1]
        if name != "COPY" or sources[0].startswith("--from"):
            continue
        for source in sources:
            assert (ROOT / source).exists(), source
            assert any(f"{source}/".startswith(line[1:] + "/") for line in IGNORED if line[:1] == "!"), source


def test_nothing_of_the_machine_that_builds_stays():
    for name, rest in instructions():
        if name == "RUN" and ("apt-get" in rest or "bootstrap" in rest):
            assert "--mount=type=secret,id=apt" in rest
        assert not re.search(r"https?://", rest), "an address of somewhere"
        assert not (name in ("ADD",) or "curl" in rest or "wget" in rest)
