"""On which days a title or body in a sentence has to be right: today's news or history.

History told with its own date is judged by that date, appointments by the days round the event
(CONTRACTS, proofread). What a date belongs to is read from the words before it.
"""

import datetime as dt
import re
from dataclasses import dataclass

from .coming import days_ahead
from .dated import Span, end_at_start, span_at_start, spans_in
from .reading import FARTHEST, Reading

EVER = dt.date.min
# After an election or decision a title counts from a day that may come weeks later.
SOON, LATELY = dt.timedelta(days=100), dt.timedelta(days=200)
_YEAR = dt.timedelta(days=366)
_EVE = dt.timedelta(days=1)

_PAPERS = (
    "số|nghị quyết|quyết định|kế hoạch|chỉ thị|kết luận|công văn|thông báo|hướng dẫn|quy định"
    "|quy chế|đề án|chương trình|nghị định|luật|thông tư|tờ trình|báo cáo|công điện|thông tri"
)
_AIMS = (
    "so với|cùng kỳ|mục tiêu|chỉ tiêu|dự toán|ngân sách|nhiệm vụ|phương hướng|tầm nhìn|kỷ niệm"
    r"|thành lập|sinh|quý (?:i{1,3}v?|[1-4])|tháng đầu|tháng cuối|tuần \d+|tổng kết|sơ kết"
    "|giai đoạn|nhiệm kỳ|khóa|đại hội|kế hoạch|hoạt động|công tác|tình hình|kết quả|định hướng"
    "|phát triển"
)
# A date behind these is a paper's, a plan's, an anniversary's: not when the sentence happens.
_NOT_WHEN = re.compile(rf"(?:(?:{_PAPERS})[^.;\n]{{0,40}}|(?:{_AIMS})[^.;:,\n]{{0,30}})$")
# "Nhiệm kỳ 2015 - 2020, đồng chí A là …" at the head of a sentence, "trong giai đoạn từ 2017 …".
_IN_TERM = re.compile(
    r"(?:^[\W_]*|(?<!\w)(?:trong|suốt|vào)(?: cả)? )(?:nhiệm kỳ|giai đoạn|khóa|thời kỳ)"
    r" ?(?:[ivxlc]+,? ?)?(?:từ )?(?:năm )?\(?$"
)
# "Trước đó, giai đoạn 2016 - 2020, đồng chí A là …": a period told, not one that is planned.
_PERIOD = re.compile(r"(?:^[\W_]*|[,;:] ?)(?:giai đoạn|thời kỳ) ?\(?$")
_WAS = re.compile(r"(?<!\w)(?:là|làm|giữ)(?!\w)")
_UNTIL = re.compile(
    r"(?:đến|tới|hết|trước|cuối|phấn đấu|hoàn thành|xong)"
    r"(?: (?:cuối|hết|ngày|tháng|năm|trong|trước))*\s?$"
)
_BEFORE_IT = re.compile(
    r"(?<!\w)(?:trước|đến|tới|đến hết|hết)(?: (?:ngày|tháng|năm|cuối|đầu))?\s?$"
)
_UP_TO_IT = re.compile(r"(?<!\w)trước(?: (?:ngày|tháng|năm|đầu))?\s?$")
_SINCE_IT = re.compile(r"(?<!\w)(?:từ|kể từ|sau)(?: (?:ngày|tháng|năm|cuối|đầu|giữa))?\s?$")
_FORMERLY = re.compile(
    r"(?<!\w)(?:từng|trước đây|khi đó|lúc đó|khi ấy|lúc ấy|bấy giờ|xưa|những năm"
    r"|(?:khi|lúc|hồi|ngày) (?:còn|đang)|sinh thời|đương thời"
    r"|thời gian (?:là|làm|giữ|công tác)|tiền thân|vốn là|nguyên là"
    r"|(?:năm|hồi|thuở|dạo|thời|ngày|giai đoạn|thời gian|thời điểm|thời kỳ|nhiệm kỳ) (?:ấy|đó)"
    r"|trước khi (?:nhận|làm|giữ|về|được|chuyển|trở thành|đảm nhiệm|nghỉ|là)"
    r"|nhiệm kỳ trước|khóa trước|thời kỳ đầu|từ khi còn|lần lượt (?:giữ|là)|trải qua)(?!\w)"
)
_NOW = re.compile(r"(?<!\w)(?:hiện|hiện nay|nay là|đang)(?!\w)")
_BEGINS = re.compile(
    r"(?<!\w)(?:giữ (?:các )?chức|giữ nhiệm vụ|bầu|bổ nhiệm|chỉ định|điều động|luân chuyển|tân"
    r"|phân công|đảm nhiệm|đảm nhận|sẽ (?:là|làm|giữ|đảm nhận)|nhận nhiệm vụ|nhận chức|trúng cử"
    r"|giới thiệu|ứng cử|chuẩn y|phê chuẩn|hiệp thương|giao quyền|giao phụ trách|nhậm chức"
    r"|công nhận|cử làm)(?!\w)"
)
_ENDS = re.compile(
    r"(?<!\w)(?:thôi|miễn nhiệm|bãi nhiệm|cách chức|nghỉ hưu|nghỉ công tác|bàn giao|rời"
    r"|chuyển công tác|kết thúc nhiệm vụ|từ chức|từ trần)(?!\w)"
)
_OLD_BEHIND = re.compile(
    r"\s?\s?[,(]?[,(]?\s?(?:cũ(?!\w)|(?:qua )?(?:các|nhiều) (?:thời kỳ|khóa|nhiệm kỳ)"
    r"|trước (?:đây|đó|khi)|lúc (?:đó|bấy giờ)|khi đó|thời (?:đó|bấy giờ)|giai đoạn đó)"
)


