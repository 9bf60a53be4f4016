"""Titles of days and homes of portals, remembered while the register stays at one version.

For screens that tell of many meetings; what is signed or cut asks `titles.py` anew.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from .house_form import Home, home_of
from .titles import words_on_days
from .versions import version

MOST = 20_000  # titles; then all are asked anew
Words = dict[tuple[int, dt.date], dict[str, str]]


@dataclass
class Remembered:
    """What was asked under one version of the register."""

    version: int
    homes: dict[tuple[str, str], Home] = field(default_factory=dict)
    words: dict[Home, Words] = field(default_factory=dict)

    def home(self, portal) -> Home:
        key = portal.key, portal.committee
        if key not in self.homes:
            self.homes[key] = home_of(portal.key)
        return self.homes[key]

    def words_on(self, wanted: Iterable[tuple[int, dt.date]], portal) -> Words:
        """`titles.words_on_days` in the portal's form; no query for what is remembered."""
        wanted, home = set(wanted), self.home(portal)
        known = self.words.setdefault(home, {})
        if missing := wanted - known.keys():
            known.update(words_on_days(missing, home))
        return {who: known[who] for who in wanted}


_kept: list[Remembered] = []


def remembered(now: int) -> Remembered:
    """What this process remembers under that version, as `version_held` found it."""
    for kept in _kept:
        if kept.version == now and sum(map(len, kept.words.values())) < MOST:
            return kept
    _kept[:] = [Remembered(now)]
    return _kept[0]


def forget(**_options) -> None:
    """When tables were made or emptied: the numbers begin anew."""
    _kept.clear()


def version_held(request) -> int:
    """The register's version when the request began to ask; one query."""
    if not hasattr(request, "register_version"):
        request.register_version = version()
    return request.register_version
