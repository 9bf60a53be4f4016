"""A portal and its settings: made by the administrator, written by those who keep its frame."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from apps.newsroom.refusals import OutOfSight, Refused

from .changes import check_own_picture, only, record_change, values_of
from .models import HouseStyle, Portal
from .preparing import prepares
from .roles import Right, Role
from .seats import listed_of, seat_with, seats_on

FRAME_FIELDS = {"name", "short_name", "welcome", "masthead", "contact", "responsibility", "about"}
SETTINGS = {"name", "short_name", "committee", "editors_approve", "domains"}
# Who may say that editors approve: not those who would gain the right by it.
DECIDES_WHO_APPROVES = [Role.CHIEF, Role.DEPUTY_CHIEF]


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
    record_change("create_portal", portal, by, at, {}, {"name": portal.name, "domains": domains})
    return portal


def open_fields(user, portal, at) -> set[str]:
    """Which fields of the portal this person may change; empty for most."""
    fields = set()
    seats = seats_on(user, portal, at)
    if seat_with(seats, Right.FRAME) or prepares(user, portal):
        fields |= FRAME_FIELDS
    if any(seat.role in DECIDES_WHO_APPROVES and not seat.practises for seat in seats):
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
    before, after = values_of(stored), values_of(portal)
    if domains is not None:
        before["domains"] = sorted(stored.domains.values_list("name", flat=True))
        after["domains"] = sorted(domains)
    changed = {name for name in after if before[name] != after[name]}
    _check_fields(changed, by, stored, at)
    check_own_picture(portal, portal.masthead)
    portal.full_clean()
    portal.save()
    if "domains" in changed:
        _set_domains(portal, domains)
    record_change("change_portal", portal, by, at, *only(changed, before, after))


def _check_fields(changed, by, portal, at):
    allowed = open_fields(by, portal, at)
    if not allowed and not listed_of(by, at, Q(portal=portal)):
        raise OutOfSight
    if foreign := sorted(changed - allowed):
        labels = [str(_label(name)) for name in foreign]
        raise Refused(_("You may not change this here: %s.") % ", ".join(labels))


def _label(name):
    return _("domain names") if name == "domains" else Portal._meta.get_field(name).verbose_name


def _set_domains(portal, names):
    if portal.is_practice and names:
        raise Refused(_("A practice portal never has a domain name."))
    portal.domains.exclude(name__in=names).delete()
    for name in names:
        portal.domains.get_or_create(name=name)
