"""Keeping a portal: its settings, and the parts of its frame. Every save is an Act.

Nothing here reaches readers: a changed frame waits for two signatures (`frame.py`).
"""

import re

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.editions.models import Cut
from apps.newsroom import history
from apps.newsroom.refusals import OutOfSight, Refused
from apps.newsroom.telling import name_fields, name_verbs

from .frame import signature_key
from .models import Banner, HouseStyle, MenuItem, Portal, Section
from .roles import Right, Role
from .seats import rights_of, seat_for, seats_of

LINK = re.compile(r"/(?!/)|https?://\S")
FRAME_FIELDS = {"name", "short_name", "welcome", "masthead", "contact", "responsibility"}
SETTINGS = {"name", "short_name", "committee", "editors_approve", "domains"}
# Who may say that editors approve: not those who would gain the right by it.
DECIDES_WHO_APPROVES = [Role.CHIEF, Role.DEPUTY_CHIEF]

name_verbs(
    {
        "create_portal": gettext_lazy("made the portal"),
        "change_portal": gettext_lazy("changed the portal"),
        "add_section": gettext_lazy("added a section"),
        "change_section": gettext_lazy("changed a section"),
        "drop_section": gettext_lazy("deleted a section"),
        "move_section": gettext_lazy("moved a section"),
        "add_menuitem": gettext_lazy("added a menu line"),
        "change_menuitem": gettext_lazy("changed a menu line"),
        "drop_menuitem": gettext_lazy("deleted a menu line"),
        "move_menuitem": gettext_lazy("moved a menu line"),
        "add_banner": gettext_lazy("added a banner"),
        "change_banner": gettext_lazy("changed a banner"),
        "drop_banner": gettext_lazy("deleted a banner"),
        "move_banner": gettext_lazy("moved a banner"),
        "change_housestyle": gettext_lazy("changed the house style"),
        "sign_frame": gettext_lazy("signed the frame"),
        "publish_frame": gettext_lazy("published the frame"),
        "give_seat": gettext_lazy("gave a role"),
        "end_seat": gettext_lazy("ended a role"),
    }
)
name_fields(
    {
        "which": gettext_lazy("which"),
        "domains": gettext_lazy("domain names"),
        "order": gettext_lazy("order"),
    }
)


@transaction.atomic
def create_portal(fields: dict, domains: list[str], *, by, at) -> Portal:
    """A new portal with the default house style. Administrators only."""
    if not by.is_administrator:
        raise Refused(_("Only the technical administrator makes portals."))
    portal = Portal(**fields)
    portal.full_clean()
    portal.save()
    HouseStyle.objects.create(portal=portal)
    _set_domains(portal, domains)
    _record("create_portal", portal, by, at, {}, {"name": portal.name, "domains": domains})
    return portal


def open_fields(user, portal, at) -> set[str]:
    """Which fields of the portal this person may change; empty for most."""
    fields = set()
    if Right.FRAME in rights_of(user, portal, at):
        fields |= FRAME_FIELDS
    if seats_of(user, at).filter(portal=portal, role__in=DECIDES_WHO_APPROVES).exists():
        fields |= {"editors_approve"}
    if user.is_active and user.is_administrator:
        fields |= SETTINGS
    return fields


@transaction.atomic
def change_portal(portal, *, by, at, domains: list[str] | None = None) -> None:
    """Save the changed fields of `portal`, and its domains if given.

    Raises OutOfSight for a stranger, Refused for a field that is not this person's to change.
    """
    stored = Portal.objects.get(pk=portal.pk)
    before, after = _values(stored), _values(portal)
    if domains is not None:
        before["domains"] = sorted(stored.domains.values_list("name", flat=True))
        after["domains"] = sorted(domains)
    changed = {name for name in after if before[name] != after[name]}
    _check_fields(changed, by, stored, at)
    _own_picture(portal, portal.masthead)
    portal.full_clean()
    portal.save()
    if "domains" in changed:
        _set_domains(portal, domains)
    _record("change_portal", portal, by, at, *_only(changed, before, after))


