"""A title of the register in every way a text may write it, for finding one that is mistyped."""

from apps.people.house_form import joined, member_of

from .facts import BodyFact
from .spelling import phrase_of

LEAST = 8  # letters of a title in which one of them may be wrong
_LEAST_SHORT = 5
_SHORTER = (
    ("ủy viên ban thường vụ", ("ủy viên btv", "uv btv", "uvbtv", "ủy viên thường vụ")),
    ("phó bí thư thường trực", ("pbttt", "pbt tt", "pbt thường trực")),
    ("phó bí thư", ("pbt",)),
    ("bí thư", ("bt",)),
    ("phó chủ tịch", ("pct",)),
    ("chủ tịch", ("ct",)),
    ("phó chánh văn phòng", ("pcvp",)),
    ("chánh văn phòng", ("cvp",)),
)  # fmt: skip


def said_ways(rank: str, body: BodyFact) -> dict[str, tuple[str, ...]]:
    """{way to write the rank: titles with it in small letters}: "ct ubnd thị xã"; kept with the
    body."""
    kept = body.titles
    if rank not in kept:
        kept[rank] = _said(phrase_of(rank), body)
    return kept[rank]


def _said(rank: str, body: BodyFact) -> dict[str, tuple[str, ...]]:
    ranks = {rank}
    for long, shorts in _SHORTER:
        if rank.startswith(long):
            ranks.update(short + rank[len(long) :] for short in shorts)
            break
    names = {phrase.replace(" , ", ", ").replace(" & ", "&") for phrase in body.phrases}
    ways = {each: {joined(each, name) for name in names} for each in sorted(ranks)}
    if "viên" in rank:  # "Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Huyện ủy"
        for each, whole in ways.items():
            whole.add(each)
    if "chấp hành" in rank or rank.endswith("ủy viên"):
        members = {member for name in names if (member := member_of(name))}
        ways |= {member: {member} for member in members}
    return {
        each: tuple(
            way for way in sorted(whole) if len(way) >= (LEAST if " " in way else _LEAST_SHORT)
        )
        for each, whole in ways.items()
    }
