"""What the apps of a branch ask for: its changes live, many queues at once, the board, the day's sales."""

import datetime
import zoneinfo

import pytest
from support import Api, latte, until


def changed(stream, event, version):
    """The branch is at least at this version now."""
    return stream.wait_for(lambda frame: frame["version"] >= version, event=event)


def test_whoever_looks_at_a_menu_hears_at_once_what_changes_about_the_branch(street):
    staff, cafe = street.staff, street.cafe()
    owner = street.staff_of(cafe)
    with street.anyone.stream(f"/cafes/{cafe}/stream") as live:
        out = owner.post(f"/cafes/{cafe}/soldOut", {"menuId": "latte", "soldOut": True}, expect=200)
        first = changed(live, "SoldOutChanged", out["version"])
        assert first.data == {"cafeId": cafe, "version": out["version"]}
        menu = street.anyone.get(f"/cafes/{cafe}/menu")
        assert menu["version"] == out["version"]
        pause = owner.post(f"/cafes/{cafe}/pause", {"minutes": 5, "reason": ""}, expect=200)
        changed(live, "CafePaused", pause["version"])
        staff.post(f"/cafes/{street.cafe_id}/soldOut", {"menuId": "latte", "soldOut": False}, expect=200)
        opened = owner.post(f"/cafes/{cafe}/open", expect=200)
        changed(live, "CafeOpened", opened["version"])
        assert {frame["cafeId"] for frame in live.data()} == {cafe}, "no other branch's changes"
        assert [frame.event for frame in live.frames()] == ["SoldOutChanged", "CafePaused", "CafeOpened"]
    with street.anyone.stream(f"/cafes/{cafe}/stream", first.id) as again:
        changed(again, "CafeOpened", opened["version"])
        assert [frame.event for frame in again.frames()] == ["CafePaused", "CafeOpened"], "only what was missed"


def test_a_branch_that_does_not_exist_has_no_stream(street):
    assert street.anyone.get("/cafes/nowhere/stream", expect=404).problem == "not-found"


def test_sold_out_for_a_while_says_until_when(street):
    until_then = (datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=1)).isoformat(timespec="milliseconds")
    cafe = street.cafe()
    street.staff_of(cafe).post(f"/cafes/{cafe}/soldOut", {"menuId": "latte", "soldOut": True, "until": until_then},
                               expect=200)
    item = next(item for item in street.anyone.get(f"/cafes/{cafe}/menu")["items"] if item["id"] == "latte")
    assert item["soldOut"] and item["soldOutUntil"] == until_then.replace("+00:00", "Z")


def test_many_queues_are_told_at_once_and_in_order(street):
    busy, quiet = street.cafe(), street.cafe()
    order = street.guest().place(latte(busy))["orderId"]
    street.staff_of(busy).ticket_until(order)
    queues = until(lambda: waited_for(street, busy, quiet), 10, "the order stands in the queue")
    assert [queue["cafeId"] for queue in queues] == [busy, quiet]
    assert queues[0] == street.anyone.get(f"/myPages/queues/{busy}").body
    assert queues[1]["ordersAhead"] == 0


def waited_for(street, busy, quiet):
    queues = street.anyone.get(f"/myPages/queues?cafes={busy},{quiet}")["items"]
    return queues if queues[0]["ordersAhead"] == 1 else None


@pytest.mark.parametrize("cafes", ["", "?cafes=", "?cafes=a,,b", "?cafes=%2e%2e", "?cafes=" + ",".join(["a"] * 101)])
def test_what_is_no_list_of_branches_is_refused(street, cafes):
    assert street.anyone.get("/myPages/queues" + cafes, expect=400).problem == "invalid-cafes"


def test_one_request_gives_the_whole_board(street):
    cafe = street.cafe()
    staff, guest = street.staff_of(cafe), street.guest()
    done, ready, making, fresh = [guest.place(latte(cafe))["orderId"] for _ in range(4)]
    for order in (done, ready):
        staff.make(order)
    staff.hand_over(done)
    staff.ticket_until(making)
    staff.approve(making)
    staff.make_start(making)
    staff.ticket_until(fresh)
    board = staff.get(f"/cafeOrders?cafeId={cafe}&done=20")["items"]
    assert [(ticket["orderId"], ticket["status"]) for ticket in board] == [
        (ready, "MADE"), (making, "MAKING"), (fresh, "RECEIVED"), (done, "HANDED_OVER")], "as they were placed"
    assert all(ticket["callNumber"] and ticket["orderDate"] for ticket in board)
    assert len(staff.tickets()) == 3, "without done as before"
    assert staff.get(f"/cafeOrders?cafeId={cafe}&done=101", expect=400).problem == "invalid-done"