# "… suốt từ năm 2016 cho tới ngày 4/1 vừa qua"
_UNTIL_BEHIND = re.compile(
    r"[\s,]{0,3}(?:suốt |liên tục )?từ [^.;,\n]{2,30}? (?:cho )?(?:đến|tới) (?!nay\b)"
)
_IS_OVER = re.compile(r"[\s,(]{0,3}(?:giai đoạn|thời kỳ|từ|trong các năm|những năm)\b")


@dataclass(frozen=True)
class Occasion:
    """Spans of days on which it may be right: one that fits is enough.

    `told`: the sentence is about another time than the event. `begins`/`ends`: the title is
    being taken up or given up in it.
    """

    spans: tuple[Span, ...]
    told: bool = False
    begins: bool = False
    ends: bool = False

    @property
    def today(self) -> bool:
        """Nothing but the event's day is told."""
        return not (self.told or self.begins or self.ends)


def taken_up(day: dt.date) -> Occasion:
    """Of a title that somebody is elected or appointed to."""
    return Occasion(((day, day + SOON),), begins=True)


def occasion(
    reading: Reading, start: int, end: int, day: dt.date, after: int = -1, named: int = -1
) -> Occasion:
    """For words [start, end); `after`: where the holder's name or last title before them ends;
    `named`: where the name that stands behind them ends."""
    first, last = around(reading, start, end)
    lead, tail = reading.lower[first:start], reading.lower[end:last]
    link = reading.lower[max(after, first) : start] if after >= 0 else lead[-40:]
    past = _told_behind(tail, day) or _told_behind_name(reading.lower[named:last], named, day)
    past = past or (() if _NOW.search(link) else _told_before(lead, link, day))
    if past:
        return Occasion((*past, (day, day)), told=True)
    if _FORMERLY.search(lead[-160:]) or _OLD_BEHIND.match(tail) or _UNTIL_BEHIND.match(tail):
        return Occasion(((EVER, day),), told=True)
    if ahead := tuple((coming, coming) for coming in days_ahead(lead, day)):
        return Occasion(((day, day), *ahead), told=True)
    if _ENDS.search(link):
        return Occasion(((day - LATELY, day + SOON),), ends=True)
    if _BEGINS.search(link) and not _NOW.search(link):
        return taken_up(day)
    return Occasion(((day, day),))


def around(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """The sentence, cut to what can bear upon the words: texts without stops cost no more time."""
    first, last = reading.sentence(start)
    return max(first, start - FARTHEST), min(last, end + FARTHEST)


def dated_in_clause(lead: str, day: dt.date) -> tuple[Span, ...]:
    """Every date since the last comma, a paper's too: "trong Nghị quyết … ngày 9/4/2019 do chính
    ông ký thay mặt | Thành ủy"."""
    clause = re.split(r",\s", lead)[-1]
    return tuple(span for _place, span in spans_in(clause, day) if span)


def _told_behind(tail: str, day: dt.date) -> tuple[Span, ...]:
    """ "… nhiệm kỳ 2010-2015"; "… giai đoạn 2019 - 2023" is over in 2023, a term is not; "… đến
    hết ngày 30/9/2024" is over then."""
    ended = end_at_start(tail)
    if ended and ended[1] <= day:
        return (ended,)
    span = span_at_start(tail)
    if span and _IS_OVER.match(tail):
        return _over_by(span, day)
    return _elsewhere(span, day)


def _told_behind_name(tail: str, named: int, day: dt.date) -> tuple[Span, ...]:
    """ "Bí thư Thị ủy A năm 2023"; what a comma sets apart is told of the sentence."""
    if named < 0 or not tail.startswith(" "):
        return ()
    return _elsewhere(span_at_start(tail), day)


def _told_before(lead: str, link: str, day: dt.date) -> tuple[Span, ...]:
    """The last date before the words that says when: "Năm 2016, đồng chí A là …"."""
    for place, span in spans_in(lead, day):
        before = lead[max(0, place - 60) : place]
        if span and _PERIOD.search(before) and _WAS.search(link):
            return _over_by(span, day)
        if span and _SINCE_IT.search(before) and _is_long(span) and _WAS.search(link):
            return _over_by(span, day)  # "Từ năm 2019 đến đầu năm 2022, ông A là …", told in 2022
        if span and span[0] <= day and _UP_TO_IT.search(before) and _WAS.search(link):
            return ((EVER, span[0]),)  # "Trước năm 2023, ông A là …", told in 2023
        coming = span and span[1] >= day and _UNTIL.search(before)
        when = _IN_TERM.search(before) or not _NOT_WHEN.search(before)
        if span and not coming and when:
            return _elsewhere(_stretched(span, before, day), day)
    return ()


def _stretched(span: Span, before: str, day: dt.date) -> Span:
    """ "Trước ngày 1/3/2025": all days before it; "từ tháng 5/2019": all days since, to the eve."""
    if _BEFORE_IT.search(before):
        return EVER, span[1]
    if _SINCE_IT.search(before) and span[1] < day:
        return span[0], day - _EVE
    return span


def _is_long(span: Span) -> bool:
    return span[1] - span[0] > _YEAR


def _over_by(span: Span, day: dt.date) -> tuple[Span, ...]:
    """A period named by its years is over somewhere in the last of them."""
    if span[0] < day and span[1].year == day.year:
        return ((span[0], day),)
    return _elsewhere(span, day)


def _elsewhere(span: Span | None, day: dt.date) -> tuple[Span, ...]:
    """The span, unless it holds the event itself."""
    return (span,) if span and not span[0] <= day <= span[1] else ()
