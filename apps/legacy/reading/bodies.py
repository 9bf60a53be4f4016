"""Lead and body of the lines that are left."""

import re

from lib.vietnamese.fold import fold

from .values import Block, Line

_END_MARK = re.compile(
    r"\s*(?:\.\s?/\s?\.?|…\s?/\s?\.?|\.{2,}\s?/\s?\.?|(?<=[\w”\")])\s?/\s?\.|\s/\s?-?\.?"
    r"|(?<=\.)\s?\./\.|[★■□◆]|\*{3,})\s*$"
)
_INSIDE = re.compile(
    r"(?:\.\s?/\s?\.|…\s?/\s?\.|\.{2,}\s?/\s?\.|(?<=\w)/\.)\s+(?P<tail>\S.{1,90})$"
)
_FOOT, _LONGEST_MARK = 110, 14
_ONLY_MARK = re.compile(r"[.…/\s*★■_=~-]+")
KINDS = ("p", "h2", "h3", "li", "ol", "quote", "table", "caption")


def cut_end(text: str) -> tuple[str, str]:
    """(text without its end mark, what stood behind the mark).

    "… trên địa bàn./." -> "… trên địa bàn.", "đề ra.../." -> "đề ra...", "địa bàn /." as the first.
    """
    tail = _INSIDE.search(text, max(0, len(text) - _FOOT))
    if tail:
        return _closed(text[: tail.start()], text[tail.start() : tail.start("tail")]), tail["tail"]
    mark = _END_MARK.search(text, max(0, len(text) - _LONGEST_MARK))
    return (_closed(text[: mark.start()], mark[0]), "") if mark else (text, "")


def _closed(text, mark):
    """The stop that the mark contains belongs to the sentence."""
    text, mark = text.rstrip(), mark.strip()
    if mark.startswith((".", "…", "/")) and text[-1:] not in ".!?…:":
        dots = re.match(r"\.{2,}|…", mark)
        return text + (dots[0] if dots else ".")
    return text


def is_only_mark(text: str) -> bool:
    return bool(_ONLY_MARK.fullmatch(text))


def split_lead(lines: list[Line], title: str) -> tuple[str, list[Line]]:
    """The lead (marked, else the first paragraph) and the body with the captions in place."""
    title = fold(title)
    lines = [line for line in lines if not _is_title(line, title)]
    place = next((p for p, line in enumerate(lines) if line.role == "lead"), None)
    if place is None:
        place = next((p for p, line in enumerate(lines) if line.kind in ("p", "quote", "li")), None)
    if place is None:
        return "", lines
    lead = lines[place].text
    same = _key(lead)
    rest = [line for p, line in enumerate(lines) if p != place]
    return lead, [line for line in rest if not (line.kind != "caption" and _key(line.text) == same)]


def _is_title(line, title):
    """The headline once more, as it is or longer in capitals."""
    if not line.folded:
        return False
    if line.folded == title:
        return True
    words = set(title.split())
    return len(words) > 4 and line.text.isupper() and words <= set(line.folded.split())


def _key(text):
    return re.sub(r"\W+", "", text.casefold())


def blocks_of(lines: list[Line]) -> tuple[Block, ...]:
    return tuple(
        Block(line.kind if line.kind in KINDS else "p", line.text, line.html) for line in lines
    )
