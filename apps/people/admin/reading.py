"""The page on which a decision is read and signed, and the acts under it."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.newsroom import slots, telling
from apps.newsroom.history import acts_about
from apps.newsroom.models import Signature
from apps.newsroom.refusals import Refused
from apps.people import decisions, offers
from apps.people.before_after import told
from apps.people.changes import tidied
from apps.people.contradictions import contradictions
from apps.people.models import Decision, Term
from apps.portals.roles import Role

from .going_on import goes_on
from .scope import page, readers_only

State = Decision.State
WAITING = (State.DRAFT, State.PROPOSED)


def seen_by(user, now):
    """What has not taken force is only for those who write or sign it."""
    rows = Decision.objects.select_related("entered_by")
    if decisions.may_sign(user, now):
        return rows
    if not decisions.may_read(user, now):
        return rows.none()
    return rows.filter(state__in=[State.IN_FORCE, State.REVOKED])


def read(request, pk):
    """Sentences, each person before and after, who signed, what is missing, the buttons."""
    now = timezone.now()
    readers_only(request, now)
    decision = get_object_or_404(seen_by(request.user, now), pk=pk)
    words, wrong = _told(decision, now)
    found = offers.offers(decision, request.user, now, wrong=bool(wrong))
    context = {
        "decision": decision,
        "told": words,
        "wrong": wrong,
        "signatures": _signatures(decision),
        "missing": offers.missing(decision),
        "asked": decisions.asked_to_revoke(decision) if decision.state == State.IN_FORCE else (),
        "offers": found,
        "asks_reason": any(o.act in offers.ASKS_REASON and not o.why_not for o in found),
        "digest": decisions.content_digest(decision),
        "goes_on": decisions.may_keep(request.user, now) and goes_on(decision),
        "acts": telling.told(acts_about(decision.key)[:50], Decision),
        "suggestions": decision.suggestions.select_related("by"),
        "carried": slots.pieces_carrying(request, *_concerned(decision)),
    }
    return page(request, "people/decision.html", str(decision), context)


def _told(decision, now):
    """(sentences, before and after), contradictions. Those in force keep the words once signed."""
    if decision.told or decision.state not in WAITING:
        return decision.told or told(tidied(decision.changes)), []
    lines = tidied(decision.changes)
    return told(lines), contradictions(lines, at=now)


def _concerned(decision):
    """Ids of the people it changes or would change, and of the bodies that begin or end."""
    lines = decision.changes
    terms = [line["term"] for line in lines if isinstance(line.get("term"), int)]
    people = {line["person"] for line in lines if isinstance(line.get("person"), int)}
    people |= set(Term.objects.filter(pk__in=terms).values_list("person_id", flat=True))
    bodies = {line.get("body") for line in lines if line["act"] in ("close", "body")}
    people |= set((decision.touched or {}).get("people", []))
    return people, {pk for pk in bodies if isinstance(pk, int)}


def _signatures(decision):
    code = decisions.content_digest(decision)
    rows = Signature.objects.filter(key=decision.key, digest=code).select_related("user")
    roles = {**dict(Role.choices), decisions.KEEPER: _("keeper of titles")}
    return [{"name": str(r.user), "role": roles.get(r.role, ""), "at": r.at} for r in rows]


def act(request, pk):
    """One press of a button under the decision."""
    now = timezone.now()
    readers_only(request, now)
    wanted = request.POST.get("act", "")
    if request.method != "POST" or wanted not in offers.VERBS:
        raise Http404
    decision = get_object_or_404(seen_by(request.user, now), pk=pk)
    options = {"by": request.user, "at": now}
    if wanted in offers.SEES_DIGEST:
        options["seen"] = request.POST.get("digest", "") or "-"
    if wanted in offers.ASKS_REASON:
        options["reason"] = request.POST.get("reason", "")[:500]
    try:
        after = offers.VERBS[wanted](decision, **options)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, offers.done(wanted, after))
    return HttpResponseRedirect(reverse("admin:people_decision_change", args=[pk]))
