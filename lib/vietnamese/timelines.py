"""The line of a page that says when it was put up (DOMAIN §4, "Time lines")."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from .clock_times import TIME, ZONE, read_time, zone_minutes
from .days import HO_CHI_MINH, ISO, NUMERIC, WEEKDAY, WORDED, day_of
from .text import clean

_LONGEST = 200
_FIRST_WEB_YEAR = 1990

_LABEL = re.compile(
    r"(?<!\w)(?:thời gian(?= (?:đăng|cập nhật|xuất bản|gửi|tạo))|ngày|đã|được|lần|tin|bài viết|bài"
    r"|mới nhất|lúc|đăng|cập nhật|xuất bản|phát hành|tạo|gửi|đưa|viết|cuối(?: cùng)?|tải"
    r"|last|post|posted|on|at|published|updated?|created?|date|modified)(?!\w)",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"(?<!\w)(?:cập nhật|updated?|modified)(?!\w)", re.IGNORECASE)
_DAY_NAME = re.compile(
    rf"(?<!\w)(?:{WEEKDAY}|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)(?!\w)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?<!\w)(?:tác giả|người đăng|người viết|người gửi|đăng bởi|bởi|bút danh|author|by)"
    r"(?:\s?:\s?|\s)(?P<author>[^|/•:]{1,80}?)\s?(?=[|/•]|$|[\s,(–-]{1,3}(?:ngày|đăng|cập nhật"
    r"|thời gian|lúc|thứ|chủ nhật|\d{1,4}[/:h.-])|\s[–-]\s\d)",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?<!\w)nguồn(?: tin)?\s?:\s?[^|/•]{1,80}", re.IGNORECASE)

_COUNT = r"(?P<{name}>\d{{1,3}}(?:[., ]\d{{3}}){{1,3}}(?!\d)|\d{{1,12}})"
_VIEWS_LABEL = (
    r"(?:(?:tổng\s)?số\slượt\s(?:xem|đọc|truy\scập)|lượt\s(?:xem|đọc|truy\scập|view)"
    r"|số\slần\s(?:xem|đọc)|số\sngười\s(?:xem|đọc)|(?:đã\s)?(?:xem|đọc)|view\s?counts?|views?|hits?"
    r"|lượt)"
)
_VIEWS = re.compile(
    rf"(?<!\w){_VIEWS_LABEL}\s?(?:\([^()]{{0,10}}\)\s?)?:\s?\(?{_COUNT.format(name='after')}\)?"
    rf"|(?:^|[|/•(,–-])\s?{_VIEWS_LABEL}\s\(?{_COUNT.format(name='bare')}\)?\s?(?:lần|lượt)?"
    r"(?=\s?(?:[|/•),–-]|$))"
    rf"|(?<![\w.,:/]){_COUNT.format(name='before')}\s(?:lượt\s(?:xem|đọc|truy\scập)|views?|"
    r"lần\s(?:xem|đọc)|người\s(?:xem|đọc))(?!\w)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?<!\w)(?:(?:bình luận|phản hồi|lượt thích|thích|comments?|likes?)\s?:?\s?\(?\d{1,9}\)?"
    r"|\d{1,9}\s(?:bình luận|phản hồi|comments?)"
    r"|cỡ chữ|in bài(?: này| viết)?|bản in|gửi bài(?: này)?|gửi email|chia sẻ|print|email"
    r"|màu chữ|lưu bài|a[-+](?!\w)|aa(?!\w))|(?<!\w)\d{1,3}\s?%",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"[\s|/\\,;:.()\[\]•·*+'’\"–—_-]+")


@dataclass(frozen=True)
class TimeLine:
    """What a time line states; `zone_offset_minutes` is east of Greenwich, None if not stated."""

    day: date
    time: time | None
    zone_offset_minutes: int | None
    views: int | None
    author: str | None
    updated: bool

    def at(self) -> datetime | None:
        """The instant in +07:00 (a stated other zone is converted); None without a time."""
        if self.time is None:
            return None
        zone = HO_CHI_MINH
        if self.zone_offset_minutes is not None:
            zone = timezone(timedelta(minutes=self.zone_offset_minutes))
        return datetime.combine(self.day, self.time, zone).astimezone(HO_CHI_MINH)


def read_timeline(line: str) -> TimeLine | None:
    """What a line like "Ngày đăng 11/10/2021 | 07:28 | View count: 1984" states.

    None for any line in which something else is left over: prose that contains a date.
    """
    line = clean(line)
    if not line or len(line) > _LONGEST:
        return None
    views = read_views(line)
    rest, author = _take(_AUTHOR, _VIEWS.sub(" | ", line))
    rest, day = _take_day(_SOURCE.sub("", rest))
    if not day:
        return None
    rest, zone = _take(ZONE, rest)
    rest, clock = _take_time(rest)
    if _is_more(_without_update(rest)):
        return None
    return TimeLine(
        day=day,
        time=clock,
        zone_offset_minutes=zone_minutes(zone) if zone else None,
        views=views,
        author=author["author"].strip(" ,.-–") or None if author else None,
        updated=_is_update(line),
    )


def read_views(line: str) -> int | None:
    """The number after a label of views: "Lượt xem: 12.345" -> 12345, None without one."""
    found = _VIEWS.search(clean(line[: 4 * _LONGEST]))
    if not found:
        return None
    digits = found["after"] or found["bare"] or found["before"]
    return int("".join(sign for sign in digits if sign.isdecimal()))


def _take(form: re.Pattern, line: str) -> tuple[str, re.Match | None]:
    """The line without the first match of a form, and that match."""
    found = form.search(line)
    if not found:
        return line, None
    return f"{line[: found.start()]} | {line[found.end() :]}", found


def _take_day(line: str) -> tuple[str, date | None]:
    for form in (ISO, NUMERIC, WORDED):
        rest, found = _take(form, line)
        if found:
            # "2021-10-11T07:28": the T joins day and time.
            return re.sub(r"\| T(?=\d)", "| ", rest), _web_day(found)
    return line, None


def _web_day(found: re.Match) -> date | None:
    """Older days are history: a line "27/12/1971" is no time line of a page."""
    day = day_of(found)
    return day if day and day.year >= _FIRST_WEB_YEAR else None


def _take_time(line: str) -> tuple[str, time | None]:
    rest, found = _take(TIME, line)
    clock = read_time(found) if found else None
    return (rest, clock) if clock else (line, None)


def _without_update(rest: str) -> str:
    """Only the first day of "Ngày đăng: 01/10/2021, cập nhật: 02/10/2021" counts."""
    found = _UPDATED.search(rest)
    if not found:
        return rest
    later, day = _take_day(rest[found.end() :])
    return rest[: found.start()] + (_take_time(later)[0] if day else rest[found.end() :])


def _is_update(line: str) -> bool:
    """Whether the first day of the line is that of an update."""
    found = _UPDATED.search(line)
    if not found:
        return False
    return len(NUMERIC.findall(line)) < 2 or not NUMERIC.search(line[: found.start()])


def _is_more(rest: str) -> bool:
    """Whether anything but labels, weekdays and page furniture is left."""
    for form in (_FURNITURE, _DAY_NAME, _LABEL):
        rest = form.sub(" ", rest)
    return bool(_SEPARATORS.sub("", rest))
