"""Lines of a text in a box: as large as they fit, never clipped, stacked marks and all."""

import math
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import ImageFont

FONTS = Path(__file__).parent / "fonts"
HEADLINE, NAME = "NotoSerif-Bold.ttf", "NotoSans-Regular.ttf"
# What the fonts hold: Latin as Vietnamese and its neighbours write it, dashes, quotes, arrows.
DRAWN = (
    range(0x20, 0x7F), range(0xA1, 0x100), range(0x102, 0x104), range(0x110, 0x112),
    range(0x128, 0x12A), range(0x168, 0x16A), range(0x1A0, 0x1A2), range(0x1AF, 0x1B1),
    range(0x1EA0, 0x1EFA), range(0x2010, 0x2016), range(0x2018, 0x201F), range(0x2020, 0x2023),
    (0x2026, 0x2032, 0x2033, 0x20AB, 0x2116, 0x2212), range(0x2190, 0x2194),
)  # fmt: skip
LONGEST = 300  # characters; more would only take time to be cut short
LINE = 1.32  # of the size: "Ễ" on one line and "ự" on the line above do not touch
MORE = "…"


@cache
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """Laid out by Pillow itself: the fonts have every Vietnamese letter composed."""
    return ImageFont.truetype(FONTS / name, size, layout_engine=ImageFont.Layout.BASIC)


@dataclass(frozen=True)
class Word:
    text: str
    width: float


@dataclass(frozen=True)
class Measured:
    """The words of a text in one size; none is wider than the box it was measured for."""

    words: list[Word]
    space: float

    def lines(self, width: float) -> list[str]:
        lines, line, used = [], [], 0.0
        for word in self.words:
            if line and used + self.space + word.width > width:
                lines.append(" ".join(line))
                line, used = [], 0.0
            used += word.width + (self.space if line else 0)
            line.append(word.text)
        return [*lines, " ".join(line)] if line else lines


def fitted(text: str, name: str, sizes, box: tuple[int, int]) -> tuple[list[str], int]:
    """(lines, size): the largest of `sizes` (ascending) in which all lines fit the box, in pixels.

    What fits in none is cut short in the smallest, with an ellipsis.
    """
    text = drawable(text)
    if len(text) > LONGEST:
        text = text[:LONGEST].rstrip() + MORE

    def is_too_large(size):
        return len(measured(text, font(name, size), box[0]).lines(box[0])) > most(size)

    def most(size):
        return max(1, box[1] // line_height(size))

    size = sizes[max(bisect_left(sizes, True, key=is_too_large) - 1, 0)]
    face = font(name, size)
    words = measured(text, face, box[0])
    lines = words.lines(box[0])
    if len(lines) > most(size):
        return shortened(lines[: most(size)], face, box[0]), size
    return balanced(words, box[0], len(lines)), size


def measured(text: str, face, width: int) -> Measured:
    """A word that no line can hold is broken anywhere."""
    words = []
    for word in text.split(" ") if text else ():
        length = face.getlength(word)
        parts = [word] if length <= width else _broken(word, face, width)
        words += [Word(part, face.getlength(part)) for part in parts]
    return Measured(words, face.getlength(" "))


def balanced(words: Measured, width: int, number: int) -> list[str]:
    """The same number of lines, about equally long: no word alone on the last."""
    least = math.ceil(max((word.width for word in words.words), default=0))
    enough = bisect_left(
        range(least, width), True, key=lambda narrow: len(words.lines(narrow)) <= number
    )
    return words.lines(least + enough)


def line_height(size: int) -> int:
    return round(size * LINE)


def drawable(text: str) -> str:
    """Composed letters on one line; what the fonts cannot draw is left out."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    kept = "".join(sign for sign in composed if any(ord(sign) in part for part in DRAWN))
    return " ".join(kept.split())


def _broken(word, face, width):
    parts, part = [], ""
    for sign in word:
        if part and face.getlength(part + sign) > width:
            parts.append(part)
            part = ""
        part += sign
    return [*parts, part]


def shortened(lines: list[str], face, width: int) -> list[str]:
    """The last line ends in an ellipsis, after a whole word where there is one."""
    words = lines[-1].rstrip(" ,.;:–-")
    while words and face.getlength(words + MORE) > width:
        words = words.rpartition(" ")[0] or words[:-1]
    return [*lines[:-1], words + MORE]
