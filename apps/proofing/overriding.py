"""Passing over a finding with a reason, and taking that back: nothing of it is ever deleted."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.newsroom import history
from apps.newsroom.refusals import Refused
from apps.newsroom.telling import name_fields, name_verbs
from apps.portals.roles import Right
from apps.portals.seats import seat_for
from apps.questions import Question
from lib.vietnamese.text import clean

from .findings import Kind
from .models import PassedOver, said

PASS, TAKE_BACK = "pass_over", "take_back"
GUARDED = frozenset({Kind.SECRECY_MARK, Kind.PERSONAL_DATA})
LONGEST = 2000

name_verbs(
    {
        PASS: gettext_lazy("passed over a finding"),
        TAKE_BACK: gettext_lazy("took back passing over a finding"),
    }
)
name_fields({"finding": gettext_lazy("finding")})


@dataclass(frozen=True, slots=True)
class Mark:
    """What makes a finding the same one after the text round it changed."""

    kind: str
    quote: str
    expected: str

    @classmethod
    def of(cls, finding) -> "Mark":
        """Of a Finding or a PassedOver; spaces and tone forms of typing do not matter."""
        quote = clean(finding.quote) or finding.quote  # spaces too many are a finding as well
        return cls(finding.kind, quote, clean(finding.expected))


_PASSED = Question(lambda *, key: PassedOver.objects.filter(key=key).select_related("by"))


def passed_over(key: str) -> dict[Mark, PassedOver]:
    """What is passed over now, with who did it and why. One query."""
    last = {Mark.of(row): row for row in _PASSED.asked(key=key)}
    return {mark: row for mark, row in last.items() if not row.taken_back}


def passed_over_in(keys) -> dict[str, set[Mark]]:
    """{key: what is passed over now} for many texts; one query."""
    found: dict[str, set[Mark]] = {}
    for key, mark in passed_over_by_key(keys):
        found.setdefault(key, set()).add(mark)
    return found


def passed_over_by_key(keys) -> dict[tuple[str, Mark], PassedOver]:
    """{(key, mark): who passed it over and why} for many things; one query."""
    rows = PassedOver.objects.filter(key__in=list(keys)).select_related("by")
    last = {(row.key, Mark.of(row)): row for row in rows}
    return {which: row for which, row in last.items() if not row.taken_back}


def right_to_pass(kind: str) -> Right:
    """Marks of secrecy and personal data only a chief passes over."""
    return Right.PASS_SECRETS if kind in GUARDED else Right.WRITE


@transaction.atomic
def pass_over(key, portal, mark: Mark, *, by, at, reason: str) -> PassedOver:
    """From now on the finding is shown as passed over. The caller knows who may edit the text.

    Raises OutOfSight without a seat, Refused without the right, a reason or words.
    """
    if mark.kind not in Kind.values or not mark.quote or "\x00" in f"{mark.quote}{mark.expected}":
        raise Refused(_("This finding is not known; open the page again."))
    seat_for(by, portal, right_to_pass(mark.kind), at)
    if not clean(reason):
        raise Refused(_("Write why this may stay as it is."))
    reason = reason.replace("\x00", "").strip()[:LONGEST]
    return _append(key, portal, mark, PASS, by=by, at=at, reason=reason)


@transaction.atomic
def take_back(key, portal, mark: Mark, *, by, at) -> PassedOver:
    """The finding counts again. Raises OutOfSight, or Refused when nothing was passed over."""
    seat_for(by, portal, right_to_pass(mark.kind), at)
    if mark not in passed_over(key):
        raise Refused(_("This finding is not passed over any more."))
    return _append(key, portal, mark, TAKE_BACK, by=by, at=at)


def _append(key, portal, mark, verb, *, by, at, reason=""):
    row = PassedOver.objects.create(
        key=key, portal=portal.key, kind=mark.kind, quote=mark.quote,
        expected=mark.expected, reason=reason, taken_back=verb == TAKE_BACK, by=by, at=at,
    )  # fmt: skip
    history.record(
        key, verb, by=by, at=at, portal=portal.key, reason=reason,
        after={
            "finding": said(mark.kind), "finding_kind": mark.kind, "passed_over": row.pk,
        },
    )  # fmt: skip
    return row
