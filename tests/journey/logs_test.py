"""The log says much, at its finest level, and nothing that is a customer's own."""

import pytest
from support import Server, Street
from support.personal import Delivered


@pytest.fixture(scope="module")
def street():
    with Server(log_level="trace") as server:
        yield Street(server)


def test_no_address_phone_note_or_pin_is_logged(street):
    order = Delivered(street)
    log = street.server.log()
    assert log.count(order.id) > 20 and "DeliveryConfirmed" in log and '"route":"/orders"' in log, "it says much"
    assert order.found_in_log(log) == []


def test_what_goes_wrong_is_logged_without_them_too(street):
    """A delivery that cannot be read any more is reported by its id."""
    order = Delivered(street)
    street.server.spoil("delivery", "UPDATE documents SET data = 'broken' WHERE id = ?", order.id)
    street.server.restart()
    street.operator.request("GET", f"/deliveries/{order.id}", expect=500)
    failed = [line for line in street.server.log().splitlines() if '"a request failed"' in line]
    assert len(failed) == 1 and '"/deliveries/{id}"' in failed[0] and order.id in failed[0], failed
    assert order.found_in_log(street.server.log()) == []
