from django.db import models
from django.db.models import Q
from django.utils import timezone


class SeatQuerySet(models.QuerySet):
    def active_at(self, at):
        """Seats held on the day of `at`, Vietnamese time; both ends inclusive."""
        day = timezone.localdate(at)
        return self.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=day),
            starts_on__lte=day,
            user__is_active=True,
        )
