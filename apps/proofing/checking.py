"""The one door: a manuscript in, findings out, in the order of the text."""

import datetime as dt
from dataclasses import replace

from apps.people.house_form import NOWHERE, home_of

from .checks import ALL, matter
from .findings import Finding
from .guarding import guard
from .lints import hints
from .manuscript import Manuscript
from .reading import Reading, read
from .resolving import Resolver
from .snapshots import current_register


def check(manuscript: Manuscript, *, today: dt.date | None = None) -> list[Finding]:
    """What the register says against the text, what must not be published, and hints.

    Nothing about what is right. Without an event day (and `today`) the register is not asked. Two
    queries: the register's version and the portal's committee.
    """
    if not manuscript.text.strip():
        return []
    register, day = current_register(), manuscript.day or today
    manuscript = replace(manuscript, names=register)
    found = [*guard(manuscript), *hints(manuscript)]
    if day is not None:
        # A register without bodies, of an office that begins, resolves nothing at home either.
        home = home_of(manuscript.portal_key) if register.bodies else NOWHERE
        resolver = Resolver(register, home)
        found += _against(manuscript.reading, resolver, day)
    return sorted(found, key=lambda finding: (finding.start, finding.end))


def against_register(text: str, resolver: Resolver, day: dt.date) -> list[Finding]:
    """The checks of `checks.ALL` on a text, without a query."""
    found = _against(read(text, resolver.register), resolver, day)
    return sorted(found, key=lambda finding: (finding.start, finding.end))


def _against(reading: Reading, resolver: Resolver, day: dt.date) -> list[Finding]:
    it = matter(reading, resolver, day)
    return [finding for look in ALL for finding in look(it)]
