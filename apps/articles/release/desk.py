"""One screen of publishing: when it goes out and ends, what it replaces, where else it stands."""

from django import forms
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.editions.models import Showing
from apps.editions.placing import on_topic
from apps.newsroom.days import MomentField
from lib.vietnamese.datelines import local

from .. import content
from ..desk import back_to, begun_on, desk_page, seen_article, try_act
from ..offers import LABELS, offers
from ..remaining import remarks_on
from ..review import noting
from ..situation import situation
from . import checklist, consequences
from .placing import pinned_words, places

NAME = "admin:articles_article"


class AboutArticle(forms.Form):
    """A form of the screen; several stand on it, so each has ids of its own."""

    def __init__(self, *args, article, act, **options):
        super().__init__(*args, auto_id=f"id_{act}_%s", **options)
        self.ask(article)

    def ask(self, article):
        """What the fields offer for this article."""


class ScheduleForm(AboutArticle):
    live_from = MomentField(label=gettext_lazy("Readers see it from"), needs_clock=True)
    expires_at = MomentField(
        label=gettext_lazy("Readers see it until"),
        help_text=gettext_lazy("Leave empty for no end."),
        required=False,
    )


class ExpireForm(AboutArticle):
    expires_at = MomentField(
        label=gettext_lazy("Readers see it until"),
        help_text=gettext_lazy("Leave empty to lift the end."),
        required=False,
    )


class PinForm(AboutArticle):
    until = MomentField(label=gettext_lazy("At the head of the front page until"))


class FurtherForm(AboutArticle):
    sections = forms.ModelMultipleChoiceField(
        None,
        label=gettext_lazy("Also listed in"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    topics = forms.ModelMultipleChoiceField(
        None,
        label=gettext_lazy("Also on the pages of topics"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def ask(self, article):
        others = article.portal.sections.exclude(pk=article.section_id)
        self.fields["sections"].queryset = others
        topics = article.portal.topic_pages.all()
        self.fields["topics"].queryset = topics
        if not topics:
            del self.fields["topics"]


FORMS = {
    "schedule": ScheduleForm, "expire": ExpireForm, "pin": PinForm, "unpin": AboutArticle,
    "list_in": FurtherForm,
}  # fmt: skip


def screen(request, pk, act):
    """The whole screen; a form sent to one act, refused, stays on it with what was typed."""
    now = timezone.now()
    article = seen_article(request, pk, now)
    forms_shown = {}
    if request.method == "POST":
        sent = FORMS[act](request.POST, article=article, act=act)
        if sent.is_valid():
            digest = request.POST.get("digest", "")
            if try_act(request, article, act, sent.cleaned_data, now, digest):
                return HttpResponseRedirect(_after(request, article, act))
        forms_shown[act] = sent
    return _page(request, article, now, forms_shown)


def _after(request, article, act):
    if act == "schedule":
        return back_to(request, article)
    begun = begun_on(request)
    return reverse(f"{NAME}_act", args=[article.pk, "schedule"]) + (f"?tu={begun}" if begun else "")


def _page(request, article, now, forms_shown):
    shown = list(Showing.objects.of(article.portal.key, article.key))
    found = remarks_on(article, now)
    offered = {offer.act: offer for offer in offers(article, request.user, now, showings=shown)}
    live = consequences.live_one(shown, now)
    pinned_until, further = places(article)
    initial = {
        "schedule": {"expires_at": live.expires_at if live else None},
        "expire": {"expires_at": (live.expires_at if live else None)},
        "pin": {"until": pinned_until},
        "list_in": {
            "sections": article.portal.sections.filter(slug__in=further),
            "topics": [
                page for page in article.portal.topic_pages.all() if on_topic(page.slug) in further
            ],
        },
    }
    for act, values in initial.items():
        if act not in forms_shown:
            forms_shown[act] = FORMS[act](initial=values, article=article, act=act)
    context = {
        "article": article,
        "digest": content.text_digest(article),
        "situation": situation(article, shown, now),
        "facts": [*consequences.facts(article, shown, now), pinned_words(pinned_until, now)],
        "pinned": bool(pinned_words(pinned_until, now)),
        "lines": checklist.lines(article, found),
        "left": [each for each in found if each.passed is None],
        "forms": forms_shown,
        "offered": offered,
        "goes_out": consequences.goes_out_pattern(replaces=live is not None),
        "today": local(now).date().isoformat(),
        "label": LABELS["schedule"],
        "notes_left": noting.open_in_words(noting.open_notes(article)),
        "begun_on": begun_on(request),
        "back": back_to(request, article),
    }
    return desk_page(request, "articles/publish.html", _("Publishing"), context)


def publishing_urls(site):
    """Addresses of the screen: one for each act that is sent to it."""
    return [path(f"<int:pk>/act/{act}/", site.admin_view(screen), {"act": act}) for act in FORMS]
