"""Single values of a register file: each reader gives the value or says in words what is wrong."""

import datetime as dt
import re

from django.utils.translation import gettext as _

from lib.vietnamese.dates import read_date
from lib.vietnamese.text import clean
from lib.vietnamese.titles import read_mentions

HIGHEST_PRECEDENCE = 100_000
_STATUS_WORDS = (
    (re.compile(r"(?:quyền|q\.)\s+(?=\S)", re.IGNORECASE), "acting"),
    (re.compile(r"[Pp]hụ trách\s+(?=(?:Phó |Trưởng |Bí |Chủ |Giám |Chánh |Hiệu ))"), "in_charge"),
)
_SENTENCE = "Đồng chí Nguyễn Văn An, %s phát biểu."  # the grammar of titles wants a person
_PROVISIONAL = re.compile(r"\s+lâm thời$", re.IGNORECASE)


class Wrong(ValueError):
    """A value that cannot be read; its text is one plain sentence."""


def text(value, longest: int) -> str:
    """One clean line; '' for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise Wrong(_("“%(value)s” is not a text.") % {"value": shown(value)})
    words = clean(str(value))
    if len(words) > longest:
        raise Wrong(
            _("“%(value)s” is longer than %(longest)d characters.")
            % {"value": shown(words), "longest": longest}
        )
    return words


def needed(value, longest: int) -> str:
    """One clean line that is not empty."""
    words = text(value, longest)
    if not words:
        raise Wrong(_("It must not be empty."))
    return words


def texts(value, longest: int = 200) -> list[str]:
    """A list of clean lines, each once; a single text counts as a list of one."""
    listed = [] if value is None else value if isinstance(value, list) else [value]
    return list(dict.fromkeys(filter(None, (text(item, longest) for item in listed))))


def day(value) -> dt.date | None:
    """A day in ISO or in any form people write; None for nothing."""
    if value in (None, ""):
        return None
    found = read_date(value[:40]) if isinstance(value, str) else None
    if found is None:
        raise Wrong(_("“%(value)s” is no day; write 2025-07-01.") % {"value": shown(value)})
    return found


def number(value) -> int | None:
    """A whole number from 0 to 100 000; None for nothing."""
    if value is None:
        return None
    if (
        isinstance(value, bool)
        or not isinstance(value, int)
        or not 0 <= value <= HIGHEST_PRECEDENCE
    ):
        raise Wrong(
            _("“%(value)s” is no whole number from 0 to %(most)d.")
            % {"value": shown(value), "most": HIGHEST_PRECEDENCE}
        )
    return value


def one_of(value, choices):
    """One of these words, or None for nothing."""
    if value in (None, ""):
        return None
    if value not in choices:
        raise Wrong(
            _("“%(value)s” is none of: %(choices)s.")
            % {"value": shown(value), "choices": ", ".join(choices)}
        )
    return value


def split_status(rank: str) -> tuple[str, str | None]:
    """(rank, status) of a rank written with its status: "Quyền Chủ tịch" -> Chủ tịch, acting."""
    for form, status in _STATUS_WORDS:
        if found := form.match(rank):
            return rank[found.end() :], status
    if found := _PROVISIONAL.search(rank):
        return rank[: found.start()], "provisional"
    return rank, None


def rank_in_title(title: str) -> str:
    """The rank of "Bí thư Thị ủy Mường Lay", read as news text is read; '' when none is found."""
    read = read_mentions(_SENTENCE % title) if title else []
    return next((found.rank for mention in read for found in mention.titles), "")


def shown(value) -> str:
    """A value short enough to stand in a sentence."""
    words = value if isinstance(value, str) else repr(value)
    return words if len(words) <= 60 else f"{words[:57]}…"