@transaction.atomic
def keep(row, *, by, at) -> None:
    """Add or change a section, menu line, banner or house style of the portal it names.

    Raises OutOfSight, Refused, or ValidationError at the wrong field.
    """
    seat_for(by, row.portal, Right.FRAME, at)
    stored = type(row).objects.filter(pk=row.pk).first() if row.pk else None
    check_part(row)
    row.full_clean()
    if stored is None and hasattr(row, "position"):
        row.position = len(siblings(row)) + 1
    row.save()
    before, after = _values(stored) if stored else {}, _values(row)
    changed = {name for name in after if before.get(name) != after[name]}
    if changed:
        verb = f"{'change' if stored else 'add'}_{row._meta.model_name}"
        _record(verb, row.portal, by, at, *_only(changed, before, after), which=str(row))


@transaction.atomic
def drop(row, *, by, at) -> None:
    """Delete a part. A section in which something was published stays for good."""
    row = type(row).objects.get(pk=row.pk)
    seat_for(by, row.portal, Right.FRAME, at)
    if isinstance(row, Section) and was_used(row):
        raise Refused(_("Articles were published in this section; it cannot be deleted."))
    before = _values(row)
    verb, which = f"drop_{row._meta.model_name}", str(row)
    try:
        row.delete()
    except ProtectedError as still_used:
        raise Refused(_("Other things still use this; it cannot be deleted.")) from still_used
    _record(verb, row.portal, by, at, before, {}, which=which)


@transaction.atomic
def move(row, step: int, *, by, at) -> None:
    """One place up (-1) or down (+1) among its like; at the end it stays where it is."""
    seat_for(by, row.portal, Right.FRAME, at)
    rows = siblings(row)
    here = next(place for place, other in enumerate(rows) if other.pk == row.pk)
    there = here + step
    if not 0 <= there < len(rows):
        return
    rows[here], rows[there] = rows[there], rows[here]
    for place, other in enumerate(rows, start=1):
        if other.position != place:
            type(row).objects.filter(pk=other.pk).update(position=place)
    _record(
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


def _check_fields(changed, by, portal, at):
    allowed = open_fields(by, portal, at)
    if not allowed and not seats_of(by, at).filter(portal=portal).exists():
        raise OutOfSight
    if foreign := sorted(changed - allowed):
        labels = [str(_label(name)) for name in foreign]
        raise Refused(_("You may not change this here: %s.") % ", ".join(labels))


def _label(name):
    return _("domain names") if name == "domains" else Portal._meta.get_field(name).verbose_name


def check_part(row) -> None:
    """What a form asks before it saves. Raises Refused, ValidationError or OutOfSight."""
    stored = type(row).objects.filter(pk=row.pk).first() if row.pk else None
    if stored and stored.portal_id != row.portal_id:
        raise Refused(_("A part of one portal cannot be given to another."))
    if isinstance(row, Section):
        _check_section(row, stored)
    if isinstance(row, MenuItem) and row.section_id and row.section.portal_id != row.portal_id:
        raise OutOfSight
    if isinstance(row, Banner):
        _own_picture(row.portal, row.wide)
        _own_picture(row.portal, row.narrow)
    link = getattr(row, "address", "")
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


def _own_picture(portal, picture):
    if picture and picture.portal != portal.key:
        raise OutOfSight


def _set_domains(portal, names):
    portal.domains.exclude(name__in=names).delete()
    for name in names:
        portal.domains.get_or_create(name=name)


def _values(row):
    """The row's own columns as words for the history."""
    hidden = {"id", "portal", "position", "key"}
    fields = [field for field in row._meta.concrete_fields if field.name not in hidden]
    return {field.name: _plain(getattr(row, field.name)) for field in fields}


def _plain(value):
    return value if value is None or isinstance(value, bool | int) else str(value)


def _only(names, before, after):
    return (
        {name: before[name] for name in sorted(names) if name in before},
        {name: after[name] for name in sorted(names) if name in after},
    )


def _record(verb, portal, by, at, before, after, which=""):
    if which and which != str(portal):
        after = {"which": which, **after}
    history.record(
        signature_key(portal), verb, by=by, at=at, portal=portal.key, before=before, after=after
    )
