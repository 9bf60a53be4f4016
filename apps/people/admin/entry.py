"""The table in which a decision is typed. Views only read what was typed, call verbs, render."""

from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from apps.newsroom.days import why_no_day
from apps.newsroom.refusals import Refused
from apps.organizations.models import Organization
from apps.people import (
    decisions,
    describing,
    entering,
    explaining,
    resuming,
    suggestions,
    wording,
)
from apps.people.models import Decision, Person, Suggestion, Term
from apps.people.picture import read_picture
from lib.vietnamese.dates import read_date

from .finding import read_rows
from .scope import keepers_only, page

State = Decision.State
FIELDS = ("subject", "number", "decided_on", "note")


@dataclass
class Typed:
    """The table as it stands on the screen."""

    fields: dict
    rows: list[dict]
    revision: int = 0

    @property
    def day(self):
        return read_date(self.fields["decided_on"][:40])


def add(request):
    """An empty table; `person`, `suggestion`, `theo` in the address say what it begins with."""
    return _work(request, None)


def edit(request, pk):
    """A draft's table. What was typed survives every refusal."""
    now = timezone.now()
    keepers_only(request, now, _not_a_keeper())
    decision = get_object_or_404(Decision.objects.exclude(kind=Decision.Kind.LOAD), pk=pk)
    if decision.state != State.DRAFT and request.method != "POST":
        return _to("change", decision)
    return _work(request, decision)


def _work(request, decision):
    now = timezone.now()
    keepers_only(request, now, _not_a_keeper())
    if request.method != "POST":
        return _show(request, decision, _stored(decision) if decision else _first(request))
    typed, trouble = _typed(request)
    entered = entering.lines_of(typed.rows, typed.day)
    if trouble or entered.troubles:
        messages.error(request, trouble or _("Some lines are not complete yet; nothing was saved."))
        return _show(request, decision, typed)
    try:
        saved = _save(decision, typed, entered.lines, by=request.user, at=now)
    except decisions.Stale as stale:
        messages.error(request, str(stale))
        typed.revision = stale.theirs.revision
        return _show(request, decision, typed, theirs=stale.theirs)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _show(request, decision, typed)
    suggestions.follow(request.POST.get("suggestion", ""), saved, by=request.user, at=now)
    messages.success(request, _("Saved."))
    return _to("change" if request.POST.get("act") == "read" else "edit", saved)


def _not_a_keeper():
    return _("Only keepers of titles write and change decisions.")


def _to(view, decision):
    return HttpResponseRedirect(reverse(f"admin:people_decision_{view}", args=[decision.pk]))


def _typed(request):
    fields = {name: request.POST.get(name, "") for name in FIELDS}
    rows = read_rows(request.POST.get("rows", ""))
    revision = request.POST.get("revision", "")
    number = int(revision) if revision.isascii() and revision.isdigit() else 0
    typed = Typed(fields, rows or [], number)
    if rows is None:
        return typed, _("The lines cannot be read.")
    if fields["decided_on"].strip() and typed.day is None:
        return typed, why_no_day(fields["decided_on"][:40])
    if not fields["subject"].strip():
        return typed, _("Write what the decision is about.")
    return typed, ""


def _save(decision, typed, lines, *, by, at):
    columns = {**typed.fields, "decided_on": typed.day, "changes": lines, "by": by, "at": at}
    if decision is None:
        return decisions.draft(**columns)
    return decisions.rewrite(decision, revision=typed.revision, **columns)


def _stored(decision):
    fields = {name: getattr(decision, name) for name in FIELDS}
    fields["decided_on"] = wording.on(decision.decided_on)
    return Typed(fields, resuming.rows_of(decision.changes), decision.revision)


