"""The page that opens a Word file as a new article."""

from django import forms
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from apps.newsroom.refusals import Refused

from ..desk import desk_page, portal_to_write_on
from .files import open_word_file

WORD = ".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class WordForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Word file (.docx)"),
        allow_empty_file=True,  # the verb says so in better words
        widget=forms.FileInput(attrs={"accept": WORD}),
        error_messages={"required": gettext_lazy("Choose a Word file first.")},
    )


def open_word(request):
    """`?portal=<key>`: choose the file; then the new draft, or why there is none."""
    now = timezone.now()
    portal = portal_to_write_on(request)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = WordForm(*posted)
    if posted and form.is_valid():
        try:
            opened = open_word_file(portal, form.cleaned_data["file"], by=request.user, at=now)
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            _tell(request, opened)
            to = reverse("admin:articles_article_change", args=[opened.article.pk])
            return HttpResponseRedirect(to)
    title = _("Open from a Word file")
    return desk_page(request, "articles/word.html", title, {"form": form, "portal": portal})


def _tell(request, opened):
    came = _("The Word file is a draft now. Read the headline and the lead again before going on.")
    if opened.pictures:
        came += " " + (
            ngettext(
                "%d picture is in the library and in the article.",
                "%d pictures are in the library and in the article.",
                opened.pictures,
            )
            % opened.pictures
        )
    messages.success(request, came)
    for sentence in opened.left:
        messages.warning(request, sentence)
