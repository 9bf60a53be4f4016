"""What readers are told of changes: the note on an article's page, and the list /dinh-chinh/."""

from datetime import datetime

from django.utils.translation import gettext as _

from apps.editions.models import Showing
from apps.editions.values import CORRECTED
from lib.vietnamese.datelines import local

from .answers import Made
from .pages import base_context, frame_of, page
from .register_lists import part
from .visits import Visit

ADDRESS = "/dinh-chinh/"


def updated(values: dict) -> dict:
    """{"iso", "day", "words"} ("Cập nhật lúc 9:40 ngày 28/11/2026") of ArticleValues, or {}."""
    stated = values.get("updated_at")
    if not stated:
        return {}
    at = local(datetime.fromisoformat(stated))
    words = _("Updated at %(time)s on %(day)s") % {
        "time": f"{at.hour}:{at.minute:02}", "day": _day(at),
    }  # fmt: skip
    return {"iso": at.isoformat(), "day": _day(at), "words": words}


def told(values: dict) -> list[dict]:
    """[{"wrong", "right", "day", "iso"}], the newest first; in a preview "day" may be ''."""
    found = []
    for notice in values.get("corrections") or []:
        at = notice["at"] and local(datetime.fromisoformat(notice["at"]))
        words = {"day": _day(at), "iso": at.isoformat()} if at else {"day": "", "iso": ""}
        found.append({"wrong": notice["wrong"], "right": notice["right"], **words})
    return found


def changed_at(values: dict) -> str:
    """When readers were last told of a change, or ''."""
    moments = [values.get("updated_at"), *(row["at"] for row in values.get("corrections") or [])]
    return max((at for at in moments if at), key=datetime.fromisoformat, default="")


def corrections_page(visit: Visit, number: int) -> Made:
    """Live pieces that bear a correction, the last corrected first. Raises Http404 beyond them."""
    rows = Showing.objects.live_at(visit.now).filter(
        cut__portal=visit.portal, cut__kind="article", about__subject=CORRECTED
    )
    rows = rows.select_related("cut").order_by("-cut__values__corrections__0__at", "-cut_id")
    found, more = part(rows, number)
    here = ADDRESS + (f"?trang={number}" if number > 1 else "")
    context = base_context(visit, frame_of(visit), title=_("Corrections"), address=here)
    context |= {
        "pieces": [_piece(showing) for showing in found],
        "before": f"?trang={number - 1}" if number > 2 else ADDRESS if number == 2 else "",
        "after": f"?trang={number + 1}" if more else "",
        "crumbs": [],
    }
    return page("public/corrections.html", visit, context)


def _piece(showing):
    told_of = told(showing.cut.values)
    return {"href": showing.address, "title": showing.cut.title, "corrections": told_of}


def _day(at):
    return f"{at.day}/{at.month}/{at.year}"
