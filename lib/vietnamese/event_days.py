"""Which day a news text is about: titles are checked against it, not against publication."""

import re
from datetime import date, timedelta

from .days import WEEKDAY, make_day
from .periods import read_period
from .running_days import Day, find_days
from .text import nfc

_SESSION = r"(?:sáng|trưa|chiều|tối|đêm)"
_DAY_WORD = r"(?:(?:các\s+|những\s+|\d\s+|hai\s+|ba\s+)?ngày\s+)?(?:m[ùồ]ng\s+)?"

# What stands right before the day, in the same sentence.
_BY_SESSION = re.compile(
    rf"(?<!\w)(?:{_SESSION}|hôm)(?:\s+(?:nay|qua|sớm|muộn|cùng|{_SESSION}))?[\s,(]*"
    rf"(?:{WEEKDAY}[\s,(]*)?{_DAY_WORD}$|(?<!\w){WEEKDAY}[\s,(]+{_DAY_WORD}$",
    re.IGNORECASE,
)
_BY_CLOCK = re.compile(
    r"(?<!\w)\d{1,2}\s?(?:giờ|h|g|:)\s?(?:\d{2}\s?)?(?:phút|')?(?:\s*[-–]\s*\d{1,2}\s?(?:giờ|h)"
    rf"\s?(?:\d\d)?)?[\s,]*(?:{_SESSION}\s+)?ngày\s+$",
    re.IGNORECASE,
)
_OPENS_SENTENCE = re.compile(
    r"[\W_]*(?:\([^()]{1,30}\)[\s\-–]*|[A-ZĐ]{2,8}\s?[-–]\s?)?(?:(?:vào|trong|từ)\s+"
    r"(?:(?:các\s+|\d\s+|hai\s+|ba\s+)?ngày\s+)?|(?:cả\s+|các\s+)?ngày\s+)(?:m[ùồ]ng\s+)?",
    re.IGNORECASE,
)
_AFTER_HELD = re.compile(
    r"(?:tổ chức|diễn ra|khai mạc|họp|tiến hành)(?:\s+(?:vào|trong|từ))?"
    r"\s+(?:(?:các\s+|\d\s+|hai\s+|ba\s+)?ngày\s+)$",
    re.IGNORECASE,
)
_BY_DAY_WORD = re.compile(r"(?<!\w)(?:ngày|m[ùồ]ng)\s+$", re.IGNORECASE)

