"""What trails behind a title and is no part of it: terms, (cũ), the unit around the unit."""

from .heads import COMMITTEES
from .named import NAMED
from .names import run_end, split_run
from .phrases import longest
from .text_view import View
from .tokens import NUMBER
from .units import lies_in, read_level
from .wordlists import words

_TERMS = frozenset(("khóa", "khoá", "nhiệm"))
_LONGEST_NOTE = 8
_DASHES = words("- – —")


def skip_suffixes(view: View, at: int, level: str, named: bool) -> tuple[int, set[str]]:
    """(index behind, what was found of "in_charge", "many"). `named`: the holder stands before."""
    found: set[str] = set()
    while True:
        end = _note(view, at) or _term(view, at) or _charge(view, at, found)
        end = end or _times(view, at, found) or (level and _outer(view, at, level, named))
        if not end:
            return at, found
        at = end


def _note(view: View, at: int) -> int | None:
    """(cũ), (khóa XX), (mới)."""
    if view.key(at) == "cũ":
        return at + 1
    if view.key(at) != "(" or view.key(at + 1) not in ("cũ", "mới", "nay", "trước", *_TERMS):
        return None
    for end in range(at + 1, min(at + _LONGEST_NOTE * 2, len(view.tokens))):
        if view.key(end) == ")":
            return end + 1
    return None


def _term(view: View, at: int) -> int | None:
    """khóa XX, nhiệm kỳ 2021 - 2026, with a comma before it or without."""
    start = at + 1 if view.key(at) == "," else at
    if view.key(start) not in _TERMS:
        return None
    if view.key(start) == "nhiệm":
        if view.key(start + 1) != "kỳ":
            return None
        start += 1
    end = start + 1
    while end < len(view.tokens) and (
        view.tokens[end].kind == NUMBER or view.key(end) in _DASHES or _is_roman(view.key(end))
    ):
        end += 1
    return end if end > start + 1 else None


def _is_roman(key: str) -> bool:
    return bool(key) and not key.strip("ivx")


def _charge(view: View, at: int, found: set[str]) -> int | None:
    """phụ trách UBND tỉnh: in charge of the body; phụ trách khối văn xã: a field of work."""
    if (view.key(at), view.key(at + 1)) != ("phụ", "trách"):
        return None
    body = longest(NAMED, view.tokens, at + 2) or longest(COMMITTEES, view.tokens, at + 2)
    if not body:
        return None
    found.add("in_charge")
    level = read_level(view.tokens, body[1])
    return run_end(view.tokens, level[1] if level else body[1])


def _times(view: View, at: int, found: set[str]) -> int | None:
    """các thời kỳ, qua các thời kỳ: many holders."""
    start = at + 1 if view.key(at) == "qua" else at
    words = [view.key(start + step) for step in range(3)]
    if words[:2] == ["các", "thời"]:
        found.add("many")
        return start + 3
    return None


def _outer(view: View, at: int, level: str, named: bool) -> int | None:
    """xã Lương Phú, huyện Sơn Thạch: the district is said, but the body is the commune's."""
    start = at + 1 if view.key(at) in (",", "-", "(", "thuộc", "của") else at
    outer = read_level(view.tokens, start)
    if not outer or not lies_in(level, outer[0]):
        return None
    stop = run_end(view.tokens, outer[1])
    end = split_run(view.tokens, outer[1], stop, True, named, view.known)
    if end == outer[1]:
        return None
    return end + 1 if view.key(at) == "(" and view.key(end) == ")" else end
