"""From November the first page says whose banners of next year's holidays nobody has prepared."""

from django.utils import timezone
from django.utils.translation import gettext as _

from apps.portals.held import rights_held, seats_held
from apps.portals.holidays import next_of, year_to_prepare
from apps.portals.roles import Right


def holiday_panels(request) -> list[dict]:
    """One panel for who keeps the frame, gone once a banner of that year hangs ready.

    No query of its own: whether one does comes with the seats.
    """
    now = timezone.now()
    year = year_to_prepare(now)
    waiting = {s.portal_id: s.portal for s in seats_held(request) if not s.holidays_prepared}
    portals = [each for each in waiting.values() if Right.FRAME in rights_held(request, each)]
    following = next_of(year, now) if year and portals else None
    if following is None:
        return []
    context = {
        "year": year, "portals": sorted(portals, key=str), "next": following,
        "appears": following.span(year)[0].date(), "day": following.on(year),
    }  # fmt: skip
    return [
        {
            "title": _("Holidays of the year %(year)s") % {"year": year},
            "template": "portals/holiday_panel.html",
            "context": context,
        }
    ]
