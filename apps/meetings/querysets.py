"""Questions about meetings: who may see which, and which stand in a week."""

import datetime as dt

from django.db import models
from django.db.models import Q

from apps.portals.roles import Right, rights
from apps.portals.seats import listed_of, seats_of
from lib.vietnamese.days import midnight

DAY, WEEK = dt.timedelta(days=1), dt.timedelta(days=7)


class MeetingQuerySet(models.QuerySet):
    def seen_by(self, user, at):
        """Meetings of the portals on which the person may read what others write."""
        mine = [
            seat.portal_id
            for seat in listed_of(user, at)
            if Right.READ in rights(seat.role, editors_approve=seat.portal.editors_approve)
        ]
        return self.filter(portal__in=mine)

    def within_reach_of(self, user, at):
        """What the person may see, and what he was sent to: a contributor sees no others."""
        sent_to = Q(assignments__user=user, portal__in=seats_of(user, at).values("portal"))
        return self.filter(Q(pk__in=self.model.objects.seen_by(user, at)) | sent_to).distinct()

    def between(self, first, last):
        """Lines that take place and are to be reported on, beginning on these days, in order."""
        rows = self.filter(starts_at__gte=midnight(first), starts_at__lt=midnight(last) + DAY)
        rows = rows.filter(no_coverage=False, state=self.model.State.PLANNED)
        return rows.order_by("starts_at", "number")

    def covered_by_nobody(self):
        """Nobody is sent there."""
        return self.filter(assignments__isnull=True)

    def of_week(self, portal, monday):
        """Lines that begin in the seven days from `monday` on (Vietnamese time), in order."""
        start = midnight(monday)
        lines = self.filter(portal=portal, starts_at__gte=start, starts_at__lt=start + WEEK)
        return lines.order_by("starts_at", "number")

    def for_readers(self):
        """What may ever get into a published page."""
        return self.filter(is_public=True, no_coverage=False)
