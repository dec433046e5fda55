"""The ports of a process: what is behind which."""

import urllib.error
import urllib.request

FIGURES = ("/metrics", "/observe", "/observe/style.css", "/observe/tokens.css")
HEALTH = ("/livez", "/readyz")


def status(url):
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def test_customers_do_not_see_the_figures_and_administrators_not_the_customers(street):
    for process in street.server.processes.values():
        customers = f"http://{process.host}:{process.port}"
        assert {path: status(customers + path) for path in FIGURES} == dict.fromkeys(FIGURES, 404)
        assert {path: status(process.admin_url + path) for path in FIGURES} == dict.fromkeys(FIGURES, 200)
        for url in customers, process.admin_url:
            assert {path: status(url + path) for path in HEALTH} == dict.fromkeys(HEALTH, 200)
        others = ("/", "/cafes", "/api", "/contexts/order/deadLetters")
        assert {path: status(process.admin_url + path) for path in others} == dict.fromkeys(others, 404)
