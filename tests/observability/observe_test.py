"""The built-in page: the same figures for people without Grafana."""

import re
import urllib.request

import pytest
from support import Customer, latte, until


def page(pair, path="/observe", **headers):
    request = urllib.request.Request(pair.rest.admin_url + path, headers=headers)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.read().decode(), answer.headers


@pytest.mark.parametrize("language, words", [
    ("ko", ["지금", "주문 단계", "끝난 주문", "금액", "컨텍스트", "요청별", "프로세스"]),
    ("en", ["Dangol now", "An order's steps", "How orders ended", "Money", "Contexts", "Requests by route", "Process"])])
def test_it_is_there_in_both_languages(pair, language, words):
    asked, _ = page(pair, f"/observe?lang={language}")
    preferred, _ = page(pair, **{"Accept-Language": language})
    for html in asked, preferred:
        assert f'<html lang="{language}">' in html
        assert all(word.replace("'", "&#39;") in html for word in words)


def test_it_needs_no_script_and_nothing_from_elsewhere(pair):
    html, headers = page(pair)
    assert "default-src 'none'" in headers["content-security-policy"]
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|https?://", html)
    for css in re.findall(r'<link rel="stylesheet" href="([^"]+)">', html):
        text, headers = page(pair, css)
        assert headers["content-type"].startswith("text/css") and "{" in text


def test_what_happens_is_seen_there(pair, town):
    customer = town.guest("ko")
    order = customer.place(latte(town.cafe_id))["orderId"]
    town.staff.ticket_until(order)

    def seen():
        html, _ = page(pair, "/observe?lang=en")
        return re.search(r'<th scope="row">Placed</th><td>[1-9]', html) and "POST /orders</th>" in html
    until(seen, 15, "the order is on the page")


def test_the_page_shows_nobodys_name(pair, town):
    html, _ = page(pair)
    customer = town.guest()
    assert isinstance(customer, Customer)
    assert town.cafe_id not in html and customer.id not in html


def test_one_may_look_from_the_process_that_has_only_payment(pair):
    with urllib.request.urlopen(pair.payment.admin_url + "/observe?lang=en", timeout=10) as answer:
        assert ">payment · version" in answer.read().decode()
