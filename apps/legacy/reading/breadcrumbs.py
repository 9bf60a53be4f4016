"""The way from a portal's first page to an article: "Trang chủ » Tin tức » Xây dựng Đảng"."""

import re

from lib.vietnamese.fold import fold

_HOME = re.compile(
    r"^(?:trang chủ|trang nhất|home|bạn đang ở(?: đây)?\s?:?|bạn đang xem\s?:?)(?!\w)",
    re.IGNORECASE,
)
# The first kind of separator that occurs is the separator: "7/11" within a step is none.
_SEPARATORS = [re.compile(form) for form in (r"[»›→]+|::|>+", r"\s/+\s", r"\|", r"\\", r"/")]
_SURE = 2  # the first separators tell even without the word for home
# Steps that name the kind of page, not the section (folded).
_NO_STEP = re.compile(
    r"(?:chi tiet|xem|noi dung|doc)(?: (?:tin|bai|chi tiet))?(?: (?:tuc|viet|chi tiet))?"
    r"|tin chi tiet|detail|trang (?:chu|nhat)|home|article"
)
_LONGEST, _LONGEST_STEP = 300, 80
_CUT_TITLE = 20


def split_steps(text: str) -> list[str]:
    """The steps without home and page kinds; [] for a line that is no such way."""
    home = _HOME.match(text)
    if len(text) > _LONGEST or text.endswith((".", ";")):
        return []
    rest = text[home.end() :] if home else text
    for place, form in enumerate(_SEPARATORS):
        if form.search(rest):
            return sections_of(form.split(rest)) if home or place < _SURE else []
    return []


def is_certain(text: str) -> bool:
    """Begins with home, or has two of the arrows only such a line has."""
    return bool(_HOME.match(text)) or len(_SEPARATORS[0].findall(text)) >= 2


def sections_of(steps: list[str]) -> list[str]:
    """The steps that may be sections."""
    bare = (step.strip(" :.-»›>/|\\") for step in steps)
    return [step for step in bare if step and not _NO_STEP.fullmatch(fold(step))]


def last_section(steps: list[str], titles: list[str]) -> str | None:
    """The last step that is not the headline, whole or cut off; `titles` are folded."""
    for step in reversed(steps):
        key = fold(step).rstrip(" .…")
        if not any(key == title or _is_cut(key, title) for title in titles):
            return step if len(step) <= _LONGEST_STEP else None
    return None


def _is_cut(key, title):
    return len(key) > _CUT_TITLE and (title.startswith(key) or key.startswith(title))
