"""Typing errors that keep a title from being read: what stands beside a name is one slip away from
a title of that very person, and from no other."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from django.utils.translation import gettext as _

from apps.proofing.facts import PersonFact, TermFact
from apps.proofing.findings import Finding, Kind
from apps.proofing.occasions import occasion
from apps.proofing.title_ways import LEAST, said_ways
from lib.vietnamese.fold import fold
from lib.vietnamese.syllables import is_syllable
from lib.vietnamese.titles.phrases import first_words, second_words
from lib.vietnamese.titles.ranks import RANKS, STATUSES
from lib.vietnamese.titles.slips import near, one_letter
from lib.vietnamese.titles.wordlists import words as listed
from lib.vietnamese.tones import split_tone

from .matter import Matter

# Between a name and its title, or one title and the next; then the two words it begins with.
_LINK = re.compile(
    r"(?:\s*[,;:(–-]\s*| )(?:(?:đồng chí|đ/c|ông|bà|kiêm|và|là|nay là|hiện là|giữ chức|nguyên"
    r"|quyền|tân) )*(?=(\w+)[ .]?(\w*))"
)
_STATUS = re.compile(r"(?:(?:nguyên|cựu|quyền|là|tân) )*", re.IGNORECASE)
_BACK = re.compile(r"(?:,? (?:là )?(?:đồng chí|đ/c|ông|bà|anh|chị)|\s*[:–-]|,)?\s*$")
_SIGNS = re.compile(r"[^\w ]|\d")
_MOST_BACK = 20
_WINDOW, _MORE = 60, 14  # letters; "nguyên " and three on either side
_LEVELS = listed("tỉnh thành phố thị xã huyện quận phường đặc khu")
_FIRST, _SECOND = first_words(RANKS, STATUSES), second_words(RANKS)
_LAST = listed("ủy tỉnh phố xã huyện quận phường trấn khu ubnd hđnd đoàn trực vụ hội")
_BROKEN_OFF = 2
_LONG = 5  # words of a title in which two may be mistyped
# Pairs of which neither word stands in a title without the other.
_TOGETHER = frozenset(
    tuple(pair.split())
    for pair in (
        "thường trực", "thường vụ", "ủy viên", "chủ tịch", "bí thư", "chủ nhiệm", "văn phòng",
        "tổ chức", "kiểm tra", "mặt trận", "tổ quốc", "việt nam", "tuyên giáo", "dân vận",
        "nội chính", "giám đốc", "liên đoàn", "lao động", "nông dân", "phụ nữ", "liên hiệp",
        "cựu chiến", "chiến binh", "hội đồng", "nhân dân", "ủy ban", "chấp hành", "đảng bộ",
        "chỉ huy", "huy trưởng", "công an", "quân sự", "thành phố", "thị xã", "thanh tra",
        "chính trị", "trung tâm", "xây dựng", "tài chính", "nội vụ", "công thương", "khoa học",
        "công nghệ", "giáo dục", "đào tạo", "cơ quan", "doanh nghiệp", "kinh tế", "xã hội",
        "thị ủy", "tỉnh ủy", "huyện ủy", "thành ủy", "quận ủy", "thanh niên", "cộng sản",
        "biên phòng", "nông nghiệp", "môi trường", "pháp chế", "y tế", "tư pháp", "văn hóa",
        "thông tin", "thể thao", "du lịch", "giao thông", "vận tải", "kế hoạch", "đầu tư",
    )
)  # fmt: skip
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
            yield _finding(matter, person, *found[:3]), *found[:2]


class _Spot(NamedTuple):
    """Where a title should begin (or end, not `forwards`); none of it lies behind `limit`."""

    place: int
    forwards: bool
    former: bool
    limit: int


def _unread(matter: Matter, known) -> Iterator[_Spot]:
    """Where a title should stand, and nothing right was read."""
    mention, lower = known.mention, matter.reading.lower
    verdicts, first = matter.verdicts(known), mention.name_start
    ends, before = [mention.name_end] if first >= 0 else [], False
    for title, verdict in verdicts:
        limit = first if title.start < first else len(lower)
        ends.append(title.end)
        before = before or (verdict.term is not None and title.end <= first)
        if (
            verdict.kind
            or _goes_on(matter, title.end, limit)
            or not (verdict.term or matter.resolver.knows(title.body))
        ):
            place = _STATUS.match(lower, title.start).end()
            yield _Spot(place, True, title.former, limit)
    starts = {title.start for title, _verdict in verdicts}
    for end in ends:
        link = _LINK.match(lower, end)
        if (
            link
            and (link[1] in _FIRST or link[2] in _SECOND or not is_syllable(link[1]))
            and link.end() not in starts
            and link.end() != first
        ):
            limit = first if end < first else len(lower)
            yield _Spot(link.end(), True, "nguyên" in link[0], limit)
    if first > LEAST and not before:
        end = first - len(_BACK.search(lower, max(0, first - _MOST_BACK), first)[0])
        last = matter.reading.text[max(0, end - 10) : end].rpartition(" ")[2]
        if last in _LAST or last[:1].isupper() or (last.isalpha() and not is_syllable(last)):
            yield _Spot(end, False, False, first)


def _goes_on(matter: Matter, end: int, limit: int) -> bool:
    """Whether a title may have been read too short: a place behind it, or a level mistyped."""
    text = matter.reading.text
    if end + 1 >= limit:
        return False
    if text[end] != " ":
        return text[end].isalnum()
    if text[end + 1].isupper():
        return True
    word = text[end + 1 : end + 12].split(" ")[0].rstrip(",.;:")
    return _is_near_level(word)


_SECOND_HALVES = frozenset(second for _first, second in _TOGETHER)


@lru_cache(maxsize=1 << 12)
def _is_near_level(word: str) -> bool:
    """ "phừng", "ã", "xãVĩnh": a level mistyped, or the first word of "thị x"."""
    return (
        word in _LEVELS
        or word in _SECOND_HALVES
        or not is_syllable(word)
        or any(each in _LEVELS for each, _slip in near(word))
    )


def _nearest(matter: Matter, spot: _Spot, person: PersonFact):
    """(start, end, the words meant, their term) of the longest title that stands there with one
    word wrong; None where a longer one stands there as it should."""
    best, right = None, 0
    lower = matter.reading.lower
    if spot.limit < len(lower):
        lower = lower[: spot.limit]
    for words, term in _ways(person, matter.day, spot, lower):
        start = spot.place if spot.forwards else spot.place - len(words)
        if start < 0:
            continue
        if lower.startswith(words, start):
            if _is_whole(lower, start, start + len(words)):
                right = max(right, len(words))
        elif found := _slip_of(lower, start, spot, words):
            longer = best is None or found[1] - found[0] > best[1] - best[0]
            if longer and _is_of_the_day(matter, spot, *found, term):
                best = *found, words, term
    return (
        best if best and best[1] - best[0] > right and not _goes_on_so(lower, *best[:3]) else None
    )


def _slip_of(lower: str, start: int, spot: _Spot, words: str) -> tuple[int, int] | None:
    """The stretch at the spot that was meant to be these words."""
    if not _is_half_there(lower, start, words):
        return None
    stretches = _stretches(lower, spot, words)
    return next(((at, end) for at, end in stretches if _is_slip(lower[at:end], words)), None)


def _is_half_there(lower: str, start: int, words: str) -> bool:
    """A quick look: one error leaves the half before it or the half behind it, a word left out
    in the middle, or two errors, the third at either end."""
    half, third = len(words) // 2, len(words) // 3
    window = lower[max(0, start - 3) : start + len(words) + 3]
    if words[:half] in window or words[half + 1 :] in window:
        return True
    return words[:third] in window and words[-third:] in window


def _is_of_the_day(matter: Matter, spot: _Spot, start: int, end: int, term) -> bool:
    """Held when the sentence says: another day's title is no typing error but a wrong title."""
    if spot.former or term.covers(matter.day, matter.day):
        return True
    if matter.reading.lower[start:end].startswith("ng"):  # "nguyễn", "nguyen" for "nguyên"
        return term.over_before(matter.day)
    when = occasion(matter.reading, start, end, matter.day, -1)
    return any(term.covers(first, last) for first, last in when.spans)


