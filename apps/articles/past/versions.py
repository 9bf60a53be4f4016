"""Every saved text of an article, kept as values: what can be compared and brought back.

One row for each save that changed what readers read or where it stands; what the browser keeps
while somebody types is no version. Articles older than this table, and imported ones, get their
first row when somebody saves or signs them.
"""

import json
import zlib

from django.utils.translation import gettext as _

from apps.newsroom.digests import canonical, digest
from apps.newsroom.refusals import Refused
from apps.questions import Question

from .. import content
from ..models import Version
from ..whole import read_lists


def keep_first(article, *, by, at) -> Version:
    """The version of an article that was inserted this moment; only its lists are read again."""
    read_lists(article)
    return _add(article, None, by=by, at=at)


def keep(article, after: Version, *, by, at) -> Version:
    """The article as it now stands, `for_cutting` loaded: the version next to `after`."""
    return _add(article, after, by=by, at=at)


def keep_present(article, *, at) -> Version:
    """The version that holds the article's present text; made now when no save has made it.

    Asks one query when it is there. What stood before this table belongs to whoever edited it last.
    """
    last = _last(article)
    if last is None:
        by = article.last_edited_by or article.author
        return _add(article, None, by=by, at=article.changed_at)
    if last.digests != content.both_digests(article):
        return _add(article, last, by=None, at=at)
    return last


def versions_of(article) -> list[Version]:
    """All of them without their texts, newest first; one query.

    The first one is always the present text: one that is not stored yet has no pk.
    """
    found = list(article.versions.defer("packed").select_related("by"))
    last = found[0] if found else None
    if last is None:
        by, at = article.last_edited_by or article.author, article.changed_at
        return [_version(article, 1, by=by, at=at)]
    if last.digests != content.both_digests(article):
        return [_version(article, last.number + 1, by=None, at=article.changed_at), *found]
    return found


def values_of(version) -> dict:
    """{"text", "place"} as `content.all_values` gave them on the day. Refused when it is blank."""
    if version.blanked_at:
        raise Refused(_("The text of this version was blanked and cannot be read any more."))
    return json.loads(zlib.decompress(bytes(version.packed)))


def blank(article_id: int, digest: str, *, at) -> None:
    """For `withdrawal/redacting.py` only: of this text nothing stays but who saved it and when."""
    same = Version.objects.filter(article=article_id, digest=digest, blanked_at=None)
    same.update(packed=b"", blanked_at=at)


_LAST = Question(
    lambda *, article: (
        Version.objects.filter(article=article).order_by("-number").defer("packed")[:1]
    )
)


def _last(article):
    return next(iter(_LAST.asked(article=article.pk)), None)


def _add(article, last, *, by, at):
    version = _version(article, last.number + 1 if last else 1, by=by, at=at)
    version.save()
    return version


def _version(article, number, *, by, at):
    values = content.all_values(article)
    return Version(
        article=article,
        number=number,
        revision=article.revision,
        by=by,
        at=at,
        digest=digest(values["text"]),
        placement=digest(values["place"]),
        packed=zlib.compress(canonical(values), 9),
    )