# Days of other things: deadlines, births, anniversaries, page furniture, what came before.
_NOT_THE_EVENT = re.compile(
    r"(?<!\w)(?:trước|hết|đến|tới|kể từ|tính từ|sau|hiệu lực(?:\s+thi hành)?(?:\s+kể)?(?:\s+từ)?"
    r"|sinh|kỷ niệm|kỉ niệm|truyền thống|thành lập|giải phóng|nhân dịp|dịp|từ trần|chậm nhất|hạn"
    r"|đăng|cập nhật|xuất bản|phát hành|quốc khánh|thương binh[^,;]{0,20}|ban hành|ký|ra đời|lễ)"
    rf"(?:\s+(?:vào|là|lúc|trong))?[\s:]+(?:\d{{1,2}}\s?(?:giờ|h)\s?(?:\d\d)?\s+)?"
    rf"(?:{_SESSION}\s+)?(?:ngày\s+)?$|(?<!\w)trước đó[^;]{{0,30}}$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"(?<=[^\n])\([^()]{0,60}$")  # not "(Sáng 24/7) - ", which opens
_NOW_BRACKET = re.compile(
    rf"(?:nay|qua|{_SESSION}|{WEEKDAY})\s*\((?:ngày\s+)?$|\(tức\s", re.IGNORECASE
)

_DOCUMENT = (
    r"(?:nghị quyết|chỉ thị|kết luận|quyết định|quy định|quy chế|hướng dẫn|thông báo|kế hoạch"
    r"|công văn|công điện|tờ trình|nghị định|thông tư|luật|chương trình hành động|đề án|báo cáo"
    r"|văn bản|giấy mời|thông tri|lời kêu gọi|hiến pháp|pháp lệnh|điều lệ)"
)
_NUMBERED_DOCUMENT = re.compile(
    rf"(?:(?<!\w){_DOCUMENT}\s(?:(?:[^;,\n]{{0,60}}\s)?số\s?)?\d"
    r"|(?-i:\d\s?[-/]\s?[A-ZĐ]{2}))[^;\n]{0,100}$",
    re.IGNORECASE,
)
_HAS_OWN_DAY = re.compile(
    r"(?:ngày|tháng)\s+\d{1,2}\s?[/.\-–]\s?\d|ngày\s+\d{1,2}\s+tháng", re.IGNORECASE
)
_UNNUMBERED_DOCUMENT = re.compile(rf"(?<!\w){_DOCUMENT}(?:\s[^,;.\n]{{0,80}})?$", re.IGNORECASE)
_OF_AFTER = re.compile(r"\s*,?\s*(?:của|về|do)\b", re.IGNORECASE)

# "Sáng nay, ..." without a figure: the day of publication, or the day before.
_NOW = re.compile(
    rf"(?:^|[\n.!?)\-–])\s{{0,3}}(?:{_SESSION}|hôm)\s+(?:(?P<now>nay)|qua)(?!\w)", re.IGNORECASE
)
_YEAR_ENDS = {("quarter", 4), ("month", 11), ("month", 12), ("year", 0), ("last_months", 6)}

_SENTENCE_END = re.compile(r"[\n\r!?…•]|\.(?=\s)")
_SENTENCE_REACH = 160
_LEAD = 1500
_REACH = 20_000


def event_day(text: str, published: date | None, year_hint: int | None) -> date | None:
    """The day of the event of a news text, or None when it does not say.

    The first day with a time of an event ("Sáng ngày 7/10", "hôm nay (6/10)"), else "Sáng nay"
    of the publication day, else the first plain "ngày 9/4" of the lead. Days of documents,
    deadlines and anniversaries never count.
    A year that is not stated is the year of publication (31/12 in January is last year's),
    else `year_hint`; without either the day is None.
    """
    text = nfc(text[:_REACH])
    plain = None
    for day in find_days(text):
        sure = _surely_event(text, day)
        if not sure and (plain or day.start > _LEAD or not _perhaps_event(text, day)):
            continue
        found = _dated(text, day, published, year_hint)
        if found and sure:
            return found
        plain = plain or found
    return _relative_day(text, published) or plain


def _relative_day(text: str, published: date | None) -> date | None:
    found = _NOW.search(text, 0, _LEAD) if published else None
    if not found:
        return None
    return published if found["now"] else published - timedelta(days=published > date.min)


def _surely_event(text: str, day: Day) -> bool:
    before = _sentence_before(text, day.start)
    if _belongs_elsewhere(before):
        return False
    if _BY_SESSION.search(before) or _BY_CLOCK.search(before):
        return True
    if _is_of_document(text, day, before):
        return False
    return bool(_OPENS_SENTENCE.fullmatch(before) or _AFTER_HELD.search(before))


def _perhaps_event(text: str, day: Day) -> bool:
    before = _sentence_before(text, day.start)
    if _belongs_elsewhere(before) or _is_of_document(text, day, before):
        return False
    return bool(_BY_DAY_WORD.search(before)) or not before.strip()


def _belongs_elsewhere(before: str) -> bool:
    if _IN_BRACKETS.search(before) and not _NOW_BRACKET.search(before):
        return True
    return bool(_NOT_THE_EVENT.search(before))


def _is_of_document(text: str, day: Day, before: str) -> bool:
    """True for "Nghị quyết số 17-NQ/TU ngày 18/12/2020 của", not for "..., ngày 11/10, Thị ủy"."""
    bound = bool(day.year or _OF_AFTER.match(text, day.end))
    if not bound and re.search(r",\s*ngày\s+$", before):
        return False
    numbered = _NUMBERED_DOCUMENT.search(before)
    if numbered:
        return not _HAS_OWN_DAY.search(numbered[0])
    return bound and bool(_UNNUMBERED_DOCUMENT.search(before))


def _sentence_before(text: str, end: int) -> str:
    reach = text[max(0, end - _SENTENCE_REACH) : end]
    return _SENTENCE_END.split(reach)[-1]


def _dated(text: str, day: Day, published: date | None, year_hint: int | None) -> date | None:
    if day.year:
        found = make_day(day.year, day.month, day.day)
        return found if found and _is_news(found, published, year_hint) else None
    if published:
        return _near(published, day)
    if year_hint is None:
        return None
    return make_day(_hinted_year(text, day, year_hint), day.month, day.day)


def _hinted_year(text: str, day: Day, year_hint: int) -> int:
    """A meeting in January or February that reviews the end of the hinted year is a year later."""
    reviewed = read_period(text) if day.month <= 2 else None
    closes = reviewed and reviewed.year == year_hint
    return year_hint + bool(closes and (reviewed.kind, reviewed.number) in _YEAR_ENDS)


def _is_news(found: date, published: date | None, year_hint: int | None) -> bool:
    """A day years away from the publication is history told in passing."""
    if published:
        return abs((found - published).days) <= 400
    return year_hint is None or abs(found.year - year_hint) <= 1


def _near(published: date, day: Day) -> date | None:
    """The year of publication, unless the new year lies between the day and the page."""
    same = make_day(published.year, day.month, day.day)
    if same and (same - published).days > 183:
        return make_day(published.year - 1, day.month, day.day)
    if same and (published - same).days > 330:
        return make_day(published.year + 1, day.month, day.day)
    return same
