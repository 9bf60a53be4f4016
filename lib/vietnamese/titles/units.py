"""Levels (tỉnh, huyện, xã) and the party committee that fits each."""

from .phrases import build, lines, longest
from .tokens import LETTER, LOWER, NUMBER, TITLE, Token
from .wordlists import words

LEVELS = build(
    lines(
        """
        tỉnh
        thành phố: =tp
        thị xã: =tx
        huyện
        quận
        xã
        phường
        thị trấn: =tt
        đặc khu
        thôn
        bản
        ấp
        xóm
        khu phố: =kp
        tổ dân phố: =tdp
        khu dân cư
        khối phố
        tiểu khu
        khóm
        buôn
        làng
        khu vực
        """
    )
)
_LETTERS = {"p": "phường", "q": "quận", "h": "huyện", "x": "xã"}
# Cities that are written together with their level.
JOINED = build(lines("TPHCM: tp hcm | tphcm | tp. hcm"))

COMMITTEE_OF = {
    "tỉnh": "Tỉnh ủy",
    "thành phố": "Thành ủy",
    "thị xã": "Thị ủy",
    "huyện": "Huyện ủy",
    "quận": "Quận ủy",
    "xã": "Đảng ủy",
    "phường": "Đảng ủy",
    "thị trấn": "Đảng ủy",
    "đặc khu": "Đảng ủy",
}
LEVEL_OF = {"Tỉnh ủy": "tỉnh", "Thành ủy": "thành phố", "Thị ủy": "thị xã"}
LEVEL_OF |= {"Huyện ủy": "huyện", "Quận ủy": "quận"}
# The unit inside which each lies: said after it, it is no part of the body's own name.
_OUTER = {
    "thôn": "xã phường thị trấn huyện đặc khu",
    "xã": "huyện thị xã thành phố tỉnh",
    "phường": "quận thị xã thành phố tỉnh",
    "thị trấn": "huyện tỉnh",
    "huyện": "tỉnh thành phố",
    "thị xã": "tỉnh",
    "quận": "thành phố",
    "thành phố": "tỉnh",
    "đặc khu": "tỉnh thành phố",
}
# Words that make a body a set of bodies: các xã, 14 xã, cấp huyện.
MANY = words("các những mỗi từng nhiều cấp mọi một hai ba đơn")


def read_level(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """("thị xã", index behind) when a level noun stands at `at`."""
    found = longest(LEVELS, tokens, at) or _one_letter(tokens, at)
    if found and found[1] < len(tokens) and tokens[found[1]].key == "ủy":
        return None  # Tỉnh ủy is a committee
    return found


def _one_letter(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """P. Tân Hà, Q.5: one capital before a name or a number."""
    if at + 1 >= len(tokens) or tokens[at].case != LETTER:
        return None
    following = tokens[at + 1]
    if tokens[at].key not in _LETTERS or not (following.case == TITLE or following.key.isdigit()):
        return None
    return _LETTERS[tokens[at].key], at + 1


def is_many(tokens: list[Token], at: int) -> bool:
    """Whether a set of units begins at `at`: "các chi bộ", "14 xã", "cấp huyện"."""
    if at >= len(tokens):
        return False
    if tokens[at].key in MANY and (tokens[at].case == LOWER or tokens[at].key == "các"):
        return True
    return tokens[at].kind == NUMBER and read_level(tokens, at + 1) is not None


def lies_in(inner: str, outer: str) -> bool:
    """Whether a unit of level `inner` can lie in one of level `outer`."""
    return outer in _OUTER.get(inner, _OUTER["thôn"])