def test_the_day_is_added_up_without_what_was_given_back(street):
    cafe = street.cafe()
    staff, guest = street.staff_of(cafe), street.guest()
    sold, declined, open_one = [guest.place(latte(cafe)) for _ in range(3)]
    staff.make(sold["orderId"])
    staff.hand_over(sold["orderId"])
    staff.ticket_until(declined["orderId"])
    staff.reject(declined["orderId"])
    staff.ticket_until(open_one["orderId"])

    def day():
        sales = staff.get(f"/myPages/sales/{cafe}").body
        return sales if (sales["orders"], sales["refunds"]["count"]) == (2, 1) else None
    sales = until(day, 10, "MyPage knows of all three")
    price = sold["totalPrice"]["amount"]
    assert sales["sales"] == {"amount": 2 * price, "currency": "KRW"}
    assert sales["canceled"] == 1 and sales["refunds"]["total"]["amount"] == price
    assert sum(item["quantity"] for item in sales["items"]) == sales["qty"] == sum(h["qty"] for h in sales["hours"])
    assert sum(hour["orders"] for hour in sales["hours"]) == 2
    yesterday = (datetime.date.fromisoformat(sales["day"]) - datetime.timedelta(days=1)).isoformat()
    before = staff.get(f"/myPages/sales/{cafe}?day={yesterday}").body
    assert before["day"] == yesterday and before["orders"] == 0 and before["items"] == []
    assert street.operator.get(f"/myPages/sales/{cafe}?day={sales['day']}").body == sales


def test_a_branch_says_when_its_business_day_ends_by_its_own_clock(street):
    cafe = street.cafe(timeZone="America/New_York", businessDayStarts=270)
    staff = street.staff_of(cafe)
    day = street.anyone.get(f"/cafes/{cafe}").body["businessDay"]
    begins, ends = (datetime.datetime.fromisoformat(day[at].replace("Z", "+00:00")) for at in ("begins", "ends"))
    assert begins <= datetime.datetime.now(datetime.UTC) < ends
    local = [at.astimezone(zoneinfo.ZoneInfo("America/New_York")) for at in (begins, ends)]
    assert [(at.hour, at.minute) for at in local] == [(4, 30), (4, 30)]
    assert [local[0].date().isoformat(), local[1].date()] == [day["name"], local[0].date() + datetime.timedelta(days=1)]
    sales = staff.get(f"/myPages/sales/{cafe}").body
    assert {"name": sales["day"], "begins": sales["begins"], "ends": sales["ends"]} == day
    staff.post(f"/cafes/{cafe}/soldOut", {"menuId": "latte", "until": day["ends"]}, expect=200)
    latte_now = next(item for item in street.anyone.get(f"/cafes/{cafe}/menu")["items"] if item["id"] == "latte")
    assert latte_now["soldOut"] and latte_now["soldOutUntil"] == day["ends"]


def test_a_days_sales_are_for_the_branch_only_and_a_day_is_a_day(street):
    cafe = street.cafe()
    assert street.staff.get(f"/myPages/sales/{cafe}", expect=403).problem == "not-yours"
    assert street.guest().get(f"/myPages/sales/{cafe}", expect=403).problem == "role-not-allowed"
    for wrong in ("2026-02-30", "today", "2026-11-23T00:00:00Z", ""):
        refused = street.operator.get(f"/myPages/sales/{cafe}?day={wrong}", expect=400)
        assert refused.problem == "invalid-day", refused


def test_a_command_that_is_sent_again_after_an_outage_is_done_once(street):
    cafe = street.cafe()
    staff, guest = street.staff_of(cafe), street.guest()
    key = Api.new_key()
    order = guest.place(latte(cafe), key=key)["orderId"]
    assert guest.place(latte(cafe), key=key)["orderId"] == order
    staff.ticket_until(order)
    for name, body in (("approve", {"readyInMinutes": 5}), ("makeStart", None), ("makeComplete", None), ("handOver", None)):
        key = Api.new_key()
        first = staff.command(order, name, body, key=key).body
        assert staff.command(order, name, body, key=key).body == first
    assert staff.ticket(order)["version"] == first["version"]
