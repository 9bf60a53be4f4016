"""How pages kept elsewhere learn that something changed: a count, and instants known before."""

from datetime import datetime

from django.db.models import F

from .models import Moment, SiteVersion


def bump(portal: str) -> None:
    """Count one change of a portal's pages and hold its row until the transaction ends."""
    if not SiteVersion.objects.filter(portal=portal).update(number=F("number") + 1):
        SiteVersion.objects.bulk_create([SiteVersion(portal=portal)], ignore_conflicts=True)
        SiteVersion.objects.filter(portal=portal).update(number=F("number") + 1)


def remember(portal: str, *instants: datetime | None) -> None:
    """Note instants at which something changes by itself."""
    Moment.objects.bulk_create(
        [Moment(portal=portal, at=at) for at in instants if at is not None], ignore_conflicts=True
    )
