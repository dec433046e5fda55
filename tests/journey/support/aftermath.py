"""When the dust has settled after a rush in which things broke, the books of everybody are compared: what clients were
answered, what the payment provider did, and what each context wrote."""

import collections
import subprocess

from support.process import BINARY
from support.records import CONTEXTS, Records, caught_up
from support.waiting import until

# Short, so that within seconds every order comes to an end by itself.
DEADLINES = {"charge_timeout": "300ms", "charge_valid": "3s", "inquire_every": "100ms", "pay_within": "10s",
             "ask_after": "2s", "cancel_after": "4s", "cancel_answer_within": "500ms", "collect_within": "6s",
             "rider_lease": "4s", "widen_after": "1s", "give_up_after": "5s"}

# At most once in an aggregate's life, however often it is crashed, retried or redelivered.
ONCE = {"order": ["OrderRequested", "OrderPlaced", "OrderPaymentFailed", "OrderExpired", "OrderUnanswered",
                  "OrderCanceled", "OrderCompleted", "OrderUndelivered"],
        "payment": ["PaymentStarted", "Paid", "PaymentFailed", "RefundRequested", "PaymentCanceled", "Settled"],
        "cafe": ["CafeOrderAdded", "OrderApproved", "OrderRejected", "MakeStarted", "MakeCompleted", "HandedOver",
                 "CollectedByRider", "NotCollected", "CancelGranted", "TicketVoided", "MakeAborted", "ReturnExpected", "DrinksReturned"],
        "delivery": ["DeliveryPlanned", "DeliveryOffered", "DeliveryReady", "DeliveryStarted", "DeliveryConfirmed",
                     "DeliveryCanceled", "DeliveryFailed"]}

OVER = {"Canceled", "Completed", "Expired", "PaymentFailed"}
ENDED = {"CANCELED", "COMPLETED", "EXPIRED", "PAYMENT_FAILED"}
PAGES_OF = {"CANCELED": {"CANCELED", "REJECTED"}, "COMPLETED": {"COMPLETED", "UNCLAIMED"}, "EXPIRED": {"EXPIRED"},
            "PAYMENT_FAILED": {"PAYMENT_FAILED"}}


class Aftermath:
    """Waits until it is quiet. The rush is over, and everybody is up again."""

    def __init__(self, street, rush, timeout=45):
        self.street, self.server = street, street.server
        self.acknowledged, self.customers = rush.acknowledged, rush.customers
        clear_the_bar(street)
        settle_down(self.server, timeout)

    def events(self, context, *types):
        return Records(self.server, context).events(*types)


def clear_the_bar(street):
    """What was begun when the rush ended has no deadline: somebody finishes it."""
    for ticket in street.staff.tickets("NEW") + street.staff.tickets("MAKING"):
        if ticket["status"] == "APPROVED":
            street.staff.make_start(ticket["orderId"], expect=(200, 409))
        if ticket["status"] in ("APPROVED", "MAKING"):
            street.staff.make_complete(ticket["orderId"], expect=(200, 409))
    for order in underway(street.server):
        street.operator.post(f"/deliveries/{order}/confirm", {"reason": "the rush is over"}, key=street.operator.new_key(), expect=200)


def underway(server):
    """Deliveries that a rider has picked up."""
    records = Records(server, "delivery")
    started, confirmed = ({e.subject for e in records.events(name)}
                          for name in ("DeliveryStarted", "DeliveryConfirmed"))
    return started - confirmed


class Left(dict):
    """What is left to do. True once that is nothing: a failure shows the rest."""

    def __bool__(self):
        return not any(self.values())


def settle_down(server, timeout):
    def left():
        return Left(open=open_orders(server), owed=[context for context in CONTEXTS if Records(server, context).owed()],
                    behind=not caught_up(server))
    until(left, timeout, "every order has ended, nothing is owed, and everybody has read everything")


def open_orders(server):
    return [order for order, data in Records(server, "order").documents("Order").items() if data["kind"] not in OVER]


# ---- what holds, whatever happened ---------------------------------------------------------------


def every_2xx_is_there(aftermath):
    happened = {context: collections.defaultdict(dict) for context in ("order", "cafe", "delivery")}
    for context, lives in happened.items():
        for event in aftermath.events(context):
            lives[event.subject][event.version] = event.type
    for answer in aftermath.acknowledged:
        life = happened[answer.context][answer.order_id]
        assert answer.version in life, f"{answer} was lost: {life}"
        before = [life[version] for version in range(1, answer.version + 1)]
        assert answer.event in before, f"{answer} was lost: {life}"
    assert {answer.event for answer in aftermath.acknowledged} >= {
        "OrderPlaced", "OrderCanceled", "OrderRejected", "MakeStarted", "HandedOver",
        "DeliveryConfirmed"}, "a dull rush"


