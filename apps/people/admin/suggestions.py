from django import forms
from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from apps.newsroom.admin import DeskAdmin
from apps.newsroom.marks import mark
from apps.newsroom.refusals import Refused
from apps.newsroom.telling import name_verbs
from apps.people import decisions, suggestions
from apps.people.models import Person, Suggestion
from lib.vietnamese.datelines import say_when

from .scope import RegisterScreen, page, readers_only

name_verbs({"suggest": _("suggested a change"), "answer_suggestion": _("answered")})
COLOURS = {"open": "waiting", "taken": "on", "refused": "off"}


class SuggestionForm(forms.Form):
    text = forms.CharField(
        label=_("What has changed"), max_length=suggestions.LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Who, which title, since when, by which document."),
    )  # fmt: skip
    evidence = forms.CharField(
        label=_("Where it is written"), max_length=300, required=False,
        help_text=_("A document's number, a link, who said it."),
    )  # fmt: skip


@admin.register(Suggestion)
class SuggestionAdmin(RegisterScreen, DeskAdmin):
    """A reporter's note to the keepers: a title has changed."""

    list_display = ["what", "state_mark", "who", "when"]
    list_display_links = None
    list_filter = ["state"]
    desk_order = 32
    desk_says = _("You noticed that a title has changed: tell the keepers of the register.")
    empty_says = _("No suggestions. Whoever notices a changed title writes one here.")
    change_list_template = "people/plain_list.html"
    add_says = _("Suggest a change of titles")

    def has_add_permission(self, request):
        return self.has_module_permission(request)

    def get_urls(self):
        wrap = self.admin_site.admin_view
        name = "people_suggestion"
        return [
            path("add/", wrap(add), name=f"{name}_add"),
            path("<int:pk>/change/", wrap(read), name=f"{name}_change"),
            path("<int:pk>/refuse/", wrap(require_POST(refuse)), name=f"{name}_refuse"),
            *[url for url in super().get_urls() if url.name == f"{name}_changelist"],
        ]

    def get_queryset(self, request):
        return suggestions.seen_by(request.user, timezone.now())

    @admin.display(description=_("what has changed"))
    def what(self, suggestion):
        return format_html(
            '<a class="headline" href="{}">{}</a><span class="quiet">{}</span>',
            reverse("admin:people_suggestion_change", args=[suggestion.pk]),
            Truncator(suggestion.text).chars(90), suggestion.person or "",
        )  # fmt: skip

    @admin.display(description=_("state"), ordering="state")
    def state_mark(self, suggestion):
        return mark(COLOURS[suggestion.state], suggestion.get_state_display())

    @admin.display(description=_("suggested by"))
    def who(self, suggestion):
        return str(suggestion.by)

    @admin.display(description=_("at"), ordering="at")
    def when(self, suggestion):
        return say_when(suggestion.at, timezone.now())


def add(request):
    """A few lines from whoever noticed it; the person may stand in the address already."""
    now = timezone.now()
    readers_only(request, now)
    number = request.GET.get("person", "")
    known = number.isascii() and number.isdigit()
    person = Person.objects.filter(pk=int(number[:15])).first() if known else None
    form = SuggestionForm(request.POST or None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        suggestions.suggest(**form.cleaned_data, person=person, by=request.user, at=now)
        messages.success(request, gettext("Sent to the keepers of the register. Thank you."))
        return HttpResponseRedirect(reverse("admin:people_suggestion_changelist"))
    title = gettext("Suggest a change of titles")
    return page(request, "people/suggest.html", title, {"form": form, "person": person})


def read(request, pk):
    """The note, its answer, and for keepers what can be done with it."""
    now = timezone.now()
    readers_only(request, now)
    found = get_object_or_404(suggestions.seen_by(request.user, now), pk=pk)
    context = {
        "suggestion": found,
        "colour": COLOURS[found.state],
        "keeps": decisions.may_keep(request.user, now),
        "open": found.state == Suggestion.State.OPEN,
    }
    return page(request, "people/suggestion.html", gettext("Suggested change"), context)


def refuse(request, pk):
    now = timezone.now()
    readers_only(request, now)
    found = get_object_or_404(suggestions.seen_by(request.user, now), pk=pk)
    try:
        suggestions.refuse(found, answer=request.POST.get("answer", ""), by=request.user, at=now)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, gettext("Answered."))
    return HttpResponseRedirect(reverse("admin:people_suggestion_change", args=[pk]))
