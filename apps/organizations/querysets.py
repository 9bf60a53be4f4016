from django.db import models
from django.db.models import Q


class OrganizationQuerySet(models.QuerySet):
    """Questions about bodies; the day is always given, both ends of a body's time count."""

    def existing_on(self, day):
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day),
            Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        )

    def beneath(self, ids) -> "OrganizationQuerySet":
        """Sub-bodies at every depth, without `ids` themselves; one query for each level."""
        top, found, edge = set(ids), set(), set(ids)
        while edge:
            edge = set(self.filter(parent__in=edge).values_list("pk", flat=True)) - found - top
            found |= edge
        return self.filter(pk__in=found)
