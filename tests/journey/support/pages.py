"""What a customer's page may show, and in which order."""

PICKUP = ["PAYMENT_PENDING", "PLACED", "ACCEPTED", "PREPARING", "READY", "COMPLETED"]
DELIVERY = ["PAYMENT_PENDING", "PLACED", "ACCEPTED", "PREPARING", "READY", "OUT_FOR_DELIVERY", "COMPLETED"]


def shows(status):
    """A condition for Stream.wait_for."""
    return lambda page: page.get("orderStatus") == status


def statuses(stream):
    """The statuses that a page stream has shown, a repeated one once."""
    shown = []
    for page in stream.data("page"):
        if not shown or shown[-1] != page["orderStatus"]:
            shown.append(page["orderStatus"])
    return shown


def steps(stream):
    """What a page stream has shown that is the same whenever it is shown: all else is as it is known by then."""
    return [(frame.id, frame.data["orderId"], frame.data["version"], frame.data["orderStatus"])
            for frame in stream.frames("page")]


def assert_never_backwards(stream):
    """Each frame of one page is newer than the one before, and leads to no status that was left."""
    frames = stream.frames("page")
    ids = [int(frame.id) for frame in frames]
    versions = [frame.data["version"] for frame in frames]
    assert ids == sorted(set(ids)), ids
    assert versions == sorted(set(versions)), versions
    shown = statuses(stream)
    assert len(shown) == len(set(shown)), shown
