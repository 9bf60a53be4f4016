"""The administrator's first page says which portals one absence would stop."""

from django.utils import timezone
from django.utils.translation import gettext as _

from apps.portals.approvers import lacking_approvers
from apps.portals.models import Portal


def approver_panels(request) -> list[dict]:
    """One panel while a portal has fewer than two approvers; for administrators only."""
    if not request.user.is_administrator:
        return []
    lacks = lacking_approvers(Portal.objects.filter(practice_of=None), timezone.now())
    if not lacks:
        return []
    return [
        {
            "title": _("Portals without a second approver"),
            "template": "portals/approvers_panel.html",
            "context": {"lacks": lacks},
        }
    ]
