"""The original changed or went: every portal that shows the same text is told.

Told without the reasons: those stay in the newsroom that has them.
"""

from apps.newsroom import history

from .models import Sending

CHANGED, HIDDEN, BACK = "original_changed", "original_hidden", "original_shown_again"
TAKEN_DOWN, BLANKED = "original_taken_down", "original_blanked"


def tell(article, verb: str, *, by, at, digest: str = "", live_from=None) -> None:
    """An act on each received copy, but where readers have the text of that digest already.

    `live_from`: the moment from which readers of the original get it, when that is to come.
    """
    rows = Sending.objects.filter(article=article, state=Sending.State.RECEIVED)
    planned = {"live_from": live_from.isoformat()} if live_from and live_from > at else {}
    for sending in rows.exclude(digest=digest).select_related("to"):
        history.record(sending.key, verb, by=by, at=at, portal=sending.to.key, after=planned)
