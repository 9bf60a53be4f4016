"""Keeping the parts of a portal's frame: sections, menu lines, banners, house style.

Every save is an Act. Nothing here reaches readers: a changed frame waits for two signatures
(`frame.py`).
"""

import re

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from apps.editions.models import Cut
from apps.newsroom.refusals import OutOfSight, Refused

from .changes import check_own_picture, only, record_change, values_of
from .models import Banner, HouseStyle, MenuItem, Section, TopicPage
from .preparing import require
from .roles import Right

LINK = re.compile(r"/(?!/)|https?://\S")


@transaction.atomic
def keep(row, *, by, at) -> None:
    """Add or change a section, menu line, banner or house style of the portal it names.

    Raises OutOfSight, Refused, or ValidationError at the wrong field.
    """
    require(by, row.portal, Right.FRAME, at)
    stored = type(row).objects.filter(pk=row.pk).first() if row.pk else None
    check_part(row)
    row.full_clean()
    if stored is None and hasattr(row, "position"):
        row.position = len(siblings(row)) + 1
    row.save()
    before, after = values_of(stored) if stored else {}, values_of(row)
    changed = {name for name in after if before.get(name) != after[name]}
    if changed:
        verb = f"{'change' if stored else 'add'}_{row._meta.model_name}"
        record_change(verb, row.portal, by, at, *only(changed, before, after), which=str(row))


def end_mark_of(portal) -> str:
    """What the portal's texts end with: "", "./.", "…/.". One query."""
    marks = HouseStyle.objects.filter(portal=portal).values_list("end_mark", flat=True)
    return marks.first() or ""


@transaction.atomic
def keep_end_mark(portal, mark: str, *, by, at) -> None:
    """The end mark alone, beside the portal's other settings. Raises what `keep` raises."""
    style = HouseStyle.objects.filter(portal=portal).first() or HouseStyle(portal=portal)
    if style.end_mark != mark:
        style.end_mark = mark
        keep(style, by=by, at=at)


@transaction.atomic
def drop(row, *, by, at) -> None:
    """Delete a part. A section in which something was published stays for good."""
    row = type(row).objects.get(pk=row.pk)
    require(by, row.portal, Right.FRAME, at)
    if isinstance(row, Section) and was_used(row):
        raise Refused(_("Articles were published in this section; it cannot be deleted."))
    before = values_of(row)
    verb, which = f"drop_{row._meta.model_name}", str(row)
    try:
        row.delete()
    except ProtectedError as still_used:
        raise Refused(_("Other things still use this; it cannot be deleted.")) from still_used
    record_change(verb, row.portal, by, at, before, {}, which=which)


@transaction.atomic
def move(row, step: int, *, by, at) -> None:
    """One place up (-1) or down (+1) among its like; at the end it stays where it is."""
    require(by, row.portal, Right.FRAME, at)
    rows = siblings(row)
    here = next(place for place, other in enumerate(rows) if other.pk == row.pk)
    there = here + step
    if not 0 <= there < len(rows):
        return
    rows[here], rows[there] = rows[there], rows[here]
    for place, other in enumerate(rows, start=1):
        if other.position != place:
            type(row).objects.filter(pk=other.pk).update(position=place)
    record_change(
        f"move_{row._meta.model_name}",
        row.portal,
        by,
        at,
        {"order": here + 1},
        {"order": there + 1},
        which=str(row),
    )


def siblings(row) -> list:
    """Those among which it stands in an order, in that order."""
    same = {name: getattr(row, name) for name in ("parent", "slot") if hasattr(row, name)}
    return list(type(row).objects.filter(portal=row.portal, **same))


def was_used(section) -> bool:
    """Did anything ever go out, or is it about to, under this section's address?"""
    cuts = Cut.objects.filter(portal=section.portal.key)
    return (
        cuts.filter(section=section.slug).exists() or cuts.filter(top_section=section.slug).exists()
    )


def check_part(row) -> None:
    """What a form asks before it saves. Raises Refused, ValidationError or OutOfSight."""
    stored = type(row).objects.filter(pk=row.pk).first() if row.pk else None
    if stored and stored.portal_id != row.portal_id:
        raise Refused(_("A part of one portal cannot be given to another."))
    if isinstance(row, Section):
        _check_section(row, stored)
    if isinstance(row, MenuItem) and row.section_id and row.section.portal_id != row.portal_id:
        raise OutOfSight
    if isinstance(row, Banner | TopicPage):
        check_own_picture(row.portal, row.wide)
        check_own_picture(row.portal, row.narrow)
    link = "" if isinstance(row, TopicPage) else getattr(row, "address", "")
    if link and not LINK.match(link):
        raise ValidationError({"address": _("A link begins with / or https://")})


def _check_section(section, stored):
    if stored and stored.slug != section.slug and was_used(stored):
        raise Refused(_("Articles were published at this address; it stays as it is."))
    if (
        stored
        and section.parent_id
        and (stored.children.exists() or section.parent_id == stored.pk)
    ):
        raise ValidationError(
            {"parent": _("A section that holds others stays on the first level.")}
        )
