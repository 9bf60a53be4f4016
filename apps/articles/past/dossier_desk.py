"""The pages of a piece's dossier: each sentence's story, and the sheet for the file."""

from django.contrib import messages
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.portals.held import rights_held
from apps.portals.roles import Right

from ..desk import desk_page, seen_article
from .dossier import dossier
from .slip import slip

NAME = "articles_article"


def dossier_urls(site) -> list:
    """For the article desk's `get_urls`; `site` is the admin site that guards them."""
    return [
        path("<int:pk>/ho-so/", site.admin_view(dossier_page), name=f"{NAME}_dossier"),
        path("<int:pk>/phieu-duyet/", site.admin_view(slip_page), name=f"{NAME}_slip"),
    ]


@require_safe
def dossier_page(request, pk):
    """The text readers have; whoever may see the piece chooses a sentence of it."""
    now = timezone.now()
    article = seen_article(request, pk, now)
    found = dossier(article, now, _asked(request))
    context = {
        "article": article,
        "shown": found.shown,
        "passages": found.passages,
        "sentences": found.sentences,
        "named": found.told.named(),
        "reads_log": Right.READ_LOG in rights_held(request, article.portal),
        "signed": sum(sentence.here for sentence in found.sentences),
    }
    _say_unknown(request, found.shown)
    return desk_page(request, "articles/dossier.html", _("Dossier"), context)


@require_safe
def slip_page(request, pk):
    """The sheet to print; of the version asked for with `ban`, else of what readers have."""
    now = timezone.now()
    article = seen_article(request, pk, now)
    found = slip(article, now, _asked(request))
    _say_unknown(request, found.shown)
    context = {"article": article, "slip": found, "now": now}
    return desk_page(request, "articles/slip.html", _("Approval sheet"), context)


def _asked(request) -> int:
    typed = request.GET.get("ban", "")
    return int(typed[:9]) if typed.isascii() and typed.isdigit() else 0


def _say_unknown(request, shown):
    if request.GET.get("ban") and _asked(request) != shown.version.number:
        messages.error(request, _("There is no such version."))
