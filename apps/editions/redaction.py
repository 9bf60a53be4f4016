"""Blanking a cut: for leaked secrets and personal data only.

Who may (chief and administrator together, with a reason) and the record of it are the caller's.
"""

from datetime import datetime

from django.db import transaction

from . import plans, uses
from .changes import bump, remember
from .guards.columns import REDACTION
from .locks import publishing_lock
from .models import Cut, Showing

Ended = Showing.Ended
STAYS_ENDED = (Ended.SUPERSEDED, Ended.WITHDRAWN, Ended.TAKEN_DOWN)


@transaction.atomic
def redact(cut: Cut, *, at: datetime) -> list[str]:
    """Empty the values of a cut and end its showings (410); digests, signers and keys stay.

    A planned showing is given up, so that what readers have now goes on. Returns the public files
    no showing uses any more; the caller deletes them once the transaction is committed. A cut
    redacted before is left as it is.
    """
    publishing_lock()
    bump(cut.portal)
    showings = Showing.objects.filter(cut=cut)
    for planned in showings.coming_after(at):
        plans.give_up(planned, Ended.REDACTED)
    for live in showings.live_at(at):
        plans.end(live, at, Ended.REDACTED)
        remember(cut.portal, at)
    for over in showings.exclude(ended_why__in=[*STAYS_ENDED, Ended.REDACTED]):
        plans.end(over, over.ends_at(), Ended.REDACTED)
    Cut.objects.filter(pk=cut.pk, redacted_at=None).update(**_blank(), redacted_at=at)
    return uses.release_files(showings)


def _blank():
    """An empty value for every column a redaction empties."""
    fields = [Cut._meta.get_field(name) for name in REDACTION - {"redacted_at"}]
    return {field.name: None if field.null else field.get_default() for field in fields}
