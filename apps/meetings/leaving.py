"""Somebody who leaves goes to no meeting any more: his assignments to come are withdrawn.

A part of newsroom's `leaving_parts`. Those who hand over see counts, never titles.
"""

from collections import Counter

from django.utils.translation import ngettext

from apps.newsroom.leaving import Plan

from .assigning import coming, note


def plan(account, at) -> Plan:
    """How many assignments end on each portal."""
    return Plan(lines=tuple(_in_words(coming(account, at))))


def carry_out(account, _receivers, *, by, at) -> list[str]:
    """Withdraw them; the meetings stand on the desk again as those to which nobody goes."""
    rows = list(coming(account, at))
    for row in rows:
        row.delete()
        note(row.meeting, {row.part: account}, {}, by=by, at=at)
    return list(_in_words(rows))


def _in_words(rows):
    for portal, number in Counter(row.meeting.portal for row in rows).items():
        yield ngettext(
            "Withdraw %(number)d assignment to a meeting on %(portal)s.",
            "Withdraw %(number)d assignments to meetings on %(portal)s.",
            number,
        ) % {"number": number, "portal": portal}
