"""Which kinds of findings stop an article on a portal, and which only advise. The chief decides."""

from django.db import transaction
from django.utils.translation import gettext_lazy

from apps.newsroom import history
from apps.newsroom.telling import name_fields, name_verbs
from apps.portals.frame import signature_key
from apps.portals.preparing import require
from apps.portals.roles import Right
from apps.questions import Question

from .findings import Finding, Kind, Severity
from .models import StopRule

BY_DEFAULT = frozenset({Kind.SECRECY_MARK, Kind.PERSONAL_DATA})
# The same and what is most often wrong in print; an office that begins may start from it.
TITLES_TOO = BY_DEFAULT | {
    Kind.WRONG_TITLE, Kind.EXPIRED_TITLE, Kind.FUTURE_TITLE, Kind.MISSPELLED_NAME,
    Kind.MISSPELLED_TITLE, Kind.DISSOLVED_BODY,
}  # fmt: skip
VERB = "change_stop_rule"
# Kinds a portal may choose about, in the order of the screen; every other kind is a hint.
EXPLAINED = {
    Kind.SECRECY_MARK: gettext_lazy("“MẬT”, “Lưu hành nội bộ” in the text or in a file."),
    Kind.PERSONAL_DATA: gettext_lazy(
        "Numbers of identity cards, accounts, phones; a picture of children without consent."
    ),
    Kind.WRONG_TITLE: gettext_lazy("The person never held the title the text gives."),
    Kind.EXPIRED_TITLE: gettext_lazy("On the day of the event the person held it no longer."),
    Kind.FUTURE_TITLE: gettext_lazy("On the day of the event the person did not hold it yet."),
    Kind.MISSPELLED_NAME: gettext_lazy("A name one syllable away from an official's."),
    Kind.MISSPELLED_TITLE: gettext_lazy("A typing error inside a title."),
    Kind.WRONG_BODY: gettext_lazy("The right title, but of another body or level."),
    Kind.DISSOLVED_BODY: gettext_lazy("A body that ended before that day, or began after it."),
    Kind.PROTOCOL_ORDER: gettext_lazy("People in a list stand in another order than the protocol."),
    Kind.TITLE_ORDER: gettext_lazy("Titles of one person stand in another order."),
}

name_verbs({VERB: gettext_lazy("changed what stops an article")})
name_fields({kind.value: kind.label for kind in EXPLAINED})


_RULES = Question(lambda *, portal: StopRule.objects.filter(portal=portal).order_by())


def stopping_kinds(portal) -> frozenset[str]:
    """The kinds that stop an article of this portal; in practice its office's. One query."""
    office = portal.practice_of_id or portal.pk
    decided = {rule.kind: rule.stops for rule in _RULES.asked(portal=office)}
    return frozenset(
        kind.value for kind in EXPLAINED if decided.get(kind.value, kind in BY_DEFAULT)
    )


def stops(finding: Finding, kinds: frozenset[str]) -> bool:
    """A hint never stops anything, whatever its kind."""
    return finding.kind in kinds and finding.severity != Severity.HINT


@transaction.atomic
def set_stopping(portal, wanted: set[str], *, by, at) -> list[str]:
    """These kinds stop from now on, all others advise; returns the kinds that changed.

    Raises OutOfSight without a seat on the portal, Refused without the right.
    """
    require(by, portal, Right.SET_STOPS, at)
    present = stopping_kinds(portal)
    changed = [kind.value for kind in EXPLAINED if (kind in wanted) != (kind in present)]
    for kind in changed:
        StopRule.objects.update_or_create(
            portal=portal, kind=kind, defaults={"stops": kind in wanted}
        )
        history.record(
            signature_key(portal), VERB, by=by, at=at, portal=portal.key,
            before={kind: kind in present}, after={kind: kind in wanted},
        )  # fmt: skip
    return changed
