"""title_order: one person's titles, party before council before committee before Front before
mass organization, the higher level first (CONTRACTS; DOMAIN §2.2)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from django.utils.translation import gettext as _

from apps.organizations.naming import guess
from apps.people.house_form import spelled
from apps.people.rank_table import BLOCKS, COMMITTEE, STANDING
from apps.people.ranks import LEVELS, block_of
from apps.proofing.findings import Finding, Kind
from lib.vietnamese.fold import fold

from .matter import Matter
from .protocol import to_move

_JOINT = re.compile(r"[\s,;–—-]*(?:kiêm(?: nhiệm)?|đồng thời(?: là)?|và|là)?\s*")
# Committees below that of a place: both orders are seen (DOMAIN §2.2, P24, P25).
_BELOW = (
    "dang uy ubnd", "dang uy cac", "dang uy khoi", "dang uy quan", "dang uy cong an",
    "dang uy bo doi", "chi bo", "dang bo co", "dang bo bo", "dang uy so", "dang uy bo",
)  # fmt: skip
_FREE = ("quoc hoi", "doan dbqh", "doan dai bieu", "chinh phu", "trung uong")


def title_order_findings(matter: Matter) -> Iterator[Finding]:
    for known in matter.known:
        mention = known.mention
        if len(known.people) != 1 or matter.reading.is_quoted(mention.start, mention.end):
            continue
        for run in _runs(matter, known):
            placed = [
                (place, title)
                for title, verdict in run
                if (place := _place(title, verdict, matter))
            ]
            moving = to_move([place for place, _title in placed])
            if moving:
                yield _told(matter, known.people[0], placed[moving[0] : moving[1] + 1])
            elif below := _below_first(run, placed, matter):
                yield _told(matter, known.people[0], below)


def _runs(matter, known) -> Iterator[list]:
    """Titles told one behind the other, with nothing but marks between: an appointment ("…, Chủ
    tịch UBND tỉnh được bầu giữ chức Bí thư Tỉnh ủy") tells two times. Wrong titles say no place."""
    titles = sorted(matter.verdicts(known), key=lambda each: each[0].start)
    run, end = [], None
    for title, verdict in titles:
        if end is not None and not _JOINT.fullmatch(matter.reading.lower, end, title.start):
            yield run
            run = []
        if not title.former and not verdict.kind:
            run.append((title, verdict))
        end = title.end
    yield run


def _place(title, verdict, matter) -> tuple | None:
    """(level, block, seat before office); None where the words do not tell, or order is free."""
    if verdict.term is None and not title.body_stated:
        return None
    body = verdict.term.position.body if verdict.term else None
    key = _key(title, verdict)
    if not key or key.startswith((*_BELOW, *_FREE)):
        return None
    kind, level = (body.kind, body.level) if body else _sort(title, matter)
    if level not in LEVELS:
        return None
    seat = 0 if kind in (COMMITTEE, STANDING) else 1
    return LEVELS.index(level), BLOCKS.index(block_of(kind)), seat


def _below_first(run, placed, matter) -> list:
    """ "Bí thư Đảng ủy Khối, Tỉnh ủy viên": free against a post of the state, but never before the
    seat in the committee of the place."""
    seats = [(place, title) for place, title in placed if not place[2]] if len(run) > 1 else ()
    if not seats:
        return []
    below = [
        title
        for title, verdict in run
        if _key(title, verdict).startswith(_BELOW) and (verdict.term or title.body_stated)
    ]
    if not below or below[0].start > seats[-1][1].start:
        return []
    last = seats[-1][1].start
    lowest = max(place for place, _title in placed)
    moved = [(lowest, title) for title in below if title.start < last]
    told = [each for each in placed if moved[0][1].start < each[1].start <= last]
    return sorted([*moved, *told], key=lambda each: each[1].start)


def _key(title, verdict) -> str:
    if verdict.term:
        return _folded(spelled(verdict.term.position.body.name))
    return _folded(title.body)


@lru_cache(maxsize=4096)
def _folded(words: str) -> str:
    return fold(words)


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
