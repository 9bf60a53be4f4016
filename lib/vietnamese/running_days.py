"""Days in running text, with their places (DOMAIN §3.4)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .days import WEEKDAY, full_year, make_day, month_number
from .text import nfc

_GAP = r"\s{0,3}"
_CANDIDATE = re.compile(
    rf"(?<!\d)(?<!\d[/.:,])(?P<d>\d{{1,2}})(?:{_GAP}(?P<sep>(?P<slash>/)|[.\-–]){_GAP}"
    rf"(?P<m>\d{{1,2}})(?!\d)(?:{_GAP}(?P=sep){_GAP}(?P<y>\d{{4}}(?!\d)"
    rf"|\d{{2}}(?!\d|{_GAP}[/.\-–]{_GAP}\d))|,?\s{{1,3}}năm\s{{1,3}}(?P<y2>\d{{4}})(?!\d)"
    rf"|(?(slash)(?!{_GAP}/{_GAP}\d)|(?!{_GAP}[/.\-–]{_GAP}\d)))"
    rf"|{_GAP}/?{_GAP}tháng\s{{1,3}}(?P<word>\d{{1,2}}(?!\d)|mười\s(?:một|hai)|[^\W\d_]{{2,5}})"
    rf"(?:(?:,?\s{{1,3}}|{_GAP}/{_GAP})năm\s{{1,3}}(?P<y3>\d{{4}})(?!\d)"
    rf"|{_GAP}[/.,-]{_GAP}(?P<y4>\d{{4}})(?!\d)|\s{{1,3}}(?P<y5>\d{{4}})(?!\d))?)",
    re.IGNORECASE,
)

# Words that say the number after them is a day.
_SAYS_DAY = re.compile(
    r"(?<!\w)(?:ngày|m[ùồ]ng|sáng|trưa|chiều|tối|đêm|hôm|nay|qua|dịp|lễ|khánh|kỷ niệm"
    rf"|{WEEKDAY})[\s,(:]{{1,4}}$",
    re.IGNORECASE,
)
# Between two days of one list or range: "7 và 8-5", "từ ngày 30/9 đến hết ngày 2/10/2021".
_JOINER = (
    rf"{_GAP}(?:[,&\-–]|(?:,{_GAP})?(?:và|đến|tới)(?:{_GAP}hết)?){_GAP}"
    r"(?:(?:sáng|chiều|tối)\s{1,3})?(?:ngày\s{1,3}|m[ùồ]ng\s{1,3})?"
)
_JOINED = re.compile(_JOINER, re.IGNORECASE)
_LISTED_BEFORE = re.compile(rf"(?<![\d/.,:\-–])(\d{{1,2}}){_JOINER}$", re.IGNORECASE)
_LUNAR_AFTER = re.compile(r"[\s(]{0,3}(?:âm lịch|â\.?l\b|al\b)", re.IGNORECASE)

# "17/18-NQ", "5/12/KH": a document's number.
_SYMBOL_AFTER = re.compile(rf"{_GAP}/{_GAP}[A-ZĐ\d]|-[A-ZĐ]{{2}}|\.\d|%")

# "đạt 7/10 tiêu chí", "hơn 2/3 đại biểu", "tổ 3/4", "đường 30/4": shares and addresses.
_SHARE_BEFORE = re.compile(
    r"(?<!\w)(?:đạt|số|hơn|trên|gần|khoảng|quá|ít nhất|t[ỷỉ] lệ|chiếm|được|có|với|tại|điều|khoản"
    r"|mục|bài|trang|tổ|hẻm|ngõ|ngách|kiệt|đường|phố|ấp|lô|nhà|km|lộ|phòng|đoàn|xóm|thôn|xã"
    r"|chợ|bằng|cả|là|còn|t[ỷỉ] số|thắng|thua|thành|công viên|trường|cầu|khu|đội|lớp|giảm|tăng"
    r"|xuống|lên|thửa|kíp|gồm|phần|viện|điểm|đã|cho|thuộc|huyện|phường)[\s:]{1,3}$",
    re.IGNORECASE,
)
_COUNTED_AFTER = re.compile(
    r"\s{0,3}(?:%|(?:số|tổng|tiêu chí|tiêu chuẩn|chỉ tiêu|xã|phường|huyện|thị trấn|thôn|bản|ấp"
    r"|khu|tổ|hộ|người|đồng chí|đ/c|đại biểu|ủy viên|uỷ viên|đảng viên|đảng bộ|chi bộ|chi hội"
    r"|chi đoàn|tổ chức|đơn vị|cơ quan|điểm|phiếu|cơ sở|trường|lớp|học sinh|công trình|dự án"
    r"|nội dung|nhiệm vụ|câu|môn|trận|lần|ca|giờ|tiếng|lượt|triệu|tỷ|tấn|kg|km|ha|m2|hồ sơ"
    r"|thủ tục|vụ|ý kiến|kiến nghị|đảng ủy|sản phẩm|trẻ|cán bộ|giáo viên|thành viên|hội viên)"
    r"(?!\w))",
    re.IGNORECASE,
)
_MEASURE_AFTER = re.compile(
    r"\s{0,3}(?:lần|ca|giờ|tiếng|lượt|triệu|tỷ|tấn|kg|phút|năm|tuần|tháng|ngày|%)(?!\w)",
    re.IGNORECASE,
)
_LONGEST_LIST = 10


@dataclass(frozen=True)
class Day:
    """A day in text: `nfc(text)[start:end]`; `year` is None when it is not stated."""

    start: int
    end: int
    day: int
    month: int
    year: int | None


def find_days(text: str) -> list[Day]:
    """All days of running text in their order; offsets are into `nfc(text)`.

    Lists and ranges give every day that is named ("Trong 2 ngày 7 và 8-5": 7-5 and 8-5).
    Terms (2020-2025), document numbers, shares (7/10 tiêu chí), "24/7" and lunar days give none.
    """
    text = nfc(text)
    days: list[Day] = []
    first_of_list = 0
    for found in _CANDIDATE.finditer(text):
        listed = list(_listed_before(text, found.start()))
        head = listed[-1][0] if listed else found.start()
        joined = bool(days) and bool(_JOINED.fullmatch(text, days[-1].end, head))
        said = joined or bool(_SAYS_DAY.search(text, max(0, head - 16), head))
        if not _is_day(text, found, said):
            continue
        last = _day(found)
        if not joined:
            first_of_list = len(days)
        if said:
            days += [_earlier(place, last) for place in reversed(listed)]
        days.append(last)
        _share_year(days, first_of_list)
    return [day for day in days if _exists(day)]


def _listed_before(text: str, start: int) -> Iterator[tuple[int, int, int]]:
    """(start, end, number) of the bare numbers listed before a day, nearest first."""
    for _ in range(_LONGEST_LIST):
        found = _LISTED_BEFORE.search(text, max(0, start - 30), start)
        if not found or not 1 <= int(found[1]) <= 31:
            return
        start = found.start()
        yield found.start(1), found.end(1), int(found[1])


def _is_day(text: str, found: re.Match, said: bool) -> bool:
    if not 1 <= int(found["d"]) <= 31 or not 1 <= _month(found) <= 12:
        return False
    if _LUNAR_AFTER.match(text, found.end()):
        return False
    year = _year_digits(found)
    if year and len(year) == 4:
        return not re.compile("/[A-ZĐ]").match(text, found.end())
    if found["word"] or year:
        return said
    return _is_short_day(text, found, said)


def _is_short_day(text: str, found: re.Match, said: bool) -> bool:
    """Whether "7/10", "8-5", "29.9" is a day: by what stands round it."""
    if found["sep"] != "/":
        return said and not _MEASURE_AFTER.match(text, found.end())
    if _SYMBOL_AFTER.match(text, found.end()):
        return False
    return said or not (
        found[0] == "24/7"
        or _COUNTED_AFTER.match(text, found.end())
        or _SHARE_BEFORE.search(text, max(0, found.start() - 14), found.start())
    )


def _month(found: re.Match) -> int:
    return month_number(found["m"] or found["word"])


def _year_digits(found: re.Match) -> str | None:
    return found["y"] or found["y2"] or found["y3"] or found["y4"] or found["y5"]


def _day(found: re.Match) -> Day:
    digits = _year_digits(found)
    year = full_year(digits) if digits else None
    return Day(found.start(), found.end(), int(found["d"]), _month(found), year)


def _earlier(place: tuple[int, int, int], last: Day) -> Day:
    """A bare number of a list takes month and year of the day that ends the list."""
    start, end, number = place
    if number <= last.day:
        return replace(last, start=start, end=end, day=number)
    month = last.month - 1 or 12
    year = last.year - 1 if last.year and month == 12 else last.year
    return Day(start, end, number, month, year)


def _share_year(days: list[Day], first: int) -> None:
    """In "từ 30/12 đến 2/1/2021" the year stands only at the end, and turns before it."""
    last = days[-1]
    place = len(days) - 2
    while last.year and place >= first and not days[place].year:
        turned = (days[place].month, days[place].day) > (last.month, last.day)
        days[place] = replace(days[place], year=last.year - turned)
        place -= 1


def _exists(day: Day) -> bool:
    """29/2 without a year may exist."""
    return make_day(day.year or 2000, day.month, day.day) is not None
