"""The titles an old page gives people, kept with the page until the register has learnt them."""

from .linking import Linked, day_of
from .models import ImportedPage, Sighting
from .reading import ReadPage

FORMER = "nguyên "


def remember(page: ImportedPage, read: ReadPage, linked: Linked) -> None:
    """Write what `read` says of this page. A former title tells no day it was held."""
    day = day_of(read)
    rows = [
        Sighting(page=page, name=official.name[:120], rank=rank[:120], body_words=body[:200],
                 day=day, position=position, person=linked.people.get(official.name))
        for position, official in enumerate(read.officials)
        for rank, body in map(_parts, official.titles)
        if not rank.startswith(FORMER)
    ]  # fmt: skip
    Sighting.objects.bulk_create(rows)


def _parts(title):
    rank, _bar, body = title.partition("|")
    return rank.strip(), body.strip()
