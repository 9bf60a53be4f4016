"""The review screen: one page on which somebody reads, compares, notes and decides."""

from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.editions.models import Showing
from apps.newsroom import noticing
from apps.newsroom.signing import standing
from apps.portals.held import rights_held

from .. import content, writing
from ..desk import REVIEW, desk_page, seen_article
from ..due import due_in_words, due_is_asked, nearness
from ..manuscripts import draft_of
from ..offers import offers
from ..release import checklist
from ..release.grades import told_in_words
from ..remaining import remarks
from ..situation import situation
from .notes import note_panel
from .noting import open_in_words
from .piece import fields_on_page, finding_lines, quoted_at, said, since_last_signature, text_shown

NAME = "articles_article"


def review_urls(site) -> list:
    """For the article desk's `get_urls`; `site` is the admin site that guards them."""
    return [path("<int:pk>/duyet/", site.admin_view(require_safe(review)), name=f"{NAME}_review")]


def review(request, pk):
    """`cho` in the address names a passage for which the box of a new note is ready."""
    now = timezone.now()
    article = seen_article(request, pk, now)
    noticing.opened(request, article.key, now)
    return review_page(request, article, now)


def review_page(request, article, now, *, typed=None):
    """`typed`: a post that was refused; all of it is shown again."""
    user = request.user
    held = rights_held(request, article.portal)
    draft = draft_of(article, now)
    panel = note_panel(article, user, now, held=held, draft=draft, typed=typed)
    if not typed:
        panel.typed.update(quoted_at(article, draft, request.GET.get("cho", "")))
    digest = content.text_digest(article)
    showings = list(Showing.objects.of(article.portal.key, article.key))
    signed = standing(article.key, digest)
    found = remarks(draft, article.key)
    left = finding_lines(found, fields_on_page(article, draft))
    context = {
        "article": article,
        "situation": situation(article, showings, now),
        "signed": signed,
        "digest": digest,
        "text": text_shown(article, panel),
        "panel": panel,
        "notes_left": open_in_words(len(panel.open)),
        "left": left,
        "lines": checklist.lines(article, found),
        "told": told_in_words(article.notices),
        "since": since_last_signature(article, user),
        "acts": said(offers(article, user, now, showings=showings, signed=signed)),
        "editable": writing.may_edit(article, user, now),
        "due": due_in_words(article, now),
        "nearness": nearness(article, now),
        "may_set_due": due_is_asked(article, user, held),
        "page": REVIEW,
    }
    return desk_page(request, "articles/review.html", _("Review"), context)
