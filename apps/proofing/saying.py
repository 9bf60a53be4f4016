"""Whether the words of a title mean a term, said longer or shorter than the register has it."""

import re

from apps.people.speaking import body_key, body_keys, rank_key, speaks_of
from lib.vietnamese.titles import Title

from .facts import PersonFact, TermFact

# Whose an organ is: words that may be left out, or said in addition, behind its name.
_WHOSE = re.compile(
    r"(?:dang uy|dang bo|tinh|thanh|thi|huyen|quan|xa|phuong|dac khu|khoi|ubnd|hdnd|cac co quan"
    r"|co quan|cong an|bo doi|mttq|toa an|vien kiem sat)\b"
)
# A head without a name is the one spoken of: "ông A, Chủ tịch Hội", "Tổng Biên tập Báo".
_BARE = frozenset(
    ("hoi", "ban", "so", "phong", "trung tam", "bao", "dai", "truong", "doan", "vien", "chi cuc",
     "dang uy", "dang bo", "chi bo", "lien doan", "uy ban", "quy", "benh vien", "cong ty", "tram",
     "don")
)  # fmt: skip
# "Phó Bí thư" is said of a Phó Bí thư Thường trực as well; not the other way round.
_MORE = (" thuong truc", " chuyen trach", " thuong truc chuyen trach")


def terms_spoken_of(title: Title, person: PersonFact) -> list[TermFact]:
    """Terms of the person that the words of a title fit, at any time."""
    rank = bare_rank(title.rank)
    return [held.term for held in person.held if _speaks(rank, title.body, held)]


def bare_rank(rank: str) -> str:
    """Without nguyên and quyền."""
    for status in ("nguyên ", "quyền "):
        rank = rank.removeprefix(status)
    return rank


def same_rank(stated: str, held: str) -> bool:
    """Whether a stated rank is the one held, or says less of it."""
    said, own = rank_key(stated), rank_key(held)
    return said == own or any(own == f"{said}{more}" for more in _MORE)


def _speaks(rank: str, words: str, held) -> bool:
    if speaks_of(rank, words, held):
        return True
    if not same_rank(rank, held.rank):
        return False
    return not words or _same_body(body_key(words), held.body)


def _same_body(said: str, body) -> bool:
    """The same name; or one begins with the other, and the rest says only whose it is.

    "Bí thư Đảng ủy, Chủ tịch UBND tỉnh": the Đảng ủy of the UBND (P25). "Sở Nội vụ tỉnh" is the
    Sở Nội vụ; "Ban Tổ chức Tỉnh ủy" is not the board of a town, whatever that is called for short.
    """
    keys = body_keys(body)
    if said in _BARE:
        return any(key.startswith(f"{said} ") for key in keys)
    return (
        said in keys
        or any(_goes_on(said, key) for key in keys)
        or _goes_on(body_key(body.name), said)
    )


def _goes_on(begun: str, whole: str) -> bool:
    return whole.startswith(f"{begun} ") and bool(_WHOSE.match(whole, len(begun) + 1))
