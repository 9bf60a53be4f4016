from django.db import models
from django.db.models import F, Func, Q
from django.db.models.lookups import LessThanOrEqual

from .values import COPY

EMPTY = Q(expires_at=F("live_from")) | Q(ended_at=F("live_from"))


class Unsought(Func):
    """The column, which SQLite's planner must not look for in an index.

    Nearly every showing has begun: along the index of beginnings it would read a whole archive
    where it was asked for the pages of one kind.
    """

    template = "%(expressions)s"

    def as_sqlite(self, compiler, connection, **options):
        return self.as_sql(compiler, connection, template="+%(expressions)s", **options)


class ShowingQuerySet(models.QuerySet):
    """Questions about time; every one takes its clock from the caller."""

    def live_at(self, now):
        return self.not_ended_by(now).filter(LessThanOrEqual(Unsought("live_from"), now))

    def coming_after(self, now):
        """Scheduled and neither withdrawn nor expired before it begins."""
        return self.not_ended_by(now).filter(live_from__gt=now).not_empty()

    def open_at(self, now):
        """Live or coming: what `live_at` and `coming_after` find, in one question."""
        return self.not_ended_by(now).not_empty()

    def not_ended_by(self, now):
        return self.filter(
            Q(expires_at__isnull=True) | Q(expires_at__gt=now),
            Q(ended_at__isnull=True) | Q(ended_at__gt=now),
        )

    def ended_by_then(self, now):
        """Over at `now`, however it ended; a plan given up is over at once."""
        return self.filter(Q(expires_at__lte=now) | Q(ended_at__lte=now) | EMPTY)

    def own(self):
        """Without copies of what another portal sent; asked of each row, so for few of them."""
        return self.exclude(about__subject=COPY)

    def of_kind(self, portal, kind):
        """All pages of a kind, however many there are of others: the cuts' indexes begin so."""
        return self.filter(cut__portal=portal, cut__kind=kind)

    def not_empty(self):
        """Those readers get for some time at all."""
        return self.filter(
            Q(expires_at__isnull=True) | Q(expires_at__gt=F("live_from")),
            Q(ended_at__isnull=True) | Q(ended_at__gt=F("live_from")),
        )

    def of(self, portal, key):
        return self.filter(portal=portal, key=key)

    def listed(self):
        """Newest first, with what a list shows and without what it does not."""
        return (
            self.select_related("cut")
            .defer("cut__values", "cut__signers")
            .order_by("-cut__listed_at", "-cut_id")
        )

    def pages(self, portal, kind="article"):
        """Showings whose cut stands in lists, newest first; loads no values."""
        return self.filter(portal=portal, cut__portal=portal, cut__kind=kind).listed()
