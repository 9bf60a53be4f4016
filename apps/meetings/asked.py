"""All that the desk's first page tells of meetings, asked together once for each request.

However many weeks, meetings and portals: one query for what readers have, one for the signatures
of every noun, one for all rows that are shown, and two more for their lists and papers.
"""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Prefetch,
    Q,
    prefetch_related_objects,
)
from django.utils import timezone

from apps.editions.models import Showing
from apps.newsroom.history import acts_told, tell_of
from apps.newsroom.models import Signature
from apps.newsroom.signed import keys_told, tell_signatures
from apps.portals.held import portals_held, rights_held
from apps.portals.roles import Right
from apps.questions import Question, filled
from lib.vietnamese.days import midnight
from lib.vietnamese.weeks import monday_of

from .attendance import CHAIRS
from .keeping import KEEPS
from .models import Assignment, Attendance, Meeting, MeetingDocument
from .pages import schedule_key
from .publishing import schedule_signature_key
from .querysets import DAY, WEEK

WEEKS_AHEAD = 3
LATELY = dt.timedelta(days=30)
WANTED_AHEAD = dt.timedelta(weeks=2)
MOST = 8
WITHDRAWN = ("withdraw_line", "hide_schedule", "hide_meeting")
WITHDRAWN_FOR = dt.timedelta(days=3)
PARTS = {part: f"i_am_{part}" for part in Assignment.Part}
Part, Planned = Assignment.Part, Q(state=Meeting.State.PLANNED, no_coverage=False)
tell_of(*WITHDRAWN)


@dataclass
class Asked:
    """`live`: {(portal key, key): values readers have}. `weeks`: {(portal, Monday): public lines}
    of weeks that are signed or on readers' screens; `touched`: such meetings; `wanted`: to which
    nobody goes yet; `going`: the person's own, `gone`: {key: meeting} some colleague withdrew."""

    live: dict = field(default_factory=dict)
    weeks: dict = field(default_factory=dict)
    touched: list = field(default_factory=list)
    wanted: list = field(default_factory=list)
    going: list = field(default_factory=list)
    gone: dict = field(default_factory=dict)


def meetings_asked(request, now) -> Asked:
    if not hasattr(request, "meetings_asked"):
        request.meetings_asked = _ask(request, now) if portals_held(request) else Asked()
    return request.meetings_asked


def portals_giving(request, *rights) -> list:
    """Portals on which the person has all of these rights."""
    held = portals_held(request)
    return [portal for portal in held if rights_held(request, portal) >= set(rights)]


def mondays_near(now) -> list[dt.date]:
    """Of the weeks whose schedules the first page tells of."""
    this = monday_of(timezone.localdate(now))
    return [this + dt.timedelta(weeks=ahead) for ahead in range(WEEKS_AHEAD)]


def pages_asked(request, now) -> dict:
    """The values of `pages_live` for the portals whose schedules and meetings the person signs."""
    portals = {*portals_giving(request, Right.SIGN_FRAME), *portals_giving(request, *KEEPS)}
    return {
        "signed": filled(portal.key for portal in portals),
        "schedules": tuple(map(schedule_key, mondays_near(now))),
    }


def pages_live(*, signed, schedules, at) -> list:
    """Showings of the schedules and of the newest meetings' pages of some portals: two queries to
    be put together, each by its own index."""
    here = Showing.objects.live_at(at).filter(portal__in=signed)
    return [
        here.filter(key__in=schedules),
        here.filter(key__startswith="meeting:", live_from__gte=at - LATELY),
    ]


@tell_signatures
def _signatures(request, now):
    frames = portals_giving(request, Right.SIGN_FRAME)
    if frames:
        keys = [schedule_signature_key(p, monday) for p in frames for monday in mondays_near(now)]
        yield Signature.objects.filter(key__in=keys)
    if portals_giving(request, *KEEPS):
        yield Signature.objects.filter(key__startswith="meeting:", at__gte=now - LATELY)


def _ask(request, now) -> Asked:
    frames, keeps = portals_giving(request, Right.SIGN_FRAME), portals_giving(request, *KEEPS)
    live = _live(request, now) if frames or keeps else {}
    signed = keys_told(request, now) if frames or keeps else set()
    weeks = [
        (portal, monday) for portal in frames for monday in mondays_near(now)
        if schedule_signature_key(portal, monday) in signed
        or (portal.key, schedule_key(monday)) in live
    ]  # fmt: skip
    keys = {key for key in (*signed, *(key for _p, key in live)) if key.startswith("meeting:")}
    found = _rows(request, weeks, keeps, set(map(_number, keys)), now)
    return _sorted_out(found, Asked(live, {week: [] for week in weeks}))


def _live(request, now) -> dict:
    """{(portal key, key): values}; who asked for showings before has asked for these along."""
    if not hasattr(request, "meeting_pages"):
        found = _PAGES.asked(**pages_asked(request, now), at=now)
        request.meeting_pages = [(row["portal"], row["key"], row["cut__values"]) for row in found]
    return {(portal, key): values for portal, key, values in request.meeting_pages}


def _pages(**values):
    first, *others = [rows.order_by().values("pk") for rows in pages_live(**values)]
    return Showing.objects.filter(pk__in=first.union(*others)).values(
        "portal", "key", "cut__values"
    )


_PAGES = Question(_pages)


def _number(key: str) -> int:
    return int(key.partition(":")[2])


