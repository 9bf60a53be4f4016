"""title_order: one person's titles, party before council before committee before Front before
mass organization, the higher level first (CONTRACTS; DOMAIN §2.2)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.organizations.naming import guess
from apps.people.rank_table import BLOCKS, COMMITTEE, STANDING
from apps.people.ranks import LEVELS, block_of
from apps.proofing.findings import Finding, Kind
from lib.vietnamese.fold import fold

from .matter import Matter
from .protocol import to_move

# Committees below that of a place: both orders are seen (DOMAIN §2.2, P24, P25).
_BELOW = ("dang uy ubnd", "dang uy cac", "dang uy khoi", "dang uy quan", "dang uy cong an",
          "dang uy bo doi", "chi bo", "dang bo co", "dang bo bo", "dang uy so", "dang uy bo")  # fmt: skip
_FREE = ("quoc hoi", "doan dbqh", "doan dai bieu", "chinh phu", "trung uong")
_SEATS = frozenset(("bi thu", "pho bi thu", "pho bi thu thuong truc", "uy vien ban thuong vu"))


def title_order_findings(matter: Matter) -> Iterator[Finding]:
    for known in matter.known:
        mention = known.mention
        if len(known.people) != 1 or matter.reading.is_quoted(mention.start, mention.end):
            continue
        places = [
            (_place(title, matter), title)
            for title, verdict in matter.verdicts(known)
            if not title.former and not verdict.kind
        ]
        placed = sorted(
            ((place, title) for place, title in places if place),
            key=lambda each: each[1].start,
        )
        moving = to_move([place for place, _title in placed])
        if moving:
            yield _told(matter, known.people[0], placed[moving[0] : moving[1] + 1])


def _place(title, matter) -> tuple | None:
    """(level, block, seat before office); None where the words do not tell, or order is free."""
    key = fold(title.body)
    if not key or key.startswith((*_BELOW, *_FREE)):
        return None
    kind, level = _sort(title, matter)
    if level not in LEVELS:
        return None
    seat = 0 if kind in (COMMITTEE, STANDING) else 1
    return LEVELS.index(level), BLOCKS.index(block_of(kind)), seat


def _sort(title, matter) -> tuple[str, str]:
    bodies = matter.resolver.meant(title.body).bodies
    sorts = {(body.kind, body.level) for body in bodies}
    if len(sorts) == 1:
        return sorts.pop()
    told = guess(title.body)
    return told.kind, told.level


def _told(matter, person, placed) -> Finding:
    text = matter.reading.text
    ordered = [title for _place, title in sorted(placed, key=lambda each: each[0])]
    right = ", ".join(text[title.start : title.end] for title in ordered)
    return matter.finding(
        Kind.TITLE_ORDER, placed[0][1].start, placed[-1][1].end,
        _("Titles stand in this order: %(expected)s.") % {"expected": right},
        person=person.pk, expected=right, fix=right,
    )  # fmt: skip
