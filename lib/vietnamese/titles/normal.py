"""Text made even for reading, with the way back to the text as it was given."""

import re
import unicodedata
from array import array
from dataclasses import dataclass

from ..fold import MARKS
from ..text import LOOK_ALIKES, UNSEEN, clean
from ..tones import place_tones

# One sign for one sign: spaces that are no break, apostrophes of H'Mlô, K’ Vàng, the letter Đ.
_EVEN = str.maketrans(
    {
        **LOOK_ALIKES,
        **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009", " "),
        **dict.fromkeys("\u200a\u202f\u205f\u3000\t\v\f", " "),
        **dict.fromkeys("\u2018\u2019\u02bc\u00b4`\u2032", "'"),
        "\r": "\n",
        "\u2028": "\n",
        "\u2029": "\n",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "–",
        "\u2212": "-",
        "\u2015": "—",
        "İ": "I",
    }
)
_UNEVEN = re.compile(f"[{re.escape(''.join(map(chr, _EVEN)))}]")

# A letter with the marks behind it, or signs nobody sees: the only places that change length.
_UNSEEN_RUN = f"(?:{UNSEEN.pattern})"
_CHANGING = re.compile(rf"{_UNSEEN_RUN}+|[^\W\d_](?:{_UNSEEN_RUN}*[{MARKS}])+")


@dataclass(frozen=True, slots=True)
class Normal:
    """`text` is NFC, tones placed the traditional way; `given` is the text it came from."""

    text: str
    given: str
    starts: array | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Code points of the given text for a stretch of `text`; the end is exclusive."""
        if self.starts is None:
            return start, end
        return self.starts[start], self._end(end)

    def _end(self, end: int) -> int:
        """Right behind the last cluster: signs nobody sees after it are not in the stretch."""
        position = self.starts[end]
        while position > 0 and UNSEEN.match(self.given[position - 1]):
            position -= 1
        return position

    def as_given(self, start: int, end: int) -> str:
        """The stretch as written, in NFC, on one line: names keep the tones of their owner."""
        first, last = self.span(start, end)
        return clean(self.given[first:last])


def normalise(text: str) -> Normal:
    """Even text with an offset map; the map is left out where every place stays the same."""
    if unicodedata.is_normalized("NFC", text) and not UNSEEN.search(text):
        return Normal(_even(text), text, None)
    pieces, starts, last = [], array("l"), 0
    for found in _CHANGING.finditer(text):
        start, end = found.span()
        pieces.append(text[last:start])
        starts.extend(range(last, start))
        composed = unicodedata.normalize("NFC", UNSEEN.sub("", found[0]))
        pieces.append(composed)
        starts.extend([start] * len(composed))
        last = end
    pieces.append(text[last:])
    starts.extend(range(last, len(text) + 1))
    return Normal(_even("".join(pieces)), text, starts)


def _even(text: str) -> str:
    # Few signs are: looking for them is quicker than looking every sign up.
    even = _UNEVEN.sub(lambda found: _EVEN[ord(found[0])], text)
    placed = place_tones(even)
    return placed if len(placed) == len(even) else even
