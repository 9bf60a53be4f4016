"""Titles given up in the very sentence: "bầu đồng chí A, Phó Bí thư Thị ủy giữ chức Bí thư".

He held the old title until the change, so that it is right usage for a while behind it.
"""

import datetime as dt
import re
from dataclasses import replace

from lib.vietnamese.titles import Mention

from .occasions import EVER, Occasion
from .reading import Reading

_WHILE = dt.timedelta(days=90)
_VERBS = (
    "bầu(?: bổ sung)?|chỉ định|chuẩn y|điều động|phân công|bổ nhiệm|luân chuyển|phê chuẩn|bổ sung"
    "|giới thiệu|cử|công nhận|biệt phái|tín nhiệm"
)
_TAKES = (
    r"(?:về |kiêm )?giữ (?:các )?(?:chức|cương vị|nhiệm vụ|trọng trách)|đảm nhiệm|đảm nhận"
    r"|(?:trúng|đắc) cử"
)
_JOINS = r"(?:tham gia|vào) (?:ban|bch|btv|cấp ủy|ủy ban|thường trực)"
# Parts played in a meeting or a visit are no offices: "làm Trưởng đoàn".
_WORKS = (
    r"làm (?!trưởng đoàn|phó trưởng đoàn|tổ trưởng|tổ phó|trưởng tiểu ban|chủ tọa|thư ký|việc|rõ)"
)
_GOES = rf"{_TAKES}|{_JOINS}|{_WORKS}|(?:đến|về|sang) (?:nhận|công tác)|nhận (?:nhiệm vụ|công tác)"
# Between the old title and the verb: "đến hết ngày 30/9/2024, ", "nay ".
_LINK = (
    r"[\s,)–—-]{0,4}(?:(?:cho )?(?:đến|tới)(?: hết)?(?: ngày)? [\d/.-]{4,10}[\s,]{0,3})?"
    r"(?:nay |để |đã |chính thức |tiếp tục )?"
)
# Who only ceases to be something else takes up nothing.
_LEAVES = rf"thôi (?:giữ|làm|tham gia) [^.;\n]{{0,120}}?(?:, |và |để )(?:được )?(?:{_TAKES})"
_OTHERS = r"(?!trao|công bố|đồng chí|đ/c|ông|bà)"
_BEHIND = re.compile(
    rf"{_LINK}(?:{_TAKES}|{_LEAVES}|(?:đã |vừa |mới |vinh dự )?được (?:{_OTHERS}\w+,? ){{0,12}}?"
    rf"(?:{_VERBS})(?!\w)(?:,? {_OTHERS}\w+){{0,12}}?,? (?:{_GOES}))"
)
# "phân công đồng chí A, …" says it before the name, so that less may follow.
_SAID_BEFORE = re.compile(
    rf"(?<!\w)(?:{_VERBS})[\s:,]{{0,2}}(?:(?:các )?(?:đồng chí|đ/c|ông|bà|anh|chị) ?:? ?)?$"
)
_BEHIND_IT = re.compile(rf"{_LINK}(?:{_GOES})")
JOINT = re.compile(r"[\s,;–—(-]*(?:kiêm(?: nhiệm)?|đồng thời(?: là)?|và|là|đồng chí|đ/c)?\s*")
_MOST = 60


def given_up(reading: Reading, mention: Mention) -> frozenset[int]:
    """Which titles of a mention, by number, its holder gives up in the sentence."""
    if mention.name_start < 0 or not mention.titles:
        return frozenset()
    places = sorted(
        [(mention.name_start, mention.name_end, -1)]
        + [(title.start, title.end, number) for number, title in enumerate(mention.titles)]
    )
    run, end = [], places[0][0]
    for start, last, number in places:
        if not JOINT.fullmatch(reading.lower, min(end, start), start):
            if -1 in run:
                break
            run = []
        run.append(number)
        end = last
    given = -1 in run and _hands_over(reading, mention, end)
    return frozenset(run) - {-1} if given else frozenset()


def _hands_over(reading: Reading, mention: Mention, end: int) -> bool:
    lower = reading.lower
    if _BEHIND.match(lower, end):
        return True
    begun = max(0, mention.start - _MOST)
    said = _SAID_BEFORE.search(lower[begun : mention.name_start])
    said = said or _SAID_BEFORE.search(lower[begun : mention.start])
    return bool(said and _BEHIND_IT.match(lower, end))


def before_it(when: Occasion, day: dt.date) -> Occasion:
    """The days on which a title given up in a sentence of that occasion may have been held."""
    spans = when.spans if when.told else ((day, day),)
    held = tuple((first if first == EVER else first - _WHILE, last) for first, last in spans)
    return replace(when, spans=held, begins=False, ends=True)
