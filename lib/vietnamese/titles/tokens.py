"""Words, numbers, marks and breaks of a text, in order."""

import re
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


_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"(?P<comrade>[Đđ] ?[/.] ?[Cc](?![\w{MARKS}])\.?)"
    rf"|(?P<word>{_LETTER}(?:{_LETTER}|[{MARKS}]|'(?={_LETTER}))*)(?P<apostrophe>'?)"
    r"|(?P<number>\d\w*)"
    r"|(?P<break>\s*\n\s*)"
    r"|(?P<mark>\.{2,}|[^\w\s])"
)
COMRADE = "đ/c"
HARD = "\n"
# A dot after these ends no sentence: TP. Hạ Long, Q. Chủ tịch, ThS. Trần Văn A.
_DOTTED = words("tp tx tt q p h x t pgs gs ts ths bs ks cn ncs gv ngưt ngnd ô b đ")
# Lines shorter than this were not broken for want of room, longer ones are whole paragraphs.
_WRAPPED = range(40, 112)


def tokenise(text: str) -> list[Token]:
    """Tokens of a normal text. Dots of abbreviations and line ends of wrapped text are left out."""
    tokens: list[Token] = []
    line_start = 0
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup
        if kind == "break":
            if _is_hard(text, found, line_start):
                tokens.append(Token(HARD, found.start(), found.end(), BREAK, LOWER))
            line_start = found.end()
        elif kind != "mark":
            tokens.append(_word(text, found))
        elif found[0] != "." or not _is_dot_inside(text, found.end(), tokens):
            tokens.append(Token(found[0], found.start(), found.end(), MARK, LOWER))
    return tokens


def _word(text: str, found: re.Match) -> Token:
    start, end = found.span()
    if found["number"]:
        return Token(found[0].lower(), start, end, NUMBER, LOWER)
    if found["comrade"]:
        return Token(COMRADE, start, end, WORD, LOWER)
    word = found["word"]
    if found["apostrophe"] and not (len(word) == 1 and word.isupper()):
        end -= 1
    return Token(word.lower(), start, end, WORD, _case(word))


def _case(word: str) -> int:
    if not word[0].isupper():
        return LOWER
    if len(word) == 1:
        return LETTER
    return UPPER if word.isupper() else TITLE


def _is_dot_inside(text: str, after: int, tokens: list[Token]) -> bool:
    """UV.BTV, T.Ư, TP.Hạ Long, Q. Chủ tịch: the dot belongs to the abbreviation."""
    if not tokens or tokens[-1].end != after - 1 or tokens[-1].kind != WORD:
        return False
    last = tokens[-1]
    if text[after : after + 1].isalpha():
        return last.case in (UPPER, LETTER) or last.key in _DOTTED
    following = text[after + 1 : after + 2]
    return last.key in _DOTTED and (following.isupper() or following.isdigit())


def _is_hard(text: str, found: re.Match, line_start: int) -> bool:
    if found[0].count("\n") > 1:
        return True
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    if before and before in ",;:-–":
        return False
    if before in ".!?…" or not after or after in "•*+-–":
        return True
    return found.start() - line_start not in _WRAPPED
