"""Which lines of a page's head are the headline, and which the section."""

import re
from dataclasses import dataclass, field

from lib.vietnamese.fold import fold

from .breadcrumbs import last_section
from .bylines import labelled
from .furniture import begins_tail, menu_words
from .prefixes import split_prefix
from .sections import (
    acts,
    breadcrumb,
    is_category,
    is_letterhead,
    labelled_section,
    may_name_section,
)
from .values import Line

_HEAD = 60
_LONGEST_TITLE = 300
_PROSE, _ANNOUNCES = 170, 90
_SHORT_START, _SHORTEST_PART = 60, 25
_WINDOW = 5  # the window's title is among the first: a line that comes back below is no headline
_SENTENCE = re.compile(r"[.;…:][”\")\]]*$")
_STARTS_TEXT = re.compile(
    r"(?:\([^()]{2,30}\)\s?[-–]?\s?|[A-ZĐ.]{2,12}\s?[-–]\s)?"
    r"(?:(?:vào |vừa qua|mới đây|trong )?(?:hôm nay|(?:sáng|chiều|tối|trưa)(?: nay"
    r"| qua)?,? (?:ngày )?\d|ngày \d|(?:sáng|chiều|tối) (?:nay|qua)))",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    r"(?:[,:\-–&]|(?<!\w)(?:và|với|của|các|cho|tại|về|do|là|trong|năm|tháng|quý|xã|phường|huyện"
    r"|tỉnh"
    r"|thị|thành|thành phố|thị xã|đồng chí|ủy|uỷ|đảng|bộ|nhiệm kỳ|lần thứ|công tác|hội nghị|theo"
    r"|từ|đến"
    r"|để|ở|khi|sau|trước|những|một|số))$",
    re.IGNORECASE,
)
_SITE_TAIL = re.compile(
    r"\s+[-–—|»:]+\s+(?=(?:(?:cổng|trang)\s(?:thông\s)?tin|trang\s(?:chủ|tin|web)|website|báo\s"
    r"|đài\s|tạp chí|tin tức"
    r"|[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org)\b|portal|cttđt|cổng\s|đảng bộ\s|(?:tỉnh|thành|thị"
    r"|huyện|quận|đảng)\s[uủ][yỷ]"
    r"|ubnd\s|ủy ban|uỷ ban|ban\s(?:tuyên|tổ|dân)|sở\s|hội đồng))",
    re.IGNORECASE,
)


@dataclass
class Head:
    """What stood before the text: `rest` are the lines after the headline that belong to it not.

    guess: short words above the headline, a section where nothing on the page names one.
    """

    title: str
    section: str | None
    before: list[Line] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)
    guess: str | None = None


def find_head(lines: list[Line], times: set[int], known: list[str] = ()) -> Head | None:
    """The headline among the first lines; `times` are places of time lines, `known` are headlines
    the page's own data give. None when there is no headline."""
    groups = _groups(lines, times)
    chosen = _known(groups, known) or _best(groups, times)
    if chosen is None:
        return None
    title = without_site(" ".join(line.text for line in chosen.lines))
    before, after = lines[: chosen.start], lines[chosen.end :]
    same = fold(split_prefix(title)[1])
    after = [line for line in after if not (line.folded and line.folded == same)]
    section, after = _section(before, after, same)
    return Head(title, section, before, after, _words_above(before))


def without_site(title: str) -> str:
    """Without the site's name behind it, and without quotes round the whole."""
    tails = list(_SITE_TAIL.finditer(title))
    cut = next((tail.start() for tail in tails if tail.start() >= 15), None)
    kept = title[:cut].strip() if cut else title.strip()
    if (
        fold(kept)
        and len(kept) > 2
        and kept[0] in '“"'
        and kept[-1] in '”"'
        and kept.count(kept[0]) == 1
    ):
        return kept[1:-1].strip()
    return kept


@dataclass
class _Group:
    """Lines that stand together and may be one headline."""

    start: int
    end: int
    lines: list[Line]

    @property
    def text(self):
        return " ".join(line.text for line in self.lines)


def _groups(lines, times):
    """Candidates in order, up to the first prose that follows any."""
    groups, place = [], 0
    while place < min(len(lines), _HEAD):
        line = lines[place]
        if (
            place in times
            or line.role in ("author", "date", "caption", "lead")
            or labelled_section(line)
            or labelled(line, at_end=False)
            or breadcrumb(line)
            or begins_tail(line)
        ):
            place += 1
            continue
        if _is_text(line):
            if groups:
                break
            place += 1
            continue
        group = _grown(lines, place, times)
        groups.append(group)
        place = group.end
    return groups


