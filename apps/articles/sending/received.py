"""The receiver's page of one piece: its text as readers have it, its place here, what to do."""

from csp.decorators import csp_replace
from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.clickjacking import xframe_options_sameorigin

from apps.newsroom import noticing, slots
from apps.newsroom.days import MomentField
from apps.newsroom.refusals import Refused
from apps.portals.held import rights_held, seats_held
from apps.portals.models import Section
from apps.portals.roles import Right
from lib.vietnamese.datelines import local, say_when

from ..desk import desk_page
from ..release.consequences import goes_out_pattern
from ..release.desk import ExpireForm, PinForm
from ..release.placing import pinned_words
from . import beside, copying, planning, receiving
from .models import Sending
from .original import (
    ASKING,
    Stand,
    live_original,
    planned_here,
    shown_here,
    stand,
    with_readers,
)

NAME = "articles_sending"
State = Sending.State


class ReceiveForm(forms.Form):
    section = forms.ModelChoiceField(
        None,
        label=gettext_lazy("Section"),
        empty_label=gettext_lazy("Choose a section"),
        error_messages={"required": gettext_lazy("Choose a section first.")},
    )
    live_from = MomentField(
        label=gettext_lazy("Readers see it from"),
        help_text=gettext_lazy("Leave empty to publish at once."),
        required=False,
        needs_clock=True,
    )
    expires_at = MomentField(
        label=gettext_lazy("Readers see it until"),
        help_text=gettext_lazy("Leave empty: it ends with the original."),
        required=False,
    )

    def __init__(self, data=None, *, sending):
        """Begins with what who signed before has chosen."""
        chosen = {
            "section": sending.section_id,
            "live_from": sending.goes_out_at, "expires_at": sending.ends_at,
        }  # fmt: skip
        super().__init__(data, initial=chosen)
        self.fields["section"].queryset = Section.objects.filter(portal=sending.to)


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )


LIVE = {Stand.RECEIVED, Stand.CHANGED, Stand.GONE}
PLANNED = {Stand.SCHEDULED, Stand.CHANGED, Stand.GONE}
# act -> (rights that show it, where it stands, its button)
ACTS = {
    "receive": (receiving.RECEIVES, {Stand.WAITING}, gettext_lazy("Receive and publish")),
    "decline": ((Right.PUBLISH,), {Stand.WAITING, Stand.WITHDRAWN}, gettext_lazy("Decline")),
    "take_over": (
        (Right.PUBLISH,), {Stand.CHANGED}, gettext_lazy("Take over the new text"),
    ),
    "leave": (
        (Right.PUBLISH,), {Stand.CHANGED, Stand.GONE}, gettext_lazy("Leave the text shown here"),
    ),
    "unschedule": ((Right.SCHEDULE,), PLANNED, gettext_lazy("Give up the schedule")),
    "hide": ((Right.HIDE,), LIVE, gettext_lazy("Hide for now")),
    "show_again": ((Right.PUBLISH,), {Stand.HIDDEN}, gettext_lazy("Show again")),
    "expire": ((Right.SCHEDULE,), LIVE | PLANNED, gettext_lazy("Set an end")),
    "pin": ((Right.SCHEDULE,), LIVE | PLANNED, gettext_lazy("Pin to the front page")),
    "unpin": (
        (Right.SCHEDULE,), LIVE | PLANNED, gettext_lazy("Take it off the head of the front page"),
    ),
    "take_down": (
        (Right.TAKE_DOWN,), LIVE | {Stand.HIDDEN, Stand.ENDED}, gettext_lazy("Take down"),
    ),
}  # fmt: skip
ONLY_LIVE, ONLY_PLANNED = {"hide", "take_down"}, {"unschedule"}
VERBS = {act: getattr(planning, act, None) or getattr(receiving, act) for act in ACTS}
WITH_REASON = ("decline", "take_down")
WITH_DIGEST = ("receive", "take_over")
DONE = {
    "decline": gettext_lazy("Declined. The sender reads why."),
    "take_over": gettext_lazy("Published. Readers see it now."),
    "leave": gettext_lazy("Kept."),
    "hide": gettext_lazy("Hidden. Readers no longer see it; the board is told."),
    "show_again": gettext_lazy("Readers see it again."),
    "unschedule": gettext_lazy("Its hour is given up; it waits to be received."),
    "expire": gettext_lazy("The end is set."),
    "pin": gettext_lazy("Pinned to the front page."),
    "unpin": gettext_lazy("It stands by its date again."),
    "take_down": gettext_lazy("Taken down."),
}


def received_urls(site) -> list:
    return [
        path("<int:pk>/change/", site.admin_view(received), name=f"{NAME}_change"),
        path("o/<slug:portal>/<int:number>/", site.admin_view(received_of), name=f"{NAME}_of"),
        path("<int:pk>/preview/", site.admin_view(preview), name=f"{NAME}_preview"),
    ]


