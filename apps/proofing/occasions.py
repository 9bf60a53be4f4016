"""On which days a title or body in a sentence has to be right: today's news or history.

History told with its own date is judged by that date, appointments by the days round the event
(CONTRACTS, proofread). What a date belongs to is read from the words before it.
"""

import datetime as dt
import re
from dataclasses import dataclass

from lib.vietnamese.days import make_day

from .reading import Reading

_FARTHEST = 500  # signs
EVER = dt.date.min
NEVER_ENDS = dt.date.max
# After an election or decision a title counts from a day that may come weeks later.
SOON = dt.timedelta(days=100)
LATELY = dt.timedelta(days=200)

_YEAR = r"(?:19[3-9]\d|20[0-4]\d)"
# A day, a month or a year; every group is named anew in each place.
_POINT = (
    rf"(?:(?:ngày )?(?:(?P<d%d>\d{{{{1,2}}}})\s?[/.-]\s?)?(?:tháng )?(?P<m%d>\d{{{{1,2}}}})\s?(?:[/.-]|,? năm)\s?"
    rf"|ngày (?P<dd%d>\d{{{{1,2}}}}) tháng (?P<mm%d>\d{{{{1,2}}}}),? năm )?(?:năm )?(?P<y%d>{_YEAR})(?![\d/])"
).replace("{{", "{").replace("}}", "}")


def _point(number: int) -> str:
    return _POINT.replace("%d", str(number))


_TO = r"\s?(?:-|–|—|_|,? ?(?:cho )?(?:đến|tới))\s?(?:(?:hết|đầu|cuối|giữa|nay là)\s)?"
_RANGE = re.compile(rf"(?<![\d/.-]){_point(1)}{_TO}{_point(2)}")
_DATE = re.compile(rf"(?<![\d/.-]){_point(1)}")
# A date behind these is a document's, a plan's, an anniversary's: not when the sentence happens.
_NOT_WHEN = re.compile(
    r"(?:(?:số|nghị quyết|quyết định|kế hoạch|chỉ thị|kết luận|công văn|thông báo|hướng dẫn|quy định"
    r"|quy chế|đề án|chương trình|nghị định|luật|thông tư|tờ trình|báo cáo|công điện|thông tri)"
    r"(?:[^.;\n]{0,40})"
    r"|(?:so với|cùng kỳ|mục tiêu|chỉ tiêu|dự toán|ngân sách|nhiệm vụ|phương hướng|tầm nhìn"
    r"|kỷ niệm|thành lập|sinh|quý (?:i{1,3}v?|[1-4])|tháng đầu|tháng cuối|tuần \d+|tổng kết|sơ kết"
    r"|giai đoạn|nhiệm kỳ|khóa|đại hội|kế hoạch|hoạt động|công tác|tình hình|kết quả|định hướng"
    r"|phát triển)"
    r"[^.;,\n]{0,30})$"
)
_UNTIL = re.compile(
    r"(?:đến|tới|hết|trước|cuối|phấn đấu|hoàn thành|xong)(?: (?:cuối|hết|ngày|tháng|năm|trong|trước))*\s?$"
)
_BEFORE_IT = re.compile(r"(?<!\w)(?:trước|đến|tới|đến hết|hết)(?: (?:ngày|tháng|năm|cuối|đầu))?\s?$")
_SINCE_IT = re.compile(r"(?<!\w)(?:từ|kể từ|sau)(?: (?:ngày|tháng|năm|cuối|đầu|giữa))?\s?$")
_FORMERLY = re.compile(
    r"(?<!\w)(?:từng|trước đây|trước đó|khi đó|lúc đó|khi ấy|lúc ấy|bấy giờ|ngày ấy|thời đó"
    r"|(?:khi|lúc|hồi|ngày) (?:còn|đang)|sinh thời|đương thời|thời gian (?:là|làm|giữ|công tác)|thời điểm đó|tiền thân|người tiền nhiệm|vốn là|nguyên là|thời kỳ đó"
    r"|xưa|những năm|(?:năm|hồi|thuở|dạo|thời|ngày|giai đoạn|thời gian|nhiệm kỳ) (?:ấy|đó)|nhiệm kỳ trước|khóa trước|thời kỳ đầu|từ khi còn|lần lượt giữ|lần lượt là|trải qua)(?!\w)"
)
_BEGINS = re.compile(
    r"(?<!\w)(?:giữ (?:các )?chức|giữ nhiệm vụ|bầu|bổ nhiệm|chỉ định|điều động|luân chuyển"
    r"|phân công|đảm nhiệm|đảm nhận|sẽ (?:là|làm|giữ|đảm nhận)|nhận nhiệm vụ|nhận chức|trúng cử|giới thiệu|ứng cử|tân"
    r"|chuẩn y|phê chuẩn|hiệp thương|giao quyền|giao phụ trách|nhậm chức|công nhận|cử làm)(?!\w)"
)
_ENDS = re.compile(
    r"(?<!\w)(?:thôi|miễn nhiệm|bãi nhiệm|cách chức|nghỉ hưu|nghỉ công tác|bàn giao|rời|chuyển công tác"
    r"|kết thúc nhiệm vụ|từ chức|từ trần)(?!\w)"
)
_BEHIND_RANGE = re.compile(
    rf"\s{{0,2}}(?:[,(]\s?)?(?:giai đoạn|nhiệm kỳ|thời kỳ|khóa [ivxlc]+,?|từ|trong các năm"
    rf"|những năm)?\s{{0,2}}\(?\s?{_point(1)}{_TO}{_point(2)}"
)
_BEHIND_OLD = re.compile(
    r"\s{0,2}[,(]{0,2}\s?(?:cũ(?!\w)|(?:qua )?(?:các|nhiều) (?:thời kỳ|khóa|nhiệm kỳ)"
    r"|trước (?:đây|đó|khi)|lúc (?:đó|bấy giờ)|khi đó|thời (?:đó|bấy giờ)|giai đoạn đó)"
)
_BEHIND_DATE = re.compile(rf"\s{{0,2}}[,(]?\s?(?:từ |vào |hồi )?{_point(1)}")


