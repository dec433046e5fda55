"""What holds for the pipelines: each rule looks at all of them and yields what is wrong. Beside it stands the smallest change
that breaks it, by which its test sees it fail. That GitHub would read the workflows is for script/lint (actionlint) to say."""

import copy
import functools
import os
import pathlib
import re
from dataclasses import dataclass
from typing import Callable

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORKFLOWS = ROOT / ".github/workflows"
RULES = {}


@dataclass(frozen=True)
class Rule:
    check: Callable
    spoil: Callable


def rule(spoil):
    def register(check):
        RULES[check.__name__] = Rule(check, spoil)
        return check
    return register


@functools.cache
def _read():
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(WORKFLOWS.glob("*.yml"))}
    return {"texts": texts, "buildspec": yaml.safe_load((ROOT / "buildspec.yml").read_text(encoding="utf-8")),
            **{name: yaml.load(text, yaml.BaseLoader) for name, text in texts.items()}}


class Pipelines(dict):
    """Workflows by name; `texts`, as they are written; `buildspec`."""

    @staticmethod
    def read():
        """A copy, which a test may spoil."""
        return Pipelines(copy.deepcopy(_read()))

    def workflows(self):
        return {name: one for name, one in self.items() if name not in ("texts", "buildspec")}

    def jobs(self):
        for name, workflow in self.workflows().items():
            for job, one in workflow["jobs"].items():
                yield f"{name}.yml: {job}", one

    def steps(self):
        for where, job in self.jobs():
            for step in job.get("steps", ()):
                yield where, step

    def commands(self):
        """Each line that a pipeline runs."""
        for where, step in self.steps():
            if "run" in step:
                yield where, step["run"]
        for phase, one in self["buildspec"]["phases"].items():
            for command in one["commands"]:
                yield f"buildspec.yml: {phase}", command

    def before(self, workflow, job):
        """All that must have passed when a job begins."""
        needs = self[workflow]["jobs"][job].get("needs", [])
        needs = [needs] if isinstance(needs, str) else needs
        return set(needs).union(*(self.before(workflow, each) for each in needs))


def step_of(pipelines, workflow, job, words):
    (found,) = [step for step in pipelines[workflow]["jobs"][job]["steps"] if words in str(step)]
    return found


def parts_of_the_tests():
    text = (ROOT / "script/test").read_text(encoding="utf-8")
    return re.search(r"^all=\((.*)\)$", text, re.M)[1].split()


def checks(pipelines):
    return pipelines["ci"]["jobs"]["check"]["strategy"]["matrix"]["check"]


# ---- what is run -----------------------------------------------------------------------------------------------------

@rule(lambda pipelines: checks(pipelines).remove("test contract"))
def everything_is_checked(pipelines):
    for part in parts_of_the_tests():
        if f"test {part}" not in checks(pipelines):
            yield f"ci.yml does not run script/test {part}"
    if "lint" not in checks(pipelines):
        yield "ci.yml does not run script/lint"


@rule(lambda pipelines: checks(pipelines).append("test everything"))
def nothing_unknown_is_checked(pipelines):
    for check in checks(pipelines):
        if check != "lint" and check.removeprefix("test ") not in parts_of_the_tests():
            yield f"ci.yml: script/{check} means nothing"


@rule(lambda pipelines: pipelines["buildspec"]["phases"]["build"]["commands"].append("script/publish it"))
def scripts_are_there(pipelines):
    for where, command in pipelines.commands():
        for name in re.findall(r"\bscript/[\w-]+", command):
            if not os.access(ROOT / name, os.X_OK):
                yield f"{where}: no {name}"


# ---- in which order --------------------------------------------------------------------------------------------------

@rule(lambda pipelines: pipelines["release"]["jobs"]["image"].pop("needs"))
def nothing_is_released_unchecked(pipelines):
    release = pipelines["release"]["jobs"]
    for job, one in release.items():
        gates = {each for each in pipelines.before("release", job) if release[each].get("uses", "").endswith("/ci.yml")}
        if not gates and not one.get("uses", "").endswith("/ci.yml"):
            yield f"release.yml: {job} begins before ci.yml has passed"


@rule(lambda pipelines: pipelines["release"]["jobs"]["production"].update(needs=["image"]))
def production_comes_after_staging(pipelines):
    if "staging" not in pipelines.before("release", "production"):
        yield "release.yml: production does not wait for staging"


@rule(lambda pipelines: pipelines["buildspec"]["phases"]["pre_build"]["commands"].pop(0))
def the_contract_comes_before_the_image(pipelines):
    order = [command for _, command in pipelines.commands() if "script/" in command and _.startswith("buildspec")]
    wanted = ("script/test contract", "script/release", "script/deploy ")
    found = [[i for i, command in enumerate(order) if each in command] for each in wanted]
    if not all(len(each) == 1 for each in found) or found != sorted(found):
        yield f"buildspec.yml: {', '.join(wanted)}, in this order"


