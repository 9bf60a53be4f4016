"""What an office is about: "Tài chính - Kế hoạch", "Nông nghiệp và PTNT"."""

from .body import key_at
from .domains import DOMAINS
from .heads import COMMITTEES, OPEN_HEADS
from .named import NAMED
from .open_names import is_plain
from .phrases import longest
from .ranks import RANKS
from .tokens import LOWER, TITLE, UPPER, Token
from .units import LEVELS
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
    """Phòng Tổ chức | cán bộ | Sở Nội vụ: small words up to another office or a level."""
    end = at
    if key_at(tokens, at) == "ủy":
        return name, at
    while end < min(at + 5, len(tokens)) and is_plain(tokens, end):
        end += 1
    if at < end < len(tokens) and _is_office_start(tokens, end):
        return f"{name} {' '.join(token.key for token in tokens[at:end])}", end
    return name, at


def _is_office_start(tokens, at) -> bool:
    if longest(LEVELS, tokens, at):
        return True
    tries = (OPEN_HEADS, NAMED, COMMITTEES)
    return tokens[at].case != LOWER and any(longest(trie, tokens, at) for trie in tries)


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