@dataclass(frozen=True)
class Occasion:
    """Days of which one at least must fit: any of `spans` [(first, last)]; always the event's.

    `told`: the sentence is about another time than the event. `begins`/`ends`: the title is
    being taken up or given up in it.
    """

    spans: tuple[tuple[dt.date, dt.date], ...]
    told: bool = False
    begins: bool = False
    ends: bool = False


def occasion(reading: Reading, start: int, end: int, day: dt.date, after: int = -1) -> Occasion:
    """For words [start, end); `after`: where the holder's name or last title before them ends."""
    first, last = around(reading, start, end)
    lead, tail = reading.lower[first:start], reading.lower[end:last]
    link = reading.lower[max(after, first) : start] if after >= 0 else lead[-40:]
    past = _told_behind(tail, day) or _told_before(lead, day)
    if past:
        return Occasion((*past, (day, day)), told=True)
    if _FORMERLY.search(lead[-160:]) or _BEHIND_OLD.match(tail):
        return Occasion(((EVER, day),), told=True)
    begins, ends = bool(_BEGINS.search(link)), bool(_ENDS.search(link))
    if ends:
        return Occasion(((day - LATELY, day + SOON),), ends=True)
    if begins:
        return Occasion(((day, day + SOON),), begins=True)
    return Occasion(((day, day),))


def around(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """The sentence, cut to what can bear upon the words: texts without stops cost no more time."""
    first, last = reading.sentence(start)
    return max(first, start - _FARTHEST), min(last, end + _FARTHEST)


def _told_behind(tail: str, day: dt.date) -> tuple:
    """ "Bí thư Thị ủy nhiệm kỳ 2010-2015", "… (2010 - 2015)", "… từ năm 2010 đến 2015"."""
    found = _BEHIND_RANGE.match(tail)
    if found:
        return _elsewhere(_between(_span(found, 1), _span(found, 2)), day)
    found = _BEHIND_DATE.match(tail)
    bare = found and found[0].strip(" ,(") == found["y1"]
    return _elsewhere(_span(found, 1), day) if found and not bare else ()


def _told_before(lead: str, day: dt.date) -> tuple:
    """The last date before the words that says when: "Năm 2016, đồng chí A là …"."""
    for place, span in _times(lead):
        before = lead[max(0, place - 60) : place]
        coming = span and span[1] >= day and _UNTIL.search(before)
        if span and not coming and not _NOT_WHEN.search(before):
            return _elsewhere(_stretched(span, before, day), day)
    return ()


def _stretched(span, before: str, day: dt.date):
    """ "Trước ngày 1/3/2025": all days before it; "từ tháng 5/2019": all days since, to the eve."""
    if _BEFORE_IT.search(before):
        return EVER, span[1]
    if _SINCE_IT.search(before) and span[1] < day:
        return span[0], day - dt.timedelta(days=1)
    return span


def _times(lead: str):
    """(place, span) of ranges and single dates, the last first."""
    ranges = list(_RANGE.finditer(lead))
    found = [(each.start(), _between(_span(each, 1), _span(each, 2))) for each in ranges]
    for each in _DATE.finditer(lead):
        bare = each["y1"] == each[0]
        inside = any(r.start() <= each.start() < r.end() for r in ranges)
        if not inside and not bare:
            found.append((each.start(), _span(each, 1)))
    return sorted(found, key=lambda each: -each[0])


def _elsewhere(span, day) -> tuple:
    """The span, unless it holds the event itself."""
    if span and span[0] == EVER and span[1] < day:
        return (span,)
    return (span,) if span and not span[0] <= day <= span[1] else ()


def _span(found: re.Match, number: int):
    """The day, month or year as [first, last]; None for 31/2."""
    year = int(found[f"y{number}"])
    month = found[f"m{number}"] or found[f"mm{number}"]
    d = found[f"d{number}"] or found[f"dd{number}"]
    if not month:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if not 1 <= int(month) <= 12:
        return None
    if d:
        exact = make_day(year, int(month), int(d))
        return (exact, exact) if exact else None
    first = dt.date(year, int(month), 1)
    following = dt.date(year + (int(month) == 12), int(month) % 12 + 1, 1)
    return first, following - dt.timedelta(days=1)


def _between(first, last):
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def dated_in_clause(lead: str) -> tuple:
    """Every date since the last comma, a document's too: "trong Nghị quyết … ngày 9/4/2019 do
    chính ông ký thay mặt | Thành ủy"."""
    clause = re.split(r",\s", lead)[-1]
    return tuple(span for _place, span in _times(clause) if span)
