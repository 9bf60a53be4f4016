"""How an article moves from a desk to readers: the only code that sets `state`.

`MOVES` is the whole workflow: act -> (states it starts from, state it leads to, right asked for).
Every verb takes the digest its user was looking at: a text changed since is never signed.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from apps.newsroom import history, signing
from apps.newsroom.refusals import Refused
from apps.portals.roles import Right
from apps.portals.seats import by_delegation, rights_of, seat_for, seat_with, seats_on

from . import content, publishing
from .models import Article, Note
from .past import versions
from .release import checklist, grades
from .remaining import refuse_if_stopped, remarks_on
from .whole import whole

State = Article.State
DRAFT, IN_REVIEW, SENT_BACK, APPROVED, PUBLISHED = State
DESK = (DRAFT, SENT_BACK)

MOVES = {
    "submit": (DESK, IN_REVIEW, Right.WRITE),
    "withdraw": ((IN_REVIEW,), DRAFT, Right.WRITE),
    "claim": ((IN_REVIEW, APPROVED), None, Right.SEND_BACK),
    "take_over": ((IN_REVIEW, APPROVED), None, Right.SEND_BACK),
    "hand_back": ((IN_REVIEW, APPROVED), None, Right.SEND_BACK),
    "give_review": ((IN_REVIEW, APPROVED), None, Right.ASSIGN),
    "send_back": ((IN_REVIEW, APPROVED), SENT_BACK, Right.SEND_BACK),
    "agree": ((IN_REVIEW,), None, Right.WRITE),
    "consent": ((IN_REVIEW, APPROVED), None, Right.ADVISE),
    "approve": ((IN_REVIEW,), APPROVED, Right.APPROVE),
    "publish": ((IN_REVIEW, APPROVED), PUBLISHED, Right.PUBLISH),
    "schedule": ((IN_REVIEW, APPROVED), PUBLISHED, Right.SCHEDULE),
}
SIGNING = {"submit", "agree", "consent", "approve", "publish", "schedule"}


def submit(article, *, by, at, digest=None):
    """Hand in. Signs the text."""
    with _Move("submit", article, by=by, at=at, digest=digest) as move:
        _own_or_editor(move)
        _ready_for_readers(move)
        move.done()
    return move.article


def withdraw(article, *, by, at, digest=None):
    """Take back what was handed in and not yet approved."""
    with _Move("withdraw", article, by=by, at=at, digest=digest) as move:
        _own_or_editor(move)
        move.done()
    return move.article


def claim(article, *, by, at, digest=None):
    """Somebody who may send it back says: I am on it. One at a time."""
    with _Move("claim", article, by=by, at=at, digest=digest) as move:
        other = move.article.handler
        if other is not None and other.pk != by.pk:
            raise Refused(
                _("%(name)s is reviewing this article. Take it over, with a sentence why.")
                % {"name": other}
            )
        move.handled_by(by)
        move.done()
    return move.article


def take_over(article, *, by, at, reason, digest=None):
    """Review it instead of whoever claimed it; the sentence why stays in the history."""
    with _Move("take_over", article, by=by, at=at, digest=digest, reason=reason) as move:
        other = move.article.handler
        if other is None or other.pk == by.pk:
            raise Refused(_("Nobody else is reviewing this article; claim it."))
        if not reason.strip():
            raise Refused(_("Write in a sentence why you take it over."))
        move.note |= {"to": str(by), "from": str(other), "was": other.pk}
        move.handled_by(by)
        move.done()
    return move.article


def hand_back(article, *, by, at, digest=None):
    """Back to the queue: anybody may claim it."""
    with _Move("hand_back", article, by=by, at=at, digest=digest) as move:
        if move.article.handler_id != by.pk:
            raise Refused(_("Only who is reviewing the article can hand it back."))
        move.handled_by(None)
        move.done()
    return move.article


def give_review(article, *, by, at, to, digest=None):
    """Whoever assigns work says who reviews it: somebody who may send it back there."""
    with _Move("give_review", article, by=by, at=at, digest=digest) as move:
        if Right.SEND_BACK not in rights_of(to, move.article.portal, at):
            raise Refused(_("%(name)s has no right to review on this portal.") % {"name": to})
        if move.article.author_id == to.pk:
            raise Refused(_("%(name)s wrote this piece; somebody else reviews it.") % {"name": to})
        if move.article.handler_id == to.pk:
            raise Refused(_("%(name)s is reviewing it already.") % {"name": to})
        move.note["to"] = str(to)
        move.handled_by(to)
        move.done()
    return move.article


def send_back(article, *, by, at, reason, digest=None):
    """Back to the author, with what is to be done: in `reason`, or in notes that are open."""
    with _Move("send_back", article, by=by, at=at, digest=digest, reason=reason) as move:
        notes = Note.objects.filter(article=article, resolved_at=None).count()
        if not reason.strip() and not notes:
            raise Refused(_("Write what the author is to change."))
        if notes:
            move.note["notes"] = notes
        move.done()
    return move.article


def agree(article, *, by, at, digest):
    """Sign the text an editor changed. Where the author's was the signature that an approval still
    waited for, the article is approved by it; to publish is an act of its own.
    """
    with _Move("agree", article, by=by, at=at, digest=digest) as move:
        _own_or_editor(move)
        if move.article.author_id == by.pk and not move.missing() and _is_ready(move):
            move.leads_to = APPROVED
        move.done()
    return move.article


def consent(article, *, by, at, digest, handed_by):
    """A leader signs by the link `handed_by` made for him (`leader_links`), without moving it."""
    with _Move("consent", article, by=by, at=at, digest=digest, handed_by=handed_by) as move:
        move.done()
    return move.article


def approve(article, *, by, at, digest):
    """Sign with approval right; approved once two people have signed exactly this text.

    Returns the article: still in review when one more signature is missing.
    """
    with _Move("approve", article, by=by, at=at, digest=digest) as move:
        _ready_for_readers(move)
        if missing := move.missing():
            if move.adds_nothing():
                raise Refused(missing)
            move.leads_to = None
        move.done()
    return move.article


def publish(article, *, by, at, digest):
    """Approve and publish in one act: readers get this text from now on."""
    with _Move("publish", article, by=by, at=at, digest=digest) as move:
        _ready_for_readers(move)
        move.refuse_if_missing()
        move.note |= _grade(move)
        end = publishing.present_end(move.article, at)
        publishing.publish(move.article, by=by, at=at, live_from=at, expires_at=end)
        move.done()
    return move.article


def schedule(article, *, by, at, digest, live_from, expires_at=None):
    """Readers get this text from `live_from` on, until `expires_at` if there is one."""
    with _Move("schedule", article, by=by, at=at, digest=digest) as move:
        _ready_for_readers(move)
        if live_from is None or live_from <= at:
            raise Refused(_("Choose a time in the future."))
        if expires_at is not None and expires_at <= live_from:
            raise Refused(_("The end must be later than the time it goes out."))
        move.refuse_if_missing()
        move.note |= _grade(move)
        publishing.publish(move.article, by=by, at=at, live_from=live_from, expires_at=expires_at)
        move.note["live_from"] = live_from.isoformat()
        if expires_at:
            move.note["expires_at"] = expires_at.isoformat()
        move.done()
    return move.article


class _Move:
    """One act in one transaction: lock, check, sign, record, save. Any refusal undoes all of it."""

    def __init__(self, act, article, *, by, at, digest=None, reason="", handed_by=None):
        self.handed_by = handed_by
        self.act, self.by, self.at, self.reason = act, by, at, reason.strip()
        self.given, self.digest_seen = article, digest
        self.starts_from, self.leads_to, self.right = MOVES[act]
        self.note = {}
        self.signed_before = False  # when the person had no right to approve: it stays like that
        self.signs_now = False  # a refusal takes this signature back
        self.atomic = transaction.atomic()

    def __enter__(self):
        self.atomic.__enter__()
        try:
            self._check()
        except BaseException as refusal:
            self.atomic.__exit__(type(refusal), refusal, refusal.__traceback__)
            raise
        return self

    def __exit__(self, *exception):
        return self.atomic.__exit__(*exception)

    def _check(self):
        self.article = whole(self.given.pk, lock=True)
        self.held = seats_on(self.by, self.article.portal, self.at)
        self.seat = seat_with(self.held, self.right) or self._refused()
        self.text, self.placement = content.both_digests(self.article)
        if self.article.state not in self.starts_from:
            raise Refused(
                _("This is not possible now: the article is “%(state)s”.")
                % {"state": self.article.get_state_display()}
            )
        if self.digest_seen and self.digest_seen != self.text:
            raise Refused(
                _("The text has changed since you opened it. Read the present version first.")
            )
        if self.act in SIGNING:
            self._sign()

    def _refused(self):
        """Says in words which right is missing."""
        return seat_for(self.by, self.article.portal, self.right, self.at)

    def _sign(self):
        approver = _approving(self.held, self.article, self.by)
        signatures = signing.sign(
            self.article.key,
            self.text,
            self.placement,
            by=self.by,
            role=self.seat.role,
            approves=approver is not None,
            at=self.at,
            handed_by=self.handed_by,
            delegated_by=approver.delegated_by if approver else None,
        )
        self.signed_before = approver is not None and not all(row.approves for row in signatures)
        self.signs_now = any(row.pk is None for row in signatures)

    def handled_by(self, person):
        before = self.article.handler_id
        self.article.handler = person
        if before != self.article.handler_id:
            self.article.claimed_at = self.at if person else None

    def missing(self):
        missing = missing_signatures(self.article.key, self.text, self.placement)
        if missing and self.own_text_by_delegation():
            return own_text_refusal()
        if missing and self.signed_before:
            return _(
                "You signed this version before you had the right to approve, and one person signs "
                "it once. Another person with the right to approve must sign."
            )
        return missing

    def adds_nothing(self):
        return self.own_text_by_delegation() or self.signed_before

    def own_text_by_delegation(self):
        return self.seat.delegated_by_id is not None and self.article.author_id == self.by.pk

    def refuse_if_missing(self):
        if missing := self.missing():
            signed = signing.standing(self.article.key, self.text).user_ids
            raise Refused(_one_is_not_enough() if self.signs_now and len(signed) == 1 else missing)

    def done(self):
        before = self.article.state
        versions.keep_present(self.article, at=self.at)
        self.article.state = self.leads_to or before
        if self.leads_to == PUBLISHED:  # reviewed and no longer waited for
            self.handled_by(None)
            self.article.due_at = None
        if self.handed_by:
            self.note["handed_by"] = self.handed_by.pk
        self.article.changed_at = self.at
        self.article.save()
        history.record(
            self.article.key,
            self.act,
            by=self.by,
            at=self.at,
            portal=self.article.portal.key,
            before={"state": before},
            after={
                "state": self.article.state,
                "digest": self.text,
                **by_delegation(self.seat),
                **self.note,
            },
            reason=self.reason,
        )


def approving_seat(article, user, at):
    """The seat by which this person's signature approves the article, or None.

    By delegation nobody approves what he wrote himself: there he signs as the author.
    """
    return _approving(seats_on(user, article.portal, at), article, user)


def _approving(held, article, user):
    seat = seat_with(held, Right.APPROVE)
    if seat and seat.delegated_by_id is not None and article.author_id == user.pk:
        return None
    return seat


def own_text_refusal() -> str:
    return _(
        "You wrote this text yourself: approving by delegation does not cover it. Another person "
        "with the right to approve must sign."
    )


def _one_is_not_enough() -> str:
    """To who signed nothing before: a refusal keeps no signature, so it names none."""
    return _(
        "Your signature alone is not enough; one more person must sign it: the author (“Agree to "
        "the edited text”) or another person with the right to approve. To sign it yourself, "
        "press “Approve”."
    )


def missing_signatures(key, text_digest, placement_digest) -> str:
    """One sentence, or '' when text and place have their four eyes."""
    return signing.missing(key, text_digest, placement_digest)


def _grade(move) -> dict:
    """For the record: what kind of change goes out; nothing at the first time."""
    if not grades.was_out(move.article, move.at):
        return {}
    return {"grade": str(grades.grade_of(move.article, move.at))}


def _own_or_editor(move):
    if move.article.author_id != move.by.pk and not seat_with(move.held, Right.EDIT):
        raise Refused(_("Only the author or an editor can do this."))


def _is_ready(move):
    try:
        _ready_for_readers(move)
    except Refused:  # then whoever approves it or publishes it is told
        return False
    return True


def _ready_for_readers(move):
    """What a reader's page cannot do without, and what must not go out, in words."""
    article = move.article
    if publishing.is_taken_down(article):
        raise Refused(_("This article was taken down for good. Write a new one."))
    if not article.headline:
        raise Refused(_("Write a headline first."))
    if article.section_id is None:
        raise Refused(_("Choose a section first."))
    if not article.sapo and not article.body:
        raise Refused(_("Write the lead or the body first."))
    grades.refuse_unsaid(article, move.at)
    found = remarks_on(article, move.at)
    refuse_if_stopped(found)
    if move.act != "submit":  # what is still on its way may come while the piece is read
        checklist.refuse_if_lacking(article, move.at, found)
