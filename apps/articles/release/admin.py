"""The chief's screen: what a piece of each genre must have before it goes out."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.newsroom.refusals import Refused
from apps.portals.admin.choosing import OfOnePortal
from apps.portals.roles import Right

from ..models import Article
from .checklist import EVERY, SUGGESTED, Item, needed, set_needed, token
from .models import ChecklistRule


@admin.register(ChecklistRule)
class ChecklistAdmin(OfOnePortal):
    """One page for each portal; the rows themselves are nobody's business."""

    desk_order = 46
    desk_says = gettext_lazy("What each genre must have before it is published.")

    right = Right.SET_STOPS
    page_title = gettext_lazy("Before publishing")

    def page(self, request, portal):
        ticked = needed(portal)
        seen = token(ticked)
        if request.method == "POST":
            ticked = {
                (genre, item)
                for genre, _colon, item in (each.partition(":") for each in
                                            request.POST.getlist("need"))
            }  # fmt: skip
            if _saved(request, portal, ticked):
                return HttpResponseRedirect(request.path + _query(request))
        suggested = request.method != "POST" and "goi-y" in request.GET
        context = {
            "groups": groups(SUGGESTED if suggested else ticked),
            "suggested": suggested,
            "seen": seen,
            "back": _query(request),
        }
        return self.shown(request, "articles/checklists.html", portal, context)


def groups(ticked) -> list[dict]:
    """Every genre first; of the others each says what it needs beyond that."""
    every = {item for genre, item in ticked if genre == EVERY}
    found = []
    for genre, label in ((EVERY, _("Every genre")), *Article.Genre.choices):
        rows = [
            {
                "value": f"{genre}:{item.value}",
                "label": item.label,
                "needed": (genre, item.value) in ticked,
                "anyway": genre != EVERY and item.value in every,
            }
            for item in Item
        ]
        words = [str(row["label"]) for row in rows if row["needed"]]
        found.append({"label": label, "rows": rows, "words": ", ".join(words)})
    return found


def _saved(request, portal, ticked) -> bool:
    try:
        changed = set_needed(
            portal, ticked, by=request.user, at=timezone.now(), seen=request.POST.get("seen", "")
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    said = _("Saved. It counts from now on.") if changed else _("Nothing was changed.")
    messages.success(request, said)
    return True


def _query(request):
    """The portal that was chosen, without the suggestions."""
    left = request.GET.copy()
    left.pop("goi-y", None)
    return f"?{left.urlencode()}" if left else ""
