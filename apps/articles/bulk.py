"""One act on several chosen pieces: told before, done one by one, told after, row by row.

Nothing here decides: each row goes through the verb of its own, in a transaction of its own. What
is told before is the same verb, undone; so nobody is promised what would then be refused.
"""

import datetime as dt
import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals.models import Seat, Section
from apps.portals.roles import Right
from apps.portals.seats import given_by

from . import content, workflow, writing
from .acting import perform
from .models import Article
from .whole import whole

MOST = 50
LABELS = {
    "approve": gettext_lazy("Approve"),
    "give_review": gettext_lazy("Give to a reviewer"),
    "move": gettext_lazy("Move to a section"),
}
ASKS = {"give_review": "nguoi", "move": "chuyen-muc"}
_CHOSEN = re.compile(r"(\d{1,15})-(\d{1,9})(?:-([0-9a-f]{64}))?", re.ASCII)


@dataclass(frozen=True)
class Chosen:
    """A piece as it stood when it was chosen; the digest is known once it was read as a whole."""

    pk: int
    revision: int
    digest: str = ""


@dataclass(frozen=True)
class Row:
    """What happens, or happened, to one piece: in words. `value` goes on to the next page."""

    article: Article
    said: str
    refused: bool
    value: str


def read_chosen(values) -> list[Chosen]:
    """ "12-3" or "12-3-<digest>", each piece once. Raises Refused for none or too many."""
    found = {}
    for value in values:
        if match := _CHOSEN.fullmatch(value):
            found[int(match[1])] = Chosen(int(match[1]), int(match[2]), match[3] or "")
    if not found:
        raise Refused(_("Choose at least one piece in the list first."))
    if len(found) > MOST:
        raise Refused(_("Choose at most %d pieces at once.") % MOST)
    return list(found.values())


def foresee(pieces, act, *, by, at, answer=None) -> list[Row]:
    """What would come of it now; nothing is kept."""
    return [_row(chosen, article, act, by, at, answer, undo=True) for chosen, article in pieces]


def carry_out(pieces, act, *, by, at, answer=None) -> list[Row]:
    """Each for itself: what is refused stands in its row, and the others go on."""
    return [_row(chosen, article, act, by, at, answer, undo=False) for chosen, article in pieces]


def _row(chosen, article, act, by, at, answer, *, undo) -> Row:
    digest = chosen.digest or content.text_digest(article)
    value = f"{chosen.pk}-{chosen.revision}-{digest}"
    try:
        with transaction.atomic():
            said = _do(chosen, act, by, at, answer, digest)
            if undo:
                transaction.set_rollback(True)
    except ValidationError as refusal:
        return Row(article, " ".join(refusal.messages), True, value)
    except OutOfSight:
        return Row(article, _("This piece is no longer in your sight."), True, value)
    except Refused as refusal:
        return Row(article, str(refusal), True, value)
    return Row(article, said, False, value)


def _do(chosen, act, by, at, answer, digest) -> str:
    article = whole(chosen.pk)
    if article.revision != chosen.revision or content.text_digest(article) != digest:
        raise Refused(_("Changed since you chose it: open it and read the present text first."))
    if act == "approve":
        return perform("approve", article, by=by, at=at, digest=digest)
    if act == "give_review":
        workflow.give_review(article, by=by, at=at, digest=digest, to=answer)
        return _("%(name)s reviews it.") % {"name": answer}
    return _move(article, answer, by, at)


def _move(article, section, by, at) -> str:
    if section.portal_id != article.portal_id:
        raise Refused(_("This section belongs to another portal."))
    if section.pk == article.section_id:
        raise Refused(_("It stands in this section already."))
    before = article.get_state_display()
    fields = {name: getattr(article, name) for name in writing.FIELDS} | {"section": section}
    saved = writing.save(article, writing.Text(fields), by=by, at=at, revision=article.revision)
    said = _("Moved to “%(section)s”.") % {"section": section.title}
    if saved.get_state_display() == before and saved.state == Article.State.DRAFT:
        return said
    return said + " " + _("Its new place must be signed again before readers see it there.")


def choices(act, pieces, seats, at) -> list[tuple[str, str]]:
    """[(value, label)] of who or where, on the portals of the chosen pieces."""
    portals = {article.portal_id for _chosen, article in pieces}
    mine = {seat.portal_id for seat in seats} & portals
    if act == "move":
        rows = Section.objects.filter(portal__in=mine).select_related("portal")
        several = len(mine) > 1
        return [(str(s.pk), f"{s.title} – {s.portal}" if several else s.title) for s in rows]
    return [(str(user.pk), str(user)) for user in reviewers(mine, at)]


def reviewers(portals, at) -> list[User]:
    """Whoever may send back on one of these portals, by name."""
    seats = Seat.objects.active_at(at).filter(portal__in=portals).select_related("user", "portal")
    found = {s.user_id: s.user for s in seats if Right.SEND_BACK in given_by(s)}
    return sorted(found.values(), key=lambda user: (str(user), user.pk))


def answer_of(act, value, pieces, seats, at: dt.datetime):
    """The person or the section chosen, or None for what is not among the choices."""
    if value not in dict(choices(act, pieces, seats, at)):
        return None
    return (Section if act == "move" else User).objects.get(pk=int(value))
