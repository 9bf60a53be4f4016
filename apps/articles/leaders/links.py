"""A leader who never signs in: his link and PIN, what he does with them. The verbs.

Whoever calls a verb of the leader has seen the right PIN for this link (`try_pin`).
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from apps.newsroom import history, signing
from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals.roles import Right
from apps.portals.seats import seat_for

from .. import content, workflow
from ..models import Article, LeaderLink, Opinion
from ..review import noting
from ..whole import whole
from .states import ASKABLE, ASKED_IN, DEAD, TRIES, LinkState, leaders_of, says, state_of

DAYS = {1: gettext_lazy("1 day"), 3: gettext_lazy("3 days"), 7: gettext_lazy("7 days")}
PIN_DIGITS = 6
QUICK_TRIES = 3
PAUSE = timedelta(minutes=1)
LONGEST = noting.LONGEST
REVOKED = "revoke_link"
VERBS = {
    "ask_leader": gettext_lazy("Sent a leader the link to give his opinion"),
    REVOKED: gettext_lazy("Revoked a leader's link"),
    "open_link": gettext_lazy("Opened his link with the PIN"),
    "consent": gettext_lazy("Agreed by his link"),
    "say_by_link": gettext_lazy("Said by his link what to change"),
    "ask_link_again": gettext_lazy("Asked for a new link"),
}


@dataclass(frozen=True)
class Handed:
    """Shown once to whoever made the link: nobody can look them up afterwards."""

    link: LeaderLink
    token: str
    pin: str


@transaction.atomic
def make_link(article, leader, *, by, at, days: int) -> Handed:
    """A link for exactly the present text and place. An unused earlier one of his is revoked.

    Raises OutOfSight or Refused: no right, not in review, no such leader, he has signed already.
    """
    article = _locked(article)
    seat_for(by, article.portal, Right.ASK_LEADER, at)
    _may_be_asked(article, leader, by, at)
    if days not in DAYS:
        raise Refused(_("Choose how long the link is to work."))
    text, placement = content.both_digests(article)
    if leader.pk in signing.standing(article.key, text).user_ids:
        raise Refused(_("%(name)s has signed this version already.") % {"name": leader})
    earlier = article.leader_links.filter(leader=leader, revoked_at=None, signed_at=None)
    earlier.update(revoked_at=at, revoked_by=by)
    token = secrets.token_urlsafe(24)
    pin = f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}}"
    link = LeaderLink.objects.create(
        article=article, leader=leader, made_by=by, made_at=at, token_digest=_digest(token),
        pin=make_password(pin), text_digest=text, placement_digest=placement,
        expires_at=at + timedelta(days=days),
    )  # fmt: skip
    after = {"leader": leader.pk, "until": link.expires_at.isoformat(), "digest": text}
    _record(link, "ask_leader", by, at, after=after)
    return Handed(link, token, pin)


def _may_be_asked(article, leader, by, at):
    if article.state not in ASKED_IN:
        raise Refused(_("Only an article in review can be sent to a leader."))
    if leader.pk == by.pk:
        raise Refused(_("Nobody sends a link to himself."))
    if leader not in leaders_of(article.portal, at):
        raise Refused(_("%(name)s is not asked for opinions on this portal.") % {"name": leader})


@transaction.atomic
def revoke(link, *, by, at) -> None:
    """The link opens nothing any more; a signature given with it stands. Twice is once."""
    article = _locked(link.article)
    seat_for(by, article.portal, Right.ASK_LEADER, at)
    if LeaderLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=at, revoked_by=by):
        _record(link, REVOKED, by, at, after={"leader": link.leader_id})


def find(token: str) -> LeaderLink | None:
    found = LeaderLink.objects.select_related("leader", "made_by", "article__portal")
    return found.filter(token_digest=_digest(token)).first()


def try_pin(link, pin: str, *, at) -> None:
    """Returns for the right PIN; raises Refused for a wrong one, which counts, and for a dead link.

    The try is counted before the PIN is looked at: many at once are no way round.
    """
    state = current_state(link, at)
    if state in DEAD:
        raise Refused(says(state))
    typed = "".join(filter(str.isalnum, pin[:40]))
    if not typed:
        raise Refused(_("Type the PIN you were told."))
    if link.tries >= QUICK_TRIES and at < link.tried_at + PAUSE:
        raise Refused(_("Several wrong PINs in a row. Wait a minute, then try again."))
    left = LeaderLink.objects.filter(pk=link.pk, tries__lt=TRIES)
    if not left.update(tries=F("tries") + 1, tried_at=at):
        raise Refused(says(LinkState.LOCKED))
    if not check_password(typed, link.pin):
        link.refresh_from_db(fields=["tries", "tried_at"])
        raise Refused(_wrong(TRIES - link.tries))
    _opened(link, at)


def _wrong(left):
    if left <= 0:
        return says(LinkState.LOCKED)
    return ngettext(
        "The PIN is wrong. %(left)d more try, then the link is locked.",
        "The PIN is wrong. %(left)d more tries, then the link is locked.",
        left,
    ) % {"left": left}


@transaction.atomic
def _opened(link, at):
    LeaderLink.objects.filter(pk=link.pk).update(tries=0)
    if LeaderLink.objects.filter(pk=link.pk, opened_at=None).update(opened_at=at):
        _record(link, "open_link", link.leader, at)
    link.refresh_from_db(fields=["tries", "tried_at", "opened_at"])


@transaction.atomic
def agree(link, *, at) -> None:
    """Sign the bound text and place with the leader's name. Twice, or two at once, is once.

    Raises Refused when the link no longer stands for the present text.
    """
    article, link = _both_locked(link)
    state = state_of(link, article, at)
    if state == LinkState.SIGNED:
        return
    if state != LinkState.OPEN:
        raise Refused(says(state))
    workflow.consent(
        article, by=link.leader, at=at, digest=link.text_digest, handed_by=link.made_by
    )
    LeaderLink.objects.filter(pk=link.pk).update(signed_at=at)


@transaction.atomic
def say(link, words: str, *, at) -> None:
    """His words as an open note for author and editors; the same words twice are one note.

    Also about a text that changed while he wrote: what he typed is not lost.
    """
    article, link = _both_locked(link)
    state = state_of(link, article, at)
    if state in DEAD or state == LinkState.EXPIRED:
        raise Refused(says(state))
    words = checked_words(words)
    if link.opinions.filter(words=words).exists():
        return
    opinion = Opinion.objects.create(
        article=article, link=link, said_by=str(link.leader), way=Opinion.Way.LINK, said_at=at,
        words=words, reported_by=link.leader, recorded_at=at, text_digest=link.text_digest,
    )  # fmt: skip
    noting.from_leader(opinion)
    _record(link, "say_by_link", link.leader, at, reason=words)


def checked_words(words) -> str:
    return noting.checked_words(words, _("Write what is to be changed."))


@transaction.atomic
def ask_again(link, *, at) -> None:
    """He would like a link for the present text; the desk sees it. Twice is once."""
    article, link = _both_locked(link)
    state = state_of(link, article, at)
    if state not in ASKABLE:
        raise Refused(says(state) or _("This link still works: no new one is needed."))
    if LeaderLink.objects.filter(pk=link.pk, asked_again_at=None).update(asked_again_at=at):
        _record(link, "ask_link_again", link.leader, at)


def current_state(link, at) -> LinkState:
    return state_of(link, whole(link.article_id), at)


def link_of(article, link_id) -> LeaderLink:
    """Raises OutOfSight for another article's."""
    found = article.leader_links.filter(pk=link_id).first()
    if found is None:
        raise OutOfSight
    return found


def _locked(article):
    """Always the article before the link, so that two acts never wait for each other."""
    Article.objects.select_for_update().get(pk=article.pk)
    return whole(article.pk)


def _both_locked(link):
    article = _locked(link.article)
    LeaderLink.objects.select_for_update().get(pk=link.pk)
    return article, LeaderLink.objects.select_related("leader", "made_by").get(pk=link.pk)


def _digest(token):
    return hashlib.sha256(token.encode()).hexdigest()


def _record(link, verb, by, at, after=None, reason=""):
    history.record(
        link.article.key, verb, by=by, at=at, portal=link.article.portal.key,
        after={"link": link.pk, **(after or {})}, reason=reason,
    )  # fmt: skip
