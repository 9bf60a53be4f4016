"""Titles of people on a day, as they are written: long, short, former. The register's one door.

Order after DOMAIN §2.2, words after CONTRACTS (`RANK | BODY`) and DOMAIN §2.1 (elision).
"""

import datetime as dt
from collections.abc import Iterable, Sequence

from .held import Held, without_implied
from .house_form import (
    NOWHERE,
    Home,
    Named,
    home_of,
    house_rank,
    is_complete,
    joined,
    member_of,
    named,
)
from .models import Term
from .ordering import in_protocol_order
from .rank_table import BOARD, COMMITTEE, STANDING_MEMBERS
from .ranks import is_head, is_member
from .standing import Standing, former_titles, halves_on, on_days, people_of, standing_on, titles_on

__all__ = [
    "NOWHERE", "Held", "Home", "Standing", "former_form", "former_titles", "halves_on", "home_of",
    "in_protocol_order", "long_form", "on_days", "people_of", "short_form", "standing_on",
    "title_form", "titles_on", "without_implied", "words_on_days",
]  # fmt: skip

Status = Term.Status


def long_form(held: Sequence[Held], *, home: Home = NOWHERE) -> str:
    """All titles of one person as the portal writes them; '' for none.

    "Phó Bí thư Thường trực Thị ủy, Chủ tịch HĐND thị xã": the place of a unit is said with its
    last title only, and not at all at home (`home_of`). `held` is one of `titles_on`'s lists.
    """
    told = without_implied(held)
    names = [named(title.body) for title in told]
    words = ""
    for place, title in enumerate(told):
        link = " kiêm " if title.status == Status.CONCURRENT else ", "
        written = _written(told, names, place, home)
        words += f"{link}{_inside(written)}" if words else written
    return words


def words_on_days(wanted: Iterable, home: Home) -> dict[tuple[int, dt.date], dict[str, str]]:
    """{(person id, day): {"": long form}}, with "before" and "after" too where he hands over.

    At most two queries for any number.
    """
    return {
        who: {half: long_form(side.now, home=home) for half, side in halves.items()}
        for who, halves in on_days(wanted).items()
    }


def _inside(written: str) -> str:
    """Behind another title the word of a status is small: ", quyền Chủ tịch UBND xã"."""
    for status in ("Quyền ", "Phụ trách "):
        if written.startswith(status):
            return status.lower() + written[len(status) :]
    return written


def short_form(held: Sequence[Held], *, home: Home = NOWHERE) -> str:
    """The highest office alone, as captions have it: "Bí thư Thị ủy", not "Tỉnh ủy viên"."""
    told = without_implied(held)
    offices = [title for title in told if not _is_seat(title)] or told
    return long_form(offices[:1], home=home)


def former_form(former: Sequence[Held], *, home: Home = NOWHERE) -> str:
    """ "nguyên Bí thư Thị ủy": the highest office of those that ended; '' for none."""
    words = short_form(former, home=home)
    return f"nguyên {words}" if words else ""


def title_form(title: Held, *, home: Home = NOWHERE) -> str:
    """One title by itself: "Bí thư Đảng ủy xã Nà Khoang"."""
    return long_form([title], home=home)


def _is_seat(title: Held) -> bool:
    """A seat in a committee and no office: Tỉnh ủy viên, Ủy viên Ban Thường vụ."""
    return is_member(title.rank) or house_rank(title.rank) in STANDING_MEMBERS


def _written(told, names, place, home) -> str:
    title, name = told[place], names[place]
    rank = house_rank(title.rank)
    if is_complete(rank):
        return rank
    if title.body.kind == COMMITTEE and (is_member(rank) or rank == "Ủy viên"):
        return member_of(name.stem) or joined(rank, name.whole)
    if _leaves_body_to_next(told, names, place):
        return rank
    return _with_status(title, rank, _body_words(told, names, place, home))


def _leaves_body_to_next(told, names, place) -> bool:
    """Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Thị ủy: only inside one committee."""
    title = told[place]
    if house_rank(title.rank) not in STANDING_MEMBERS or place + 1 == len(told):
        return False
    following = told[place + 1]
    return (
        title.status == following.status == Status.HOLDS
        and following.body.kind == BOARD
        and following.body.parent_id == title.committee
        and names[place].bare.rsplit("Ban Thường vụ ")[-1] in names[place + 1].stem
    )


def _body_words(told, names, place, home) -> str:
    name = names[place]
    behind = zip(told[place + 1 :], names[place + 1 :], strict=True)
    again = [other for title, other in behind if _says_unit(title, name, other)]
    if any(other.noun for other in again):
        return name.bare
    return name.stem if again or name.unit in home else name.whole


def _says_unit(title: Held, name: Named, other: Named) -> bool:
    return other.unit == name.unit and not is_member(title.rank)


def _with_status(title, rank, body) -> str:
    if title.status == Status.PROVISIONAL:
        return joined(rank, _provisional(body, named(title.body)))
    words = joined(rank, body)
    if title.status == Status.ACTING:
        return f"Quyền {words}"
    if title.status == Status.IN_CHARGE:
        return f"Phụ trách {body}" if is_head(rank) else f"{words} phụ trách {body}"
    return words


def _provisional(body: str, name: Named) -> str:
    """ "Ủy ban MTTQ Việt Nam lâm thời xã": before the noun of the level (P84)."""
    before, noun, after = body.rpartition(name.noun) if name.noun else ("", "", "")
    return f"{before} lâm thời{noun}{after}" if noun else f"{body} lâm thời"
