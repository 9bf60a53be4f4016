"""Whether a portal has the two people without whom it stands still one day."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .models import Portal, Seat
from .roles import Right
from .seats import given_by

ENOUGH = 2


@dataclass(frozen=True)
class Lack:
    """A portal with fewer approvers than it needs, and who they are."""

    portal: Portal
    names: tuple[str, ...]

    @property
    def words(self) -> str:
        if not self.names:
            return _("Nobody may approve here: nothing can be published. Give two people a role.")
        return _(
            "Only %(name)s may approve here: while that person writes or is away, nothing can be "
            "published. Give a second person a role that approves."
        ) % {"name": self.names[0]}


def lacking_approvers(portals, at) -> list[Lack]:
    """Those of the portals with fewer than two approvers by seats of their own. One query."""
    portals = [portal for portal in portals if not portal.is_practice]
    seats = Seat.objects.active_at(at).own().filter(portal__in=portals)
    found = {portal.pk: {} for portal in portals}
    for seat in seats.select_related("portal", "user"):
        if Right.APPROVE in given_by(seat):
            found[seat.portal_id][seat.user_id] = str(seat.user)
    return [
        Lack(portal, tuple(found[portal.pk].values()))
        for portal in portals
        if len(found[portal.pk]) < ENOUGH
    ]
