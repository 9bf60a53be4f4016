"""On the first page: portals that readers do not have yet, and where setting them up stopped."""

from django.utils.translation import gettext as _

from apps.portals.held import rights_held, seats_held
from apps.portals.preparing import steps_done, unpublished
from apps.portals.roles import Right

from .steps import STEPS


def setup_panels(request) -> list[dict]:
    """For administrators, and for who keeps the frame of a portal that was never published.

    Two queries for an administrator; for the others it comes with their seats.
    """
    administers = request.user.is_administrator
    portals = list(unpublished()) if administers else _own(request)
    if not (portals or administers):
        return []
    done = steps_done(portals) if administers and portals else {}
    rows = [_row(portal, done.get(portal.pk)) for portal in portals]
    context = {"rows": rows, "administers": administers, "steps": len(STEPS)}
    return [{"title": _("Set up a portal"), "template": "opening/_panel.html", "context": context}]


def _own(request):
    seats = [seat for seat in seats_held(request) if seat.unpublished]
    found = {seat.portal_id: seat.portal for seat in seats}
    return [each for each in found.values() if Right.FRAME in rights_held(request, each)]


def _row(portal, done):
    if done is None:
        return {"portal": portal}
    to_do = [step.title for step in STEPS if step.code not in done]
    return {"portal": portal, "done": len(STEPS) - len(to_do), "next": to_do[0] if to_do else ""}
