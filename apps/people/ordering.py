"""People in the order in which they are named (DOMAIN §2.3; CONTRACTS, `protocol_order`)."""

import datetime as dt
from collections.abc import Iterable

from .held import Held, seniority
from .models import Person
from .ranks import LEVELS
from .standing import Standing, sides_on

NOBODY = (10**6,)


def in_protocol_order(
    people_ids: Iterable[int], day: dt.date, *, half: str | None = None
) -> list[int]:
    """The same ids: lowest precedence held that day first, then earlier appointment, then older.

    Who holds nothing stands by the highest title he held, behind its holder of the day; who
    never held one comes last, in the order of names. At most three queries.
    """
    ids = list(dict.fromkeys(people_ids))
    standing = sides_on(ids, day, half)
    names = _names_of([pk for pk in ids if not _titles(standing[pk])])
    return sorted(ids, key=lambda pk: order_key(standing[pk], names.get(pk, "")))


def order_key(standing: Standing, name_key: str = "") -> tuple:
    """Key of one person among others; people with equal first numbers may stand either way."""
    titles = _titles(standing)
    if not titles:
        return (*NOBODY, name_key)
    best = min(titles, key=seniority)
    level = LEVELS.index(best.body.level) if best.body.level in LEVELS else len(LEVELS)
    precedence, *rest = seniority(best)
    return (precedence, not standing.now, level, *rest, best.person.pk)


def _titles(standing: Standing) -> list[Held]:
    return standing.now or standing.former


def _names_of(ids) -> dict[int, str]:
    if not ids:
        return {}
    return dict(Person.objects.filter(pk__in=ids).values_list("pk", "sort_key"))
