"""Prometheus watches a running system: every query of every dashboard and every alert finds what it looks at there."""

import subprocess
import time

import pytest
from monitoring import ALERTS, DASHBOARDS, MONITORING, RECORDS, panels, queries, without_comparisons
from support import NEXT_DOOR, latte, until
from support.figures import figure

RATE_INTERVAL = "1m"


@pytest.fixture(scope="module")
def busy(town, pair, prometheus):
    """After one order of each kind, and a while without payment."""
    customer, rider = town.guest(), town.rider()
    with customer.stream("/myPages/stream"):
        served(town, customer)
        delivered(town, customer, rider)
        customer.place(latte(town.cafe_id), token="decline", expect=402)
        customer.cancel(customer.place(latte(town.cafe_id))["orderId"])
        rejected = customer.place(latte(town.cafe_id))["orderId"]
        town.staff.ticket_until(rejected)
        town.staff.reject(rejected)
        town.operator.refunded_once(rejected)
        customer.place(latte(town.cafe_id))  # and one that stays open
        customer.quote(latte(town.cafe_id), expect=200)
        without_payment(town, pair, prometheus, customer)
        yield prometheus


def served(town, customer):
    order = customer.place(latte(town.cafe_id))["orderId"]
    town.staff.make(order)
    town.staff.hand_over(order)
    customer.page_until(order, "COMPLETED")


def delivered(town, customer, rider):
    order = customer.place(latte(town.cafe_id, deliver_to=NEXT_DOOR))["orderId"]
    town.staff.make(order)
    page = customer.page_until(order, "READY")
    rider.bring(order, page["callNumber"], customer.page(order)["pin"])
    customer.page_until(order, "COMPLETED")
    until(lambda: town.operator.payment(order)["status"] == "SETTLED", 10, "the payment is settled")


def without_payment(town, pair, prometheus, customer):
    pair.payment.kill()
    for _ in range(5):
        customer.place(latte(town.cafe_id), expect=503)
    until(lambda: 1.0 in prometheus.figures('dangol_circuit_breaker_state{state="open"}'), 10, "the open breaker is seen")
    customer.place(latte(town.cafe_id), expect=503)
    pair.start_payment()
    until(lambda: customer.place(latte(town.cafe_id), expect=(201, 503)).status == 201, 20, "ordering works again")


def finds(prometheus, expression):
    """Figures appear with the scrape after they were counted, rates with the one after that."""
    return until(lambda: prometheus.figures(expression), 15, f"a series of {expression}")


@pytest.mark.parametrize("expression", [pytest.param(query, id=f"{board}-{panel}") for board, panel, query in queries()])
def test_every_panel_shows_something(busy, expression):
    assert finds(busy, expression.replace("$__rate_interval", RATE_INTERVAL))


@pytest.mark.parametrize("alert", ALERTS)
def test_every_alert_looks_at_something(busy, alert):
    assert finds(busy, without_comparisons(ALERTS[alert]["expr"]))


@pytest.mark.parametrize("record", RECORDS)
def test_every_record_is_recorded(busy, record):
    assert finds(busy, record)


def test_a_query_for_what_nobody_counts_is_found_out(busy):
    with pytest.raises(AssertionError):
        until(lambda: busy.figures("dangol_no_such_figure"), 0.5, "never")


def test_what_was_seen_is_what_happened(busy, pair):
    until(lambda: ended(busy) == {"completed": 2, "canceled": 1, "rejected": 1}, 15, "how the orders ended")
    assert busy.figures('sum(dangol_orders_total{outcome="payment_failed"})')[0] >= 1 + 6, "declined, and without payment"
    assert figure(pair, "dangol_money_invariant_violations", rule="balanced") == 0
    assert figure(pair, "dangol_order_stage_seconds_count", stage="delivered") == 1
    assert figure(pair, "dangol_open_streams") == 1
    until(lambda: busy.figures("max(dangol_open_sagas)")[0] >= 2, 15, "the orders that are open")
    until(lambda: busy.figures("sum(dangol_money_audits_total)")[0] >= 5, 15, "the audit has looked at them")
    assert busy.figures("sum(dangol_money_invariant_violations)") == [0]


def ended(prometheus):
    found = prometheus.ask('sum by (outcome) (dangol_orders_total{outcome!="payment_failed"}) > 0')
    return {labels["outcome"]: value for labels, value in found}


def test_no_alert_fires_that_nobody_gave_reason_for(busy):
    pending_or_firing = {labels["alertname"] for labels, _ in busy.ask('ALERTS{alertstate="firing"}')}
    # The killed payment; where the machine is busy also what is slow.
    assert pending_or_firing <= {"DangolBreakerOpen", "DangolPaymentsFail", "DangolHighErrorRate", "DangolInstanceDown",
                                 "DangolSlowRequests", "DangolSlowOrders"}


# ---- names -----------------------------------------------------------------------------------------


def test_names_are_as_prometheus_wants_them(busy, pair):
    for text in pair.metrics():
        subprocess.run(["promtool", "check", "metrics"], input=text, text=True, check=True, capture_output=True)
        types = dict(line.split()[2:4] for line in text.splitlines() if line.startswith("# TYPE "))
        for name, kind in types.items():
            assert name.startswith(("dangol_", "process_")), name
            assert (kind == "counter") == name.endswith("_total"), f"{name} is a {kind}"
            assert not name.endswith(("_ms", "_millis", "_micros", "_kb")), f"{name}: base units only"
        assert not [line for line in text.splitlines() if "_id=" in line], "no label for each order or account"


def test_a_name_that_breaks_the_rules_is_noticed():
    text = "# HELP a_total A gauge\n# TYPE a_total gauge\na_total 1\n"
    assert subprocess.run(["promtool", "check", "metrics"], input=text, text=True, capture_output=True).returncode != 0


def test_a_scrape_costs_next_to_nothing(busy, pair):
    def seconds():
        began = time.perf_counter()
        pair.rest.metrics()
        return time.perf_counter() - began
    assert min(seconds() for _ in range(10)) < 0.01  # 5 ms, on a machine that does other things as well


# ---- dashboards ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", DASHBOARDS)
def test_a_dashboard_can_be_put_into_any_grafana(name):
    board = DASHBOARDS[name]
    assert board["uid"] == f"dangol-{name}" and "id" not in board
    assert [one["type"] for one in board["templating"]["list"]] == ["datasource"]
    numbers = [panel["id"] for panel in panels(board)]
    assert len(set(numbers)) == len(numbers) == len(board["panels"])
    for panel in panels(board):
        assert panel["datasource"] == {"type": "prometheus", "uid": "${datasource}"}
        assert panel["gridPos"]["x"] + panel["gridPos"]["w"] <= 24


def test_the_dashboards_are_what_their_description_says():
    subprocess.run([MONITORING / "grafana/generate", "--check"], check=True)
