"""A text read once: normal text, tokens, sentences, quotations, mentions, mended places."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container
from dataclasses import dataclass

from lib.vietnamese.titles import Mention, Title
from lib.vietnamese.titles.house import house_mention
from lib.vietnamese.titles.mending import mend
from lib.vietnamese.titles.normal import Normal, normalise
from lib.vietnamese.titles.reader import Reader
from lib.vietnamese.titles.text_view import Names, View
from lib.vietnamese.titles.tokens import BREAK, MARK, Token, tokenise

from .spans import Spans

_ENDS = frozenset(".!?…;")
_QUOTED = re.compile(r"“[^“”\n]{1,1500}”|«[^«»\n]{1,1500}»|(?<!\w)\"[^\"\n]{1,1500}\"(?!\w)")
FARTHEST = 500  # signs: what can bear upon a word; texts without stops cost no more time
Mended = tuple[int, int, str]


@dataclass(frozen=True)
class Reading:
    """All places count signs of `text`, the normal text; `given_span` leads back.

    `lower` has the same length as `text`. `mended`: (start, end, word meant) of typing errors in
    titles. `spoken`: titles with such an error that stand for nobody. `stops`: where sentences and
    items of lists end, ascending.
    """

    normal: Normal
    text: str
    lower: str
    tokens: list[Token]
    mentions: list[Mention]
    mended: list[Mended]
    spoken: list[Title]
    stops: list[int]
    quoted: Spans

    def given_span(self, start: int, end: int) -> tuple[int, int]:
        """Code points of the text as it was given."""
        return self.normal.span(start, end)

    def sentence(self, place: int) -> tuple[int, int]:
        """[start, end) of the sentence or list item round a place."""
        index = bisect_right(self.stops, place)
        start = self.stops[index - 1] if index else 0
        return start, self.stops[index] if index < len(self.stops) else len(self.text)

    def full_sentence(self, place: int) -> int:
        """Where the sentence begins of which a semicolon divides the parts; not farther than
        `FARTHEST` signs."""
        index = bisect_right(self.stops, place)
        while index and self.text[self.stops[index - 1] - 1] == ";":
            if place - self.stops[index - 1] > FARTHEST:
                break
            index -= 1
        return max(self.stops[index - 1] if index else 0, place - FARTHEST)

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens of a stretch, as typed."""
        first = bisect_left(self.tokens, start, key=lambda token: token.start)
        last = bisect_left(self.tokens, end, key=lambda token: token.start)
        return self.tokens[first:last]

    def mended_in(self, start: int, end: int) -> list[Mended]:
        """The mended places of a stretch."""
        first = bisect_left(self.mended, start, key=lambda place: place[0])
        last = bisect_left(self.mended, end, key=lambda place: place[0])
        return [place for place in self.mended[first:last] if place[1] <= end]

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether a stretch stands inside quotation marks: somebody else's words."""
        return self.quoted.hold(start - 1, end + 1)


def read(text: str, names: Container[str] = ()) -> Reading:
    """Read a text; time grows with its length only. `names`: full names known, as `name_key`s."""
    normal = normalise(text)
    even = Normal(normal.text, normal.text, None)
    typed = tokenise(_ROW.sub(_told, even.text))
    meant, mended = mend(typed)
    mentions, spoken = _mentions(even, meant, names, bool(mended))
    places = Spans((start, end) for start, end, _word in mended)
    spoken = [
        title
        for title in spoken
        if places.touch(title.start, title.end) and _is_a_title(even.text, title)
    ]
    told = [*(title for each in mentions for title in each.titles), *spoken]
    titles = Spans((title.start, title.end) for title in told)
    used = [place for place in mended if titles.hold(place[0], place[1])]
    if len(used) < len(mended):
        mentions, _spoken = _mentions(even, _only(typed, meant, used), names)
    stops = [t.end for t in typed if t.kind == BREAK or (t.kind == MARK and t.key[0] in _ENDS)]
    lower = even.text.lower()
    if len(lower) != len(even.text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in even.text)
    quoted = Spans(found.span() for found in _QUOTED.finditer(even.text))
    return Reading(normal, even.text, lower, typed, mentions, used, spoken, stops, quoted)


# A row of a table: its cells are told one by one, and nothing runs over into the next row.
_ROW = re.compile(r"^[^\n|]*\|[^\n]*\n?", re.MULTILINE)


def _told(row: re.Match) -> str:
    return row[0].replace("|", ":").replace("\n", ".")


def _is_a_title(text: str, title: Title) -> bool:
    """With a capital, and a rank of more than a word: "hiện trường Công an tỉnh" has none."""
    return (
        text[title.start].isupper()
        and not title.rank.startswith("Trưởng Công an")
        and (" " in title.rank)
    )


def _mentions(
    normal: Normal, tokens: list[Token], names, mistyped=False
) -> tuple[list[Mention], list[Title]]:
    """(mentions, titles that stand for nobody where the text has typing errors at all)"""
    reader = Reader(View(normal, tokens, Names(names)))
    reader.read()
    found = [house_mention(reader.view, *numbered) for numbered in reader.numbered()]
    alone = [house_mention(reader.view, person, -1) for person in reader.spoken if mistyped]
    return (
        [mention for mention in found if mention.name or mention.titles],
        [title for mention in alone for title in mention.titles],
    )


def _only(typed: list[Token], meant: list[Token], used: list[Mended]) -> list[Token]:
    """The tokens as typed, but for the places that are mended."""
    spans = Spans((start, end) for start, end, _word in used)
    better = [token for token in meant if spans.hold(token.start, token.end)]
    rest = [token for token in typed if not spans.hold(token.start, token.end)]
    return sorted([*rest, *better], key=lambda token: token.start)