@xframe_options_sameorigin
@csp_replace({"frame-ancestors": ["'self'"]})
def preview(request, pk):
    """Only what readers have: the original's text in its place here, else the copy."""
    now = timezone.now()
    sending = _seen(request, pk, now)
    original, here = live_original(sending, now), shown_here(sending, now)
    if original is None and here is None:
        raise Http404
    if original is None:
        values = here.cut.values
    else:
        values = copying.values_of(sending, original, sending.section)
    response = slots.render_page(request, "article", values, sending.to.key, now)
    if response is None:
        raise Http404
    return response


def received(request, pk):
    """Look and act; a refusal stays on the page with what was typed."""
    now = timezone.now()
    sending = _seen(request, pk, now)
    forms_shown = _forms(request, sending, now)
    if request.method == "POST":
        act = request.POST.get("act", "")
        if act not in ACTS:
            raise Http404
        form = forms_shown.get(act)
        if (form is None or form.is_valid()) and _done(request, sending, act, form, now):
            return HttpResponseRedirect(reverse(f"admin:{NAME}_change", args=[pk]))
    else:
        noticing.opened(request, sending.key, now)
    return _page(request, sending, forms_shown, now)


def received_of(request, portal, number):
    """To the page of what that portal received of an article; 404 as there."""
    rows = Sending.objects.received_from(seats_held(request))
    sending = get_object_or_404(rows, to__key=portal, article=number)
    return HttpResponseRedirect(reverse(f"admin:{NAME}_change", args=[sending.pk]))


def _seen(request, pk, now):
    """404 for whoever has no seat there that may receive or inspect."""
    rows = Sending.objects.received_from(seats_held(request))
    return get_object_or_404(with_readers(rows, now), pk=pk)


def _forms(request, sending, now):
    sent = request.POST.get("act") if request.method == "POST" else ""
    found = {"receive": ReceiveForm(request.POST if sent == "receive" else None, sending=sending)}
    for act in WITH_REASON:
        found[act] = ReasonForm(request.POST if sent == act else None, auto_id=f"id_{act}_%s")
    begins = {
        "expire": (ExpireForm, {"expires_at": sending.ends_at}),
        "pin": (PinForm, {"until": planning.pinned_until(sending)}),
    }
    for act, (form, initial) in begins.items():
        data = request.POST if sent == act else None
        found[act] = form(data, initial=initial, article=None, act=act)
    return found


def _done(request, sending, act, form, now) -> bool:
    asked = {"by": request.user, "at": now, **(form.cleaned_data if form else {})}
    if act in WITH_DIGEST:
        asked["digest"] = request.POST.get("digest", "")
    try:
        done = VERBS[act](sending, **asked)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, _said(done, now) if act == "receive" else str(DONE[act]))
    return True


def _said(sending, now):
    if sending.state != State.RECEIVED:
        return _("You have signed. One more person must sign before it can be published.")
    if sending.goes_out_at:
        return _("Readers see it from %(when)s on.") % {"when": say_when(sending.goes_out_at, now)}
    return _("Published. Readers see it now.")


def _page(request, sending, forms_shown, now):
    stands, has = stand(sending), rights_held(request, sending.to)
    original, here = live_original(sending, now), shown_here(sending, now)
    planned = None if here else planned_here(sending, now)
    pinned = pinned_words(forms_shown["pin"].initial["until"], now)
    unfit = ONLY_PLANNED if here or not planned else ONLY_LIVE
    unfit = unfit if pinned else {*unfit, "unpin"}
    offered = {
        act: label
        for act, (rights, where, label) in ACTS.items()
        if stands in where and has & set(rights) and act not in unfit
    }
    shown = original or here or planned
    context = {
        "sending": sending, "stands": stands, "asks": stands in ASKING, "offered": offered,
        "forms": forms_shown, "original": original, "here": here or planned,
        "digest": original.cut.text_digest if original else "",
        "original_at": _link(sending.origin, original), "here_at": _link(sending.to, here),
        "published_at": shown.cut.listed_at if shown else None,
        "facts": [*_hours(sending, here, planned, now), *filter(None, [pinned])],
        "goes_out": goes_out_pattern(replaces=False), "today": local(now).date().isoformat(),
        "beside": beside.compared(here or planned, original) if stands == Stand.CHANGED else None,
        "missing": receiving.still_missing(sending) if sending.state == State.WAITING else "",
    }  # fmt: skip
    return desk_page(request, "articles/received.html", str(sending), context)


def _hours(sending, here, planned, now) -> list[str]:
    """When readers here get it and until when, as far as the clock decides it."""
    showing, found = here or planned, []
    if planned:
        found.append(_("Goes out %(when)s") % {"when": say_when(planned.live_from, now)} + ".")
    elif sending.state == State.WAITING and sending.goes_out_at:
        when = say_when(sending.goes_out_at, now)
        found.append(_("Chosen to go out %(when)s.") % {"when": when})
    if showing and showing.expires_at:
        when = say_when(showing.expires_at, now)
        found.append(_("Readers stop seeing it %(when)s.") % {"when": when})
    return found


def _link(portal, showing):
    host = copying.main_host(portal) if showing else ""
    return f"//{host}{showing.address}" if host else ""
