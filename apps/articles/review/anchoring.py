"""Where the passage of a note stands in the present text; nowhere when it has gone.

A passage is recognised by its words and by what stands beside them. The number of its paragraph
only decides between places that are alike: paragraphs come and go above it.
"""

import re
import unicodedata
from dataclasses import dataclass

from .models import AROUND, QUOTED

SPACE = re.compile(r"\s+")
LONG = 24  # words this long are the passage, whatever became of their neighbours
KNOWN = 8  # so many letters beside short words make it the same place
PER_FIELD = 200  # so often one passage is looked for in one field


@dataclass(frozen=True)
class Place:
    """`start` and `end` count characters of the field's own text."""

    field: str
    start: int
    end: int


def single_spaced(text: str) -> str:
    """Words as browsers and files may both give them: composed, one space between them."""
    return SPACE.sub(" ", unicodedata.normalize("NFC", text).replace("\x00", ""))


def passage(pieces, field: str, quote: str, before: str = "", after: str = "") -> dict:
    """What a note keeps of its passage: {"field", "quote", "before", "after"}.

    What stands around is taken from the text where the quote is found in it, else as it was given.
    """
    kept = {
        "field": field[:40],
        "quote": single_spaced(quote).strip()[:QUOTED].strip(),
        "before": single_spaced(before)[-AROUND:],
        "after": single_spaced(after)[:AROUND],
    }
    if not kept["quote"]:
        return {"field": "", "quote": "", "before": "", "after": ""}
    texts = {piece.field: single_spaced(piece.text) for piece in pieces}
    found = _best(kept, texts) or _where_it_was_quoted(kept, texts)
    if found:
        field, start = found
        text, end = texts[field], start + len(kept["quote"])
        kept |= {
            "field": field,
            "before": text[max(start - AROUND, 0) : start],
            "after": text[end : end + AROUND],
        }
    return kept


def places(notes, pieces) -> dict[int, Place]:
    """{note pk: Place} of the notes whose passage still stands in these pieces."""
    texts = {piece.field: single_spaced(piece.text) for piece in pieces}
    given = {piece.field: piece.text for piece in pieces}
    found = {}
    for note in notes:
        kept = {name: getattr(note, name) for name in ("field", "quote", "before", "after")}
        if note.quote and (best := _best(kept, texts)):
            field, start = best
            found[note.pk] = _in_own_text(given[field], field, start, start + len(note.quote))
    return found


def _where_it_was_quoted(kept, texts):
    """In the field it was taken from any words will do."""
    text = texts.get(kept["field"], "")
    starts = list(_all(kept["quote"], text))
    if not starts:
        return None
    return kept["field"], max(starts, key=lambda start: _beside(kept, text, start)[0])


def _best(kept, texts):
    """(field, start) of the likeliest place, or None."""
    candidates = []
    for field, text in texts.items():
        for start in _all(kept["quote"], text):
            beside, whole = _beside(kept, text, start)
            if beside >= KNOWN or whole or len(kept["quote"]) >= LONG:
                candidates.append((beside, field == kept["field"], field, start))
    if not candidates:
        return None
    _beside_it, _same, field, start = max(candidates, key=lambda each: (each[0], each[1]))
    return field, start


def _all(quote, text):
    start = text.find(quote)
    for _time in range(PER_FIELD):
        if start < 0:
            return
        yield start
        start = text.find(quote, start + 1)


def _beside(kept, text, start):
    """How many letters beside it are as they were; and whether all of them are."""
    end = start + len(kept["quote"])
    left = _common(kept["before"][::-1], text[:start][::-1][:AROUND])
    right = _common(kept["after"], text[end : end + AROUND])
    whole = left == len(kept["before"]) and right == len(kept["after"])
    edges = (bool(kept["before"]) or start == 0) and (bool(kept["after"]) or end == len(text))
    return left + right, whole and edges


def _common(one, other):
    for number, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return number
    return min(len(one), len(other))


def _in_own_text(text, field, start, end) -> Place:
    """From places in the single-spaced text to places in the text as it is stored."""
    own, spaced = [], False
    for number, letter in enumerate(text):
        if letter == "\x00" or (letter.isspace() and spaced):
            continue
        spaced = letter.isspace()
        own.append(number)
    own.append(len(text))
    last = len(own) - 1
    return Place(field, own[min(start, last)], own[min(max(end - 1, 0), last)] + 1)