def every_order_has_ended_and_its_page_says_the_same(aftermath):
    for identity, customer in aftermath.customers.items():
        order, page = customer.order(identity).body, customer.page(identity).body
        assert order["status"] in ENDED, order
        assert page["orderStatus"] in PAGES_OF[order["status"]], (order, page)
        assert page["totalPrice"] == order["totalPrice"]


def each_captured_payment_is_fulfilled_or_refunded_exactly_once(aftermath):
    ended = {event.subject: event.type for event in aftermath.events(
        "order", "OrderCanceled", "OrderCompleted", "OrderExpired", "OrderPaymentFailed")}
    booked = collections.Counter((event.subject, event.type) for event in aftermath.events("payment"))
    captured = [t for t in aftermath.street.operator.transactions() if t["captures"]]
    assert captured
    for transaction in captured:
        order = transaction["orderId"]
        fulfilled = ended[order] == "OrderCompleted"
        assert transaction["captures"] == 1, transaction
        assert transaction["refunds"] == (0 if fulfilled else 1), (ended[order], transaction)
        assert transaction["refunded"]["amount"] == (0 if fulfilled else transaction["captured"]["amount"]), transaction
        assert booked[order, "Paid"] == 1, transaction
        assert booked[order, "Settled"] == fulfilled, transaction
        assert booked[order, "PaymentCanceled"] == (not fulfilled), transaction
    paid = {transaction["orderId"] for transaction in captured}
    assert {order for order, end in ended.items() if end == "OrderCompleted"} <= paid, "completed, and never paid"
    assert {event.subject for event in aftermath.events("cafe", "CafeOrderAdded")} <= paid, "a café saw an unpaid order"


def the_ledger_sums_to_zero_and_nobody_has_prepaid(aftermath):
    ledger = aftermath.street.operator.ledger()
    assert ledger["total"] == [{"amount": 0, "currency": "KRW"}], ledger
    assert balance(ledger, "customer_prepaid") == 0, ledger
    kept = sum(t["captured"]["amount"] - t["refunded"]["amount"]
               for t in aftermath.street.operator.transactions() if t["captures"])
    assert balance(ledger, "provider_receivable") == kept, ledger


def balance(ledger, account):
    return {line["account"]: line["balance"]["amount"] for line in ledger["accounts"]}[account]


def no_version_is_missing_or_taken_twice(aftermath):
    for context in CONTEXTS:
        versions = collections.defaultdict(list)
        positions = []
        for event in aftermath.events(context):
            versions[event.subject].append(event.version)
            positions.append(event.position)
        for subject, seen in versions.items():
            assert seen == list(range(1, len(seen) + 1)), f"{context} {subject}: {seen}"
        assert positions == sorted(set(positions)), context


def no_event_was_applied_twice(aftermath):
    written = {context: aftermath.events(context) for context in CONTEXTS}
    for context, events in written.items():
        foreign = {event.id for other in CONTEXTS if other != context for event in written[other]}
        assert not repeated(what_and_why(event) for event in events if event.causation in foreign), context
        assert not repeated((event.subject, event.type) for event in events if event.type in ONCE.get(context, ()))
        messages = [event.data for event in events if event.type == "MessageSent"]
        assert not repeated((message["messageId"], message["channel"]) for message in messages)


def repeated(things):
    return [thing for thing, count in collections.Counter(things).items() if count > 1]


def what_and_why(event):
    """One cause may move a page through several statuses, and send several people a message."""
    more = event.data.get("status") if event.type == "MyPageChanged" else event.data.get("messageId")
    return event.type, event.subject, event.causation, more


def there_are_no_dead_letters(aftermath):
    for context in CONTEXTS:
        assert not Records(aftermath.server, context).dead_letters(), context


def the_tables_are_sound_and_the_administrator_finds_the_books_in_order(aftermath):
    """The last one: the server is stopped."""
    aftermath.server.stop()
    assert not aftermath.server.unsound()
    ledger = admin("ledger", aftermath.server)
    assert ledger.returncode == 0 and "sums to zero" in ledger.stdout, ledger
    assert admin("dead-letters", aftermath.server).stdout == "0 dead letters\n"


def admin(command, server):
    return subprocess.run([BINARY, "admin", command, *server.place], capture_output=True, text=True, timeout=60)


HOLDS = [every_2xx_is_there, every_order_has_ended_and_its_page_says_the_same,
         each_captured_payment_is_fulfilled_or_refunded_exactly_once, the_ledger_sums_to_zero_and_nobody_has_prepaid,
         no_version_is_missing_or_taken_twice, no_event_was_applied_twice, there_are_no_dead_letters,
         the_tables_are_sound_and_the_administrator_finds_the_books_in_order]
