"""What deploy/monitoring holds, as values."""

import json
import pathlib
import re

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
MONITORING = ROOT / "deploy/monitoring"
RULE_FILES = sorted((MONITORING / "alerts").glob("*.yaml"))
DASHBOARD_FILES = sorted((MONITORING / "grafana/dashboards").glob("*.json"))

RULES = [rule for file in RULE_FILES for group in yaml.safe_load(file.read_text(encoding="utf-8"))["groups"]
         for rule in group["rules"]]
ALERTS = {rule["alert"]: rule for rule in RULES if "alert" in rule}
RECORDS = {rule["record"]: rule for rule in RULES if "record" in rule}
DASHBOARDS = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in DASHBOARD_FILES}

_COMPARISON = re.compile(r"\s(?:==|!=|>=|<=|>|<)\s+-?[\d.]+")


def without_comparisons(expression):
    """What an alert looks at: the same expression, true or not."""
    return _COMPARISON.sub("", expression)


def panels(dashboard):
    """Those that ask for something, also within rows."""
    for panel in dashboard["panels"]:
        yield from panels(panel) if panel["type"] == "row" and panel.get("panels") else [panel] * bool(panel.get("targets"))


def queries():
    """Every query of every dashboard: (dashboard, panel, expression)."""
    for name, dashboard in DASHBOARDS.items():
        for panel in panels(dashboard):
            for target in panel["targets"]:
                yield name, panel["title"], target["expr"]
