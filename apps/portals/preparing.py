"""Setting a new portal up: what its administrator may write until readers first get it.

An office that begins has nobody with a role, so whoever makes the portal also writes its first
words, sections, style and lists. None of it reaches anybody before two people with roles have
signed the frame (`frame.py`); with the first frame published this is over for good. Signing,
publishing, and all about articles are not in it (docs/decisions/0008).
"""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy

from apps.editions.models import Showing
from apps.newsroom import history
from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight
from apps.newsroom.telling import name_fields, name_verbs

from .frame import KEY, signature_key
from .models import Portal
from .roles import Right
from .seats import rights_of, seat_for

MADE, DONE = "create_portal", "set_up"
PREPARED = frozenset({Right.FRAME, Right.SET_STOPS})

name_verbs({DONE: gettext_lazy("went through a step of setting up")})
name_fields({"step": gettext_lazy("step")})


def unpublished():
    """Portals whose frame readers have never had; practice portals never do and are not meant."""
    shown = Showing.objects.filter(portal=OuterRef("key"), key=KEY)
    return Portal.objects.filter(~Exists(shown), practice_of=None)


def prepares(user, portal) -> bool:
    """An administrator, while a portal that was made at the desk has never been published."""
    if not (user.is_active and getattr(user, "is_administrator", False)) or portal.is_practice:
        return False
    made = Act.objects.filter(key=signature_key(portal), verb=MADE)
    return made.exists() and unpublished().filter(pk=portal.pk).exists()


def require(by, portal, right, at) -> None:
    """The right by a seat, or by preparing the portal. Raises OutOfSight or Refused."""
    if right in PREPARED and prepares(by, portal):
        return
    seat_for(by, portal, right, at)


def may_set_up(user, portal, at) -> bool:
    """Who opens the portal's steps of setting up: administrators, and who keeps its frame."""
    if portal.is_practice:
        return False
    if user.is_active and user.is_administrator:
        return True
    return Right.FRAME in rights_of(user, portal, at)


@transaction.atomic
def finish_step(portal, code: str, label: str, *, by, at) -> None:
    """Somebody has gone through one step; recorded once. Raises OutOfSight for a stranger."""
    if not may_set_up(by, portal, at):
        raise OutOfSight
    if code not in steps_done([portal])[portal.pk]:
        history.record(
            signature_key(portal), DONE, by=by, at=at, portal=portal.key,
            after={"step": label, "code": code},
        )  # fmt: skip


def steps_done(portals) -> dict[int, set[str]]:
    """{portal id: codes of the steps gone through}; one query."""
    by_key = {signature_key(portal): portal.pk for portal in portals}
    found = {portal.pk: set() for portal in portals}
    for key, after in Act.objects.filter(key__in=by_key, verb=DONE).values_list("key", "after"):
        found[by_key[key]].add(after.get("code", ""))
    return found
