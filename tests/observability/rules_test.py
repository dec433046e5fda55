"""Every alert fires when it should and is silent when it should be; every one has a runbook; the rules are well-formed."""

import re
import subprocess

import pytest
import yaml
from monitoring import ALERTS, DASHBOARD_FILES, MONITORING, RECORDS, RULE_FILES, without_comparisons

JOB = 'job="dangol",instance="a"'
REQUESTS = "dangol_http_request_duration_seconds"


def answers(status=200, route="/cafes", method="GET", each="+30x60", slow="+0x60", bound="0.5"):
    """Requests to one route, so many a quarter of a minute; those that took longer than `bound` are `slow`."""
    labels = f'method="{method}",route="{route}",status="{status}"'
    fast = each if slow == "+0x60" else slow
    return {f"{REQUESTS}_count{{{labels}}}": f"0{each}", f'{REQUESTS}_bucket{{{labels},le="{bound}"}}': f"0{fast}"}


# alert: (figures under which it fires, figures under which it does not). Fifteen seconds between two values.
CASES = {
    "DangolInstanceDown": ({f"up{{{JOB}}}": "1x10 0x50"}, {f"up{{{JOB}}}": "1x60", 'up{job="other",instance="b"}': "0x60"}),
    "DangolRestarting": ({f"process_start_time_seconds{{{JOB}}}": "1x10 2x10 3x10 4x30"},
                         {f"process_start_time_seconds{{{JOB}}}": "1x30 2x30"}),
    "DangolHighErrorRate": (answers() | answers(503, each="+1x60"), answers() | answers(404, each="+30x60")),
    "DangolSlowRequests": (answers(slow="+29x60"), answers() | answers(route="/myPages/stream", slow="+0x59")),
    "DangolSlowOrders": (answers(201, "/orders", "POST", slow="+28x60", bound="2.5"),
                         answers(201, "/orders", "POST", slow="+29x60", bound="2.5")),
    "DangolCommitsFail": ({'dangol_failed_commits_total{context="order"}': "0x48 1x4 2x30"},
                          {'dangol_failed_commits_total{context="order"}': "7x60"}),
    "DangolCommandsPileUp": ({'dangol_queued_commands{context="cafe"}': "2500x60"},
                             {'dangol_queued_commands{context="cafe"}': "5000 0x60"}),
    "DangolLoadShed": ({'dangol_shed_commands_total{context="order"}': "0+5x60", "dangol_shed_queries_total": "0x60"},
                       {'dangol_shed_commands_total{context="order"}': "0+1x60", "dangol_shed_queries_total": "0+1x60"}),
    "DangolFilesRunOut": ({f"process_open_fds{{{JOB}}}": "900x60", f"process_max_fds{{{JOB}}}": "1024x60"},
                          {f"process_open_fds{{{JOB}}}": "500x60", f"process_max_fds{{{JOB}}}": "1024x60"}),
    "DangolOutboxStuck": ({'dangol_outbox_oldest_age_seconds{context="order"}': "0+15x60"},
                          {'dangol_outbox_oldest_age_seconds{context="order"}': "0 40 2 0x60"}),
    "DangolConsumerLag": ({'dangol_consumer_lag_events{context="mypage",instance="a"}': "700x60",
                           'dangol_consumer_lag_events{context="mypage",instance="b"}': "700x60"},
                          {'dangol_consumer_lag_events{context="mypage"}': "700x60",
                           'dangol_consumer_lag_events{context="cafe"}': "700x60"}),
    "DangolDeadLetters": ({'dangol_dead_letters{context="cafe"}': "0x5 1x60"}, {'dangol_dead_letters{context="cafe"}': "0x60"}),
    "DangolBreakerOpen": ({'dangol_circuit_breaker_state{context="payment",state="open"}': "1x60"},
                          {'dangol_circuit_breaker_state{context="payment",state="open"}': "0x60",
                           'dangol_circuit_breaker_state{context="payment",state="closed"}': "1x60"}),
    "DangolMoneyWrong": ({'dangol_money_invariant_violations{rule="balanced"}': "0x50 1x10"},
                         {'dangol_money_invariant_violations{rule="balanced"}': "0x60"}),
    "DangolSagasStuck": ({'dangol_stuck_sagas{stage="refund"}': "3x60"}, {'dangol_stuck_sagas{stage="refund"}': "0x60"}),
    "DangolNoOrders": (answers(route="/orders/quote", method="POST") | {'dangol_order_stage_seconds_count{stage="placed"}': "9x60"},
                       answers(route="/orders/quote", method="POST")
                       | {'dangol_order_stage_seconds_count{stage="placed"}': "0+1x60"}),
    "DangolPaymentsFail": ({'dangol_orders_total{outcome="payment_failed"}': "0+5x60",
                            'dangol_order_stage_seconds_count{stage="requested"}': "0+10x60"},
                           {'dangol_orders_total{outcome="payment_failed"}': "0+1x60",
                            'dangol_orders_total{outcome="completed"}': "0+9x60",
                            'dangol_order_stage_seconds_count{stage="requested"}': "0+10x60"}),
    "DangolCafesSilent": ({'dangol_orders_total{outcome="unanswered"}': "0x20 5x40"},
                          {'dangol_orders_total{outcome="unanswered"}': "5x60"}),
}