def _is_text(line):
    """Prose, or a first sentence however short."""
    if line.role == "title":
        return False
    if len(line.text) > _LONGEST_TITLE:
        return True
    ends = bool(_SENTENCE.search(line.text))
    if ends and len(line.text) > (_ANNOUNCES if line.text.endswith(":") else _PROSE):
        return True
    return ends and bool(_STARTS_TEXT.match(line.text))


def _grown(lines, place, times):
    group = _Group(place, place + 1, [lines[place]])
    while group.end < len(lines) and group.end not in times:
        if not _continues(group, lines[group.end], lines[group.end + 1 : group.end + 2]):
            break
        group.lines.append(lines[group.end])
        group.end += 1
    return group


def _continues(group, line, following):
    """Whether a headline goes on in this line."""
    last = group.lines[-1]
    if len(group.text) + len(line.text) > _LONGEST_TITLE or last.role != line.role:
        return False
    if _is_text(line) or _SENTENCE.search(line.text) or labelled_section(line):
        return False
    if breadcrumb(line) or line.folded == last.folded:  # the window's title, then the headline
        return False
    if _STARTS_TEXT.match(line.text) and len(line.text) > _SHORT_START:
        return False
    if line.gap:
        return _goes_on_below_gap(last.text, line.text)
    if is_category(last) or is_letterhead(last):
        return False
    return _goes_on_below(last, line, following)


def _goes_on_below_gap(last, text):
    open_end = _OPEN_END.search(last) and not last.endswith(":")
    return bool(open_end) and len(last) > _SHORTEST_PART and text[:1].islower()


def _goes_on_below(last, line, following):
    if _OPEN_END.search(last.text):
        return True
    if last.text.isupper() and line.text.isupper() and acts(last.folded):
        return True
    if is_category(line):
        return False
    if line.text[:1].islower():
        return True
    if last.text.isupper() != line.text.isupper():
        return False
    return bool(following) and following[0].gap or last.text.isupper()


def _known(groups, known):
    """The last place where the page prints the headline its own data give."""
    wanted = [key for key in map(fold, map(without_site, known)) if key]
    for key in wanted:
        for group in reversed(groups):
            words = fold(without_site(group.text))
            if words == key or (
                len(words) > _SHORTEST_PART
                and (key.startswith(words) or words.startswith(key) and len(key) > _SHORTEST_PART)
            ):
                return group
    return None


def _best(groups, times):
    repeated = _repeated(groups)
    if repeated:
        return repeated
    open_ones = [group for group in groups if not _is_no_title(group)] or groups
    scored = [(_score(group, times, place), -place, group) for place, group in enumerate(open_ones)]
    return max(scored, key=lambda item: item[:2])[2] if scored else None


def _repeated(groups):
    """A page saved whole begins with its window's title: the headline stands there twice."""
    first = set()
    for place, group in enumerate(groups):
        key = fold(without_site(group.text))
        if len(key) > 20 and key in first:
            return group
        if place < _WINDOW:
            first.add(key)
    return None


def _is_no_title(group):
    line = group.lines[0]
    if len(group.lines) > 1 or line.role == "title":
        return False
    return is_category(line) or is_letterhead(line)


def _score(group, times, place):
    text = group.text
    words = len(text.split())
    score = 4 * (group.lines[0].role == "title") + 3 * (group.lines[0].kind in ("h1", "h2"))
    score += 2 * acts(fold(text)) + 2 * (group.end in times) + (group.start - 1 in times)
    score += (6 <= words <= 45) * 2 - (words <= 4) * 2 - bool(_SENTENCE.search(text))
    return score - (place > 1) * (place - 1) * 0.5


def _section(before, after, title):
    """The section by breadcrumb, label or category line; and the lines behind without it."""
    for line in reversed(before):
        if found := _stated_section(line, title):
            return found, after
    for place, line in enumerate(after[:6]):
        if found := _stated_section(line, title):
            return found, after[:place] + after[place + 1 :]
    if found := _category_above(before):
        return found, after
    if after and not after[0].main and is_category(after[0]):
        return after[0].text, after[1:]
    return None, after


def _category_above(before):
    for line in reversed(before):
        if is_category(line) and not is_letterhead(line):
            return line.text.strip(" :»>|")
    return None


def _words_above(before):
    if not before or menu_words(before[-1:]) or is_letterhead(before[-1]):
        return None
    return before[-1].text if may_name_section(before[-1]) else None


def _stated_section(line, title):
    return last_section(breadcrumb(line), [title]) or labelled_section(line)
