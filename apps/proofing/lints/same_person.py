"""Whether two names, or two titles, can be of one person. No lint: it has no `look`."""

from collections.abc import Iterable

from lib.vietnamese.text import clean
from lib.vietnamese.titles import Title
from lib.vietnamese.titles.union import same_title
from lib.vietnamese.tones import place_tones


def name_key(name: str) -> str:
    """One key for hoà and hòa, capitals or not."""
    return place_tones(clean(name)).lower()


def each_once(titles: Iterable[Title]) -> list[Title]:
    """Titles without those that say the same again."""
    return list({(title.rank, title.body): title for title in titles}.values())


def one_title(one: Title, other: Title) -> bool:
    """The same title, said longer or shorter."""
    if same_title(one, other):
        return True
    return one.rank == other.rank and not (one.body and other.body)


def competes(one: Title, other: Title) -> bool:
    """Chair and deputy of one body, or one rank in two bodies."""
    if one.former != other.former:
        return False
    if one.rank == other.rank:
        return not one_title(one, other)
    return bool(one.body) and one.body == other.body and _base(one.rank) == _base(other.rank)


def _base(rank: str) -> str:
    return rank.replace("Phó ", "").replace(" Thường trực", "").replace("quyền ", "")
