"""Mourning: one person makes the site sober at once, or between two moments.

Like *Tạm ẩn* it takes one person and the board is told. By the clock it ends by itself; sooner
only another person ends it, for banners and colours that come back are what two signed.
"""

import datetime as dt

from django.db import connection, transaction
from django.db.models import CharField, DateTimeField
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.newsroom import history
from apps.newsroom.refusals import OutOfSight, Refused
from apps.newsroom.telling import name_fields, name_verbs
from lib.vietnamese.datelines import say_when

from .frame import carry_mourning, signature_key
from .models import Mourning, Portal
from .roles import Right
from .seats import by_delegation, seat_for

BEGIN, END = "begin_mourning", "end_mourning"
LONGEST = dt.timedelta(days=31)  # longer is a slip of the year

name_verbs(
    {
        BEGIN: gettext_lazy("put the portal into mourning"),
        END: gettext_lazy("ended the mourning"),
    }
)
name_fields({"mourning_from": gettext_lazy("from"), "mourning_until": gettext_lazy("until")})


def not_over(portals, at):
    """Spans that run now or are to come, the earliest first."""
    rows = Mourning.objects.filter(portal__in=portals, ends_at__gt=at)
    rows = rows.select_related("portal", "begun_by").order_by("starts_at", "pk")
    return [row for row in rows if not row.is_over(at)]


def mourning_columns(portal: str, at) -> dict:
    """Of what mourns on a portal now or later, for a query of anything that has one: `mourns_for`
    (the first reason), `mourns_from` and `mourns_until` (from the first to the last).

    `portal` is SQL, and so is the rest (`noticing.count_unseen` says why).
    """
    now = connection.ops.adapt_datetimefield_value(at)
    rows = f"portals_mourning AS m WHERE m.portal_id = {portal} AND m.ends_at > %s"
    rows += " AND m.ended_at IS NULL ORDER BY"
    first, last = f"{rows} m.starts_at, m.id LIMIT 1", f"{rows} m.ends_at DESC LIMIT 1"
    return {
        "mourns_for": RawSQL(f"SELECT m.reason FROM {first}", [now], CharField()),
        "mourns_from": RawSQL(f"SELECT m.starts_at FROM {first}", [now], DateTimeField()),
        "mourns_until": RawSQL(f"SELECT m.ends_at FROM {last}", [now], DateTimeField()),
    }


@transaction.atomic
def begin(portal, *, by, at, ends_at, starts_at=None, reason="") -> Mourning:
    """Sober pages from `starts_at` (None or past: now) until `ends_at`.

    Raises OutOfSight or Refused without the right, and Refused for a span that cannot be.
    """
    portal = Portal.objects.select_for_update().get(pk=portal.pk)
    seat = seat_for(by, portal, Right.MOURN, at)
    starts_at = max(starts_at or at, at)
    if refusal := why_not_span(starts_at, ends_at):
        raise Refused(refusal)
    made = Mourning.objects.create(
        portal=portal, reason=reason.strip()[:200], starts_at=starts_at, ends_at=ends_at,
        begun_by=by,
    )  # fmt: skip
    carry_mourning(portal, by=by, at=at)
    _record(made, BEGIN, seat, by, at)
    return made


@transaction.atomic
def begin_on(portals, *, by, at, **span) -> list[Mourning]:
    """The same on several portals: on all of them or, refused, on none."""
    return [begin(portal, by=by, at=at, **span) for portal in portals]


def why_not_span(starts_at, ends_at) -> str:
    """Why such a span cannot be, in words; '' if it can."""
    if ends_at <= starts_at:
        return _("The mourning must end after it begins, and not in the past.")
    if ends_at - starts_at > LONGEST:
        return _("This would last longer than a month; look at the year once more.")
    return ""


@transaction.atomic
def end(mourning, *, by, at) -> None:
    """Before its time, by another person; one that has not begun its own maker may withdraw.

    Raises OutOfSight or Refused.
    """
    portal = Portal.objects.select_for_update().filter(pk=mourning.portal_id).first()
    if portal is None:
        raise OutOfSight
    seat = seat_for(by, portal, Right.MOURN, at)
    mourning = Mourning.objects.select_related("portal", "begun_by").get(pk=mourning.pk)
    if mourning.is_over(at):
        raise Refused(_("This mourning is over already."))
    if refusal := why_not_end(mourning, by, at):
        raise Refused(refusal)
    mourning.ended_at, mourning.ended_by = at, by
    mourning.save(update_fields=["ended_at", "ended_by"])
    carry_mourning(portal, by=by, at=at)
    _record(mourning, END, seat, by, at)


def why_not_end(mourning, user, at) -> str:
    """Why this person cannot end it now, in words; '' if he can (and has the right)."""
    if mourning.begun_by_id != user.pk or mourning.starts_at > at:
        return ""
    return _("You began it yourself: another person ends it, or it ends by itself %(when)s.") % {
        "when": say_when(mourning.ends_at, at)
    }


def _record(mourning, verb, seat, by, at):
    history.record(
        signature_key(mourning.portal),
        verb,
        by=by,
        at=at,
        portal=mourning.portal.key,
        after={
            "which": str(mourning),
            "mourning_from": mourning.starts_at.isoformat(),
            "mourning_until": mourning.until().isoformat(),
            "mourning": mourning.pk,
            **by_delegation(seat),
        },
    )