def _goes_on_so(lower: str, start: int, end: int, words: str) -> bool:
    """ "Giám đốc Sở Tài chính | tính toán": the last word is one of the sentence, no slip."""
    last = lower[start:end].rpartition(" ")[2]
    return (
        is_syllable(last)
        and not words.endswith(f" {last}")
        and lower[end : end + 1] == " "
        and lower[end + 1 : end + 2].isalpha()
        and last != words.rpartition(" ")[2][: len(last)]
    )


def _stretches(lower: str, spot: _Spot, words: str) -> Iterator[tuple[int, int]]:
    """Whole words of about that length at the spot."""
    lengths = [len(words) + more for more in (0, -1, 1, -2, 2)]
    lengths += {len(words) - len(word) - 1 for pair in _pairs_of(words) for word in pair}
    for length in dict.fromkeys(lengths):
        at = spot.place if spot.forwards else spot.place - length
        if at >= 0 and _is_whole(lower, at, at + length):
            yield at, at + length


@lru_cache(maxsize=1 << 12)
def _pairs_of(words: str) -> tuple[tuple[str, str], ...]:
    """The words of a title that say nothing without each other."""
    each = words.split(" ")
    return tuple(pair for pair in pairwise(each) if pair in _TOGETHER)


def _is_slip(typed: str, words: str) -> bool:
    """One letter of the whole, a space too, or one word that was plainly meant to be the other."""
    if _signs(typed) != _signs(words):
        return False
    was, meant = typed.split(" "), words.split(" ")
    if len(was) != len(meant):
        return one_letter(typed, words) or _lacks_half(was, meant)
    wrong = [pair for pair in zip(was, meant, strict=True) if pair[0] != pair[1]]
    if len(wrong) == 2 and len(meant) >= _LONG:
        swapped = wrong[0] == wrong[1][::-1] and wrong[0][::-1] in _TOGETHER
        return swapped or all(_is_plain_slip(*pair) for pair in wrong)
    return len(wrong) == 1 and wrong[0][0] not in _OTHERS and _is_one_word(*wrong[0])


