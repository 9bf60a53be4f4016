"""What a showing needs beside its cut while readers may get it: search row, subjects, files."""

from django.db.models import Exists, OuterRef, Q

from . import search
from .models import About, FileUse, Showing


def take_up(showing: Showing) -> None:
    """Make a current or coming showing findable by words and subjects, and hold its files."""
    search.add(showing)
    FileUse.objects.bulk_create(file_rows(showing))
    About.objects.bulk_create(subject_rows(showing))


def file_rows(showing: Showing) -> list[FileUse]:
    hashes = sorted(set(showing.cut.values.get("files", [])))
    return [FileUse(showing=showing, sha256=sha) for sha in hashes]


def subject_rows(showing: Showing) -> list[About]:
    cut = showing.cut
    return [
        About(showing=showing, subject=key, listed_at=cut.listed_at)
        for key in dict.fromkeys(cut.subjects)
    ]


def forget(showings) -> None:
    """Drop search rows, subjects and file uses of these showings (ids or rows)."""
    search.drop(showings)
    About.objects.filter(showing__in=showings).delete()
    FileUse.objects.filter(showing__in=showings).delete()


def release_files(showings) -> list[str]:
    """`forget` a queryset of showings; the files no showing uses any more."""
    ids = list(showings.values_list("pk", flat=True))
    if not ids:
        return []
    hashes = set(FileUse.objects.filter(showing__in=ids).values_list("sha256", flat=True))
    forget(ids)
    return sorted(hashes - files_in_use(hashes))


def files_in_use(hashes) -> set[str]:
    """Those of the given hashes that some current, coming or hidden showing needs."""
    return set(
        FileUse.objects.filter(sha256__in=hashes).values_list("sha256", flat=True).distinct()
    )


def tidy(at) -> list[str]:
    """Forget what ended by the clock alone; the files no showing uses any more.

    Nothing depends on it being called: readers' questions ask the clock. What is hidden keeps its
    files, since it may be shown again, until another version of the page has begun.
    """
    later = Showing.objects.filter(
        portal=OuterRef("portal"), key=OuterRef("key"), live_from__lte=at, pk__gt=OuterRef("pk")
    )
    over = Showing.objects.ended_by_then(at)
    hidden = over.filter(~Exists(later.not_empty()), ended_why=Showing.Ended.HIDDEN)
    needless = over.exclude(pk__in=hidden.values("pk"))
    rows = needless.filter(Q(search_row__isnull=False) | Q(files__isnull=False))
    return release_files(rows.distinct())
