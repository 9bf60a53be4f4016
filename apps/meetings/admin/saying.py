"""What more than one screen of meetings says: after saving, and before signing."""

from django.contrib import messages
from django.utils.translation import gettext as _

from apps.meetings.withdrawing import withdrawn_titles
from apps.newsroom.outgoing import hindering
from apps.portals.held import rights_held
from apps.portals.roles import Right


def tell_withdrawn(request, now) -> None:
    """What left readers by this saving, by name: nobody should have to go and look."""
    titles = withdrawn_titles(by=request.user, at=now)
    if titles:
        says = _("Readers no longer see on the schedule: %(titles)s.")
        messages.success(request, says % {"titles": "; ".join(titles)})


def before_signing(request, portal, remarks) -> dict:
    """For `meetings/_outgoing.html` and `_standing.html`: what was found, and whether it stops."""
    return {
        "remarks": remarks,
        "stopped": len(hindering(remarks)),
        "may_pass": Right.PASS_SECRETS in rights_held(request, portal),
    }
