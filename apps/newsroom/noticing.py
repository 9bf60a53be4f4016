"""Notices: who learns of an act, what a person has not seen yet, and that it was seen.

`history.record` calls `follow`: a notice is written in the transaction of the act it tells.
"""

import datetime as dt

from django.db import transaction
from django.db.models import IntegerField
from django.db.models.expressions import RawSQL

from apps.accounts.models import User
from apps.questions import Question, filled

from . import letters, posting, slots
from .notice_kinds import kind_of, settled_by
from .notice_models import Notice
from .refusals import OutOfSight

KEPT = dt.timedelta(days=90)
SWEEPS = 53  # one act in so many clears away what is older; nobody is shown it meanwhile
SHOWN, SHOWN_SEEN = 300, 100
MOST_COUNTED = 100


def _of_people(*, people):
    return User.objects.filter(pk__in=people, is_active=True).order_by("pk")


_PEOPLE = Question(_of_people)


def follow(act) -> None:
    """Tell those whom the act concerns, never the person who did it nor a closed account."""
    if settled := settled_by(act.verb):
        Notice.objects.filter(key=act.key, kind__in=settled, seen_at=None).update(seen_at=act.at)
    told_of = {}
    for told in slots.whom_to_tell(act):
        for pk in told.users - {act.by_id}:
            told_of.setdefault(pk, told)
    if not told_of:
        return
    people = _PEOPLE.asked(people=filled(told_of))
    known = _renewed(act, told_of)
    ways = letters.ways_of(people)
    made = []
    for person in people:
        told = told_of[person.pk]
        mailed = letters.wanted(person, ways[person.pk][kind_of(told.kind).group])
        if person.pk not in known and (told.on_desk or mailed):
            notice = Notice(
                user=person, kind=told.kind, key=act.key, portal=told.portal, act=act, at=act.at,
                on_desk=told.on_desk,
            )  # fmt: skip
            made.append((notice, told.title, mailed))
    _sweep(act)
    if letters.put(made, at=act.at):
        transaction.on_commit(lambda: posting.send_few(act.at), robust=True)
    Notice.objects.bulk_create([notice for notice, _title, _mailed in made])


def _sweep(act):
    if act.pk % SWEEPS == 0:
        Notice.objects.filter(at__lt=act.at - KEPT).delete()
        letters.sweep(act.at - KEPT)


def _renewed(act, told_of) -> set:
    """Those who have not seen yet that the same person did the same before: told once."""
    again = {told.kind for told in told_of.values() if kind_of(told.kind).repeats}
    if not again:
        return set()
    unseen = Notice.objects.filter(
        user__in=told_of, key=act.key, kind__in=again, seen_at=None, act__by=act.by_id
    )
    known = set(unseen.values_list("user_id", flat=True))
    unseen.update(act=act, at=act.at)
    return known


def unseen_keys(request) -> list[str]:
    """What this person's unseen notices are about, a key for each; one query for each request."""
    if not hasattr(request, "unseen_notices"):
        portals = ["", *(key for key, _name in slots.portals_of(request))]
        found = _unseen(request.user).filter(portal__in=portals)
        request.unseen_notices = list(found.order_by().values_list("key", flat=True)[:MOST_COUNTED])
    return request.unseen_notices


def count_unseen(user: int, portal: str) -> RawSQL:
    """How many unseen notices of one portal, as a column of any query; `portal` is SQL.

    By hand, for every page of the desk asks it: the ORM needs longer to write it than the database
    to answer.
    """
    rows = "newsroom_notice AS n WHERE n.user_id = %s AND n.seen_at IS NULL AND n.on_desk"
    sql = f"SELECT COUNT(*) FROM {rows} AND n.portal = {portal}"
    return RawSQL(sql, [user], IntegerField())


def unseen_of(request, number: int) -> None:
    """Who asks for the person's seats has counted along; whatever is seen later counts anew."""
    request.unseen_counted = number


def unseen_number(request) -> int:
    """For the head of every page; at most one query."""
    if hasattr(request, "unseen_notices") or not hasattr(request, "unseen_counted"):
        return len(unseen_keys(request))
    return min(request.unseen_counted, MOST_COUNTED)


def opened(request, key, at) -> None:
    """The person has the thing before him: what was told about it is seen."""
    if key in unseen_keys(request):
        mark_seen(request.user, at, key=key)
        request.unseen_notices = [other for other in request.unseen_notices if other != key]


def mark_seen(user, at, *, key=None) -> None:
    """All of one's own notices, or those about one thing."""
    about = {} if key is None else {"key": key}
    _unseen(user).filter(**about).update(seen_at=at)


def own(user, number) -> Notice:
    """Raises OutOfSight for another person's, and for what is about nothing one may see."""
    found = Notice.objects.filter(user=user, on_desk=True, pk=number).first()
    if found is None:
        raise OutOfSight
    return found


@transaction.atomic
def listed(user, at) -> tuple[list[Notice], dict]:
    """(notices, unseen first, newest first; {key: Thing}) of what the person may still see.

    What he may not see any more counts as seen from now on.
    """
    mine = Notice.objects.filter(user=user, on_desk=True, at__gte=at - KEPT)
    mine = mine.select_related("act__by").order_by("-at", "-pk")
    rows = [*mine.filter(seen_at=None)[:SHOWN], *mine.filter(seen_at__isnull=False)[:SHOWN_SEEN]]
    things = slots.things_of(user, {row.key for row in rows}, at) if rows else {}
    hidden = [row.pk for row in rows if row.seen_at is None and row.key not in things]
    if hidden:
        Notice.objects.filter(pk__in=hidden).update(seen_at=at)
    return [row for row in rows if row.key in things], things


def _unseen(user):
    return Notice.objects.filter(user=user, seen_at=None, on_desk=True)
