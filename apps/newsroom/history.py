"""Writing and reading what was done."""

from django.db import transaction

from . import noticing
from .models import Act


@transaction.atomic(savepoint=False)
def record(key, verb, *, by, at, portal="", before=None, after=None, reason=""):
    """Append one Act, and tell whom it concerns (`noticing`).

    `before` and `after` are small JSON values of what changed.
    """
    act = Act.objects.create(
        key=key,
        portal=portal,
        verb=verb,
        by=by,
        at=at,
        before=before or {},
        after=after or {},
        reason=reason,
    )
    noticing.follow(act)
    return act


def acts_about(key):
    """All acts about one thing, newest first, with their authors."""
    return Act.objects.filter(key=key).select_related("by")
