"""Spans of days in words: "2020 – nay", "từ ngày 01/8/2020 đến ngày 30/6/2025"."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

# What stands around a rank; the status of a term is one of editions.values.SpanValues.
STATUS = {
    "acting": lambda rank: _("acting %(rank)s") % {"rank": rank},
    "in_charge": lambda rank: _in_charge(rank),
    "provisional": lambda rank: _("%(rank)s (provisional)") % {"rank": rank},
}


def _in_charge(rank):
    """A deputy keeps his rank; who runs a body without being its head does not bear the head's."""
    if rank.lower().startswith("phó "):
        return _("%(rank)s (in charge)") % {"rank": rank}
    return _("in charge")


def day(iso: str | None) -> str:
    """ "2020-08-01" -> "01/08/2020"; '' for none."""
    return f"{date.fromisoformat(iso):%d/%m}/{iso[:4]}" if iso else ""


def years(row: dict) -> str:
    """The years of {"from", "to"}, to stand beside a line; '' when nothing is known."""
    start, end = (row["from"] or "")[:4], (row["to"] or "")[:4]
    if start and start == end:
        return start
    if start or end:
        # Not inside the f-string: xgettext does not look there, and readers got "2020 – now".
        end = end or pgettext("span of years", "now")
        return f"{start or '…'} – {end}"
    return ""


def days(row: dict) -> str:
    """Both days in words; '' when none is known."""
    start, end = day(row["from"]), day(row["to"])
    if start and end:
        return _("from %(start)s to %(end)s") % {"start": start, "end": end}
    if start:
        return _("since %(start)s") % {"start": start}
    return _("until %(end)s") % {"end": end} if end else ""


def covers(row: dict, year: int) -> bool:
    """Whether some day of the year lies in the span."""
    start, end = (int((row[name] or "0")[:4]) for name in ("from", "to"))
    return (not start or start <= year) and (not end or end >= year)


def latest_first(row: dict) -> tuple:
    """Key for sorting with reverse=True: what lasts stands first, then what began last."""
    return (row["to"] is None, row["from"] or "", row["to"] or "")


def rank_words(row: dict) -> str:
    """ "Quyền Chủ tịch" of {"rank", "status"}; the first letter is a capital."""
    words = STATUS.get(row["status"], str)(row["rank"])
    return words[:1].upper() + words[1:]
