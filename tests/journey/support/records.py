"""What the program has written, read past it: straight from its tables. For claims that no answer can prove, such as that
nothing was done twice."""

import json
from typing import NamedTuple

from support.contract import document

CONTEXTS = ("identity", "cafe", "order", "payment", "delivery", "mypage", "notification")
# Whose events each of them reacts to.
SOURCES = {"identity": (), "cafe": ("order", "delivery"), "order": ("payment", "cafe", "delivery"),
           "payment": ("order", "cafe"), "delivery": ("order", "cafe", "identity"),
           "mypage": ("order", "payment", "cafe", "delivery"),
           "notification": ("order", "payment", "cafe", "delivery", "identity")}


class Event(NamedTuple):
    position: int
    id: str
    type: str
    subject: str
    version: int
    causation: str
    data: dict


class Records:
    """One context's tables. The program may run or not."""

    def __init__(self, server, context):
        self._server, self.context = server, context

    def rows(self, question, *values):
        return self._server.ask(self.context, question, *values)

    def events(self, *types, subject=None):
        """In the order in which they happened; all types and subjects unless told."""
        wanted, values = ["1 = 1"], []
        if types:
            wanted.append(f"type IN ({','.join('?' * len(types))})")
            values += types
        if subject:
            wanted.append("subject = ?")
            values.append(subject)
        found = self.rows("SELECT position, id, type, subject, version, causation, data FROM events "
                          f"WHERE {' AND '.join(wanted)} ORDER BY position", *values)
        return [Event(*row[:-1], json.loads(row[-1])) for row in found]

    def documents(self, kind):
        """{id: what is in it} of all documents of that kind."""
        return {row[0]: json.loads(row[1])
                for row in self.rows("SELECT id, data FROM documents WHERE kind = ?", kind)}

    def owed(self):
        """Calls to the outside that have no outcome yet."""
        return [row[0] for row in self.rows("SELECT id FROM effects")]

    def dead_letters(self):
        return self.rows("SELECT source, event_type, subject, reason FROM dead_letters")

    def unread(self):
        """How many of the events that its sources have published it has not read yet."""
        return sum(self._server.unread(self.context, source, published_types(source)) for source in SOURCES[self.context])


def published_types(context):
    """The events of a context that others read."""
    return list(document("asyncapi")["channels"][context]["messages"])


def times(server, context, event_type, subject):
    """How often this has happened to that aggregate."""
    return len(Records(server, context).events(event_type, subject=subject))


def caught_up(server, *consumers):
    """These contexts have read all that the others have published."""
    return not any(Records(server, consumer).unread() for consumer in consumers or CONTEXTS)
