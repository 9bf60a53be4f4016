"""What readers have of an original and of its copy, now: asked when somebody looks."""

from django.db.models import CharField, OuterRef, Subquery, TextChoices, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils.translation import gettext_lazy as _

from apps.editions.models import Showing

from .models import Sending

State = Sending.State
KEY = Concat(Value("article:"), Cast(OuterRef("article_id"), CharField()), output_field=CharField())


class Stand(TextChoices):
    """What there is to do with a sending, or how it stands."""

    WAITING = "waiting", _("Waiting to be received")
    WITHDRAWN = "withdrawn", _("No longer on its own portal")
    CHANGED = "changed", _("The original was changed")
    GONE = "gone", _("The original was taken from its readers")
    RECEIVED = "received", _("Received and published")
    SCHEDULED = "scheduled", _("Scheduled")
    HIDDEN = "hidden", _("Hidden for now")
    ENDED = "ended", _("No longer on the page")
    DECLINED = "declined", _("Declined")
    TAKEN_DOWN = "taken_down", _("Taken down")


ASKING = {Stand.WAITING, Stand.CHANGED, Stand.GONE}


def live_original(sending, at) -> Showing | None:
    """What readers of the original's portal have of it, with its cut."""
    return _showings(sending, sending.origin).live_at(at).select_related("cut").first()


def shown_here(sending, at) -> Showing | None:
    """What the readers of the receiving portal have."""
    return _showings(sending, sending.to).live_at(at).select_related("cut").first()


def planned_here(sending, at) -> Showing | None:
    """What those readers will have by a plan that stands."""
    return _showings(sending, sending.to).coming_after(at).select_related("cut").first()


def with_readers(rows, at):
    """A queryset of sendings, each with `original` and `here`: digests readers have, or '';
    `coming_here`, the moment readers here are to get it or None; and `ended_here`, why they have
    lost it if they have.
    """
    coming = Showing.objects.coming_after(at).filter(portal=OuterRef("to__key"), key=KEY)
    last = Showing.objects.filter(portal=OuterRef("to__key"), key=KEY, live_from__lte=at)
    ended = last.order_by("-live_from", "-pk").values("ended_why")[:1]
    return rows.annotate(
        original=_live_digest("article__portal__key", at),
        here=_live_digest("to__key", at),
        coming_here=Subquery(coming.order_by("live_from").values("live_from")[:1]),
        ended_here=Coalesce(Subquery(ended), Value("")),
    ).select_related("article__portal", "to", "section", "sent_by")


def stand(sending) -> Stand:
    """Of a row of `with_readers`."""
    if sending.state == State.WAITING:
        return Stand.WAITING if sending.original else Stand.WITHDRAWN
    if sending.state != State.RECEIVED:
        return Stand(sending.state)
    if not sending.here and not sending.coming_here:
        hidden = sending.ended_here == Showing.Ended.HIDDEN
        return Stand.HIDDEN if hidden else Stand.ENDED
    left = sending.left == (sending.original or Sending.GONE)
    if left or sending.original == sending.digest:
        return Stand.RECEIVED if sending.here else Stand.SCHEDULED
    return Stand.CHANGED if sending.original else Stand.GONE


def end_of(sending, of_original):
    """When the copy ends: by the hour chosen there, at the latest with the original. Or None."""
    return min(filter(None, (sending.ends_at, of_original)), default=None)


def _live_digest(portal, at):
    shown = Showing.objects.live_at(at).filter(portal=OuterRef(portal), key=KEY)
    return Coalesce(Subquery(shown.values("cut__text_digest")[:1]), Value(""))


def _showings(sending, portal):
    return Showing.objects.of(portal.key, sending.article.key)
