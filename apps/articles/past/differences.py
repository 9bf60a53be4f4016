"""Two versions of an article word by word, as a page can show them."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from lib.vietnamese.worddiff import GONE, NEW, SAME, Token, differences, likeness

from .parts import Block, Names, groups

CHANGED = "changed"
ALIKE = 0.35  # below this one paragraph is not a rewriting of the other
MOST_PAIRS = 2500  # so many likenesses are asked for; beyond, paragraphs pair as they stand
FOLD = 3  # unchanged neighbours in a row, beside the one next to a change


@dataclass(frozen=True)
class Part:
    """Words of one block under their label; pieces as `worddiff.differences` gives them."""

    label: str
    pieces: list[tuple[str, list[Token]]]


@dataclass(frozen=True)
class Line:
    """One block of both versions: SAME, CHANGED, GONE or NEW. `was`: its kind before, if other."""

    status: str
    kind: str
    parts: list[Part]
    depth: int = 0
    was: str = ""
    picture: str = ""


@dataclass(frozen=True)
class Group:
    """Headline, lead, body …: runs of lines; a run (folded, lines) of unchanged ones is folded."""

    title: str
    runs: list[tuple[bool, list[Line]]]
    changes: int


def compare(old: dict, new: dict, names: Names) -> list[Group]:
    """From one version's `all_values` to another's; parts both versions lack are left out."""
    found = []
    for (title, left), (_title, right) in zip(groups(old, names), groups(new, names), strict=True):
        lines = _lines(left, right)
        if lines:
            changes = sum(line.status != SAME for line in lines)
            found.append(Group(title, _runs(lines), changes))
    return found


def _lines(left: list[Block], right: list[Block]) -> list[Line]:
    keys = [block.same_as for block in left], [block.same_as for block in right]
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if kind == "equal":
            found += [_line(one, other) for one, other in zip(left[a:b], right[c:d], strict=True)]
        else:
            found += [_line(*pair) for pair in pairs(left[a:b], right[c:d])]
    return found


def _line(old: Block | None, new: Block | None) -> Line:
    block = new or old
    if old and new:
        status = SAME if old.same_as == new.same_as else CHANGED
    else:
        status = NEW if new else GONE
    was = old.kind if old and new and old.kind != new.kind else ""
    return Line(status, block.kind, _parts(old, new), block.depth, was, block.picture)


def _parts(old, new):
    """The first always; the others where they differ, or where the whole block came or went."""
    labels = [label for label, _words in (new or old).parts]
    before = dict(old.parts) if old else {}
    after = dict(new.parts) if new else {}
    found = [
        Part(label, differences([*before.get(label, ())], [*after.get(label, ())]))
        for label in labels
    ]
    return [
        part
        for number, part in enumerate(found)
        if part.pieces and (number == 0 or any(what != SAME for what, _words in part.pieces))
    ]


def pairs(left, right):
    """Which old block became which new one: in order, as alike as possible all together."""
    if not left or not right:
        return [*((block, None) for block in left), *((None, block) for block in right)]
    if len(left) * len(right) > MOST_PAIRS:
        return _pairs_as_they_stand(left, right)
    alike = [[_alike(one, other) for other in right] for one in left]
    best = _best_sums(alike)
    found, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if alike[i][j] >= ALIKE and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            found.append((left[i], right[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            found.append((left[i], None))
            i += 1
        else:
            found.append((None, right[j]))
            j += 1
    found += [(block, None) for block in left[i:]]
    return found + [(None, block) for block in right[j:]]


def _best_sums(alike):
    """best[i][j]: the greatest sum of likenesses over left[i:] and right[j:], in order."""
    rows, columns = len(alike), len(alike[0])
    best = [[0.0] * (columns + 1) for _row in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            both = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= ALIKE else 0.0
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    return best


def _pairs_as_they_stand(left, right):
    both = min(len(left), len(right))
    found = []
    for one, other in zip(left, right, strict=False):
        alike = _alike(one, other) >= ALIKE
        found += [(one, other)] if alike else [(one, None), (None, other)]
    return [*found, *((b, None) for b in left[both:]), *((None, b) for b in right[both:])]


def _alike(one: Block, other: Block) -> float:
    """Facts and pictures are the same thing by what they are, not by their words."""
    if one.ident or other.ident:
        return 1.0 if (one.kind, one.ident) == (other.kind, other.ident) else 0.0
    if one.kind in ("headline", "sapo"):
        return 1.0
    alike = likeness(one.words, other.words)
    return max(alike, ALIKE) if one.kind == other.kind == "row" else alike


def _runs(lines):
    """Long stretches without a change are folded, all but their ends beside a change."""
    found, last = [], len(lines) - 1
    near = {n + step for n, line in enumerate(lines) if line.status != SAME for step in (-1, 0, 1)}
    for shown, numbers in groupby(range(last + 1), key=lambda n: n in near):
        run = [lines[n] for n in numbers]
        found.append((not shown and len(run) >= FOLD, run))
    return found
