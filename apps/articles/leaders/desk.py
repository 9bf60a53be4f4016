"""The desk's page of leaders' opinions on one article: send a link, revoke it, record a call."""

from django import forms
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from apps.newsroom.days import MomentField
from apps.newsroom.refusals import Refused

from ..desk import desk_page, seen_article
from . import links as leader_links
from .outside import OUTSIDE, record_outside
from .panel import leaders_panel
from .states import ASKED_IN, leaders_of

NAME = "articles_article"


def leader_desk_urls(site) -> list:
    """For the article desk's `get_urls`; `site` is the admin site that guards them."""
    return [
        path("<int:pk>/leaders/", site.admin_view(leaders), name=f"{NAME}_leaders"),
        path(
            "<int:pk>/leaders/<int:link_id>/revoke/",
            site.admin_view(require_POST(revoke)),
            name=f"{NAME}_revoke_link",
        ),
    ]


class LinkForm(forms.Form):
    leader = forms.ChoiceField(label=gettext_lazy("To whom"))
    days = forms.TypedChoiceField(
        label=gettext_lazy("The link works for"),
        choices=list(leader_links.DAYS.items()),
        coerce=int,
        initial=3,
    )

    def __init__(self, data=None, *, leaders):
        super().__init__(data)
        self.leaders = {str(leader.pk): leader for leader in leaders}
        self.fields["leader"].choices = [(pk, str(who)) for pk, who in self.leaders.items()]

    def clean_leader(self):
        return self.leaders[self.cleaned_data["leader"]]


class OutsideForm(forms.Form):
    said_by = forms.CharField(
        label=gettext_lazy("Whose opinion"),
        help_text=gettext_lazy("Name and title, as you would write them."),
        max_length=200,
    )
    way = forms.ChoiceField(label=gettext_lazy("How it came"), choices=OUTSIDE)
    said_at = MomentField(label=gettext_lazy("When"))
    words = forms.CharField(
        label=gettext_lazy("What was said"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=leader_links.LONGEST,
    )


def leaders(request, pk):
    """All links and opinions of the article, and the two forms."""
    now = timezone.now()
    article = seen_article(request, pk, now)
    act = request.POST.get("act", "")
    asked = leaders_of(article.portal, now)
    link_form = LinkForm(request.POST if act == "ask" else None, leaders=asked)
    outside = OutsideForm(
        request.POST if act == "record" else None,
        **({} if act == "record" else {"initial": {"said_at": now}}),
    )
    if act == "ask" and link_form.is_valid():
        response = _send(request, article, link_form, now)
    elif act == "record" and outside.is_valid():
        response = _record(request, article, outside, now)
    else:
        response = None
    if response is not None:
        return response
    context = {
        "article": article,
        "panel": leaders_panel(article, request.user, now),
        "leaders": asked,
        "in_review": article.state in ASKED_IN,
        "link_form": link_form,
        "outside": outside,
    }
    return desk_page(request, "articles/leaders.html", _("Leaders' opinions"), context)


def _send(request, article, form, now):
    """Address and PIN stand in this answer only."""
    try:
        handed = leader_links.make_link(article, by=request.user, at=now, **form.cleaned_data)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return None
    address = request.build_absolute_uri(reverse("leaders:link", args=[handed.token]))
    context = {"article": article, "handed": handed, "address": address}
    response = desk_page(request, "articles/leader_link.html", _("A link for a leader"), context)
    response["Cache-Control"] = "private, no-store"
    return response


def _record(request, article, form, now):
    try:
        record_outside(article, by=request.user, at=now, **form.cleaned_data)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return None
    messages.success(request, _("Recorded as reported. It is not a signature."))
    return HttpResponseRedirect(reverse(f"admin:{NAME}_change", args=[article.pk]))


def revoke(request, pk, link_id):
    """Back to where the button stood: the article or its page of opinions."""
    now = timezone.now()
    article = seen_article(request, pk, now)
    link = leader_links.link_of(article, link_id)
    page = "leaders" if "leaders" in request.POST else "change"
    try:
        leader_links.revoke(link, by=request.user, at=now)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The link is revoked."))
    return HttpResponseRedirect(reverse(f"admin:{NAME}_{page}", args=[article.pk]))
