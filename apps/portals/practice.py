"""The practice portal of an office: the same sections and roles, and never a reader.

It has no seats of its own: who has a role at the office has the same one here (`seats.seats_on`),
from the first to the last day. It has no domain name, its frame cannot be signed, and what is
published on it is never cut.
"""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.newsroom import history
from apps.newsroom.refusals import OutOfSight, Refused
from apps.newsroom.telling import name_verbs

from .models import HouseStyle, Portal, Section
from .presets import DEFAULT
from .roles import CHIEFS
from .seats import seats_on

MARK = "TẬP"
name_verbs(
    {
        "open_practice": gettext_lazy("opened the practice portal"),
        "empty_practice": gettext_lazy("emptied the practice portal"),
    }
)


def may_keep_practice(user, portal, at) -> bool:
    """The administrator, or a chief or deputy chief of the office."""
    if user.is_active and user.is_administrator:
        return True
    return any(seat.role in CHIEFS for seat in seats_on(user, portal, at))


@transaction.atomic
def open_practice(portal: Portal, *, by, at) -> Portal:
    """The practice portal of this office, made when there is none yet.

    Raises OutOfSight for a stranger, Refused without the right or for a practice portal.
    """
    _check(portal, by, at)
    if portal.is_practice:
        raise Refused(_("This is a practice portal already."))
    portal = Portal.objects.select_for_update().get(pk=portal.pk)
    if found := Portal.objects.filter(practice_of=portal).first():
        return found
    name = portal.short_name or portal.name
    made = Portal(
        key=_free_key(portal),
        name=f"{MARK} – {name}"[:200],
        short_name=f"{MARK} – {name}"[:80],
        committee=portal.committee,
        editors_approve=portal.editors_approve,
        practice_of=portal,
        practice_since=at,
    )
    made.full_clean()
    made.save()
    _copy_style(portal, made)
    _copy_sections(portal, made)
    _record(made, "open_practice", by, at)
    return made


@transaction.atomic
def empty_practice(practice: Portal, *, by, at) -> None:
    """All begin anew: what was written until now is out of sight, its history stays.

    Raises OutOfSight or Refused.
    """
    if not practice.is_practice:
        raise OutOfSight
    _check(practice.practice_of, by, at)
    practice = Portal.objects.select_for_update().get(pk=practice.pk)
    practice.practice_since = at
    practice.save(update_fields=["practice_since"])
    _record(practice, "empty_practice", by, at)


def _check(portal, by, at):
    if may_keep_practice(by, portal, at):
        return
    if not seats_on(by, portal, at):
        raise OutOfSight
    raise Refused(_("The chief, a deputy chief or the technical administrator does this."))


def _free_key(portal):
    """A code nobody has: a portal of that name may exist by chance."""
    key, number = f"tap-{portal.key}"[:56], 1
    while Portal.objects.filter(key=key).exists():
        number += 1
        key = f"tap-{portal.key}"[:56] + f"-{number}"
    return key


def _copy_style(portal, made):
    style = HouseStyle.objects.filter(portal=portal).first()
    HouseStyle.objects.create(
        portal=made, **{name: getattr(style, name) for name in DEFAULT} if style else {}
    )


def _copy_sections(portal, made):
    copies = {}
    rows = portal.sections.order_by("parent_id", "position", "pk")
    for row in sorted(rows, key=lambda row: row.parent_id is not None):
        copies[row.pk] = Section.objects.create(
            portal=made,
            slug=row.slug,
            title=row.title,
            parent=copies.get(row.parent_id),
            description=row.description,
            position=row.position,
        )
    if not copies:
        Section.objects.create(portal=made, slug="tin-tuc", title=_("News"))


def _record(practice, verb, by, at):
    history.record(f"practice:{practice.key}", verb, by=by, at=at, portal=practice.key)
