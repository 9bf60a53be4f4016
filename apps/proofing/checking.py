"""The one door: a manuscript in, findings out, in the order of the text."""

import datetime as dt

from apps.people.house_form import home_of

from .checks import ALL, matter
from .findings import Finding
from .manuscript import Manuscript
from .reading import Reading, read
from .resolving import Resolver
from .snapshots import current_register


def check(manuscript: Manuscript, *, today: dt.date | None = None) -> list[Finding]:
    """Everything the register says against the text; nothing about what is right.

    Without an event day nothing is judged by days. Two queries: the register's version and the
    portal's committee.
    """
    day = manuscript.day or today
    if day is None or not manuscript.text.strip():
        return []
    resolver = Resolver(current_register(), home_of(manuscript.portal_key))
    return _against(manuscript.reading, resolver, day)


def against_register(text: str, resolver: Resolver, day: dt.date) -> list[Finding]:
    """The checks of `checks.ALL` on a text, without a query."""
    return _against(read(text), resolver, day)


def _against(reading: Reading, resolver: Resolver, day: dt.date) -> list[Finding]:
    it = matter(reading, resolver, day)
    found = [finding for look in ALL for finding in look(it)]
    return sorted(found, key=lambda finding: (finding.start, finding.end))
