"""protocol_order: people of one enumerated list against their lowest precedence of the day."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind

from .lists import lists_of
from .matter import Matter

_ANNOUNCED = re.compile(
    r"(?:các|những|hai|ba|bốn|năm|\d+) (?:đồng chí|đ/c|ông,? bà|ông|bà|anh,? chị|anh|chị|vị)"
    r"(?: gồm| là)?\s*:?\s*",
    re.IGNORECASE,
)

_WORK = re.compile(r",\s(?!cùng |và |chủ trì|dự|đồng chủ trì|tham dự)[a-zđ]\w+ ")


_BOTH = re.compile(r"(?<!\w)giữa $")


def order_findings(matter: Matter) -> Iterator[Finding]:
    """One finding a list: from the first to the last person who has to move."""
    for knowns in lists_of(matter):
        start = knowns[0].mention.start
        if _BOTH.search(matter.reading.lower, max(0, start - 12), start):
            continue  # "bàn giao giữa đồng chí A và đồng chí B": who gives stands first
        rows = [row for known in knowns if (row := _row(matter, known))]
        moving = to_move([weight for weight, _known in rows])
        if moving:
            yield _told(matter, rows, *moving)


def _row(matter: Matter, known) -> tuple | None:
    """(weight, known) of somebody who has a place in the order that day."""
    if len(known.people) != 1 or _is_stranger(matter, known):
        return None
    weight = known.people[0].precedence_on(matter.day)
    return None if weight is None else (weight, known)


def _is_stranger(matter: Matter, known) -> bool:
    """ "bà Nguyễn Thị Thu Hương, văn thư Đảng ủy xã": another person of the name, by her work."""
    mention = known.mention
    return not mention.titles and bool(_WORK.match(matter.reading.text, mention.end))


def to_move(weights: Sequence[int]) -> tuple[int, int] | None:
    """(first, last) index of the stretch that has to be put in order; None when it is."""
    before = accumulate(weights, max)
    behind = list(accumulate(reversed(weights), min))[::-1]
    inside = [
        place
        for place, (weight, highest) in enumerate(zip(weights, before, strict=True))
        if weight > behind[place] or weight < highest
    ]
    return (inside[0], inside[-1]) if inside else None


def _told(matter, rows, first, last) -> Finding:
    text, stretch = matter.reading.text, rows[first : last + 1]
    ordered = sorted(stretch, key=lambda row: row[0])
    spans = [_span(text, known.mention) for _weight, known in stretch]
    names = "; ".join(known.people[0].name for _weight, known in ordered)
    pieces = [text[slice(*_span(text, known.mention))] for _weight, known in ordered]
    between = [text[one[1] : other[0]] for one, other in zip(spans, spans[1:], strict=False)]
    return matter.finding(
        Kind.PROTOCOL_ORDER, spans[0][0], spans[-1][1],
        _("By protocol the order is: %(names)s.") % {"names": names},
        person=ordered[0][1].people[0].pk,
        expected="; ".join(pieces),
        fix="".join(part for pair in zip(pieces, [*between, ""], strict=True) for part in pair),
    )  # fmt: skip


def _span(text: str, mention) -> tuple[int, int]:
    """Without the words that announce the whole list: "các đồng chí:"."""
    announced = _ANNOUNCED.match(text, mention.start)
    return (announced.end() if announced else mention.start), mention.end
