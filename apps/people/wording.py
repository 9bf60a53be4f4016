"""Titles and days in words, for sentences about a decision."""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from lib.vietnamese.fold import fold

from .models import Term

_STATUS = Term.Status


def join(rank: str, body: str) -> str:
    """Rank and body without saying a word twice: "Trưởng Ban" + "Ban Tổ chức Thị ủy"."""
    words, folded_rank, folded_body = body.split(), fold(rank).split(), fold(body).split()
    for shared in range(min(len(folded_rank), len(folded_body)), 0, -1):
        if folded_rank[-shared:] == folded_body[:shared]:
            return " ".join([rank, *words[shared:]])
    return f"{rank} {body}"


def title(rank: str, body: str, status: str = _STATUS.HOLDS) -> str:
    """A title as a sentence says it: "quyền Chủ tịch Ủy ban nhân dân xã Đồng Xa"."""
    plain = join(rank, body)
    if status in (_STATUS.ACTING, _STATUS.IN_CHARGE):
        return f"{_STATUS(status).label} {plain}"
    if status == _STATUS.PROVISIONAL:
        return pgettext("title", "%(title)s (provisional)") % {"title": plain}
    return plain


def of_term(term, picture) -> str:
    """The title of a `OneTerm`."""
    body = picture.bodies.get(term.body)
    return title(term.rank, body.name if body else "", term.status)


def name(key, picture) -> str:
    """A person of the picture, by name."""
    person = picture.people.get(key)
    return person.name if person else _("(somebody no longer in the register)")


def on(day: dt.date | None) -> str:
    """6/10/2026, as these offices write a day; nothing for none."""
    return f"{day.day}/{day.month}/{day.year}" if day else ""


def span(starts: dt.date | None, ends: dt.date | None) -> str:
    """How long, in words: "từ 1/7/2025 đến 20/11/2026"."""
    if starts and ends:
        return _("from %(from)s to %(to)s") % {"from": on(starts), "to": on(ends)}
    if starts:
        return _("from %(from)s") % {"from": on(starts)}
    return _("until %(to)s") % {"to": on(ends)} if ends else ""
