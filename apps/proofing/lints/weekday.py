""" "Thứ Ba, 11/10/2021" was a Monday."""

import re
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind
from apps.proofing.manuscript import Manuscript
from lib.vietnamese.days import make_day
from lib.vietnamese.running_days import Day

_WORD = r"(?P<word>thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ ?nhật|cn)"
_ANY = re.compile(r"thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ ?nhật|cn[ ,(]")
_BEFORE = re.compile(rf"(?<!\w){_WORD}[ ,(–-]{{1,4}}(?:ngày |m[ùồ]ng )?$", re.IGNORECASE)
_AFTER = re.compile(rf" ?\((?:tức |nhằm )?(?:ngày )?{_WORD}\)", re.IGNORECASE)
# The second of something, not Monday: "lần thứ hai, ngày 5/10".
_COUNTED = re.compile(
    r"(?<!\w)(?:lần|họp|nghị|hội|thảo|vòng|đợt|kỳ|phiên|hạng|người|năm|tuần|buổi|ngày|cuộc|khóa|số|đứng|nhóm|trận"
    r"|mũi|liều|quý|là) $",
    re.IGNORECASE,
)
_NUMBERS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5}
_WORDS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")
_REACH = 28


def look(manuscript: Manuscript) -> Iterator[Finding]:
    if not _ANY.search(manuscript.reading.lower):
        return
    for day in manuscript.days:
        found = _weekday_at(manuscript.reading.text, day)
        real = _real_day(day, manuscript.day) if found else None
        if real and real.weekday() != _number(found["word"]):
            right = _written_like(found["word"], real.weekday())
            words = _("%(date)s is a %(weekday)s: mend the weekday or the date.") % {
                "date": f"{real.day}/{real.month}/{real.year}", "weekday": right
            }  # fmt: skip
            place = found.span("word")
            yield manuscript.hint(Kind.WEEKDAY, *place, words, expected=right, fix=right)


def _weekday_at(text: str, day: Day) -> re.Match | None:
    found = _BEFORE.search(text, max(0, day.start - _REACH), day.start)
    if found:
        counted = _COUNTED.search(text, max(0, found.start() - 8), found.start())
        return None if counted else found
    return _AFTER.match(text, day.end)


def _real_day(day: Day, event: date | None) -> date | None:
    """A day without a year is the one nearest to the event; without an event it is not known."""
    if day.year:
        return make_day(day.year, day.month, day.day)
    if event is None:
        return None
    years = (event.year - 1, event.year, event.year + 1)
    days = [made for year in years if (made := make_day(year, day.month, day.day))]
    return min(days, key=lambda made: abs((made - event).days), default=None)


def _number(word: str) -> int:
    last = word.lower().split()[-1]
    return int(last) - 2 if last.isdecimal() else _NUMBERS.get(last, 6)


def _written_like(word: str, number: int) -> str:
    """ "thứ 3" for "thứ 2", "Thứ Ba" for "Thứ Hai", "thứ ba" for "thứ hai"."""
    last = word.split()[-1]
    if number == 6:
        right = "Chủ nhật"
    elif last.isdecimal():
        right = f"Thứ {number + 2}"
    else:
        capital = last[0].isupper() or (word[0].isupper() and _number(word) == 6)
        right = f"Thứ {_WORDS[number] if capital else _WORDS[number].lower()}"
    if word.isupper() and word.lower() != "cn":
        return right.upper()
    return right if word[0].isupper() else right[0].lower() + right[1:]
