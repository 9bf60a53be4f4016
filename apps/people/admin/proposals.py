"""The keeper's way through the terms the archive proposes: accept, edit, refuse, by keyboard."""

from django import forms
from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from apps.newsroom.admin import DeskAdmin, FoldedSearch
from apps.newsroom.days import DayField
from apps.newsroom.refusals import Refused
from apps.newsroom.telling import name_verbs
from apps.organizations.models import Organization
from apps.people import decisions, proposals
from apps.people.models import Decision, Person, Proposal
from lib.vietnamese.fold import fold

from .scope import page

ON_A_PAGE = 25
QUOTES_SHOWN = 6
name_verbs(
    {
        "accepted": _("accepted the proposed term"),
        "refused": _("refused the proposed term"),
        "open": _("opened the proposed term again"),
    }
)


class ProposalForm(forms.Form):
    """One proposed term as the keeper sees it."""

    name = forms.CharField(label=_("Full name"), max_length=120)
    person = forms.ModelChoiceField(
        Person.objects.all(), required=False, widget=forms.HiddenInput, blank=True
    )
    rank = forms.CharField(label=_("Rank"), max_length=120)
    body_name = forms.CharField(
        label=pgettext_lazy("organization", "Body"), max_length=200, required=False
    )
    body = forms.ModelChoiceField(
        Organization.objects.all(), required=False, widget=forms.HiddenInput, blank=True
    )
    starts_on = DayField(label=_("From"), required=False)
    ends_on = DayField(label=_("Until"), required=False)

    def clean(self):
        values = super().clean()
        if not values.get("body") and values.get("body_name"):
            named = Organization.objects.filter(name=values["body_name"])[:2]
            values["body"] = named[0] if len(named) == 1 else None
        return values


@admin.register(Proposal)
class ProposalAdmin(FoldedSearch, DeskAdmin):
    """Proposed terms; keepers only, for an archive may still be private to its portal."""

    desk_order = 34
    desk_says = _("Terms the imported archive tells of, waiting for the keeper's word.")

    def has_module_permission(self, request):
        return decisions.may_keep(request.user, timezone.now())

    def has_view_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def get_urls(self):
        wrap = self.admin_site.admin_view
        name = "people_proposal"
        acts = [
            path(f"<int:pk>/{what}/", wrap(require_POST(act)), name=f"{name}_{what}")
            for what, act in [("accept", accept), ("refuse", refuse), ("reopen", reopen)]
        ]
        return [path("", wrap(sort_out), name=f"{name}_changelist"), *acts]


def _keepers(request):
    if not decisions.may_keep(request.user, timezone.now()):
        raise Http404


def sort_out(request):
    """The list by state, most often seen first, with the draft the accepted ones gather in."""
    _keepers(request)
    state = request.GET.get("state", Proposal.State.OPEN)
    if state not in Proposal.State.values:
        state = Proposal.State.OPEN
    rows = Proposal.objects.filter(state=state)
    for word in fold(request.GET.get("q", "").replace("\x00", " ")[:80]).split():
        rows = rows.filter(folded__contains=word)
    rows = rows.select_related("person", "body", "decision")
    shown = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("p"))
    context = {
        "rows": _told(list(shown.object_list)),
        "shown": shown,
        "state": state,
        "states": _counted(),
        "query": request.GET.get("q", ""),
        "draft": _draft_of(request.user),
    }
    return page(request, "people/proposals.html", gettext("Terms proposed by the archive"), context)


def _counted():
    rows = Proposal.objects.order_by().values_list("state").annotate(Count("pk"))
    counts = dict.fromkeys(Proposal.State.values, 0) | dict(rows)
    return [(value, label, counts[value]) for value, label in Proposal.State.choices]


def _draft_of(user):
    drafts = Decision.objects.filter(
        state=Decision.State.DRAFT, entered_by=user, proposals__isnull=False
    )
    return drafts.order_by("-pk").first()


def _told(rows):
    """Each row with its form filled in and its evidence."""
    ranks = {row.rank for row in rows}
    near = list(Proposal.objects.filter(rank__in=ranks).defer("evidence"))
    bearers = _bearers(rows)
    return [
        {
            "proposal": row,
            "form": ProposalForm(
                initial=_initial(row, near), auto_id=f"p{row.pk}-%s", label_suffix=""
            ),
            "quotes": row.evidence[:QUOTES_SHOWN],
            "more": max(0, row.times - QUOTES_SHOWN),
            "bearers": bearers.get(fold(row.name), []) if not row.person_id else [],
        }
        for row in rows
    ]


def _initial(row, near):
    return {
        "name": row.name,
        "person": row.person_id,
        "rank": row.rank,
        "body_name": str(row.body or row.body_words),
        "body": row.body_id,
        "starts_on": row.first_seen,
        "ends_on": proposals.suggested_end(row, near),
    }


def _bearers(rows):
    """{folded name: people of the register who bear it}: the keeper says which is meant."""
    found = {}
    for person in Person.objects.filter(folded__in={fold(row.name) for row in rows}):
        found.setdefault(fold(person.name), []).append(person)
    return found


def accept(request, pk):
    _keepers(request)
    form = ProposalForm(request.POST)
    if not form.is_valid():
        wrong = [sentence for field in form.errors.values() for sentence in field]
        return _answer(request, pk, refused=" ".join(wrong))
    values = {name: form.cleaned_data[name] for name in form.fields if name != "body_name"}
    return _settled(request, pk, proposals.accept, **values)


def refuse(request, pk):
    _keepers(request)
    return _settled(request, pk, proposals.refuse)


def reopen(request, pk):
    _keepers(request)
    return _settled(request, pk, proposals.reopen)


def _settled(request, pk, verb, **values):
    proposal = get_object_or_404(Proposal, pk=pk)
    try:
        verb(proposal, by=request.user, at=timezone.now(), **values)
    except Refused as refusal:
        return _answer(request, pk, refused=str(refusal))
    return _answer(request, pk)


def _answer(request, pk, refused=""):
    """JSON for the script, otherwise back to the list with one sentence."""
    proposal = get_object_or_404(Proposal, pk=pk)
    if request.headers.get("accept", "").startswith("application/json"):
        return JsonResponse(
            {
                "refused": refused,
                "state": proposal.state,
                "says": proposal.get_state_display(),
                "draft": proposal.decision_id
                and reverse("admin:people_decision_change", args=[proposal.decision_id]),
            }
        )
    if refused:
        messages.error(request, f"{proposal}: {refused}")
    else:
        messages.success(request, f"{proposal}: {proposal.get_state_display()}")
    return HttpResponseRedirect(reverse("admin:people_proposal_changelist"))
