"""The original changed or went: every portal that shows the same text is told.

Told without the reasons: those stay in the newsroom that has them. Its readers' page says itself
what the original's readers were told since (public/origins.py), so it is made anew.
"""

from apps.editions import showings
from apps.editions.models import Showing
from apps.newsroom import history
from apps.questions import Question

from .models import Sending
from .original import end_of

CHANGED, HIDDEN, BACK = "original_changed", "original_hidden", "original_shown_again"
TAKEN_DOWN, BLANKED = "original_taken_down", "original_blanked"
ENDS = "original_ends"


def _received(*, article: int):
    rows = Sending.objects.filter(article=article, state=Sending.State.RECEIVED)
    return rows.select_related("to").order_by("to__key")  # versions are locked in one order


_RECEIVED = Question(_received)


def tell(article, verb: str, *, by, at, digest: str = "", live_from=None) -> None:
    """An act on each received copy, but where readers have the text of that digest already.

    `live_from`: the moment from which readers of the original get it, when that is to come.
    """
    coming = live_from if live_from and live_from > at else None
    planned = {"live_from": coming.isoformat()} if coming else {}
    for sending in _RECEIVED.asked(article=article.pk):
        showings.bump(sending.to.key)
        showings.remember(sending.to.key, coming)
        if sending.digest != digest:
            history.record(sending.key, verb, by=by, at=at, portal=sending.to.key, after=planned)


def foresee(sending, at) -> None:
    """The copy goes out: its page changes when what is planned for the original comes."""
    coming = Showing.objects.of(sending.origin.key, sending.article.key).coming_after(at)
    showings.remember(sending.to.key, *coming.values_list("live_from", flat=True))


def end_with(article, *, by, at, expires_at) -> None:
    """The original's end was set, moved or lifted (None): each copy ends with it, unless its own
    portal chose an earlier hour. That portal is told where its readers' page ends otherwise now.
    """
    rows = Sending.objects.filter(article=article, state=Sending.State.RECEIVED)
    for sending in rows.select_related("to"):
        end = end_of(sending, expires_at)
        open_one = showings.expire(sending.to.key, article.key, expires_at=end, at=at)
        if open_one and end != sending.ends_at:
            said = {"expires_at": end.isoformat() if end else None}
            history.record(sending.key, ENDS, by=by, at=at, portal=sending.to.key, after=said)
