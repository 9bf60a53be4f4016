"""Are the spans of time right: never two at once, ends with their reason, every instant known?"""

from collections.abc import Iterator
from operator import attrgetter

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext as _

from .models import Moment, Showing

Ended = Showing.Ended


def span_faults() -> Iterator[tuple[str, str, str]]:
    """(kind, showing, sentence)."""
    for name in ("key", "address"):
        for showing in two_at_once(name):
            yield "overlap", showing, _("Two pages are live here at the same time.")
    for kind, found, text in _questions():
        for showing in found.iterator():
            yield kind, f"{showing.pk} {showing}", text


def two_at_once(name: str) -> Iterator[str]:
    """Showings that begin before another of the same portal and key (or address) has ended."""
    rows = Showing.objects.not_empty().order_by("portal", name, "live_from", "pk")
    rows = rows.only("portal", "key", "address", "live_from", "expires_at", "ended_at")
    place = attrgetter("portal", name)
    latest = None
    for span in rows.iterator():
        same = latest and place(latest) == place(span)
        if same and not _is_over(latest, span.live_from):
            yield f"{span.pk} {span}"
        if not same or _lasts_longer(span, latest):
            latest = span


def _is_over(showing, instant):
    end = showing.ends_at()
    return end is not None and end <= instant


def _lasts_longer(span, other):
    end = other.ends_at()
    return end is not None and (span.ends_at() is None or span.ends_at() > end)


def _questions():
    every = Showing.objects.all()
    yield (
        "cut",
        every.exclude(portal=F("cut__portal"), key=F("cut__key")),
        _("It shows a cut of another page."),
    )
    yield "address", every.filter(address="", cut__kind="article"), _("An article has no address.")
    yield (
        "end",
        every.filter(Q(expires_at__lt=F("live_from")) | Q(ended_at__lt=F("live_from"))),
        _("It ends before it begins."),
    )
    yield (
        "end",
        every.filter(
            Q(ended_at=None) & ~Q(ended_why="") | Q(ended_at__isnull=False) & Q(ended_why="")
        ),
        _("It ended without a reason, or has a reason without having ended."),
    )
    yield "end", every.filter(_wrong_successor()), _("What it ended for does not follow it.")
    for column in ("live_from", "expires_at", "ended_at"):
        known = Moment.objects.filter(portal=OuterRef("portal"), at=OuterRef(column))
        yield (
            "moment",
            every.not_empty().filter(~Exists(known), **{f"{column}__isnull": False}),
            _("Kept pages do not know of its beginning or end."),
        )


def _wrong_successor():
    follows = Showing.objects.filter(
        pk=OuterRef("ended_by"),
        portal=OuterRef("portal"),
        key=OuterRef("key"),
        live_from=OuterRef("ended_at"),
    )
    superseded = Q(ended_why=Ended.SUPERSEDED)
    return superseded & ~Exists(follows) | ~superseded & Q(ended_by__isnull=False)
