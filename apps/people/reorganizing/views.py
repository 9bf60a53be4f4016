"""The screen on which bodies change. Views find, look and save; signing is the decision's page."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.newsroom.refusals import Refused
from apps.people import decisions, finding, reorganization
from apps.people.admin.scope import keepers_only, page, readers_only
from apps.people.models import Decision
from apps.people.reorganization import Heading

from .screen import Screen

State = Decision.State
SHOWN = 8  # earlier reorganizations listed on the empty screen


def find(request):
    """Bodies for the fields that look while somebody types, in the form the widget reads."""
    now = timezone.now()
    readers_only(request, now)
    found = finding.bodies(request.GET.get("term", ""), timezone.localdate(now))
    results = [{"id": str(each["id"]), "text": _named(each)} for each in found]
    return JsonResponse({"results": results, "pagination": {"more": False}})


def _named(each):
    return f"{each['name']} ({each['says']})" if each["says"] else each["name"]


def reorganize(request, decision_id=None):
    """Look, look again, save: nothing is kept until the draft is, nothing typed is ever lost."""
    now = timezone.now()
    keepers_only(request, now, _("Only keepers of titles write and change decisions."))
    decision = _draft(decision_id) if decision_id else None
    if request.method != "POST":
        return _first_look(request, decision, now)
    screen = Screen(request.POST)
    if not screen.is_valid():
        return _show(request, screen, decision, now)
    plan = screen.plan(other=_other_lines(request, decision))
    try:
        preview = reorganization.preview(plan, at=now, decision=decision)
        if request.POST.get("act") == "save" and _was_looked_at(request, preview):
            return _save(request, screen, plan, decision, now)
    except Refused as refusal:
        messages.error(request, str(refusal))
        theirs = getattr(refusal, "theirs", None)
        return _show(request, screen, decision, now, revision=getattr(theirs, "revision", None))
    return _show(request, screen, decision, now, preview=preview)


def _draft(decision_id):
    return get_object_or_404(Decision, pk=decision_id, kind=Decision.Kind.BODIES)


def _first_look(request, decision, now):
    """Empty, or a draft opened again, or an earlier decision taken as the pattern of a new one."""
    pattern = decision or _pattern(request)
    if pattern is None:
        ending = [int(pk) for pk in request.GET.getlist("ket-thuc") if pk.isdigit()][:20]
        return _show(request, Screen(ending=ending), None, now)
    plan = reorganization.plan_from(pattern)
    heading = Heading(pattern.subject, pattern.number, pattern.decided_on, pattern.note)
    screen = Screen(plan=plan, heading=heading)
    if plan.lost:
        messages.warning(
            request,
            _("%(count)s lines are about bodies or titles that are no longer in the register; "
              "they are left out. Look at what becomes of each body.") % {"count": plan.lost},
        )  # fmt: skip
    preview = reorganization.preview(screen.plan(other=plan.other), at=now, decision=decision)
    return _show(request, screen, decision, now, preview=preview)


def _pattern(request):
    number = request.GET.get("theo") or request.POST.get("theo") or ""
    if not number:
        return None
    if not (number.isascii() and number.isdigit()):
        raise Http404
    return _draft(int(number))


def _other_lines(request, decision):
    """Lines that are no part of the screen: kept from the draft, or from the pattern."""
    pattern = decision or _pattern(request)
    return reorganization.plan_from(pattern).other if pattern else []


def _was_looked_at(request, preview) -> bool:
    """Only what the person saw the consequences of is saved."""
    if request.POST.get("looked") == preview.digest:
        return True
    messages.warning(
        request, _("You changed something: these are the consequences now. Save once more.")
    )
    return False


def _save(request, screen, plan, decision, now):
    revision = request.POST.get("revision", "")
    saved = reorganization.save(
        plan, screen.heading(), by=request.user, at=now, decision=decision,
        revision=int(revision) if revision.isdigit() else None,
    )  # fmt: skip
    messages.success(request, _("Saved as a draft. Read it once more, then hand it in."))
    return HttpResponseRedirect(reverse("admin:people_decision_change", args=[saved.pk]))


def _show(request, screen, decision, now, *, preview=None, revision=None):
    context = {
        "screen": screen,
        "preview": preview,
        "decision": decision,
        "revision": revision if revision is not None else getattr(decision, "revision", ""),
        "pattern": request.GET.get("theo") or request.POST.get("theo") or "",
        "is_draft": decision is None or decision.state == State.DRAFT,
        "media": screen.whole.media,
        "earlier": [] if screen.fates or screen.new_bodies else _earlier(),
        "may_keep": decisions.may_keep(request.user, now),
    }
    return page(request, "people/reorganization.html", _("Bodies that change"), context)


def _earlier():
    rows = Decision.objects.filter(kind=Decision.Kind.BODIES).select_related("entered_by")
    return list(rows[:SHOWN])
