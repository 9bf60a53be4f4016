"""Two versions of a text side by side, paragraph by paragraph."""

from difflib import SequenceMatcher

from .body import figures, paragraphs


def rows(mine: dict, theirs: dict) -> list[dict]:
    """[{"same": bool, "mine": str, "theirs": str}] over headline, lead, paragraphs and captions."""
    left, right = _lines(mine), _lines(theirs)
    found = []
    for kind, a, b, c, d in SequenceMatcher(a=left, b=right, autojunk=False).get_opcodes():
        mine_part, theirs_part = left[a:b], right[c:d]
        for index in range(max(len(mine_part), len(theirs_part))):
            found.append(
                {
                    "same": kind == "equal",
                    "mine": mine_part[index] if index < len(mine_part) else "",
                    "theirs": theirs_part[index] if index < len(theirs_part) else "",
                }
            )
    return found


def _lines(text):
    body = text["body"]
    captions = [caption for _number, _alt, caption in figures(body) if caption]
    return [line for line in [text["headline"], text["sapo"], *paragraphs(body), *captions] if line]
