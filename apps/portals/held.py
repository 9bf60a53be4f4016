"""What the person at the screen holds, asked once for each request.

For showing and hiding only: a verb asks `seats.py` anew.
"""

from django.db.models import BooleanField, Q
from django.db.models.expressions import RawSQL
from django.utils import timezone

from apps.newsroom.noticing import count_unseen, unseen_of
from apps.questions import Question

from .frame import KEY
from .holidays import prepared_column, year_to_prepare
from .models import Portal, Seat
from .mourning import mourning_columns
from .roles import PRACTISED
from .seats import given_by

PORTAL = '"portals_portal"'  # as the question about seats joins it
UNPUBLISHED = f"""
    NOT EXISTS (SELECT 1 FROM editions_showing AS s WHERE s.portal = {PORTAL}.key AND s.key = %s)"""


def seats_held(request) -> list:
    """The person's seats when the request began to ask, with their portals.

    Each says `unpublished`: whether readers have never had its portal, `holidays_prepared` (true
    while nobody need think of them), and what of mourning there is on it
    (`mourning.mourning_columns`).
    """
    if not hasattr(request, "seats_held"):
        _ask(request, timezone.now())
    return request.seats_held


def delegations_held(request) -> list:
    """Delegations to the person or by him that count now or will; each says `counts`."""
    seats_held(request)
    return request.delegations_held


def _concerned(year, *, user: int, at):
    rows = Seat.objects.filter(Q(user=user) | Q(delegated_by=user)).not_ended(at)
    return (
        rows.order_by()
        .select_related("portal")
        .annotate(
            unseen=count_unseen(user, f"{PORTAL}.key"),
            unseen_anywhere=count_unseen(user, "''"),
            unpublished=RawSQL(UNPUBLISHED, [KEY], BooleanField()),
            holidays_prepared=prepared_column(f"{PORTAL}.id", year),
            **mourning_columns(f"{PORTAL}.id", at),
        )
    )


_CONCERNED = Question(_concerned)


def _ask(request, now) -> None:
    """Seats, delegations, and how many notices wait: one query, and one more for who has to do
    with delegations: names, and whether they still count, which is no small question."""
    user, rows, today = request.user, [], timezone.localdate(now)
    if user.is_authenticated and user.is_active:
        rows = _CONCERNED.asked(year_to_prepare(now), user=user.pk, at=now)
        rows = sorted(rows, key=lambda row: (row.portal.name, row.starts_on, row.pk))
    delegated = [row for row in rows if row.delegated_by_id]
    if delegated:
        these = Seat.objects.filter(pk__in=[row.pk for row in delegated]).with_counts(now)
        known = these.order_by().select_related("user", "delegated_by").in_bulk()
        for row in delegated:
            same = known[row.pk]
            row.user, row.delegated_by, row.counts = same.user, same.delegated_by, same.counts
    for row in rows:
        if not row.delegated_by_id:
            row.counts = row.starts_on <= today
    request.seats_held = [row for row in rows if row.counts and row.user_id == user.pk]
    not_over = [r for r in delegated if r.ends_on >= today and r.withdrawn_at is None]
    request.delegations_held = sorted(not_over, key=lambda row: row.starts_on)
    if request.seats_held:
        here = {row.portal_id: row.unseen for row in request.seats_held}
        unseen_of(request, sum(here.values()) + request.seats_held[0].unseen_anywhere)


def portals_held(request) -> list:
    """The portals of these seats, each once, in the order of portals."""
    found = {seat.portal_id: seat.portal for seat in seats_held(request)}
    return sorted(found.values(), key=lambda portal: (portal.name, portal.pk))


def rights_held(request, portal) -> set:
    """All rights of the person on that portal; on a practice portal what is left for practice."""
    office = portal.practice_of_id or portal.pk
    here = (seat for seat in seats_held(request) if seat.portal_id == office)
    given = {right for seat in here for right in given_by(seat)}
    return given & PRACTISED if portal.is_practice else given


def practice_held(request) -> list:
    """The practice portals of these offices."""
    if not hasattr(request, "practice_held"):
        offices = {seat.portal_id for seat in seats_held(request)}
        request.practice_held = list(Portal.objects.filter(practice_of__in=offices))
    return request.practice_held
