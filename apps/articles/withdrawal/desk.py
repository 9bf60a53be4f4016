"""The two pages of a redaction: the chief's, on an article; the administrator's, on what waits."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.editions.models import Cut
from apps.portals.models import Portal

from ..acting import ActForm
from ..desk import desk_page, seen_article
from . import redacting


def ask(request, pk, cut_id):
    """Why this published version must be blanked."""
    now = timezone.now()
    article = seen_article(request, pk, now)
    cut = get_object_or_404(Cut, pk=cut_id, portal=article.portal.key, key=article.key)
    form = ActForm(request.POST or None, act="redact")
    if request.method == "POST" and form.is_valid():
        redacting.ask(article, cut, by=request.user, at=now, reason=form.cleaned_data["reason"])
        messages.success(request, _("Asked for. The technical administrator must carry it out."))
        return HttpResponseRedirect(reverse("admin:articles_article_history", args=[pk]))
    context = {"article": article, "form": form, "label": _("Blank this version"), "act": "redact"}
    return desk_page(request, "articles/act.html", _("Blank a published version"), context)


def carry_out(request):
    """What waits for a technical administrator; contents are not shown to him."""
    if not request.user.is_administrator:
        raise Http404
    if request.method == "POST":
        number = request.POST.get("cut", "")
        cut = get_object_or_404(Cut, pk=number if number.isascii() and number.isdigit() else 0)
        redacting.carry_out(cut, by=request.user, at=timezone.now())
        messages.success(request, _("The version is blank."))
        return HttpResponseRedirect(request.path)
    names = dict(Portal.objects.values_list("key", "name"))
    rows = [(cut, names.get(cut.portal, ""), act) for cut, act in redacting.waiting()]
    return desk_page(request, "articles/redactions.html", _("Versions to blank"), {"rows": rows})
