"""What one cell says: people type days as text, numbers as text, names with stray spaces."""

import datetime as dt
import re

from django.utils.translation import gettext as _

from lib.vietnamese.fold import fold

from . import values, words
from .values import Wrong

_EXCEL_DAY_ZERO = dt.date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 80_000  # 1927 to 2119: below it is a year, not a day
_BROKEN = ("#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!")
_ENDS_LIST = re.compile(r"[;\n]")


def text(cell, longest: int = 200) -> str:
    """One clean line; numbers as they look."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, dt.datetime | dt.date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, str) and cell.strip() in _BROKEN:
        raise Wrong(_("the formula in this cell gives an error"))
    return values.text(cell, longest)


def listed(cell) -> list[str]:
    """Names parted by semicolons or lines, each once."""
    if not isinstance(cell, str):
        return values.texts(text(cell))
    return values.texts([text(part) for part in _ENDS_LIST.split(cell)])


def day(cell) -> dt.date | None:
    """A date cell, a day as text (day first), or the number Excel keeps a day as."""
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if _FIRST_SERIAL <= cell <= _LAST_SERIAL:
            return _EXCEL_DAY_ZERO + dt.timedelta(days=int(cell))
        raise _no_day(cell)
    try:
        return values.day(text(cell) or None)
    except Wrong as wrong:
        raise _no_day(cell) from wrong


def _no_day(cell):
    said = {"value": values.shown(str(cell))}
    return Wrong(_("“%(value)s” is no day; write day/month/year, for example 01/07/2025") % said)


def number(cell) -> int | None:
    """A whole number, also typed as text."""
    words_of = text(cell)
    if not words_of:
        return None
    return values.number(int(words_of) if words_of.isdecimal() else words_of)


def choice(cell, key: str) -> str | None:
    """The value of a word from a drop-down list, in any spelling; None for an empty cell."""
    said = text(cell)
    if not said:
        return None
    known = {fold(word): value for value, word in words.CHOICES[key].items()}
    known |= {value: value for value in words.CHOICES[key]}
    if fold(said) not in known:
        offered = ", ".join(words.CHOICES[key].values())
        raise Wrong(
            _("“%(value)s” is none of: %(choices)s")
            % {"value": values.shown(said), "choices": offered}
        )
    return known[fold(said)]


def read(cell, key: str, longest: int):
    """The value of a cell in the column `key`. Raises Wrong."""
    if key in words.DAYS:
        return day(cell)
    if key in words.LISTS:
        return listed(cell)
    if key in words.CHOICES:
        return choice(cell, key)
    return number(cell) if key == "precedence" else text(cell, longest)
