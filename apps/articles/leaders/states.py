"""What can still be done with a leader's link: asked anew each time, of the clock and the text."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.portals.models import Seat
from apps.portals.roles import Right, rights

from .. import content
from ..models import Article

ASKED_IN = (Article.State.IN_REVIEW, Article.State.APPROVED)
TRIES = 5


class LinkState(models.TextChoices):
    OPEN = "open", _("waits for his opinion")
    SIGNED = "signed", _("has agreed")
    CHANGED = "changed", _("the text has changed since")
    CLOSED = "closed", _("no longer in review")
    EXPIRED = "expired", _("run out")
    REVOKED = "revoked", _("revoked")
    LOCKED = "locked", _("locked: wrong PIN")
    SEAT_ENDED = "seat_ended", _("no longer asked for an opinion")


# Nothing opens these any more, not even the right PIN.
DEAD = {LinkState.REVOKED, LinkState.LOCKED, LinkState.SEAT_ENDED}
# The text may be read.
READABLE = {LinkState.OPEN, LinkState.SIGNED}
# The leader may ask for a new one.
ASKABLE = {LinkState.CHANGED, LinkState.EXPIRED}


def leaders_of(portal, at) -> list:
    """Who may be sent a link: people asked for an opinion on that portal now.

    Whoever also has the right to approve signs at the desk, with his password.
    """
    held = {}
    seats = Seat.objects.active_at(at).filter(portal=portal).select_related("user")
    for seat in seats:
        given = rights(seat.role, editors_approve=portal.editors_approve)
        held.setdefault(seat.user, set()).update(given)
    return [user for user, all_his in held.items() if _is_asked(all_his)]


def _is_asked(held):
    return Right.ADVISE in held and Right.APPROVE not in held


def state_of(link, article, at, *, leaders=None, digests=None) -> LinkState:
    """`article` loaded by `for_cutting`; `leaders` and `digests` spare asking for each link."""
    leaders = leaders_of(article.portal, at) if leaders is None else leaders
    ended = _ended(link, leaders)
    if ended:
        return ended
    if (digests or content.both_digests(article)) != (link.text_digest, link.placement_digest):
        return LinkState.CHANGED
    if link.expires_at <= at:
        return LinkState.EXPIRED
    if link.signed_at:
        return LinkState.SIGNED
    return LinkState.OPEN if article.state in ASKED_IN else LinkState.CLOSED


def _ended(link, leaders):
    if link.revoked_at:
        return LinkState.REVOKED
    if link.leader not in leaders:
        return LinkState.SEAT_ENDED
    return LinkState.LOCKED if link.tries >= TRIES else None


def says(state: LinkState) -> str:
    """Why the text is not shown or cannot be signed, for the leader; '' while it can."""
    return str(SAYS.get(state, ""))


SAYS = {
    LinkState.CHANGED: _("The text has changed since this link was sent to you."),
    LinkState.CLOSED: _("This article no longer waits for an opinion."),
    LinkState.EXPIRED: _("This link has run out."),
    LinkState.REVOKED: _("The newsroom has revoked this link. If you need another, ask for it."),
    LinkState.LOCKED: _(
        "A wrong PIN was typed too often and the link is locked. Ask the newsroom for a new one."
    ),
    LinkState.SEAT_ENDED: _("This link no longer opens anything. Please ask the newsroom."),
}
