"""“Recorded from outside”: what a leader said by Zalo, telephone, paper; never a signature."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.newsroom import history
from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals.roles import Right
from apps.portals.seats import rights_of
from lib.vietnamese.text import clean

from .. import content
from ..models import Opinion
from ..whole import whole
from .links import checked_words

VERBS = {"outside_opinion": gettext_lazy("Recorded an opinion given outside the system")}
OUTSIDE = [(way.value, way.label) for way in Opinion.Way if way != Opinion.Way.LINK]


def may_record(article, user, held) -> bool:
    """Editors, and the author about his own; `held` are the person's rights there."""
    return Right.EDIT in held or (article.author_id == user.pk and Right.WRITE in held)


@transaction.atomic
def record_outside(article, *, by, at, said_by, way, said_at, words) -> Opinion:
    """Keep who reports what, from whom, when and how. Raises OutOfSight or Refused."""
    held = rights_of(by, article.portal, at)
    if not held:
        raise OutOfSight
    if not may_record(article, by, held):
        raise Refused(_("Only the author or an editor can do this."))
    said_by = clean(said_by or "")[:200]
    if not said_by or way not in dict(OUTSIDE):
        raise Refused(_("Say whose opinion it is and how it came."))
    if said_at is None or said_at > at:
        raise Refused(_("Say when it was; not a time still to come."))
    fresh = whole(article.pk)
    made = Opinion.objects.create(
        article=fresh, said_by=said_by, way=way, said_at=said_at, words=checked_words(words),
        reported_by=by, recorded_at=at, text_digest=content.text_digest(fresh),
    )  # fmt: skip
    after = {"from": said_by, "how": way, "when": said_at.isoformat()}
    history.record(
        fresh.key, "outside_opinion", by=by, at=at, portal=fresh.portal.key, after=after,
        reason=made.words,
    )  # fmt: skip
    return made