def _rows(request, weeks, keeps, numbers, now) -> list[Meeting]:
    """All meetings that any panel shows, each saying which: one query, and one each for the lists
    and papers of those whose pages are compared."""
    found = _MEETINGS.asked(
        week_of=tuple(portal.pk for portal, _monday in weeks),
        mondays=tuple(monday for _portal, monday in weeks),
        keeps=tuple(portal.pk for portal in keeps),
        held=tuple(portal.pk for portal in portals_held(request)),
        touched=filled(numbers),
        withdrawn=filled(_withdrawn(request, now)),
        user=request.user.pk,
        at=now,
    )
    _read_lists(found)
    return found


def _meetings(*, week_of, mondays, keeps, held, touched, withdrawn, user, at):
    weeks, public = zip(week_of, mondays, strict=True), Q(is_public=True, no_coverage=False)
    where = {
        "in_week": _any(_of_week(*week) for week in weeks) & public,
        "is_touched": Q(portal__in=keeps, number__in=touched) & public,
        "is_wanted": _nobody_goes(keeps, at),
        "is_mine": _i_go(user, held, at),
        "is_gone": Q(number__in=withdrawn),
    }  # fmt: skip
    first = {"is_touched": ("-starts_at", "-pk"), "is_wanted": ("starts_at", "number")}
    parts = [
        Meeting.objects.filter(pk__in=_cut(Meeting.objects.filter(asked), first.get(name)))
        .order_by().values("pk")
        for name, asked in where.items()
    ]  # fmt: skip
    rows = Meeting.objects.filter(pk__in=parts[0].union(*parts[1:])).select_related(
        "portal", "host"
    )
    rows = rows.annotate(**{name: _is(asked) for name, asked in where.items()})
    mine = Assignment.objects.filter(meeting=OuterRef("pk"), user=user)
    papers = MeetingDocument.objects.filter(meeting=OuterRef("pk"), is_public=True)
    return rows.annotate(
        has_papers=Exists(papers),
        **{name: Exists(mine.filter(part=part)) for part, name in PARTS.items()},
    )


_MEETINGS = Question(_meetings)


def _cut(rows, order):
    """The first of them alone, each part by its own index."""
    return rows.order_by(*order)[:MOST].values("pk") if order else rows.order_by().values("pk")


def _is(asked: Q):
    return ExpressionWrapper(asked, BooleanField())


def _any(conditions) -> Q:
    found = Q()
    for each in conditions:
        found |= each
    return found or Q(pk__in=[])


def _of_week(portal, monday) -> Q:
    start = midnight(monday)
    return Q(portal=portal, starts_at__gte=start, starts_at__lt=start + WEEK)


def _between(first: dt.date, last: dt.date) -> Q:
    return Planned & Q(starts_at__gte=midnight(first), starts_at__lt=midnight(last) + DAY)


def _nobody_goes(keeps, now) -> Q:
    """Today's public lines to which nobody is sent, and those that ask for a reporter and have
    none, for two weeks; on the portals the person writes for."""
    today = timezone.localdate(now)
    sent = Assignment.objects.filter(meeting=OuterRef("pk"))
    uncovered = Q(is_public=True, starts_at__lt=midnight(today) + DAY) & ~Q(Exists(sent))
    asking = Q(needs_reporter=True) & ~Q(Exists(sent.filter(part=Part.REPORTER)))
    return _between(today, today + WANTED_AHEAD) & Q(portal__in=keeps) & (uncovered | asking)


def _i_go(user, held, now) -> Q:
    """Today and tomorrow."""
    today = timezone.localdate(now)
    sent = Assignment.objects.filter(meeting=OuterRef("pk"), user=user)
    return Q(portal__in=held) & _between(today, today + DAY) & Q(Exists(sent))


def _withdrawn(request, now) -> list[int]:
    acts = [act for act in acts_told(request, now) if act.at > now - WITHDRAWN_FOR]
    keys = [act.key for act in acts if act.verb in WITHDRAWN and act.key.startswith("meeting:")]
    return list(map(_number, keys))


def _read_lists(found) -> None:
    """Chairs of the lines, everybody and the papers of the pages that are compared."""
    compared = [row for row in found if row.in_week or row.is_touched]
    whole = [row.pk for row in found if row.is_touched]
    rows = Attendance.objects.filter(Q(meeting__in=whole) | Q(role__in=CHAIRS))
    prefetch_related_objects(compared, Prefetch("attendance", rows.select_related("person")))
    for row in compared:
        row.chair_rows = [each for each in row.attendance.all() if each.role in CHAIRS]
        row.papers = []
    papers = MeetingDocument.objects.filter(is_public=True).select_related("attachment")
    with_papers = [row for row in found if row.is_touched and row.has_papers]
    prefetch_related_objects(with_papers, Prefetch("documents", papers, to_attr="papers"))


def _sorted_out(found, asked: Asked) -> Asked:
    in_order = sorted(found, key=lambda row: (row.starts_at, row.number))
    for (portal, monday), lines in asked.weeks.items():
        start = midnight(monday)
        lines += [
            row for row in in_order
            if row.in_week and row.portal_id == portal.pk and start <= row.starts_at < start + WEEK
        ]  # fmt: skip
    newest = sorted(found, key=lambda row: (row.starts_at, row.pk), reverse=True)
    asked.touched = [row for row in newest if row.is_touched][:MOST]
    asked.wanted = [row for row in in_order if row.is_wanted][:MOST]
    asked.going = [row for row in in_order if row.is_mine]
    for row in asked.going:
        row.my_parts = [part.label for part, name in PARTS.items() if getattr(row, name)]
    asked.gone = {row.key: row for row in found if row.is_gone}
    return asked
