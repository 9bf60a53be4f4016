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
        here = self._seats().filter(
            *_not_ended(at),
            starts_on__lte=timezone.localdate(at),
            delegated_by__isnull=True,
            portal=OuterRef("portal"),
        )
        giver = here.filter(user=OuterRef("delegated_by"), user__is_active=True, role__in=CHIEFS)
        holder = here.filter(user=OuterRef("user"))  # whose account is open, or there is no row
        return self.on_day_of(at).filter(
            Q(delegated_by__isnull=True) | Exists(giver) & Exists(holder)
        )

    def listed_at(self, at, held=None) -> list:
        """The same as a list with portal and giver, by name of portal and first day.

        `held` are these seats with their portals by their days, where the caller has asked.

        Whether a delegation still counts is asked only where there is one: for nearly everybody
        the question stays a small one, and every page of the desk and every verb asks it. The few
        are put in order here: to write an ORDER BY over other tables takes the ORM as long.
        """
        seats = self.order_by().select_related("portal")
        if held is None:
            held = list(seats.on_day_of(at))
        if any(seat.delegated_by_id for seat in held):
            held = list(seats.select_related("delegated_by").active_at(at))
        return sorted(held, key=lambda seat: (seat.portal.name, seat.starts_on, seat.pk))

    def on_day_of(self, at):
        """By their days alone, Vietnamese time; both ends inclusive; not withdrawn before."""
        return self.filter(
            *_not_ended(at), starts_on__lte=timezone.localdate(at), user__is_active=True
        )

    def not_ended(self, at):
        """The same and those still to begin, also of closed accounts."""
        return self.filter(*_not_ended(at))

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


def _not_ended(at) -> tuple[Q, Q]:
    return (
        Q(ends_on__isnull=True) | Q(ends_on__gte=timezone.localdate(at)),
        Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=at),
    )


class DelegationManager(models.Manager.from_queryset(SeatQuerySet)):
    """Only seats that a chief has delegated."""

    def get_queryset(self):
        return super().get_queryset().filter(delegated_by__isnull=False)
