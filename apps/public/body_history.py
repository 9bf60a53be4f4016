"""What a body came from and what it became, as dated sentences."""

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from . import spans
from .typography import set_text


def events(values: dict, linked: dict) -> list[dict]:
    """[{"year", "day", "words" (HTML), "document"}] from the oldest on; mergers and splits of one
    day are one event.
    """
    found = _events((*values["origins"], *values["successors"]), values, linked)
    if values["from"] and not any(row["iso"] == values["from"] for row in found):
        words = _("%(body)s is founded") % {"body": _name(values)}
        found.append(_told(values["from"], mark_safe(words), values["document"]))
    return sorted(found, key=lambda event: event["iso"])


def following(values: dict, linked: dict) -> list[dict]:
    """What became of it at once: the events in which it is the one before."""
    own = {_one_event(row) for row in values["successors"] if row["before"]["key"] == values["key"]}
    return _events([row for row in values["successors"] if _one_event(row) in own], values, linked)


def _events(steps, values, linked):
    groups: dict[tuple, list] = {}
    for row in steps:
        groups.setdefault(_one_event(row), []).append(row)
    return [_event(rows, values, linked) for rows in groups.values()]


def _one_event(row):
    """Several become one, one becomes several, several take over from one: told together."""
    side = {"merged": "after", "split": "before", "taken_over": "before"}.get(row["kind"])
    sides = [side] if side else ["before", "after"]
    return (row["on"], row["kind"], *(row[each]["key"] for each in sides))


def _event(rows, values, linked):
    old, new = ({row[side]["key"]: row[side] for row in rows} for side in ("before", "after"))
    namesakes = {row["name"] for row in new.values()}
    before = _names(old, values, linked, namesakes)
    words = _sentence(rows) % {"before": before, "after": _names(new, values, linked)}
    documents = ", ".join(dict.fromkeys(row["document"] for row in rows if row["document"]))
    return _told(rows[0]["on"], mark_safe(words), documents)  # names were escaped


def _sentence(rows):
    kind = rows[0]["kind"]
    if kind == "merged" and len(rows) == 1:
        return _("%(before)s is merged into %(after)s")
    return SENTENCES[kind]()


def _told(iso, words, document):
    told = {"iso": iso, "year": iso[:4], "day": spans.day(iso), "words": words}
    return {**told, "document": set_text(document) if document else ""}


def _names(refs, values, linked, namesakes=frozenset()) -> SafeString:
    """ "A, B và C", each with its link; the body of the page itself in bold. One of an old name
    that the new body bears again is told apart, "phường Bến Đò (cũ)" (DOMAIN §1.7).
    """
    *first, last = (
        _old(_named(row, values, linked)) if row["name"] in namesakes
        else _named(row, values, linked)
        for row in refs.values()
    )  # fmt: skip
    if not first:
        return last
    joined = mark_safe(", ").join(first)
    return mark_safe(_("%(first)s and %(last)s") % {"first": joined, "last": last})


def _old(name):
    return mark_safe(_("%(body)s (former)") % {"body": name})  # the name was escaped


def _named(row, values, linked):
    if row["key"] == values["key"]:
        return _name(row)
    page = linked.get(row["key"])
    if page is None:
        return escape(row["name"])
    return format_html('<a href="{}">{}</a>', page.href, row["name"])


def _name(row):
    return format_html("<strong>{}</strong>", row["name"])


SENTENCES = {
    "renamed": lambda: _("%(before)s is renamed %(after)s"),
    "merged": lambda: _("%(before)s merge into %(after)s"),
    "split": lambda: _("%(before)s is split into %(after)s"),
    "taken_over": lambda: _("%(after)s takes over the work of %(before)s"),
}


def elsewhere(values: dict, year: int, linked: dict) -> list[dict]:
    """The bodies before or after it with their pages for a year in which it did not exist."""
    if values["from"] and year < int(values["from"][:4]):
        return _others(values["origins"], "before", year, linked)
    if values["to"] and year > int(values["to"][:4]):
        return _others(values["successors"], "after", year, linked)
    return []


def _others(steps, side, year, linked):
    rows = {row[side]["key"]: row[side] for row in steps}
    pages = ((row["name"], linked.get(key)) for key, row in rows.items())
    return [{"name": name, "href": f"{page.href}?nam={year}"} for name, page in pages if page]
