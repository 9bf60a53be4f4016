"""Several pieces chosen in the list: a page says what will happen, then one what did."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.newsroom.refusals import Refused
from apps.portals.held import seats_held
from apps.portals.roles import Right
from apps.portals.seats import given_by

from . import bulk
from .desk import desk_page
from .models import Article

NAME = "articles_article"
RIGHTS = {"approve": Right.APPROVE, "give_review": Right.ASSIGN, "move": Right.EDIT}


def bulk_urls(site) -> list:
    """For the article desk's `get_urls`; `site` is the admin site that guards them."""
    return [path("nhieu-bai/", site.admin_view(several), name=f"{NAME}_several")]


def acts_held(request) -> list[tuple[str, str]]:
    """[(act, label)] for the bar under the list; a person with no right to any sees no bar."""
    held = {right for seat in seats_held(request) for right in given_by(seat)}
    return [(act, label) for act, label in bulk.LABELS.items() if RIGHTS[act] in held]


def several(request):
    """Choose → told what will happen → done. Only the last step changes anything."""
    act, now = request.POST.get("act", ""), timezone.now()
    back = reverse(f"admin:{NAME}_changelist")
    if query := request.POST.get("loc", ""):
        back += f"?{query[:1000]}"
    if request.method != "POST":
        return HttpResponseRedirect(back)
    if act not in bulk.LABELS:
        raise Http404
    try:
        pieces = _pieces(request, bulk.read_chosen(request.POST.getlist("chon")))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(back)
    context = {
        "act": act, "label": bulk.LABELS[act], "back": back, "query": query, "done": False,
        "asks": bulk.ASKS.get(act, ""), "answer": request.POST.get(bulk.ASKS.get(act, ""), ""),
    }  # fmt: skip
    answer = None
    if act in bulk.ASKS:
        seats = seats_held(request)
        answer = bulk.answer_of(act, context["answer"], pieces, seats, now)
        if answer is None:
            context |= {"choices": bulk.choices(act, pieces, seats, now), "pieces": pieces}
            return _page(request, context)
    asked = {"by": request.user, "at": now, "answer": answer}
    if request.POST.get("lam") == "1":
        rows = bulk.carry_out(pieces, act, **asked)
        context["done"] = True
    else:
        rows = bulk.foresee(pieces, act, **asked)
    context |= {"rows": rows, "answered": answer, "well": sum(not row.refused for row in rows)}
    context["ill"] = len(rows) - context["well"]
    return _page(request, context)


def _pieces(request, chosen) -> list[tuple]:
    """[(Chosen, Article)]; 404 as soon as one is not in the person's sight."""
    seen = Article.objects.seen_from(seats_held(request), request.user).for_cutting()
    found = {each.pk: each for each in seen.filter(pk__in=[each.pk for each in chosen])}
    if len(found) < len(chosen):
        raise Http404
    return [(each, found[each.pk]) for each in chosen]


def _page(request, context):
    title = _("Result for the chosen pieces") if context["done"] else str(context["label"])
    return desk_page(request, "articles/several.html", title, context)
