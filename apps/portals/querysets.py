from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from .roles import CHIEFS


class SeatQuerySet(models.QuerySet):
    def active_at(self, at):
        """Seats that give rights at that moment.

        A delegated one counts only while its giver is still a chief there and its holder still has
        a seat of his own: it ends with either of them, without anybody doing anything.
        """
        here = self._seats().own().on_day_of(at).filter(portal=OuterRef("portal"))
        giver = here.filter(user=OuterRef("delegated_by"), role__in=CHIEFS)
        holder = here.filter(user=OuterRef("user"))
        return self.on_day_of(at).filter(
            Q(delegated_by__isnull=True) | Exists(giver) & Exists(holder)
        )

    def listed_at(self, at) -> list:
        """The same as a list, with portal and giver.

        Whether a delegation still counts is asked only where there is one: for nearly everybody
        the question stays a small one, and every page of the desk asks it.
        """
        held = list(self.select_related("portal").on_day_of(at))
        if any(seat.delegated_by_id for seat in held):
            held = list(self.select_related("portal", "delegated_by").active_at(at))
        return held

    def on_day_of(self, at):
        """By their days alone, Vietnamese time; both ends inclusive; not withdrawn before."""
        day = timezone.localdate(at)
        return self.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=day),
            Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=at),
            starts_on__lte=day,
            user__is_active=True,
        )

    def with_counts(self, at):
        """`counts`: does the seat give rights at that moment?"""
        active = self._seats().active_at(at).filter(pk=OuterRef("pk"))
        return self.annotate(counts=Exists(active))

    def own(self):
        """Given by the administrator, not delegated."""
        return self.filter(delegated_by__isnull=True)

    def not_over(self, at):
        """Delegations that count now or will: neither past nor withdrawn."""
        return self.filter(
            delegated_by__isnull=False,
            ends_on__gte=timezone.localdate(at),
            withdrawn_at__isnull=True,
        )

    def _seats(self):
        """All seats, also when this is a queryset of delegations."""
        return SeatQuerySet(self.model._meta.concrete_model)


class DelegationManager(models.Manager.from_queryset(SeatQuerySet)):
    """Only seats that a chief has delegated."""

    def get_queryset(self):
        return super().get_queryset().filter(delegated_by__isnull=False)
