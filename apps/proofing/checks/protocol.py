"""protocol_order: people of one enumerated list against their lowest precedence of the day."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind

from .matter import Matter

_MARK = r"(?:[-–—•*+·]|\(?\d{1,2}[.)/]?|[a-zđ]\))?[ \t]*"
_BULLET = re.compile(rf"[ \t]*{_MARK}(?:đồng chí |đ/c |ông |bà )?", re.IGNORECASE)
_NEXT_LINE = re.compile(rf"[ \t]*(?:\([^()\n]{{0,60}}\))?[ \t]*[.;,]?[ \t]*\n\s*{_MARK}")


def order_findings(matter: Matter) -> Iterator[Finding]:
    """One finding a list: from the first to the last person who has to move."""
    for rows in _lists(matter):
        moving = to_move([weight for weight, _known in rows])
        if moving:
            yield _told(matter, rows, *moving)


def _lists(matter: Matter) -> Iterator[list]:
    """(weight, Known) of the people of each list who have a place in the order that day."""
    lists = defaultdict(list)
    for number, known in zip(_numbers(matter), matter.known, strict=True):
        if number is not None and len(known.people) == 1:
            weight = known.people[0].precedence_on(matter.day)
            if weight is not None:
                lists[number].append((weight, known))
    for number, rows in lists.items():
        in_lines = isinstance(number, str)
        if len(rows) > 1 and (in_lines or _is_list(matter, [known for _weight, known in rows])):
            yield rows


def _numbers(matter: Matter) -> list:
    """The list of each mention: the reader's number, "line N" for people line by line, or None."""
    mentions = [known.mention for known in matter.known]
    numbers = [mention.list_id if mention.list_id >= 0 else None for mention in mentions]
    for index in range(1, len(mentions)):
        one, other = mentions[index - 1], mentions[index]
        if numbers[index] is None and one.name and other.name and _line_by_line(matter, one, other):
            if numbers[index - 1] is None:
                numbers[index - 1] = f"line {index}"
            numbers[index] = numbers[index - 1]
    return numbers


def _line_by_line(matter: Matter, one, other) -> bool:
    """Two lines that begin alike, each with a person: "- A, …" and "- B, …", "1. A", "2. B"."""
    text = matter.reading.text
    if one.end > other.start or not _NEXT_LINE.fullmatch(text, one.end, other.start):
        return False
    first, second = (_mark_before(text, each.start) for each in (one, other))
    return first is not None and first == second


def _mark_before(text: str, place: int) -> str | None:
    """The sort of mark with which the line of a place begins; None if words stand before it."""
    begun = text[text.rfind("\n", 0, place) + 1 : place]
    found = _BULLET.fullmatch(begun)
    if not found:
        return None
    return "1" if found[0].strip()[:1].isdigit() else found[0].strip()


def _is_list(matter, knowns) -> bool:
    """Two people with a comma between them may be two parts of one sentence:
    "Giao nhiệm vụ cho tân Bí thư Thị ủy A, Bí thư Tỉnh ủy B đề nghị …"."""
    if len(knowns) != 2 or knowns[0].mention.honour:
        return True
    one, other = (known.mention for known in knowns)
    return matter.reading.text[one.end : other.start].strip() != ","


def to_move(weights: Sequence[int]) -> tuple[int, int] | None:
    """(first, last) index of the stretch that has to be put in order; None when it is."""
    if all(one <= other for one, other in zip(weights, weights[1:], strict=False)):
        return None
    inside = [
        place
        for place, weight in enumerate(weights)
        if any(weight > other for other in weights[place + 1 :])
        or any(weight < other for other in weights[:place])
    ]
    return inside[0], inside[-1]


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


_ANNOUNCED = re.compile(
    r"(?:các|những|hai|ba|bốn|năm|\d+) (?:đồng chí|đ/c|ông,? bà|ông|bà|anh,? chị|anh|chị|vị)"
    r"(?: gồm| là)?\s*:?\s*",
    re.IGNORECASE,
)


def _span(text: str, mention) -> tuple[int, int]:
    """Without the words that announce the whole list: "các đồng chí:"."""
    announced = _ANNOUNCED.match(text, mention.start)
    return (announced.end() if announced else mention.start), mention.end
