"""The desk's first page: what waits for this person, before anything else."""

from django.utils import timezone
from django.utils.translation import gettext as _

from apps.portals.roles import Right
from apps.portals.seats import portals_of, rights_of

from . import redacting
from .due import SOONEST_FIRST, due_in_words, nearness
from .hiding import hidden_panel
from .leaving import handed_to
from .models import Article
from .offers import has_signed
from .ripple_desk import ripple_panel
from .situation import situations
from .timeline import edited_for

State = Article.State
SHOWN = 8


def desk_panels(request) -> list[dict]:
    """Panels for `newsroom/desk.html`: my drafts, changing titles, waiting for me, in review,
    lately published."""
    user, now = request.user, timezone.now()
    seen = Article.objects.seen_by(user, now).select_related("portal", "section", "author")
    seen = seen.select_related("handler").with_open_notes()
    if not portals_of(user, now).exists():
        return _for_administrators(user)
    panels = [
        (_("Waiting for your signature"), _waiting(seen, user, now), ""),
        (
            _("In review"),
            seen.filter(state__in=[State.IN_REVIEW, State.APPROVED]).order_by(*SOONEST_FIRST),
            _("No article is waiting for review."),
        ),
        (_("Lately published"), seen.filter(state=State.PUBLISHED), ""),
    ]
    mine = _panel(
        _("Your articles in work"),
        seen.filter(author=user, state__in=[State.DRAFT, State.SENT_BACK]).order_by(*SOONEST_FIRST),
        _("Nothing in work. Press “New article” to begin one."),
        now,
    )
    mine["context"]["write_on"] = _portals_to_write_on(user, now)
    return [
        *hidden_panel(user, now),
        *_handed_over(user, seen, now),
        mine,
        *ripple_panel(user, now),
        *(_panel(title, articles, empty, now) for title, articles, empty in panels),
    ]


def _handed_over(user, seen, now):
    """First of all what a colleague who left has left to this person."""
    pieces = handed_to(user).filter(pk__in=seen.values("pk")).with_open_notes()
    pieces = pieces.select_related("portal", "came_from", "handler")
    panel = _panel(_("Handed over to you"), pieces.defer("body", "carries"), "", now)
    panel["context"]["handed_over"] = True
    return [panel] if panel["context"]["articles"] else []


def _portals_to_write_on(user, now):
    return [
        portal for portal in portals_of(user, now) if Right.WRITE in rights_of(user, portal, now)
    ]


def _for_administrators(user):
    rows = redacting.waiting() if user.is_administrator else []
    if not rows:
        return []
    return [
        {
            "title": _("Versions to blank"),
            "template": "articles/_blanking_panel.html",
            "context": {"number": len(rows)},
        }
    ]


def _waiting(seen, user, now):
    """Handed in, changed since by somebody else, and not signed by the person yet."""
    handed_in = seen.filter(state=State.IN_REVIEW).for_cutting().select_related("author", "handler")
    handed_in = handed_in.order_by(*SOONEST_FIRST)[:50]
    may_approve = {
        portal.pk: Right.APPROVE in rights_of(user, portal, now) for portal in portals_of(user, now)
    }
    found = [
        article
        for article in handed_in
        if (article.author_id == user.pk or may_approve.get(article.portal_id))
        and not has_signed(article, user)
    ]
    for article in found:
        article.edited_for_me = edited_for(article, user)
    return found


def _panel(title, articles, empty, now):
    rows = list(articles[:SHOWN])
    known = situations(rows, now)
    for article in rows:
        article.stands = known[article.pk]
        article.nearness, article.due = nearness(article, now), due_in_words(article, now)
        article.for_review = article.state in (State.IN_REVIEW, State.APPROVED)
    return {
        "title": title,
        "template": "articles/_panel.html",
        "context": {"articles": rows, "empty": empty},
    }
