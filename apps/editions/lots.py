"""Many new pages at once, a few statements for all: for whole archives, never for single pages.

The pages must be new keys at new addresses (the guards refuse anything else).
"""

from contextlib import nullcontext

from django.db import connection, transaction

from . import search, uses
from .cutting import uncut
from .guards.postgresql_search import indexed_afterwards
from .inserting import insert, keys
from .models import About, Cut, FileUse, Showing
from .showings import bump, remember


@transaction.atomic
def show_lot(pages, *, addresses, signers, by, why, at, live_from) -> int:
    """Cut and show every page; `addresses`, `signers` and `live_from` run along with `pages`.

    All pages belong to one portal. Returns how many.
    """
    pages = list(pages)
    if not pages:
        return 0
    bump(pages[0].portal)
    cuts = [
        uncut(page, signers=signed, by=by, why=why, at=at)
        for page, signed in zip(pages, signers, strict=True)
    ]
    _number(Cut, cuts)
    insert(cuts)
    showings = [
        Showing(cut=cut, portal=cut.portal, key=cut.key, address=address, live_from=begins)
        for cut, address, begins in zip(cuts, addresses, live_from, strict=True)
    ]
    _number(Showing, showings)
    insert(showings)
    insert(search.rows(showings))
    FileUse.objects.bulk_create(row for shown in showings for row in uses.file_rows(shown))
    About.objects.bulk_create(row for shown in showings for row in uses.subject_rows(shown))
    remember(pages[0].portal, *live_from)
    return len(pages)


def many_lots():
    """A context for so many lots that the site is mostly made of them.

    SQLite sorts as quickly row by row.
    """
    return indexed_afterwards(connection) if connection.vendor == "postgresql" else nullcontext()


def _number(model, rows):
    for row, key in zip(rows, keys(model, len(rows)), strict=True):
        row.pk = key
