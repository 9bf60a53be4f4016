"""A delegation that does not count now, in words: for whoever still looks for its buttons."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from .models import Seat
from .roles import RIGHTS, Right, Role

REMEMBERED = timedelta(days=30)


def lapsed_delegation(user, portal, right, at) -> str:
    """Why the right that was delegated to this person does not count at that moment; else ''.

    Only the newest delegation of the last days is remembered. One query.
    """
    if right not in RIGHTS[Role.DELEGATE]:
        return ""
    seat = (
        Seat.objects.filter(
            user=user,
            portal=portal,
            delegated_by__isnull=False,
            ends_on__gte=timezone.localdate(at) - REMEMBERED,
        )
        .select_related("delegated_by")
        .order_by("-starts_on", "-pk")
        .first()
    )
    return why_not_now(seat, right, at) if seat else ""


def why_not_now(seat, right, at) -> str:
    """One sentence about a delegation that gives nothing at that moment."""
    today = timezone.localdate(at)
    words = {
        "giver": seat.delegated_by,
        "right": Right(right).label,
        "from": f"{seat.starts_on:%d/%m/%Y}",
        "until": f"{seat.ends_on:%d/%m/%Y}",
    }
    if seat.withdrawn_at and seat.withdrawn_at <= at:
        words["at"] = f"{timezone.localtime(seat.withdrawn_at):%H:%M, %d/%m/%Y}"
        return _("The delegation by %(giver)s was withdrawn at %(at)s: you can no longer "
                 "%(right)s.") % words  # fmt: skip
    if seat.ends_on < today:
        return _("The delegation by %(giver)s ended with %(until)s: you can no longer "
                 "%(right)s.") % words  # fmt: skip
    if seat.starts_on > today:
        return _("The delegation by %(giver)s begins on %(from)s: you cannot yet "
                 "%(right)s.") % words  # fmt: skip
    return _("The delegation by %(giver)s no longer counts, because a role it rests on has ended: "
             "you can no longer %(right)s.") % words  # fmt: skip


def standing(seat, at) -> tuple[str, str]:
    """(mark, words) of a delegation at a moment; the row comes from `with_counts(at)`."""
    today = timezone.localdate(at)
    if seat.withdrawn_at:
        moment = timezone.localtime(seat.withdrawn_at)
        return "ended", _("withdrawn %(at)s") % {"at": f"{moment:%H:%M, %d/%m/%Y}"}
    if seat.ends_on < today:
        return "ended", _("ended")
    if seat.starts_on > today:
        return "coming", _("not yet begun")
    if not seat.counts:
        return "off", _("rests: a role it rests on has ended")
    return "on", _("counts now")
