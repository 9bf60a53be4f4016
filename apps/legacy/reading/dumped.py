"""Pages that a text browser wrote down (lynx -dump): links are numbered, their addresses follow."""

import re

_ADDRESSES = re.compile(
    r"^[ \t]*(?:References|Visible links:?|Tham chiếu)[ \t]*\n(?:[ \t]*\n)*(?=[ \t]*1\. \S+:)",
    re.MULTILINE,
)
_NUMBER = re.compile(r"\[\d{1,4}\]")
_NO_WORDS = re.compile(
    r"\[(?:IMG|INLINE|EMBED|LINK|USEMAP)\]|\(BUTTON\)|^\s*I?FRAME: .*$|^\s*#(?=\[)"
)
_SHORT = 60


def without_marks(text: str) -> str:
    """The text as it was read on the screen; any other text as it is.

    A line of links becomes their words with bars between them, like a menu on one line.
    """
    addresses = list(_ADDRESSES.finditer(text))
    if not addresses:
        return text
    return "\n".join(map(_line, text[: addresses[-1].start()].split("\n")))


def _line(line: str) -> str:
    line = _NO_WORDS.sub("", line)
    links = len(_NUMBER.findall(line))
    is_bar = links > 1 and (_NUMBER.match(line.lstrip()) or len(line) < _SHORT)
    return _NUMBER.sub(" | ", line).lstrip(" |") if is_bar else _NUMBER.sub("", line)