def test_every_alert_is_tried():
    assert CASES.keys() == ALERTS.keys()


def test_prometheus_takes_the_rules_and_its_settings():
    subprocess.run(["promtool", "check", "rules", "--lint-fatal", *RULE_FILES], check=True, capture_output=True)
    subprocess.run(["promtool", "check", "config", MONITORING / "prometheus/prometheus.yaml"], check=True,
                   capture_output=True)


def firing(figures, alert, count):
    return {"interval": "15s", "input_series": [{"series": name, "values": values} for name, values in figures.items()],
            "promql_expr_test": [{"expr": f'count(ALERTS{{alertname="{alert}",alertstate="firing"}}) or vector(0)',
                                  "eval_time": "15m", "exp_samples": [{"labels": "{}", "value": count}]}]}


def tried(tmp_path, *tests):
    file = tmp_path / "tests.yaml"
    file.write_text(yaml.safe_dump({"rule_files": [str(file) for file in RULE_FILES], "evaluation_interval": "15s",
                                    "tests": tests}), encoding="utf-8")
    return subprocess.run(["promtool", "test", "rules", file], capture_output=True, text=True)


@pytest.mark.parametrize("alert", CASES)
def test_it_fires_and_it_is_silent(alert, tmp_path):
    fires, silent = CASES[alert]
    ran = tried(tmp_path, firing(fires, alert, 1), firing(silent, alert, 0))
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_an_alert_that_does_not_fire_is_found_out(tmp_path):
    _, silent = CASES["DangolDeadLetters"]
    ran = tried(tmp_path, firing(silent, "DangolDeadLetters", 1))
    assert ran.returncode != 0 and "DangolDeadLetters" in ran.stdout + ran.stderr


@pytest.mark.parametrize("alert", ALERTS)
def test_whoever_is_woken_finds_what_to_do(alert):
    rule = ALERTS[alert]
    assert rule["labels"]["severity"] in ("critical", "warning")
    assert " · " in rule["annotations"]["summary"], "in Korean and in English"
    assert rule["annotations"]["runbook_url"] == f"{{{{ $externalLabels.runbooks }}}}/{alert}.md"
    runbook = (MONITORING / f"runbooks/{alert}.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.*)$", runbook, re.MULTILINE)
    assert runbook.startswith(f"# {alert}\n")
    assert headings == ["의미", "고객 영향", "확인할 것", "조치",
                        "Meaning", "Impact on customers", "Diagnosis", "Remedy"]


def test_no_runbook_is_left_over():
    assert {file.stem for file in (MONITORING / "runbooks").glob("*.md")} - {"README"} == ALERTS.keys()


@pytest.mark.parametrize("expression, looked_at", [
    ("up == 0", "up"), ("sum(a) / sum(b) > 0.3", "sum(a) / sum(b)"),
    ("sum(increase(a[15m])) > 10 and sum(b) < 1", "sum(increase(a[15m])) and sum(b)"), ("a{x!='>1'} >= -1.5", "a{x!='>1'}")])
def test_comparisons_are_taken_out(expression, looked_at):
    assert without_comparisons(expression) == looked_at


def test_records_are_named_as_prometheus_wants():
    assert all(re.fullmatch(r"dangol:[a-z_]+:[a-z0-9]+", name) for name in RECORDS)


def test_kubernetes_gets_the_same_rules_and_dashboards():
    made = list(yaml.safe_load_all(subprocess.check_output([MONITORING / "kubernetes"], text=True)))
    [rules] = [one for one in made if one["kind"] == "PrometheusRule"]
    assert {rule["alert"] for group in rules["spec"]["groups"] for rule in group["rules"] if "alert" in rule} == ALERTS.keys()
    boards = {name: text for one in made if one["kind"] == "ConfigMap" for name, text in one["data"].items()}
    assert boards == {file.name: file.read_text(encoding="utf-8") for file in DASHBOARD_FILES}
