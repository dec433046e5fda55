"""What the program has written, read past it: straight from its SQLite files. For claims that no answer can prove, such
as that nothing was done twice."""

import json
import sqlite3
from typing import NamedTuple

CONTEXTS = ("identity", "cafe", "order", "payment", "delivery", "mypage", "notification")


class Event(NamedTuple):
    position: int
    id: str
    type: str
    subject: str
    version: int
    causation: str
    data: dict


class Records:
    """One context's file, opened for each question: the program may run or not."""

    def __init__(self, server, context):
        self.context, self._path = context, server.data / f"{context}.db"

    def rows(self, question, *values):
        connection = sqlite3.connect(f"file:{self._path}?mode=ro", uri=True, timeout=10)
        try:
            return connection.execute(question, values).fetchall()
        finally:
            connection.close()

    def events(self, *types, subject=None):
        """In the order in which they happened; all types and subjects unless told."""
        wanted, values = ["1"], []
        if types:
            wanted.append(f"type IN ({','.join('?' * len(types))})")
            values += types
        if subject:
            wanted.append("subject = ?")
            values.append(subject)
        found = self.rows("SELECT position, id, type, subject, version, causation, data FROM events "
                          f"WHERE {' AND '.join(wanted)} ORDER BY position", *values)
        return [Event(*row[:-1], json.loads(row[-1])) for row in found]

    def last_position(self):
        return self.rows("SELECT coalesce(max(position), 0) FROM events")[0][0]

    def positions(self):
        """How far it has read each source."""
        return dict(self.rows('SELECT source, "offset" FROM positions'))

    def owed(self):
        """Calls to the outside that have no outcome yet."""
        return [row[0] for row in self.rows("SELECT id FROM effects")]

    def dead_letters(self):
        return self.rows("SELECT source, event_type, subject, reason FROM dead_letters")


def times(server, context, event_type, subject):
    """How often this has happened to that aggregate."""
    return len(Records(server, context).events(event_type, subject=subject))


def caught_up(server, *consumers):
    """These contexts have read all that the others have published."""
    for consumer in consumers or CONTEXTS:
        for source, position in Records(server, consumer).positions().items():
            if position < Records(server, source).last_position():
                return False
    return True
