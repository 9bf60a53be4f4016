"""What an office is about: "Tài chính - Kế hoạch", "Nông nghiệp và PTNT"."""

from .body import key_at
from .domains import DOMAINS
from .heads import OPEN_HEADS
from .named import NAMED
from .open_names import behind_small_words, is_plain
from .phrases import longest
from .ranks import RANKS
from .tokens import TITLE, UPPER, Token
from .wordlists import words

_JOINTS = words("- – — và &")
_DASHES = words("- – —")


def read_domain(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """("Tài chính - Kế hoạch", index behind): known fields joined by và, a dash or &."""
    found = longest(DOMAINS, tokens, at)
    if not found:
        return None
    name, end = _small_words(tokens, *found)
    while end + 1 < len(tokens) and tokens[end].key in _JOINTS:
        more = longest(DOMAINS, tokens, end + 1) or _other_field(tokens, end + 1)
        if not more:
            break
        joint = " - " if tokens[end].key in _DASHES else " và "
        name, end = f"{name}{joint}{more[0]}", more[1]
    return name, end


def _small_words(tokens, name: str, at: int) -> tuple[str, int]:
    """ "ủy" behind "Xây dựng Đảng" is read with its owner."""
    end = at if key_at(tokens, at) == "ủy" else behind_small_words(tokens, at)
    return " ".join([name, *(token.key for token in tokens[at:end])]), end


def _other_field(tokens, at) -> tuple[str, int] | None:
    """A field of no list behind a joint: "Nông nghiệp và PTNT", "Kinh tế và Ngân sách"."""
    token = tokens[at]
    if longest(RANKS, tokens, at) or longest(NAMED, tokens, at) or longest(OPEN_HEADS, tokens, at):
        return None
    if token.case == UPPER:
        return token.key.upper(), at + 1
    if token.case == TITLE and at + 1 < len(tokens) and is_plain(tokens, at + 1):
        return f"{token.key.capitalize()} {tokens[at + 1].key}", at + 2
    return None
