"""Giving and ending seats: the administrator's acts, each recorded."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.newsroom import history
from apps.newsroom.refusals import Refused

from .delegating import end_now
from .models import Seat
from .roles import Role

DESK_GROUP = "Ban Biên tập"


@transaction.atomic
def give_seat(user, portal, role, *, by, at, starts_on=None, ends_on=None):
    """A new seat; the person sees the desk's menus from then on. Administrators only,
    and never to themselves.

    Who is only asked for an opinion never signs in: an account that has nothing else to do at the
    desk loses its password with this seat, and gets one again with another role.
    """
    _only_administrators(by)
    if user.pk == by.pk:
        raise Refused(_("Nobody gives himself a role; ask another administrator."))
    if role == Role.DELEGATE:
        raise Refused(_("Only a chief or a deputy chief delegates approving."))
    seat = Seat(
        user=user,
        portal=portal,
        role=role,
        starts_on=starts_on or timezone.localdate(at),
        ends_on=ends_on,
    )
    seat.full_clean()
    seat.save()
    if role == Role.ADVISER:
        _never_signs_in(user)
    else:
        _show_desk_menus(user)
    _record("give_seat", seat, by, at)
    return seat


@transaction.atomic
def end_seat(seat, *, by, at):
    """The seat ends yesterday, so that it is gone at once, and keeps the moment; a delegation ends
    at this moment.
    """
    _only_administrators(by)
    if seat.delegated_by_id is not None:
        end_now(seat, by=by, at=at)
        return
    yesterday = timezone.localdate(at) - timedelta(days=1)
    if seat.starts_on > yesterday:
        seat.starts_on = yesterday
    seat.ends_on = yesterday
    seat.withdrawn_at = at
    seat.save()
    _record("end_seat", seat, by, at)


def _never_signs_in(user):
    """Leaves alone whoever works at the desk besides."""
    works = user.seats.exclude(role=Role.ADVISER).exists()
    if works or user.is_administrator or user.keeps_register:
        return
    user.set_unusable_password()
    user.is_staff = user.password_is_temporary = False
    user.save(update_fields=["password", "is_staff", "password_is_temporary"])


def _show_desk_menus(user):
    group = Group.objects.filter(name=DESK_GROUP).first()
    if group:
        user.groups.add(group)
    if not user.is_staff:
        user.is_staff = True
        user.save(update_fields=["is_staff"])


def _only_administrators(by):
    if not by.is_administrator:
        raise Refused(_("Only the technical administrator gives and ends seats."))


def _record(verb, seat, by, at):
    history.record(
        f"user:{seat.user_id}",
        verb,
        by=by,
        at=at,
        portal=seat.portal.key,
        after={
            "role": seat.role,
            "from": seat.starts_on.isoformat(),
            "until": seat.ends_on.isoformat() if seat.ends_on else None,
        },
    )
