"""All meetings with a page, newest first, by month: /hoi-nghi/."""

from itertools import groupby

from django.db.models import F
from django.utils.translation import gettext as _

from apps.editions.models import Showing
from lib.vietnamese.datelines import format_dateline, local

from . import lists
from .answers import Made
from .links import Linked
from .pages import base_context, frame_of, page
from .register_lists import part
from .schedule import state_words
from .typography import set_line
from .visits import Visit

HERE = "/hoi-nghi/"


def meetings(visit: Visit, number: int) -> Made:
    """Also those still to come. Raises Http404 beyond the last page."""
    found, more = part(with_pages(visit), number)
    groups = [(name, list(map(_dated, rows))) for name, rows in groupby(found, _month)]
    here = HERE + (f"?trang={number}" if number > 1 else "")
    title = _("Meetings")
    context = base_context(
        visit, frame_of(visit), title=title, address=here, indexed=bool(found)
    )  # fmt: skip
    context |= {
        "groups": groups,
        "by_day": True,
        "before": f"?trang={number - 1}" if number > 2 else HERE if number == 2 else "",
        "after": f"?trang={number + 1}" if more else "",
        "crumbs": [],
        "name": title,
    }
    return page("public/register.html", visit, context)


def with_pages(visit: Visit):
    """Live pages of the portal's meetings, newest first."""
    live = Showing.objects.live_at(visit.now).of_kind(visit.portal, "meeting")
    live = live.filter(cut__listed_at__isnull=False).annotate(state=F("cut__values__state"))
    return lists.listed(live)


def _dated(showing):
    cut = showing.cut
    said = [format_dateline("date", cut.listed_at), state_words(showing.state)]
    return Linked(showing.address, set_line(cut.title), " · ".join(filter(None, said)), None)


def _month(showing):
    day = local(showing.cut.listed_at)
    return _("Month %(month)s/%(year)s") % {"month": day.month, "year": day.year}
