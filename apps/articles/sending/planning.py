"""The hours of a received piece, and the head of the front page: acts of the receiving portal.

As for its own pieces, none of it is text: nothing here is signed.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from apps.editions import placing, showings
from apps.editions.locks import publishing_lock
from apps.editions.models import Placed
from apps.newsroom.refusals import Refused
from apps.portals.roles import Right
from lib.vietnamese.datelines import say_when

from ..release.placing import refuse_pin
from .models import Sending
from .original import end_of, live_original, planned_here
from .receiving import held, record, refuse_unless

State = Sending.State


@transaction.atomic
def unschedule(sending, *, by, at) -> Sending:
    """Give up the hour: it waits to be received again, with its section and its signatures."""
    publishing_lock()
    sending, seat, _seats = held(sending, by, at, Right.SCHEDULE)
    planned = planned_here(sending, at)
    if planned is None:
        raise Refused(_("Nothing is scheduled."))
    showings.withdraw(planned, at=at)
    sending.state, sending.answered_at = State.WAITING, None
    sending.digest = sending.left = ""
    sending.save()
    record(sending, "unschedule_received", by, at, seat)
    return sending


@transaction.atomic
def expire(sending, *, by, at, expires_at) -> Sending:
    """Set, move or lift (None) the end chosen here; the original's own end stays in any case."""
    publishing_lock()
    sending, seat, _seats = held(sending, by, at, Right.SCHEDULE)
    refuse_unless(sending, State.RECEIVED)
    planned = planned_here(sending, at)
    if expires_at and expires_at <= at:
        raise Refused(_("Choose a time in the future."))
    if expires_at and planned and expires_at <= planned.live_from:
        raise Refused(_("The end must be later than the time it goes out."))
    original = live_original(sending, at)
    sending.ends_at = expires_at
    end = end_of(sending, original and original.expires_at)
    if expires_at and end != expires_at:
        raise Refused(
            _("The original ends %(when)s; choose an earlier time.") % {"when": say_when(end, at)}
        )
    if not showings.expire(sending.to.key, sending.article.key, expires_at=end, at=at):
        raise Refused(_("Publish the article first, then set its end."))
    sending.save()
    said = expires_at.isoformat() if expires_at else None
    record(sending, "expire_received", by, at, seat, expires_at=said)
    return sending


@transaction.atomic
def pin(sending, *, by, at, until) -> Sending:
    """At the head of this portal's front page until a moment; the rule is that of own pieces."""
    sending, seat, _seats = held(sending, by, at, Right.SCHEDULE)
    refuse_pin(sending.to.key, sending.article.key, until, at)
    placing.pin(sending.to.key, sending.article.key, until=until)
    record(sending, "pin_received", by, at, seat, until=until.isoformat())
    return sending


@transaction.atomic
def unpin(sending, *, by, at) -> Sending:
    """Back to its place by date."""
    sending, seat, _seats = held(sending, by, at, Right.SCHEDULE)
    if not placing.unpin(sending.to.key, sending.article.key):
        raise Refused(_("This piece is not pinned."))
    record(sending, "unpin_received", by, at, seat)
    return sending


def pinned_until(sending):
    """The end of its pin on the receiving portal, also one that has passed, or None."""
    rows = Placed.objects.filter(
        portal=sending.to.key, key=sending.article.key, section=placing.FRONT
    )
    return rows.values_list("until", flat=True).first()
