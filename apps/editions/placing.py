"""Where a page stands beside its own section: the head of the front page, further sections.

The verbs that write `Placed`. Who may is the caller's rule; the clock decides at read time.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from . import paths
from .changes import bump, remember
from .models import Placed

FRONT = ""


def on_topic(slug: str) -> str:
    """The place that is a topic's page: "chu-de/<slug>"."""
    return paths.topic(slug).strip("/")


def placed_at(portal: str, now: datetime):
    """What stands in a further place now, or would if it were live."""
    return Placed.objects.filter(Q(until__isnull=True) | Q(until__gt=now), portal=portal)


@transaction.atomic
def pin(portal: str, key: str, *, until: datetime) -> None:
    """At the head of the front page until then; a second pin moves the end."""
    bump(portal)
    Placed.objects.update_or_create(
        portal=portal, key=key, section=FRONT, defaults={"until": until}
    )
    remember(portal, until)


@transaction.atomic
def unpin(portal: str, key: str) -> bool:
    """Back to its place by date. False: it was not pinned."""
    bump(portal)
    number, _rows = Placed.objects.filter(portal=portal, key=key, section=FRONT).delete()
    return bool(number)


@transaction.atomic
def list_in(portal: str, key: str, sections: set[str]) -> None:
    """Exactly these further sections (and pages of topics, `on_topic`) list the page from now."""
    bump(portal)
    further = Placed.objects.filter(portal=portal, key=key).exclude(section=FRONT)
    further.exclude(section__in=sections).delete()
    for section in sections - set(further.values_list("section", flat=True)):
        Placed.objects.create(portal=portal, key=key, section=section)
