"""Many new pages at once, a few statements for all: for whole archives, never for single pages.

The pages must be new keys at new addresses (the guards refuse anything else).
"""

from django.db import transaction

from . import search, uses
from .cutting import uncut
from .models import About, Cut, FileUse, SearchRow, Showing
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
    cuts = Cut.objects.bulk_create(
        uncut(page, signers=signed, by=by, why=why, at=at)
        for page, signed in zip(pages, signers, strict=True)
    )
    showings = Showing.objects.bulk_create(
        Showing(cut=cut, portal=cut.portal, key=cut.key, address=address, live_from=begins)
        for cut, address, begins in zip(cuts, addresses, live_from, strict=True)
    )
    SearchRow.objects.bulk_create(search.rows(showings))
    FileUse.objects.bulk_create(row for shown in showings for row in uses.file_rows(shown))
    About.objects.bulk_create(row for shown in showings for row in uses.subject_rows(shown))
    remember(pages[0].portal, *live_from)
    return len(pages)
