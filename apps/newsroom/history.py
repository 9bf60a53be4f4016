"""Writing and reading what was done."""

from .models import Act


def record(key, verb, *, by, at, portal="", before=None, after=None, reason=""):
    """Append one Act; `before` and `after` are small JSON values of what changed."""
    return Act.objects.create(
        key=key,
        portal=portal,
        verb=verb,
        by=by,
        at=at,
        before=before or {},
        after=after or {},
        reason=reason,
    )


def acts_about(key):
    """All acts about one thing, newest first, with their authors."""
    return Act.objects.filter(key=key).select_related("by")
