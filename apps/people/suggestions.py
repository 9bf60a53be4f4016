""" "Đề nghị cập nhật chức danh": who notices a changed title tells the keepers, who answer."""

from django.db import transaction
from django.utils.translation import gettext as _

from apps.newsroom import history
from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals.seats import listed_of
from lib.vietnamese.text import clean, nfc

from .decisions import may_keep, may_read
from .models import Decision, Person, Suggestion

State = Suggestion.State
LONGEST = 2000


@transaction.atomic
def suggest(*, text: str, evidence: str = "", person: Person | None = None, by, at) -> Suggestion:
    """Somebody with a seat, or a keeper, writes what has changed. Raises OutOfSight, Refused."""
    if not may_read(by, at):
        raise OutOfSight
    text = nfc(text).strip()[:LONGEST]
    if not text:
        raise Refused(_("Write who, which title, since when and by which document."))
    seat = next(iter(listed_of(by, at)), None)
    made = Suggestion.objects.create(
        text=text, evidence=clean(evidence)[:300], person=person, by=by, at=at,
        portal=seat.portal.key if seat else "",
    )  # fmt: skip
    history.record(key_of(made), "suggest", by=by, at=at, portal=made.portal)
    return made


def key_of(suggestion: Suggestion) -> str:
    """Its key in history."""
    return f"suggestion:{suggestion.pk}"


def seen_by(user, at):
    """Keepers see all, others what they wrote themselves."""
    rows = Suggestion.objects.select_related("by", "person", "decision")
    if may_keep(user, at):
        return rows
    return rows.filter(by=user) if may_read(user, at) else rows.none()


@transaction.atomic
def refuse(suggestion: Suggestion, *, answer: str, by, at) -> Suggestion:
    """A keeper does not follow it and says why."""
    if not clean(answer):
        raise Refused(_("Say in one sentence why it is not followed."))
    return _answer(suggestion, State.REFUSED, None, clean(answer)[:300], by=by, at=at)


@transaction.atomic
def take(suggestion: Suggestion, decision: Decision, *, by, at) -> Suggestion:
    """A keeper wrote a decision upon it."""
    return _answer(suggestion, State.TAKEN, decision, "", by=by, at=at)


def _answer(suggestion, state, decision, answer, *, by, at):
    if not may_keep(by, at):
        raise Refused(_("Only keepers of titles answer suggestions."))
    open_now = Suggestion.objects.filter(pk=suggestion.pk, state=State.OPEN)
    if not open_now.update(state=state, decision=decision, answer=answer):
        raise Refused(_("This suggestion has been answered already."))
    history.record(
        key_of(suggestion), "answer_suggestion", by=by, at=at, reason=answer,
        before={"state": State.OPEN}, after={"state": state},
    )  # fmt: skip
    suggestion.refresh_from_db()
    return suggestion


def follow(number: str, decision: Decision, *, by, at) -> None:
    """Tie a decision just written to the suggestion it began with, if there is an open one."""
    if not (number.isascii() and number.isdigit()):
        return
    found = Suggestion.objects.filter(pk=int(number[:15]), state=State.OPEN).first()
    if found is not None:
        take(found, decision, by=by, at=at)


def answered(user):
    """What became of the person's own suggestions, newest first."""
    return Suggestion.objects.filter(by=user).exclude(state=State.OPEN).select_related("decision")
