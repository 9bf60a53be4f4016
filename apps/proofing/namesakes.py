"""People who only share the name of somebody in the register, by what is told of them.

"chị Vàng Thị Dợ (bản Hua Pú), hộ nghèo" is not the deputy secretary of that name.
"""

import datetime as dt
import re

from .persons import Known
from .reading import Reading
from .resolving import Resolver
from .saying import bare_rank, same_rank, terms_spoken_of

_HAMLET = (
    r"(?:(?:ở|trú|ngụ|tại|trú tại|ngụ tại|người) )?"
    r"(?:bản|thôn|buôn|ấp|xóm|làng|sóc|phum|khóm|khu phố|khối phố|tiểu khu|tổ dân phố|tổ(?= \d)"
    r"|chi bộ) \w"
)
_WORK = (
    r"(?:hộ (?:nghèo|cận nghèo|dân)|học sinh|sinh viên|công nhân|nông dân|người dân|tiểu thương"
    r"|nghệ nhân|giáo viên|thợ|lái xe|hội viên|đoàn viên|cử tri|chủ (?:quán|hộ|cửa hàng|nhà)"
    r"|xã viên|thương binh|bệnh binh|\d{1,2} tuổi đảng)(?!\w)"
)
_IN_HAMLET = re.compile(
    r"(?:phó )?trưởng (?:thôn|bản|buôn|ấp|xóm|làng|sóc|khóm|khu phố|khối phố|tiểu khu|tổ dân phố)\b"
    rf"|.*(?<!\w)(?:chi bộ {_HAMLET}|chi hội|chi đoàn|ban công tác mặt trận)"
)
_MARKED = re.compile(rf"\s{{0,2}}(?:\(\s?(?:{_HAMLET}|{_WORK})|,\s?(?:{_HAMLET}|{_WORK}))")


def without_namesakes(known: list[Known], reading: Reading, resolver: Resolver, day) -> list[Known]:
    """The same, with nobody of the register behind a mention that is plainly of another."""
    return [
        Known(each.mention) if each.people and _is_another(each, reading, resolver, day) else each
        for each in known
    ]


def _is_another(known: Known, reading: Reading, resolver: Resolver, day: dt.date) -> bool:
    mention = known.mention
    terms = [
        term
        for title in mention.titles
        for person in known.people
        for term in terms_spoken_of(title, person)
    ]
    if _MARKED.match(reading.lower, mention.name_end):
        return all(term.begins_after(day) for term in terms)
    if terms or not mention.titles:
        return False
    return all(
        _IN_HAMLET.match(reading.lower, title.start, title.end)
        or (resolver.is_of_any_commune(title.body, day) and not _has_rank(known, title, day))
        for title in mention.titles
    )


def _has_rank(known: Known, title, day: dt.date) -> bool:
    """The chairman of the town called that of a ward is no other: the level is wrong."""
    rank = bare_rank(title.rank)
    return any(
        same_rank(rank, held.rank) for person in known.people for held in person.held_on(day)
    )
