"""The page of a body: who leads it and who did, what belongs to it, what it came from."""

import re

from django.utils.translation import gettext as _

from . import spans
from .answers import Made
from .body_history import elsewhere, events, following
from .linked_data import script
from .linked_register import body_data
from .links import with_links
from .pages import base_context, page
from .register import find, initials
from .typography import set_line
from .visits import Visit

YEAR = re.compile(r"(1[89]|20|21)[0-9]{2}")


def asked_year(text: str) -> int | None:
    """The year in `?nam=`; a wrong one is none."""
    return int(text) if YEAR.fullmatch(text) else None


def body(visit: Visit, year: int | None = None) -> Made:
    """A body's page; with a `year` also who held something in it."""
    frame, showing = find(visit)
    values = {**showing.cut.values, "key": showing.key}
    _none, linked = with_links(visit, None, _keys(values))
    context = base_context(
        visit, frame, title=values["name"], address=showing.address, description=_about(values)
    )
    leaders = [_card(row, linked) for row in values["leaders"]]
    everybody = [*values["leaders"], *values["former"]]
    context |= {
        "name": values["name"],
        "parent": _ref(values["parent"], linked),
        "ended": spans.day(values["to"]),
        "document": values["document"],
        "leaders": [row for row in leaders if row["leads"]],
        "members": [row for row in leaders if not row["leads"]],
        "children": _tree(values["children"], linked),
        "events": events(values, linked),
        "followed": following(values, linked),
        "ranks": _ranks([row for row in everybody if row["leads"]], linked),
        "address": showing.address,
        "feed": f"/rss{showing.address}",
        "year": year,
        "in_year": year and _in_year(values, everybody, year, linked),
        "crumbs": _crumbs(values, linked),
    }
    context["linked_data"] = script(body_data(context, values, linked))
    return page("public/body.html", visit, context)


def _keys(values):
    steps = (*values["origins"], *values["successors"])
    refs = [row[side] for row in steps for side in ("before", "after")]
    refs += _flat(values["children"]) + ([values["parent"]] if values["parent"] else [])
    people = (*values["leaders"], *values["former"])
    return {row["key"] for row in (*refs, *people)}


def _flat(children):
    return [row for child in children for row in (child, *_flat(child["children"]))]


def _about(values):
    heads = [row for row in values["leaders"] if row["leads"]][:1]
    told = [f"{spans.rank_words(row)}: {row['person']}" for row in heads]
    if values["to"]:
        ended = {"ended": spans.day(values["to"])}
        told.append(_("This body existed until %(ended)s.") % ended)
    return ". ".join([values["name"], *told])


def _ref(row, linked):
    if not row:
        return None
    page = linked.get(row["key"])
    return {"name": set_line(row["name"]), "href": page.href if page else ""}


def _card(row, linked):
    page = linked.get(row["key"])
    return {
        "name": row["person"],
        "href": page.href if page else "",
        "portrait": page.picture if page else None,
        "initials": initials(row["person"]),
        "words": spans.rank_words(row),
        "aside": spans.rank_words(row) if row["status"] in spans.STATUS else "",
        "leads": row["leads"],
        "years": spans.years(row),
        "days": spans.days(row),
        "now": row["to"] is None,
    }


def _tree(children, linked):
    return [{**_ref(row, linked), "children": _tree(row["children"], linked)} for row in children]


def _ranks(rows, linked):
    """[(rank, its holders, the last first)], ranks in protocol order."""
    order = {}
    for row in rows:
        order[row["rank"]] = min(row["precedence"], order.get(row["rank"], row["precedence"]))
    return [
        (rank, [_card(row, linked) for row in _holders(rows, rank)])
        for rank in sorted(order, key=lambda rank: (order[rank], rank))
    ]


def _holders(rows, rank):
    mine = (row for row in rows if row["rank"] == rank)
    return sorted(mine, key=spans.latest_first, reverse=True)


def _in_year(values, everybody, year, linked):
    """Who led in that year; or why nobody did, and where else to look when there was no body."""
    without = _without(values, year)
    rows = [row for row in everybody if not without and spans.covers(row, year)]
    rows.sort(key=lambda row: (not row["leads"], row["precedence"], row["from"] or ""))
    return {
        "rows": [_card(row, linked) for row in rows],
        "nobody": without or _("The register names nobody for that year."),
        "elsewhere": elsewhere(values, year, linked),
    }


def _without(values, year):
    """Why there was no such body on any day of the year, or ''."""
    begins, ends = values["from"], values["to"]
    if begins and year < int(begins[:4]):
        return _("This body was founded on %(day)s.") % {"day": spans.day(begins)}
    if ends and year > int(ends[:4]):
        return _("This body existed until %(ended)s.") % {"ended": spans.day(ends)}
    return ""


def _crumbs(values, linked):
    crumbs = [{"href": "/to-chuc/", "title": _("Bodies and organizations")}]
    parent = _ref(values["parent"], linked)
    if not parent:
        return crumbs
    return [
        *crumbs,
        {"href": parent["href"], "title": values["parent"]["name"]},
    ]  # machines read it
