"""The line of a page that says when it was put up (DOMAIN §4, "Time lines")."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from .clock_times import TIME, ZONE, read_time, zone_minutes
from .days import HO_CHI_MINH, WEEKDAY
from .page_days import take_day
from .text import clean

_LONGEST = 200

_LABEL = re.compile(
    r"(?<!\w)(?:thời (?:gian|điểm)|ngày|đã|được|lần|tin|bài viết|bài"
    r"|mới nhất|lúc|đăng|cập nhật|xuất bản|phát hành|tạo|gửi|đưa|viết|cuối(?: cùng)?|tải"
    r"|(?:chỉnh )?sửa|vào|ban hành|đưa tin|last|post|posted|on|at|publish(?:ed)?"
    r"|postdate|updated?|created?|date|modified)(?!\w)",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"(?<!\w)(?:cập nhật|(?:chỉnh )?sửa|updated?|modified)(?!\w)", re.IGNORECASE)
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
_CREDIT = re.compile(
    r"(?<!\w)(?:nguồn(?: tin)?|biên tập(?: viên)?)\s?:\s?[^|/•]{1,80}", re.IGNORECASE
)
_INVITATION = re.compile(r"^\W*(?:\w{1,2}[.)]\s*)?thời gian\s?:.*(?:giờ|ngày)", re.IGNORECASE)

_COUNT = r"(?P<{name}>\d{{1,3}}(?:[., ]\d{{3}}){{1,3}}(?!\d)|\d{{1,12}})"
_VIEWS_LABEL = (
    r"(?:(?:tổng\s)?số\slượt\s(?:xem|đọc)|lượt\s(?:xem|đọc|view)"
    r"|số\slần\s(?:xem|đọc)|số\sngười\s(?:xem|đọc)|(?:đã\s)?(?:xem|đọc)|view\s?counts?|views?|viewed|hits?"
    r"|lượt)"
)
_VIEWS = re.compile(
    rf"(?<!\w){_VIEWS_LABEL}\s?(?:\([^()]{{0,10}}\)\s?)?:\s?\(?{_COUNT.format(name='after')}\)?"
    rf"|(?:^|[|/•(,–-])\s?{_VIEWS_LABEL}\s\(?{_COUNT.format(name='bare')}\)?\s?(?:lần|lượt)?"
    r"(?=\s?(?:[|/•),–-]|$))"
    rf"|(?<!\w)đã\s(?:xem|đọc)\s{_COUNT.format(name='read')}\s(?:lần|lượt)(?!\w)"
    rf"|(?<![\w.,:/]){_COUNT.format(name='before')}\s(?:lượt\s(?:xem|đọc)|views?|"
    r"lần\s(?:xem|đọc)|người\s(?:xem|đọc))(?!\w)(?!\s?:)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?<!\w)(?:(?:tổng )?(?:số )?lượt truy cập\s?:\s?[\d., ]{1,15}"
    r"|(?:bình luận|phản hồi|lượt thích|thích|comments?|likes?)\s?:?\s?\(?\d{1,9}\)?"
    r"|\d{1,9}\s(?:bình luận|phản hồi|comments?)"
    r"|(?:xem )?(?:với )?cỡ chữ|xem cỡ chữ|tương phản|nghe bài(?: viết)?|in bài(?: này| viết)?"
    r"|in(?!\w)|bản in|gửi bài(?: này)?|gửi email|chia sẻ|print|email"
    r"|màu chữ|lưu bài|a[-+](?!\w)|a(?: a)*(?!\w)|aa(?!\w))|(?<!\w)\d{1,3}\s?%",
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

    def local_day(self) -> date:
        """The day in +07:00; differs from the stated one when another zone is stated."""
        at = self.at()
        return at.date() if at else self.day


def read_timeline(line: str) -> TimeLine | None:
    """What a line like "Ngày đăng 11/10/2021 | 07:28 | View count: 1984" states.

    None for any line in which something else is left over: prose that contains a date.
    """
    line = clean(line)
    if not line or len(line) > _LONGEST or is_invitation(line):
        return None
    views = read_views(line)
    rest, author = _take(_AUTHOR, _CREDIT.sub(" ", _VIEWS.sub(" | ", line)))
    first, update = _parted_at_update(rest)
    rest, day, clock, zone = _take_moment(first)
    if not day or _is_more(rest) or (update and _is_more(_take_moment(update)[0])):
        return None
    return TimeLine(
        day=day,
        time=clock,
        zone_offset_minutes=zone_minutes(zone) if zone else None,
        views=views,
        author=author["author"].strip(" ,.-–") or None if author else None,
        updated=not update and bool(_UPDATED.search(first)),
    )


def is_invitation(line: str) -> bool:
    """Says when a meeting is held: "1. Thời gian: 8 giờ 00 phút, thứ Sáu, ngày 15/3/2024"."""
    return bool(_INVITATION.search(line[:_LONGEST]))


def read_views(line: str) -> int | None:
    """The number after a label of views: "Lượt xem: 12.345" -> 12345, None without one."""
    found = _VIEWS.search(clean(line[: 4 * _LONGEST]))
    if not found:
        return None
    digits = found["after"] or found["bare"] or found["read"] or found["before"]
    return int("".join(sign for sign in digits if sign.isdecimal()))


def _take(form: re.Pattern, line: str) -> tuple[str, re.Match | None]:
    """The line without the first match of a form, and that match."""
    found = form.search(line)
    if not found:
        return line, None
    return f"{line[: found.start()]} | {line[found.end() :]}", found


def _take_moment(line: str) -> tuple[str, date | None, time | None, re.Match | None]:
    rest, day = take_day(line)
    rest, zone = _take(ZONE, rest)
    bare, found = _take(TIME, rest)
    clock = read_time(found) if found else None
    return (bare if clock else rest), day, clock, zone


def _parted_at_update(line: str) -> tuple[str, str]:
    """Parts "Ngày đăng: 01/10/2021, cập nhật: 02/10/2021": the first day counts."""
    found = _UPDATED.search(line)
    if found and take_day(line[: found.start()])[1] and take_day(line[found.end() :])[1]:
        return line[: found.start()], line[found.end() :]
    return line, ""


def _is_more(rest: str) -> bool:
    """Whether anything but labels, weekdays and page furniture is left."""
    for form in (_FURNITURE, _DAY_NAME, _LABEL):
        rest = form.sub(" ", rest)
    return bool(_SEPARATORS.sub("", rest))
