"""Words, numbers, marks and breaks of a text, in order."""

import re
from functools import lru_cache
from typing import NamedTuple

from ..fold import MARKS
from .wordlists import words

WORD, NUMBER, MARK, BREAK = range(4)
LOWER, TITLE, UPPER, LETTER = range(4)


class Token(NamedTuple):
    """`key` is lower case; `start` and `end` count signs of the normal text."""

    key: str
    start: int
    end: int
    kind: int
    case: int


_new = tuple.__new__  # a thousand tokens a page: the named constructor costs as much as the rest
_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"(?P<comrade>[Đđ] ?[/.] ?[Cc](?![\w{MARKS}])\.?)"
    rf"|(?P<word>{_LETTER}'(?!{_LETTER})|{_LETTER}(?:{_LETTER}++|[{MARKS}]++|'(?={_LETTER}))*)"
    r"|(?P<number>\d\w*)"
    r"|(?P<break>(?<!\s)\s*\n\s*)"  # from the first space of a run: runs of spaces cost no time
    r"|(?P<mark>\.{2,}|[^\w\s])"
)
COMRADE = "đ/c"
HARD = "\n"
# A dot after these ends no sentence: TP. Hạ Long, Q. Chủ tịch, ThS. Trần Văn A.
_DOTTED = words("tp tx tt q p h x t pgs gs ts ths bs ks cn ncs gv ngưt ngnd ô b đ")
_WIDEST_GAP = 5
# A numbered line, or the word that begins a report: no line broken for want of room goes on so.
_BEGINS = re.compile(r"\d{1,2}[.)] |(?:Sáng|Chiều|Tối|Trưa|Ngày|Tham dự|Dự|Tại|Theo) ")
# Lines shorter than this were not broken for want of room, longer ones are whole paragraphs.
_WRAPPED = range(40, 112)


def tokenise(text: str) -> list[Token]:
    """Tokens of a normal text. Dots of abbreviations and line ends of wrapped text are left out."""
    tokens: list[Token] = []
    line_start = 0
    for found in _TOKEN.finditer(text):
        kind, (start, end) = found.lastgroup, found.span()
        if kind == "word":
            key, case = _shape(found[0])
            tokens.append(_new(Token, (key, start, end, WORD, case)))
        elif kind == "mark":
            if found[0] != "." or not _is_dot_inside(text, end, tokens):
                tokens.append(_new(Token, (found[0], start, end, MARK, LOWER)))
        elif kind == "break":
            if _is_hard(text, found, line_start):
                tokens.append(Token(HARD, start, end, BREAK, LOWER))
            line_start = end
        elif kind == "number":
            tokens.append(Token(_lower(found[0]), start, end, NUMBER, LOWER))
        else:
            tokens.append(Token(COMRADE, start, end, WORD, LOWER))
    return tokens


def _lower(text: str) -> str:
    """Small letters, sign for sign: the few signs that become two stay as they are."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


@lru_cache(maxsize=20_000)
def _shape(word: str) -> tuple[str, int]:
    """Key and case of a word; a text has few words many times."""
    key = _lower(word)
    return key, LOWER if key == word else _case(word)


def _case(word: str) -> int:
    if not word[0].isupper():
        return LOWER
    if len(word) == 1 or (len(word) == 2 and word[1] == "'"):
        return LETTER
    return UPPER if word[-1].isupper() else TITLE  # ThUV is written in capitals too


def _is_dot_inside(text: str, after: int, tokens: list[Token]) -> bool:
    """UV.BTV, T.Ư, TP.Hạ Long, Q. Chủ tịch: the dot belongs to the abbreviation."""
    if not tokens or tokens[-1].end != after - 1 or tokens[-1].kind != WORD:
        return False
    last = tokens[-1]
    if text[after : after + 1].isalpha():
        return last.case in (UPPER, LETTER) or last.key in _DOTTED
    following = text[after : after + _WIDEST_GAP].lstrip(" ")[:1]
    return last.key in _DOTTED and (following.isupper() or following.isdigit())


def _is_hard(text: str, found: re.Match, line_start: int) -> bool:
    if found[0].count("\n") > 1:
        return True
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    if before and before in ",;:-–":
        return False
    if before in ".!?…" or not after or after in "•*+-–" or _BEGINS.match(text, found.end()):
        return True
    return found.start() - line_start not in _WRAPPED