def _lacks_half(was: list[str], meant: list[str]) -> bool:
    """ "Phó Bí thư Thường Thành ủy": of two words that stand together one was left out."""
    if len(was) + 1 != len(meant) or len(meant) < _LONG or was[0] != meant[0]:
        return False  # "Ủy viên", "Tỉnh ủy" are whole without "Tỉnh" and "viên"
    at = next((i for i, word in enumerate(was) if word != meant[i]), len(was))
    if was[at:] != meant[at + 1 :]:
        return False
    lost = meant[at]
    return (at > 0 and (meant[at - 1], lost) in _TOGETHER) or (
        at + 1 < len(meant) and (lost, meant[at + 1]) in _TOGETHER
    )


def _is_plain_slip(typed: str, meant: str) -> bool:
    """No word at all, a letter from the one that was meant: "đòan", "độg"."""
    if split_tone(typed) == split_tone(meant):
        return True
    return not is_syllable(typed) and (
        one_letter(typed, meant) or one_letter(fold(typed), fold(meant))
    )


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


def _ways(person: PersonFact, day, spot: _Spot, lower: str) -> Iterator[tuple[str, TermFact]]:
    """His titles in every way of saying them, in small letters, those that are over with "nguyên"
    too; only those that may stand at the spot."""
    place = spot.place
    window = lower[place - 3 : place + _WINDOW] if spot.forwards else lower[place - _WINDOW : place]
    former = not spot.former and ("ngu" in window[:8] or "yên" in window[:12])
    for held in person.held:
        term = held.term
        for rank, ways in said_ways(held.rank, held.body).items():
            reach = len(rank) + _MORE if spot.forwards else _WINDOW
            if not _has_half(window, rank, reach):
                continue
            yield from ((way, term) for way in ways)
            if former and term.over_before(day):
                yield from ((f"nguyên {way}", term) for way in ways)


def _has_half(window: str, rank: str, reach: int) -> bool:
    """A quick look: one error leaves a half of the rank, or its first and last words."""
    half = len(rank) // 2
    return (
        window.find(rank[:half], 0, reach) >= 0
        or window.find(rank[half + 1 :], 0, reach) >= 0
        or (
            window.find(rank.partition(" ")[0], 0, reach) >= 0
            and window.find(rank.rpartition(" ")[2], 0, reach) >= 0
        )
    )


def _is_another(matter: Matter, known, start: int, end: int, words: str, term) -> bool:
    """Whether the words, as typed, are right, or of another body or place that there is."""
    typed, meant = fold(matter.reading.lower[start:end]), fold(words)
    for title, verdict in matter.verdicts(known):
        if title.start <= start and title.end >= end and typed != meant:
            bodies = matter.resolver.meant(title.body).bodies
            if not verdict.kind or (bodies and term.position.body not in bodies):
                return True
    return any(
        typed.endswith(f" {place}") and not meant.endswith(f" {place}")
        for _level, place in matter.resolver.register.units
        if place
    )


def _finding(matter: Matter, person, start: int, end: int, words: str) -> Finding:
    typed = matter.reading.text[start:end]
    right = _with_half(typed, words) or _in_case(typed, words)
    return matter.finding(
        Kind.MISSPELLED_TITLE, start, end,
        _("“%(title)s” has a typing error: write “%(expected)s”.")
        % {"title": typed, "expected": right},
        person=person.pk, expected=right, fix=right,
    )  # fmt: skip


def _with_half(typed: str, words: str) -> str:
    """The words as typed, with the one that was left out; '' where none was."""
    was, meant = typed.lower().split(" "), words.split(" ")
    if not _lacks_half(was, meant):
        return ""
    at = next((i for i, word in enumerate(was) if word != meant[i]), len(was))
    first = at + 1 < len(meant) and (meant[at], meant[at + 1]) in _TOGETHER
    kept, lost = typed.split(" "), meant[at]
    if lost == "nam" or (first and kept[at][:1].isupper()):
        lost = lost.capitalize()
    return " ".join([*kept[:at], lost, *kept[at:]])


def _in_case(typed: str, words: str) -> str:
    """The words meant, with the capitals of what was typed."""
    lower = typed.lower()
    most = min(len(lower), len(words))
    same = next((i for i in range(most) if lower[i] != words[i]), most)
    tail = next((i for i in range(most - same) if lower[-1 - i] != words[-1 - i]), most - same)
    middle = words[same : len(words) - tail]
    if typed[same : same + 1].isupper() and middle:
        middle = middle[:1].upper() + middle[1:]
    return typed[:same] + middle + (typed[len(typed) - tail :] if tail else "")
