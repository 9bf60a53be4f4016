"""protocol_order: people of one enumerated list against their lowest precedence of the day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind

from .matter import Matter


def order_findings(matter: Matter) -> Iterator[Finding]:
    """One finding a list: from the first to the last person who has to move."""
    lists = defaultdict(list)
    for known in matter.known:
        if known.mention.list_id >= 0 and len(known.people) == 1:
            weight = known.people[0].precedence_on(matter.day)
            if weight is not None:
                lists[known.mention.list_id].append((weight, known))
    for rows in lists.values():
        moving = to_move([weight for weight, _known in rows])
        if moving:
            yield _told(matter, rows, *moving)


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
    stretch = rows[first : last + 1]
    ordered = sorted(stretch, key=lambda row: row[0])
    start, end = stretch[0][1].mention, stretch[-1][1].mention
    names = "; ".join(known.people[0].name for _weight, known in ordered)
    text = matter.reading.text
    return matter.finding(
        Kind.PROTOCOL_ORDER, start.start, end.end,
        _("By protocol the order is: %(names)s.") % {"names": names},
        person=ordered[0][1].people[0].pk,
        expected="; ".join(text[k.mention.start : k.mention.end] for _w, k in ordered),
        fix=_swapped(text, stretch, ordered),
    )  # fmt: skip


def _swapped(text, stretch, ordered) -> str:
    """The same words and marks between, with the people in their order."""
    places = [known.mention for _weight, known in stretch]
    pieces = [text[known.mention.start : known.mention.end] for _weight, known in ordered]
    between = [
        text[one.end : other.start] for one, other in zip(places, places[1:], strict=False)
    ]
    return "".join(part for pair in zip(pieces, [*between, ""], strict=True) for part in pair)
