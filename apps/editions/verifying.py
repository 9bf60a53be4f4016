"""Is everything readers get still what was signed? Reads all of it and changes nothing."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from .cutting import page_digest
from .guards import badly_written, missing_guards, search_out_of_step
from .models import Cut, SearchRow, Showing
from .search import WORDS
from .snapshots import in_chunks
from .verifying_spans import span_faults

Ended = Showing.Ended
CHUNK = 500
NOTHING_LEFT = {Ended.WITHDRAWN, Ended.TAKEN_DOWN, Ended.REDACTED}


@dataclass(frozen=True)
class Fault:
    """`kind` is a word for programs, `where` names the row, `text` is one plain sentence."""

    kind: str
    where: str
    text: str


def faults(connection, *, now: datetime, counts: Counter) -> Iterator[Fault]:
    """All that is wrong; `counts` is filled on the way: cuts, redacted, showings, leftovers.

    Leftovers are search rows and file uses of what ended by the clock alone: harmless, and gone
    with the next take-down. Call it inside a `snapshot`.
    """
    for name in missing_guards(connection):
        yield Fault("guard", name, _("A guard of the database is missing or was changed."))
    if search_out_of_step(connection):
        yield Fault("search", "editions_search", _("The search index does not match its rows."))
    unreadable = badly_written(connection)
    for table, pk in unreadable:
        yield Fault("written", f"{table} {pk}", _("A row holds values this site never writes."))
    if unreadable:
        return
    for cuts in in_chunks(Cut.objects.order_by("pk").iterator(CHUNK), CHUNK):
        yield from _cut_faults(cuts, counts)
        yield from _use_faults(cuts, now, counts)
    for kind, showing, text in span_faults():
        yield Fault(kind, f"showing {showing}", text)


def _cut_faults(cuts, counts):
    counts["cuts"] += len(cuts)
    for cut in cuts:
        if cut.redacted_at is not None:
            counts["redacted"] += 1
        elif page_digest(cut) != cut.page_digest:
            yield Fault("digest", f"cut {cut.pk} {cut}", _("The page is not the one that was cut."))


def _use_faults(cuts, now, counts):
    by_pk = {cut.pk: cut for cut in cuts}
    has_row = Exists(SearchRow.objects.filter(showing=OuterRef("pk")))
    showings = Showing.objects.filter(cut__in=by_pk).annotate(has_row=has_row)
    for showing in showings.prefetch_related("files", "about"):
        counts["showings"] += 1
        cut = by_pk[showing.cut_id]
        files = {use.sha256 for use in showing.files.all()}
        where = f"showing {showing.pk} {showing}"
        if _is_open(showing, now):
            yield from _open_faults(showing, cut, where)
        elif _must_be_out_of_search(showing, cut) and showing.has_row:
            yield Fault("search", where, _("Readers may not get it, but search still knows it."))
        elif (showing.ended_why in NOTHING_LEFT or cut.redacted_at) and files:
            yield Fault("files", where, _("Readers may not get it, but its files are still held."))
        elif (files or showing.has_row) and showing.ended_why != Ended.HIDDEN:
            counts["leftovers"] += 1


def _open_faults(showing, cut, where):
    if {use.sha256 for use in showing.files.all()} != set(cut.values.get("files", [])):
        yield Fault("files", where, _("Its list of public files is wrong."))
    if {row.subject for row in showing.about.all()} != set(cut.subjects):
        yield Fault("subjects", where, _("Its list of subjects is wrong."))
    if showing.has_row != (cut.kind in WORDS):
        yield Fault("search", where, _("It is wrongly in search, or wrongly not."))


def _is_open(showing, now):
    """Live or coming."""
    end = showing.ends_at()
    return end is None or end > max(now, showing.live_from)


def _must_be_out_of_search(showing, cut):
    return showing.ended_why in {*NOTHING_LEFT, Ended.HIDDEN} or cut.redacted_at is not None
