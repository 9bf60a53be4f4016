"""Which people stand in one enumerated list: as the reader of titles sees it, line by line, and
across a stranger in between."""

import re
from collections import defaultdict

from .matter import Matter

_MARK = r"(?:\|?[ \t]*\d{1,2}[ \t]*\||[-–—•*+·]|\(?\d{1,2}[.)/]?|[a-zđ]\))?[ \t]*"
_BULLET = re.compile(rf"[ \t]*{_MARK}(?:đồng chí |đ/c |ông |bà )?", re.IGNORECASE)
_NEXT_LINE = re.compile(
    rf"[ \t]*(?:\([^()\n]{{0,60}}\))?[ \t]*(?:\|[^\n]{{0,60}}|[.;,])?[ \t]*\n\s*{_MARK}"
)
_FEW_WORDS = re.compile(r"(?:[^.;:!?\n]{0,60};\s*){1,2}(?:và )?(?:\(?\d{1,2}[.)/]\s*)?")
_VERBS = re.compile(
    r"(?<!\w)(?:phát biểu|nêu|đề nghị|trao|thăm|tặng|chủ trì|dự|báo cáo|nhấn mạnh|cho biết|là|nói"
    r"|trình|được|giữ|làm|yêu cầu|kết luận|tham gia|thay mặt|giao|đã|sẽ)(?!\w)"
)


def lists_of(matter: Matter) -> list[list]:
    """Known of each list of two people and more, in their order."""
    labels = _labels(matter)
    lists = defaultdict(list)
    for label, known in zip(labels, matter.known, strict=True):
        lists[label].append(known)
    return [
        knowns
        for label, knowns in lists.items()
        if len(knowns) > 1 and (label[0] != "reader" or _is_list(matter, knowns))
    ]


def _labels(matter: Matter) -> list[tuple]:
    """A label for each mention; those of one list share it."""
    mentions = [known.mention for known in matter.known]
    labels = [
        ("reader", mention.list_id) if mention.list_id >= 0 else ("alone", number)
        for number, mention in enumerate(mentions)
    ]
    for number in range(1, len(mentions)):
        one, other = mentions[number - 1], mentions[number]
        apart = labels[number] != labels[number - 1] and one.name and other.name
        if apart and (_line_by_line(matter, one, other) or _goes_on(matter, one, other)):
            old = labels[number]
            end = number
            while end < len(labels) and labels[end] == old:
                labels[end] = labels[number - 1]
                end += 1
    return labels


def _is_list(matter: Matter, knowns) -> bool:
    """Two people with a comma between them may be two parts of one sentence:
    "Giao nhiệm vụ cho tân Bí thư Thị ủy A, Bí thư Tỉnh ủy B đề nghị …"."""
    if len(knowns) != 2 or knowns[0].mention.honour:
        return True
    one, other = (known.mention for known in knowns)
    text = matter.reading.text
    if {title.start for title in one.titles} & {title.start for title in other.titles}:
        return True  # "Các Phó Chủ tịch UBND thị xã: A, B"
    announced = ":" in text[one.start : one.name_start]
    offices_first = all(
        title.start < each.name_start for each in (one, other) for title in each.titles[:1]
    )
    return announced or not offices_first or text[one.end : other.start].strip() != ","


def _goes_on(matter: Matter, one, other) -> bool:
    """ "…; bà Thi Ngọc Mỹ, nhạc sĩ; đồng chí B, …": a few words of a stranger end no list."""
    text = matter.reading.lower
    gap = text[one.end : other.start] if one.end < other.start else "."
    if text[one.end - 1 : one.end] == ")" and gap.strip(" ,;") in ("", "và"):
        return True
    return bool(_FEW_WORDS.fullmatch(gap)) and not _VERBS.search(gap)


def _line_by_line(matter: Matter, one, other) -> bool:
    """Two lines that begin alike, each with a person: "- A, …" and "- B, …", "1. A", "2. B"."""
    text = matter.reading.text
    if one.end > other.start or not _NEXT_LINE.fullmatch(text, one.end, other.start):
        return False
    first, second = (_mark_before(text, each.start) for each in (one, other))
    return first is not None and first == second


def _mark_before(text: str, place: int) -> str | None:
    """The sort of mark with which the line of a place begins; None if words stand before it."""
    begun = text[text.rfind("\n", 0, place) + 1 : place]
    found = _BULLET.fullmatch(begun)
    if not found:
        return None
    return "1" if found[0].strip(" |\t")[:1].isdigit() else found[0].strip()
