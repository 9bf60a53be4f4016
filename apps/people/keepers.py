"""Who keeps the register, who signs its changes, who may look."""

from django.utils.translation import gettext as _

from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals.roles import Role
from apps.portals.seats import listed_of

KEEPER = "keeper"
SIGNS = (Role.CHIEF, Role.DEPUTY_CHIEF)


def may_read(user, at) -> bool:
    """Names and titles are public facts: keepers and everybody with a seat may look."""
    return may_keep(user, at) or bool(listed_of(user, at))


def may_keep(user, at) -> bool:
    """Whether the person drafts and signs changes of the register."""
    return user.is_active and getattr(user, "keeps_register", False)


def may_sign(user, at) -> bool:
    """Whether the person's signature may be the second one."""
    return signs_as(user, at) != ""


def signs_as(user, at) -> str:
    """KEEPER, the role of a chief's seat, or an empty string."""
    if may_keep(user, at):
        return KEEPER
    return next((seat.role for seat in listed_of(user, at) if seat.role in SIGNS), "")


def require_keeper(by, at) -> None:
    """Raises Refused for who may only look, OutOfSight for strangers."""
    if may_keep(by, at):
        return
    if not may_read(by, at):
        raise OutOfSight
    raise Refused(_("Only keepers of titles write and change decisions."))


def require_signer(by, at) -> str:
    """The role in which the person signs; raises as `require_keeper`."""
    role = signs_as(by, at)
    if role:
        return role
    if not may_read(by, at):
        raise OutOfSight
    raise Refused(_("Only keepers of titles, chiefs and deputy chiefs sign changes of titles."))
