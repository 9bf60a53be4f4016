"""Where an article stands, in the glossary's words: its desk state and what readers get, now."""

from collections import defaultdict

from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.editions.models import Showing

from .models import Article

State = Article.State
Ended = Showing.Ended


class Situation(models.TextChoices):
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    SENT_BACK = "sent_back", _("Sent back")
    APPROVED = "approved", _("Approved, waiting to be published")
    SCHEDULED = "scheduled", _("Scheduled")
    PUBLISHED = "published", _("Published")
    PENDING = "pending", _("Published, changes pending")
    REPLACING = "replacing", _("Published, replacement scheduled")
    HIDDEN = "hidden", _("Hidden for now")
    TAKEN_DOWN = "taken_down", _("Taken down")
    EXPIRED = "expired", _("Expired")


def situation(article, shown: list[Showing], now) -> Situation:
    """One word for the person at the desk; `shown` are the article's showings, any order."""
    if any(showing.is_live_at(now) for showing in shown):
        if article.state != State.PUBLISHED:
            return Situation.PENDING
        return Situation.REPLACING if _is_coming(shown, now) else Situation.PUBLISHED
    if _is_coming(shown, now):
        return Situation.SCHEDULED
    last = last_shown(shown)
    if last and last.ended_why in (Ended.TAKEN_DOWN, Ended.REDACTED):
        return Situation.TAKEN_DOWN
    if article.portal.is_practice and article.published_at:
        published = article.state == State.PUBLISHED
        return Situation.PUBLISHED if published else Situation.PENDING
    if article.state != State.PUBLISHED:
        return Situation(article.state)
    if last and last.ended_why == Ended.HIDDEN:
        return Situation.HIDDEN
    return Situation.EXPIRED


def _is_coming(shown, now):
    return any(s.live_from > now and s.ended_at != s.live_from for s in shown)


def last_shown(shown):
    """The newest showing that readers got for any time at all, or None."""
    real = [s for s in shown if s.ended_at is None or s.ended_at > s.live_from]
    return max(real, key=lambda s: (s.live_from, s.pk), default=None)


def situations(articles, now, showings=None) -> dict[int, Situation]:
    """For a whole list in one query: {article pk: Situation}; none when `showings` are given."""
    by_key = defaultdict(list)
    keys = [article.key for article in articles]
    portals = {article.portal.key for article in articles}  # the index begins with the portal
    if showings is None:
        showings = Showing.objects.filter(portal__in=portals, key__in=keys) if keys else ()
    for showing in showings:
        by_key[showing.portal, showing.key].append(showing)
    return {
        article.pk: situation(article, by_key[article.portal.key, article.key], now)
        for article in articles
    }


def situation_of(article, now) -> Situation:
    return situation(article, list(Showing.objects.of(article.portal.key, article.key)), now)
