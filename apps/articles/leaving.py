"""The pieces of somebody who leaves go to a colleague of the same portal; their bylines stay.

A part of newsroom's `leaving_parts`. Those who hand over see counts, never headlines.
"""

from collections import defaultdict

from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.newsroom import history
from apps.newsroom.leaving import Need, Plan
from apps.portals.models import Seat
from apps.portals.roles import Right
from apps.portals.seats import given_by

from .models import Article

State = Article.State
DESK = (State.DRAFT, State.SENT_BACK)
IN_WORK = (*DESK, State.IN_REVIEW, State.APPROVED)
VERB = "hand_over"


def plan(account, at) -> Plan:
    """What is in the person's hands on each portal, in numbers, and who could take it."""
    needs, hindrances = [], []
    for portal, pieces in _by_portal(account).items():
        colleagues = _colleagues(portal, account, pieces, at)
        needs.append(Need(portal.key, str(portal), _in_words(pieces, account), colleagues))
        if not colleagues:
            hindrances.append(
                _("Nobody on %s can take over the pieces: first give somebody a role there.")
                % portal
            )
    return Plan(needs=tuple(needs), hindrances=tuple(hindrances))


def carry_out(account, receivers, *, by, at) -> list[str]:
    """Hand the pieces to {portal key: user}; each is recorded. Nothing that is signed changes."""
    done = []
    for portal, pieces in _by_portal(account, lock=True).items():
        words = {
            "name": receivers[portal.key],
            "portal": portal,
            "what": _in_words(pieces, account),
        }
        for article in pieces:
            _hand(article, account, receivers[portal.key], by, at)
        done.append(_("Hand over to %(name)s on %(portal)s: %(what)s.") % words)
    return done


def handed_to(user):
    """Pieces a colleague left to this person, as long as they are in work and he has not saved."""
    mine = Q(author=user) | Q(handler=user)
    waiting = Article.objects.filter(mine, came_from__isnull=False, state__in=IN_WORK)
    return waiting.exclude(last_edited_by=user, changed_at__gte=F("came_at")).order_by("-came_at")


def _hand(article, account, receiver, by, at):
    written, handled = article.author_id == account.pk, article.handler_id == account.pk
    if written:
        article.author = receiver
    if handled:
        article.handler = receiver
    article.came_from, article.came_at = account, at
    article.save(update_fields=["author", "handler", "came_from", "came_at"])
    history.record(
        article.key,
        VERB,
        by=by,
        at=at,
        portal=article.portal.key,
        before={"from": str(account)},
        after={"to": str(receiver), "as": [*["author"] * written, *["handler"] * handled]},
    )


def _by_portal(account, lock=False) -> dict:
    """{portal: [articles in work that the person wrote or handles]}."""
    mine = (Q(author=account) | Q(handler=account)) & Q(portal__practice_of=None)
    rows = Article.objects.filter(mine, state__in=IN_WORK).order_by("portal_id", "pk")
    if lock:
        list(rows.select_for_update().values_list("pk"))
    found = defaultdict(list)
    for article in rows.select_related("portal").defer("body", "carries"):
        found[article.portal].append(article)
    return dict(found)


def _in_words(pieces, account) -> str:
    """ "2 bài đang viết, 1 bài chờ duyệt, 1 bài đang nhận xử lý"."""
    drafts = [a for a in pieces if a.author_id == account.pk and a.state in DESK]
    waiting = [a for a in pieces if a.author_id == account.pk and a.state not in DESK]
    handled = [a for a in pieces if a.handler_id == account.pk]
    parts = []
    if n := len(drafts):
        parts.append(ngettext("%(n)d article in work", "%(n)d articles in work", n) % {"n": n})
    if n := len(waiting):
        words = ngettext("%(n)d article handed in", "%(n)d articles handed in", n)
        parts.append(words % {"n": n})
    if n := len(handled):
        words = ngettext("%(n)d article being handled", "%(n)d articles being handled", n)
        parts.append(words % {"n": n})
    return ", ".join(parts)


def _colleagues(portal, account, pieces, at):
    """Who writes there by a seat of his own; edits, where something was being handled."""
    needed = Right.WRITE
    if any(article.handler_id == account.pk for article in pieces):
        needed = Right.EDIT
    seats = Seat.objects.active_at(at).own().filter(portal=portal).exclude(user=account)
    roles = {}
    for seat in seats.select_related("user", "portal").order_by("user__display_name", "pk"):
        if needed in given_by(seat):
            roles.setdefault(seat.user, []).append(str(seat.get_role_display()))
    return tuple((user.pk, f"{user} – {', '.join(held)}") for user, held in roles.items())