def _first(request):
    """An empty row, for the person of the address if there is one; or the rows of `theo`."""
    pattern = _pattern(request)
    if pattern is not None:
        return replace(_stored(pattern), revision=0)
    person = Person.objects.filter(pk=_number(request.GET.get("person"))).first()
    suggestion = _suggestion(request)
    person = person or (suggestion.person if suggestion else None)
    row = {"act": "appoint", "person": {"id": person.pk, "name": person.name} if person else None}
    note = suggestion.text if suggestion else ""
    return Typed({"subject": "", "number": "", "decided_on": "", "note": note}, [row])


def _pattern(request):
    """A decision dropped or revoked, to be written once more."""
    gone = Decision.objects.filter(state__in=[State.DROPPED, State.REVOKED])
    rows = gone.exclude(kind=Decision.Kind.LOAD)
    return rows.filter(pk=_number(request.GET.get("theo"))).first()


def _number(text):
    text = text or ""
    return int(text[:15]) if text.isascii() and text.isdigit() else 0


def _suggestion(request):
    wanted = request.GET.get("suggestion") or request.POST.get("suggestion")
    return Suggestion.objects.select_related("person").filter(pk=_number(wanted)).first()


def _show(request, decision, typed, theirs=None):
    now = timezone.now()
    entered = entering.lines_of(typed.rows, typed.day)
    context = {
        "decision": decision,
        "typed": typed,
        "suggestion": _suggestion(request),
        "theirs": theirs,
        "their_sentences": _sentences(theirs) if theirs else [],
        "sheet": {
            "rows": _with_says(typed.rows),
            "explained": explaining.explain(entered, at=now),
            "acts": _acts(),
            "statuses": [[value, str(label)] for value, label in Term.Status.choices],
            "kinds": _choices("kind"),
            "levels": _choices("level"),
            "words": _words(),
            "addresses": _addresses(),
        },
    }
    title = _("Decision: %s") % decision if decision else _("New decision")
    return page(request, "people/entry.html", title, context)


def _sentences(decision):
    return describing.sentences(decision.changes, read_picture(decision.changes))


def _with_says(rows):
    """Lines of other screens are shown as their sentence."""
    others = [row["line"] for row in rows if row.get("act") == "line"]
    said = iter(describing.sentences(others, read_picture(others)))
    return [{**row, "says": next(said)} if row.get("act") == "line" else row for row in rows]


def _choices(name):
    field = Organization._meta.get_field(name)
    return [[value, str(label)] for value, label in field.flatchoices]


def _acts():
    return [
        ["appoint", _("Appointed or elected")],
        ["end", _("Gives up")],
        ["move", _("Moves to another title")],
        ["correct", _("Entered wrongly: set right")],
        ["strike", _("Entered by mistake: take out")],
    ]


def _addresses():
    names = ("people", "bodies", "ranks", "terms", "explain")
    return {name: reverse(f"admin:people_decision_find_{name}") for name in names}


def _words():
    return {
        "who": _("Full name"), "what": _("What happens"), "rank": _("Rank"),
        "body": capfirst(_("organization")), "on": _("From"), "last": _("Last day held"),
        "more": _("More"), "less": _("Less"), "remove": _("Remove this line"),
        "copy": _("Same again below"), "line": _("Line"), "to": _("Until"),
        "status": _("Status"), "elected": _("Elected on"), "approved": _("Approved on"),
        "document": _("Document"), "precedence": _("Place in the order"),
        "right_person": _("The right person"), "kind": _("Kind of the new body"),
        "level": _("Level of the new body"), "new_person": _("Add as new: "),
        "new_body": _("Add as a new body: "), "ended": _("ended"), "nothing": _("Nothing found"),
        "no_terms": _("No titles in the register"), "is_new": _("new"),
        "terms": _("Which titles"), "own_day": _("the decision's day"), "past": _("earlier"),
        "kept": _("Kept on this machine"), "good": _("No contradictions."),
        "lines": _("lines"), "offline": _("No connection: the sentences wait."),
        "choose": _("Choose"), "held_on": _("held since"),
    }  # fmt: skip
