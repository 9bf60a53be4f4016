"""The page of one person on the desk: titles as a line through time, and what may be done."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.media import pictured
from apps.newsroom import slots, telling
from apps.newsroom.history import acts_about
from apps.people import decisions, titles, wording
from apps.people.forms import PersonForm
from apps.people.models import Decision, Person, Term
from apps.portals.seats import portals_of

from .scope import keepers_only, page, readers_only

State = Decision.State
PICTURES = 8


def read(request, pk):
    """Titles held now, those before, how they came to be, what waits."""
    now = timezone.now()
    readers_only(request, now)
    person = get_object_or_404(Person.objects.select_related("portrait"), pk=pk)
    today = timezone.localdate(now)
    keeps = decisions.may_keep(request.user, now)
    context = {
        "person": person,
        "now_held": titles.long_form(titles.titles_on([pk], today).get(pk, [])),
        "timeline": timeline(person, today),
        **pictures_of(request, person),
        "acts": telling.told(acts_about(f"person:{pk}")[:100], Person, Term),
        "waiting": _waiting(person) if decisions.may_sign(request.user, now) else [],
        "keeps": keeps,
        "born": wording.on(person.born_on) if keeps else "",
    }
    return page(request, "people/person.html", str(person), context)


def pictures_of(request, person) -> dict:
    """{"pictures": the newest he is in, "all_pictures": query of the library's list, or ""}.

    Only those of the portals the reader of this page works on.
    """
    key = f"person:{person.pk}"
    portals = [portal for portal, _name in slots.portals_of(request)]
    found = list(pictured.of_person(key, portals)[: PICTURES + 1])
    more = f"?nguoi={key}" if len(found) > PICTURES else ""
    return {"pictures": found[:PICTURES], "all_pictures": more}


def timeline(person, today) -> list[dict]:
    """Every title, the latest first: {"words", "span", "state", "decision", …}."""
    rows = person.terms.select_related("position__body", "decision")
    return [_line(term, today) for term in sorted(rows, key=_latest_first)]


def _latest_first(term):
    ended = term.ends_on.toordinal() if term.ends_on else 10**7
    began = term.starts_on.toordinal() if term.starts_on else 0
    return (-ended, -began, term.pk)


def _line(term, today):
    return {
        "words": wording.title(term.position.rank, term.position.body.name, term.status),
        "status": term.get_status_display() if term.status != Term.Status.HOLDS else "",
        "span": wording.span(term.starts_on, term.ends_on),
        "state": _state(term, today),
        "elected": wording.on(term.elected_on),
        "approved": wording.on(term.approved_on),
        "document": term.document,
        "decision": term.decision,
    }


def _state(term, today):
    if term.ends_on and term.ends_on < today:
        return "ended"
    return "coming" if term.starts_on and term.starts_on > today else "on"


def _waiting(person):
    """Decisions not in force yet that name the person or end one of his titles."""
    terms = set(person.terms.values_list("pk", flat=True))
    rows = Decision.objects.filter(state__in=[State.DRAFT, State.PROPOSED])
    return [row for row in rows if any(_names(line, person.pk, terms) for line in row.changes)]


def _names(line, person_id, terms):
    return line.get("person") == person_id or line.get("term") in terms


def describe(request, pk):
    """Name, spellings, portrait, biography, birth date: a draft that two people sign."""
    now = timezone.now()
    keepers_only(request, now, _("Only keepers of titles write and change decisions."))
    person = get_object_or_404(Person, pk=pk)
    portals = portals_of(request.user, now)
    form = PersonForm(request.POST or None, person=person, portals=portals)
    if request.method == "POST" and form.is_valid():
        changed = form.changed()
        if not changed:
            messages.info(request, _("Nothing was changed."))
            return HttpResponseRedirect(reverse("admin:people_person_change", args=[pk]))
        return _drafted(request, person, changed, now)
    title = _("About %s") % person
    return page(request, "people/describe.html", title, {"person": person, "form": form})


def _drafted(request, person, changed, now):
    decision = decisions.draft(
        subject=_("What is said about %s") % person,
        changes=[{"act": "describe", "person": person.pk, "set": changed}],
        by=request.user,
        at=now,
    )
    messages.success(request, _("Written down. Readers see it when two people have signed."))
    return HttpResponseRedirect(reverse("admin:people_decision_change", args=[decision.pk]))
