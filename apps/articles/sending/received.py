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
from apps.newsroom.refusals import Refused
from apps.portals.held import rights_held, seats_held
from apps.portals.models import Section
from apps.portals.roles import Right

from ..desk import desk_page
from . import copying, receiving
from .models import Sending
from .original import ASKING, Stand, live_original, shown_here, stand, with_readers

NAME = "articles_sending"
State = Sending.State


class ReceiveForm(forms.Form):
    section = forms.ModelChoiceField(
        None,
        label=gettext_lazy("Section"),
        error_messages={"required": gettext_lazy("Choose a section first.")},
    )

    def __init__(self, data=None, *, sending):
        super().__init__(data, initial={"section": sending.section_id})
        self.fields["section"].queryset = Section.objects.filter(portal=sending.to)


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )


# act -> (right that shows it, where it stands, its button)
ACTS = {
    "receive": (receiving.RECEIVES, {Stand.WAITING}, gettext_lazy("Receive and publish")),
    "decline": ((Right.PUBLISH,), {Stand.WAITING, Stand.WITHDRAWN}, gettext_lazy("Decline")),
    "take_over": (
        (Right.PUBLISH,), {Stand.CHANGED}, gettext_lazy("Take over the new text"),
    ),
    "leave": (
        (Right.PUBLISH,), {Stand.CHANGED, Stand.GONE}, gettext_lazy("Leave the text shown here"),
    ),
    "hide": (
        (Right.HIDE,), {Stand.RECEIVED, Stand.CHANGED, Stand.GONE}, gettext_lazy("Hide for now"),
    ),
    "show_again": ((Right.PUBLISH,), {Stand.HIDDEN}, gettext_lazy("Show again")),
    "take_down": (
        (Right.TAKE_DOWN,),
        {Stand.RECEIVED, Stand.CHANGED, Stand.GONE, Stand.HIDDEN, Stand.ENDED},
        gettext_lazy("Take down"),
    ),
}  # fmt: skip
WITH_REASON = ("decline", "take_down")
DONE = {
    "decline": gettext_lazy("Declined. The sender reads why."),
    "take_over": gettext_lazy("Published. Readers see it now."),
    "leave": gettext_lazy("Kept."),
    "hide": gettext_lazy("Hidden. Readers no longer see it; the board is told."),
    "show_again": gettext_lazy("Readers see it again."),
    "take_down": gettext_lazy("Taken down."),
}


def received_urls(site) -> list:
    return [
        path("<int:pk>/change/", site.admin_view(received), name=f"{NAME}_change"),
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
    forms_shown = _forms(request, sending)
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


def _seen(request, pk, now):
    """404 for whoever has no seat there that may receive or inspect."""
    rows = Sending.objects.received_from(seats_held(request))
    return get_object_or_404(with_readers(rows, now), pk=pk)


def _forms(request, sending):
    sent = request.POST.get("act") if request.method == "POST" else ""
    found = {"receive": ReceiveForm(request.POST if sent == "receive" else None, sending=sending)}
    for act in WITH_REASON:
        found[act] = ReasonForm(request.POST if sent == act else None)
    return found


def _done(request, sending, act, form, now) -> bool:
    asked = {"by": request.user, "at": now}
    digest = request.POST.get("digest", "")
    try:
        if act == "receive":
            done = receiving.receive(sending, form.cleaned_data["section"], digest=digest, **asked)
            messages.success(request, _said(done))
            return True
        if act == "take_over":
            asked["digest"] = digest
        getattr(receiving, act)(sending, **asked, **(form.cleaned_data if form else {}))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, str(DONE[act]))
    return True


def _said(sending):
    if sending.state == State.RECEIVED:
        return _("Published. Readers see it now.")
    return _("You have signed. One more person must sign before it can be published.")


def _page(request, sending, forms_shown, now):
    stands, held = stand(sending), rights_held(request, sending.to)
    original, here = live_original(sending, now), shown_here(sending, now)
    offered = {
        act: label
        for act, (rights, where, label) in ACTS.items()
        if stands in where and held & set(rights)
    }
    shown = original or here
    context = {
        "sending": sending, "stands": stands, "asks": stands in ASKING, "offered": offered,
        "forms": forms_shown, "original": original, "here": here,
        "digest": original.cut.text_digest if original else "",
        "original_at": _link(sending.origin, original), "here_at": _link(sending.to, here),
        "published_at": shown.cut.listed_at if shown else None,
        "missing": receiving.still_missing(sending) if sending.state == State.WAITING else "",
    }  # fmt: skip
    return desk_page(request, "articles/received.html", str(sending), context)


def _link(portal, showing):
    host = copying.main_host(portal) if showing else ""
    return f"//{host}{showing.address}" if host else ""
