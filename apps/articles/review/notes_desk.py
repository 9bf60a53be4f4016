"""Posting notes: from the review screen and beside the text on the article form.

A script asks for JSON and puts the panel's new HTML into the page; without it the person comes
back to the page. All boxes of the panel are one form, so a refusal gives all of them back.
"""

from django.contrib import messages
from django.http import HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from apps.newsroom.refusals import Refused

from ..desk import REVIEW, seen_article
from . import noting
from .desk import review_page
from .notes import note_panel
from .piece import text_shown

NAME = "articles_article"
PASSAGE = ("field", "quote", "before", "after")


def notes_urls(site) -> list:
    """For the article desk's `get_urls`; `site` is the admin site that guards them."""

    def guarded(view):
        return site.admin_view(require_POST(view))

    return [
        path("<int:pk>/ghi-chu/", guarded(put), name=f"{NAME}_note"),
        path("<int:pk>/ghi-chu/<int:number>/tra-loi/", guarded(answer), name=f"{NAME}_answer"),
        path("<int:pk>/ghi-chu/<int:number>/xu-ly/", guarded(resolve), name=f"{NAME}_resolve"),
        path("<int:pk>/ghi-chu/<int:number>/mo-lai/", guarded(reopen), name=f"{NAME}_reopen"),
    ]


def put(request, pk):
    """`words`, and of a passage `field`, `quote`, `before`, `after`; none for the whole."""

    def act(article, now):
        where = {name: request.POST.get(name, "") for name in PASSAGE}
        words = request.POST.get("words", "")
        return noting.put(article, by=request.user, at=now, words=words, **where)

    return _done(request, pk, act, _("Your note is kept."))


def answer(request, pk, number):
    def act(article, now):
        return _answered(request, article, number, now)

    return _done(request, pk, act, _("Your answer is kept."))


def resolve(request, pk, number):
    """An answer somebody began is kept with it."""

    def act(article, now):
        if request.POST.get(f"answer-{number}", "").strip():
            _answered(request, article, number, now)
        note = noting.note_of(article, number)
        noting.resolve(note, by=request.user, at=now)
        return note

    return _done(request, pk, act, _("The note is resolved."))


def reopen(request, pk, number):
    def act(article, now):
        note = noting.note_of(article, number)
        noting.reopen(note, by=request.user, at=now)
        return note

    return _done(request, pk, act, _("The note is open again."))


def _answered(request, article, number, now):
    note = noting.note_of(article, number)
    words = request.POST.get(f"answer-{number}", "")
    noting.answer(note, by=request.user, at=now, words=words)
    return note


def _done(request, pk, act, sentence):
    now = timezone.now()
    article = seen_article(request, pk, now)
    scripted = "application/json" in request.headers.get("Accept", "")
    try:
        note = act(article, now)
    except Refused as refusal:
        if scripted:
            return JsonResponse({"refused": str(refusal)})
        messages.error(request, str(refusal))
        return review_page(request, article, now, typed=request.POST)
    if scripted:
        return JsonResponse(_news(request, article, note, sentence, now))
    messages.success(request, sentence)
    page = "review" if request.POST.get("tu") == REVIEW else "change"
    address = reverse(f"admin:{NAME}_{page}", args=[pk])
    return HttpResponseRedirect(f"{address}#ghi-chu-{note.pk}")


def _news(request, article, note, sentence, now) -> dict:
    """{"done", "note", "open", "panel"}, and "text" for the review screen."""
    panel = note_panel(article, request.user, now)
    context = {"article": article, "panel": panel, "page": request.POST.get("tu", "")}
    found = {
        "done": str(sentence),
        "note": note.pk,
        "open": len(panel.open),
        "panel": render_to_string("articles/_notes.html", context, request),
    }
    if context["page"] == REVIEW:
        context["text"] = text_shown(article, panel)
        found["text"] = render_to_string("articles/_review_text.html", context, request)
    return found