@rule(lambda pipelines: pipelines["buildspec"]["phases"]["build"].pop("on-failure"))
def a_failed_phase_is_the_last(pipelines):
    for phase, one in pipelines["buildspec"]["phases"].items():
        if one.get("on-failure") != "ABORT":  # CodeBuild goes on to post_build otherwise
            yield f"buildspec.yml: {phase}: on-failure: ABORT"


@rule(lambda pipelines: pipelines["deploy"]["jobs"]["deploy"].pop("environment"))
def deployments_are_approved_and_not_cut_off(pipelines):
    job = pipelines["deploy"]["jobs"]["deploy"]
    if "inputs.environment" not in job.get("environment", ""):
        yield "deploy.yml: no environment, so nobody is asked"
    if job.get("concurrency", {}).get("cancel-in-progress") != "false":
        yield "deploy.yml: a rollout must not be cancelled by the next"


@rule(lambda pipelines: pipelines["deploy"]["jobs"]["deploy"]["steps"].remove(
    step_of(pipelines, "deploy", "deploy", "--verify")))
def only_what_is_signed_is_deployed(pipelines):
    runs = [step.get("run", "") for step in pipelines["deploy"]["jobs"]["deploy"]["steps"]]
    verified = [i for i, run in enumerate(runs) if run.startswith("script/release --verify")]
    deployed = [i for i, run in enumerate(runs) if re.match(r"script/deploy\s", run)]
    if not verified or not deployed or verified[0] > deployed[0]:
        yield "deploy.yml: script/release --verify before script/deploy"


# ---- whom it trusts --------------------------------------------------------------------------------------------------

@rule(lambda pipelines: pipelines["texts"].update(
    ci=pipelines["texts"]["ci"].replace("actions/cache@0057852bfaa89a56745cba8c7296529d2fc39830  #", "actions/cache@v4  #")))
def actions_are_named_by_their_commit(pipelines):
    known = {}
    for name, text in pipelines["texts"].items():
        for action, comment in re.findall(r"uses: ([^\s#.]\S*)(.*)", text):
            named, _, commit = action.partition("@")
            if not re.fullmatch(r"[0-9a-f]{40}", commit) or not re.fullmatch(r"  # v\d+\.\d+\.\d+", comment):
                yield f"{name}.yml: {action}: by its whole commit, and its version beside it"
            owner = "/".join(named.split("/")[:2])
            if known.setdefault(owner, commit) != commit:
                yield f"{name}.yml: {owner} is another commit elsewhere"


@rule(lambda pipelines: pipelines["ci"].update(permissions={"contents": "write"}))
def nobody_may_more_than_they_do(pipelines):
    allowed = {("release", "packages"), ("release", "id-token"), ("release", "attestations"), ("deploy", "id-token"),
               ("scan", "security-events")}
    for name, workflow in pipelines.workflows().items():
        if workflow.get("permissions") != {"contents": "read"}:
            yield f"{name}.yml: permissions: contents: read, and more only for a job"
        for job, one in workflow["jobs"].items():
            for what, may in (one.get("permissions") or {}).items():
                if may == "write" and (name, what) not in allowed:
                    yield f"{name}.yml: {job} writes {what}"


@rule(lambda pipelines: step_of(pipelines, "ci", "check", "actions/checkout")["with"].clear())
def the_checkout_keeps_no_token(pipelines):
    for where, step in pipelines.steps():
        if "actions/checkout@" in step.get("uses", "") and step["with"].get("persist-credentials") != "false":
            yield f"{where}: persist-credentials: false"


@rule(lambda pipelines: step_of(pipelines, "deploy", "deploy", "--verify").update(
    run="script/release --verify ${{ inputs.image }}"))
def what_others_wrote_is_not_run(pipelines):
    for where, command in pipelines.commands():
        for expression in re.findall(r"\$\{\{\s*(.*?)\s*\}\}", command):
            if expression != "matrix.check":
                yield f"{where}: {expression} in a command: hand it over in env, and quote it"


@rule(lambda pipelines: pipelines["buildspec"]["phases"]["pre_build"]["commands"].append(
    'docker login --password "$TOKEN"'))
def secrets_are_not_shown(pipelines):
    for where, command in pipelines.commands():
        if re.search(r"--password[ =]|\bset -x|\becho\b.*(TOKEN|SECRET|PASSWORD)", command):
            yield f"{where}: {command}: a secret comes by standard input, and goes nowhere else"
    if "secrets." in "".join(pipelines["texts"].values()):
        yield "a secret is kept with the repository: trust its tokens instead (OIDC)"


@rule(lambda pipelines: pipelines["scan"]["jobs"]["bundled"].pop("timeout-minutes"))
def nothing_runs_for_ever(pipelines):
    for where, job in pipelines.jobs():
        if "runs-on" in job and "timeout-minutes" not in job:
            yield f"{where}: timeout-minutes"
