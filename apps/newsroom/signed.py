"""The signatures that the desk's first page tells of: asked once for all its panels.

For showing only; a verb asks `signing.standing` anew.
"""

from collections import defaultdict

from .models import Signature
from .signing import Standing, standing_of

_told = []  # (request, at) -> querysets of signatures


def tell_signatures(part):
    """Have a noun say which signatures its panels tell of. For use as a decorator."""
    _told.append(part)
    return part


def standing_told(request, at, key: str, digest: str) -> Standing:
    """Who signed exactly this, of what the nouns have asked for; one query for each request."""
    return standing_of(_by_content(request, at).get((key, digest), ()))


def keys_told(request, at) -> set[str]:
    """What somebody has signed, of the same."""
    return {key for key, _digest in _by_content(request, at)}


def _by_content(request, at) -> dict:
    if not hasattr(request, "signatures_told"):
        found = defaultdict(list)
        for row in _rows(request, at):
            found[row.key, row.digest].append(row)
        request.signatures_told = dict(found)
    return request.signatures_told


def _rows(request, at):
    parts = [rows.order_by().values("pk") for part in _told for rows in part(request, at)]
    if not parts:
        return []
    rows = Signature.objects.filter(pk__in=parts[0].union(*parts[1:]))
    return rows.select_related("user", "delegated_by")
