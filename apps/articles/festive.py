"""Mourning on the first page: pieces of joy that go out by themselves meanwhile; somebody decides.

Nothing is stopped by itself: words only put a piece on the list (`lib/vietnamese/festive.py`).
Whoever may schedule says that it goes out all the same, or gives up its hour.
"""

from django.contrib import messages
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from apps.newsroom import history
from apps.newsroom.models import Act
from apps.newsroom.refusals import Refused
from apps.newsroom.telling import name_verbs
from apps.portals.mourning import LONGEST
from apps.portals.roles import Right
from apps.portals.seats import by_delegation, given_by, seat_for
from lib.vietnamese.festive import is_festive

from . import publishing, work
from .desk import seen_article

KEEP = "keep_in_mourning"
SHOWN = 12

name_verbs({KEEP: gettext_lazy("said that it goes out in mourning all the same")})


def kept_column(at) -> Exists:
    """On a Showing: somebody has said lately that it goes out all the same."""
    return Exists(Act.objects.filter(key=OuterRef("key"), verb=KEEP, at__gt=at - LONGEST))


def mourns(seats) -> bool:
    return any(seat.mourns_until for seat in seats)


def mourning_panel(seats, coming, copies, now) -> list[dict]:
    """The panel while a portal of the person's mourns or is about to, or none.

    Of seats as `held` gives them and of `coming` showings with `kept`; no query of its own. On
    `copies` of what other portals sent one decides on the page of the piece that came.
    """
    spans = {seat.portal.key: seat for seat in seats if seat.mourns_until}
    if not spans:
        return []
    decides = {seat.portal.key for seat in seats if Right.SCHEDULE in given_by(seat)}
    pieces = [each for each in [*coming, *copies] if each.portal in decides & spans.keys()]
    pieces = [each for each in pieces if _is_meant(each, spans[each.portal])]
    pieces.sort(key=lambda each: each.live_from)
    for showing in pieces[:SHOWN]:
        showing.number = work.number_in(showing.key)
        showing.is_copy = showing in copies
    lines = [{"seat": seat, "runs": seat.mourns_from <= now} for seat in spans.values()]
    return [
        {
            "title": _("Mourning"),
            "template": "articles/_mourning_panel.html",
            "context": {
                "lines": lines,
                "pieces": pieces[:SHOWN],
                "more": max(0, len(pieces) - SHOWN),
                "decides": bool(decides & spans.keys()),
                "opens": any(Right.MOURN in given_by(seat) for seat in spans.values()),
            },
        }
    ]


def _is_meant(showing, seat):
    return (
        seat.mourns_from <= showing.live_from < seat.mourns_until
        and not showing.kept
        and is_festive(f"{showing.cut.title} {showing.cut.summary}", showing.cut.section)
    )


@transaction.atomic
def keep(article, *, by, at) -> None:
    """It goes out at its hour all the same. Raises OutOfSight or Refused."""
    seat = seat_for(by, article.portal, Right.SCHEDULE, at)
    history.record(
        article.key, KEEP, by=by, at=at, portal=article.portal.key, after=by_delegation(seat)
    )


@require_POST
def decide(request, pk, what):
    """“Vẫn đăng” and “Bỏ hẹn giờ” on the first page."""
    now = timezone.now()
    article = seen_article(request, pk, now)
    try:
        if what == "keep":
            keep(article, by=request.user, at=now)
            messages.success(request, _("“%s” goes out at its hour all the same.") % article)
        else:
            publishing.unschedule(article, by=request.user, at=now)
            messages.success(request, _("“%s” does not go out; its hour is given up.") % article)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("admin:index")
