"""Notes on a piece: who may put, answer, resolve and reopen them. The only code that writes them.

They are talk about a text, never part of it: no note voids a signature, and an open one stops
nothing. It is told wherever the piece goes on.
"""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from apps.newsroom import history
from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals.roles import Right
from apps.portals.seats import by_delegation, rights_of, seat_with, seats_on
from lib.vietnamese.text import nfc

from .. import content
from ..manuscripts import draft_of
from ..models import Article, Note, NoteAnswer
from ..whole import whole
from .anchoring import passage

LONGEST = 4000
VERBS = {
    "note": gettext_lazy("Put a note"),
    "answer_note": gettext_lazy("Answered a note"),
    "resolve_note": gettext_lazy("Resolved a note"),
    "reopen_note": gettext_lazy("Reopened a note"),
}
REVIEWS = {Right.EDIT, Right.SEND_BACK}


def may_note(article, user, held) -> bool:
    """The author in every state; editors too; who only approves, once it was handed in.

    `held` are the person's rights on the article's portal. The same people answer.
    """
    if Right.EDIT in held or (article.author_id == user.pk and Right.WRITE in held):
        return True
    return Right.SEND_BACK in held and article.state != Article.State.DRAFT


def may_settle(note, article, user, held) -> bool:
    """Resolve and reopen: who put it, and whoever reviews; the author only answers."""
    return may_note(article, user, held) and (note.by_id == user.pk or bool(held & REVIEWS))


@transaction.atomic
def put(article, *, by, at, words, field="", quote="", before="", after="") -> Note:
    """A note on the passage quoted, or on the whole piece without a quote.

    A passage that changed while the person wrote is kept as it was quoted. Raises OutOfSight or
    Refused.
    """
    article = _allowed(article, by, at)
    words = checked_words(words, _("Write the note first."))
    where = passage(draft_of(article, at).pieces, field, quote, before, after)
    return _add(article, by, at, words, where)


@transaction.atomic
def answer(note, *, by, at, words) -> NoteAnswer:
    """Words under a note. The same words by the same person in a row are one answer."""
    article, note = _both(note, by, at)
    words = checked_words(words, _("Write the answer first."))
    last = note.answers.order_by("-at", "-pk").first()
    if last and (last.by_id, last.words) == (by.pk, words):
        return last
    made = NoteAnswer.objects.create(note=note, by=by, at=at, words=words)
    _record(article, note, "answer_note", by, at, words)
    return made


@transaction.atomic
def resolve(note, *, by, at) -> None:
    """It is settled. Twice, or two at once, is once."""
    article, note = _both(note, by, at, settle=True)
    if Note.objects.filter(pk=note.pk, resolved_at=None).update(resolved_at=at, resolved_by=by):
        _record(article, note, "resolve_note", by, at)


@transaction.atomic
def reopen(note, *, by, at) -> None:
    article, note = _both(note, by, at, settle=True)
    settled = Note.objects.filter(pk=note.pk, resolved_at__isnull=False)
    if settled.update(resolved_at=None, resolved_by=None):
        _record(article, note, "reopen_note", by, at)


def from_leader(opinion) -> Note:
    """What a leader said by his link, as a note on the whole; his link was asked before this."""
    return Note.objects.create(
        article=opinion.article, by=opinion.reported_by, at=opinion.recorded_at,
        words=opinion.words, text_digest=opinion.text_digest, opinion=opinion,
    )  # fmt: skip


def blank(article_id: int, digest: str) -> None:
    """For `redacting.py` only: what notes quote of this text is lost; their own words stay."""
    quoting = Note.objects.filter(article=article_id, text_digest=digest)
    quoting.update(quote="", before="", after="")


def note_of(article, number) -> Note:
    """Raises OutOfSight for another article's."""
    found = Note.objects.filter(article=article, pk=number).first()
    if found is None:
        raise OutOfSight
    return found


def open_notes(article) -> int:
    return Note.objects.filter(article=article, resolved_at=None).count()


def open_in_words(number) -> str:
    """ "Còn 2 ghi chú chưa xử lý."; '' for none."""
    if not number:
        return ""
    return ngettext("%(n)d note is still open.", "%(n)d notes are still open.", number) % {
        "n": number
    }


def checked_words(words, empty) -> str:
    """What was typed, composed; Refused with `empty` for nothing, and for too much."""
    words = nfc(words or "").replace("\x00", "").replace("\r\n", "\n").strip()
    if not words:
        raise Refused(empty)
    if len(words) > LONGEST:
        raise Refused(_("That is too long: at most %(n)d characters.") % {"n": LONGEST})
    return words


def _add(article, by, at, words, where):
    note = Note.objects.create(
        article=article, by=by, at=at, words=words, text_digest=content.text_digest(article),
        **where,
    )  # fmt: skip
    _record(article, note, "note", by, at, words)
    return note


def _both(note, by, at, *, settle=False):
    article = _allowed(note.article, by, at)
    note = Note.objects.select_for_update().get(pk=note.pk)
    if settle and not may_settle(note, article, by, rights_of(by, article.portal, at)):
        raise Refused(_("Only who put the note or an editor can do this."))
    return article, note


def _allowed(article, by, at):
    """The article anew and locked. Raises OutOfSight or Refused."""
    Article.objects.select_for_update().get(pk=article.pk)
    article = whole(article.pk)
    held = rights_of(by, article.portal, at)
    if not held or not Article.objects.reached_by(by, at).filter(pk=article.pk).exists():
        raise OutOfSight
    if not may_note(article, by, held):
        raise Refused(_("Notes are for the author and those who review this article."))
    return article


def _record(article, note, verb, by, at, reason=""):
    seat = seat_with(seats_on(by, article.portal, at), *REVIEWS, Right.WRITE)
    history.record(
        article.key, verb, by=by, at=at, portal=article.portal.key,
        after={"note": note.pk, **by_delegation(seat)}, reason=reason,
    )  # fmt: skip
