"""Typing errors that keep a title from being read: what stands beside a name is one slip away from
a title of that very person, and from no other."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from apps.people.house_form import joined, member_of
from apps.proofing.facts import BodyFact, PersonFact
from apps.proofing.findings import Finding, Kind
from apps.proofing.spelling import phrase_of
from lib.vietnamese.fold import fold
from lib.vietnamese.titles.slips import one_letter
from lib.vietnamese.titles.wordlists import words as listed

from .matter import Matter

# Between a name and its title, or one title and the next.
_LINK = re.compile(
    r"(?:\s*[,;:(–-]\s*|\s)(?:(?:đồng chí|đ/c|ông|bà|kiêm|và|là|nay là|hiện là|giữ chức|nguyên"
    r"|quyền|tân) )*"
)
_STATUS = re.compile(r"(?:(?:nguyên|cựu|quyền|là|tân) )*", re.IGNORECASE)
_BACK = re.compile(r"(?:,? (?:là )?(?:đồng chí|đ/c|ông|bà|anh|chị)|\s*[:–-]|,)?\s*$")
_SIGNS = re.compile(r"[^\w ]|\d")
_MOST_BACK = 20
_LEAST = 8  # letters of a title in which one of them may be wrong
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
_LEAST_SHORT = 5
_BROKEN_OFF = 2
# Short words that are others, not mistyped ones: "PCT" is no slip of "CT".
_OTHERS = listed(
    "ct pct bt pbt cn pcn gđ pgđ cvp pcvp btc btg btv bdv bnc bch hnd hđnd ubnd ccb tt tu hu qu đu"
    " tuv huv quv đuv txu pbttt pcttt tp tx xã huyện quận phó trưởng"
)


def slipped_titles(matter: Matter, known) -> Iterator[tuple[Finding, int, int]]:
    """(finding, its place in the normal text) of each title beside the name that was not read."""
    if len(known.people) != 1:
        return
    person = known.people[0]
    for spot in dict.fromkeys(_unread(matter, known)):
        found = _nearest(matter, spot, person)
        if found and not _is_another(matter, known, *found):
            yield _finding(matter, person, *found), *found[:2]


class _Spot(NamedTuple):
    """Where a title should begin (or end, not `forwards`); none of it lies behind `limit`."""

    place: int
    forwards: bool
    former: bool
    limit: int


def _unread(matter: Matter, known) -> Iterator[_Spot]:
    """Where a title should stand, and nothing right was read."""
    mention, text = known.mention, matter.reading.text
    verdicts, first = matter.verdicts(known), mention.name_start
    starts = {title.start for title, _verdict in verdicts}
    ends = [mention.name_end] if mention.name_end >= 0 else []
    for title, verdict in verdicts:
        ends.append(title.end)
        limit = first if title.start < first else len(text)
        goes_on = text[title.end : title.end + 1] == " " and text[title.end + 1 :][:1].isupper()
        if verdict.kind or not verdict.term or (goes_on and title.end + 1 != limit):
            place = _STATUS.match(text, title.start).end()
            yield _Spot(place, True, title.former, limit)
    for end in ends:
        link = _LINK.match(text, end)
        if link and link.end() not in starts and link.end() != first:
            limit = first if end < first else len(text)
            yield _Spot(link.end(), True, "nguyên" in link[0], limit)
    if first > 0 and not any(title.end <= first for title, verdict in verdicts if verdict.term):
        lead = text[max(0, first - _MOST_BACK) : first]
        yield _Spot(first - len(_BACK.search(lead)[0]), False, False, first)


def _nearest(matter: Matter, spot: _Spot, person: PersonFact):
    """(start, end, the words meant) of the longest title that stands there with one word wrong;
    None where a longer one stands there as it should."""
    best, right = None, 0
    lower = matter.reading.lower[: spot.limit]
    for words in _ways(person, matter.day, spot.former):
        length = len(words)
        start = spot.place if spot.forwards else spot.place - length
        if start < 0:
            continue
        if lower[start : start + length] == words:
            if _is_whole(lower, start, start + length):
                right = max(right, length)
            continue
        half = length // 2
        window = lower[max(0, start - 3) : start + length + 3]
        if words[:half] not in window and words[half + 1 :] not in window:
            continue
        for at, end in _stretches(lower, spot, words):
            if (best is None or end - at > best[1] - best[0]) and _is_slip(lower[at:end], words):
                best = at, end, words
                break
    return best if best and len(best[2]) > right else None


def _stretches(lower: str, spot: _Spot, words: str) -> Iterator[tuple[int, int]]:
    """Whole words of about that length at the spot."""
    for more in (0, -1, 1, -2, 2):
        length = len(words) + more
        at = spot.place if spot.forwards else spot.place - length
        if at >= 0 and _is_whole(lower, at, at + length):
            yield at, at + length


def _is_slip(typed: str, words: str) -> bool:
    """One letter of the whole, a space too, or one word that was plainly meant to be the other."""
    if _signs(typed) != _signs(words):
        return False
    was, meant = typed.split(" "), words.split(" ")
    if len(was) != len(meant):
        return one_letter(typed, words)
    wrong = [pair for pair in zip(was, meant, strict=True) if pair[0] != pair[1]]
    return len(wrong) == 1 and wrong[0][0] not in _OTHERS and _is_one_word(*wrong[0])


def _is_one_word(typed: str, meant: str) -> bool:
    """ "tihc", "phừng", "Man" for "Nam", "tị" for "tịch"."""
    return (
        one_letter(typed, meant)
        or one_letter(fold(typed), fold(meant))
        or sorted(typed) == sorted(meant)
        or (len(typed) > 1 and meant.startswith(typed) and len(meant) - len(typed) <= _BROKEN_OFF)
    )


def _is_whole(lower: str, start: int, end: int) -> bool:
    """Whether it begins and ends with whole words."""
    return (
        end <= len(lower)
        and lower[end - 1].isalnum()
        and lower[start].isalnum()
        and not lower[end : end + 1].isalnum()
        and not (start and lower[start - 1].isalnum())
    )


def _signs(words: str) -> list[str]:
    """What is no letter: a dot, a dash or a number other than meant is no slip of a letter."""
    return _SIGNS.findall(words)


def _ways(person: PersonFact, day, former: bool) -> Iterator[str]:
    """The titles of the day in every way of saying them, in small letters; behind "nguyên" those
    that are over, which elsewhere have that word in them."""
    for held in person.held:
        over = held.term.over_before(day)
        if held.term.covers(day, day) or (former and over):
            yield from said_ways(held.rank, held.body)
        elif over:
            yield from (f"nguyên {words}" for words in said_ways(held.rank, held.body))


def said_ways(rank: str, body: BodyFact) -> tuple[str, ...]:
    """Every way to write a title, in small letters: "ct ubnd thị xã"; kept with the body."""
    kept = body.titles
    if rank not in kept:
        kept[rank] = tuple(sorted(_said(phrase_of(rank), body), key=len, reverse=True))
    return kept[rank]


def _said(rank: str, body: BodyFact) -> set[str]:
    ranks = {rank}
    for long, shorts in _SHORTER:
        if rank.startswith(long):
            ranks.update(short + rank[len(long) :] for short in shorts)
            break
    names = {phrase.replace(" , ", ", ").replace(" & ", "&") for phrase in body.phrases}
    ways = {joined(each, name) for each in ranks for name in names}
    if "viên" in rank:  # "Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Huyện ủy"
        ways |= ranks
    if "chấp hành" in rank or rank.endswith("ủy viên"):
        ways |= {member for name in names if (member := member_of(name))}
    return {way for way in ways if len(way) >= (_LEAST if " " in way else _LEAST_SHORT)}


def _is_another(matter: Matter, known, start: int, end: int, words: str) -> bool:
    """Whether the words, as typed, are a title of another body that there is, or of another place."""
    if any(
        title.start <= start and title.end >= end and matter.resolver.knows(title.body)
        for title, _verdict in matter.verdicts(known)
    ):
        return True
    typed, meant = fold(matter.reading.lower[start:end]), fold(words)
    return any(
        typed.endswith(f" {place}") and not meant.endswith(f" {place}")
        for _level, place in matter.resolver.register.units
        if place
    )


def _finding(matter: Matter, person, start: int, end: int, words: str) -> Finding:
    typed = matter.reading.text[start:end]
    right = _in_case(typed, words)
    return matter.finding(
        Kind.MISSPELLED_TITLE, start, end,
        _("“%(title)s” has a typing error: write “%(expected)s”.")
        % {"title": typed, "expected": right},
        person=person.pk, expected=right, fix=right,
    )  # fmt: skip


def _in_case(typed: str, words: str) -> str:
    """The words meant, with the capitals of what was typed."""
    lower = typed.lower()
    most = min(len(lower), len(words))
    same = next((i for i in range(most) if lower[i] != words[i]), most)
    tail = next(
        (i for i in range(most - same) if lower[-1 - i] != words[-1 - i]), most - same
    )
    middle = words[same : len(words) - tail]
    if typed[same : same + 1].isupper() and middle:
        middle = middle[:1].upper() + middle[1:]
    return typed[:same] + middle + (typed[len(typed) - tail :] if tail else "")
