"""“Lịch đăng bài”: what happens to pieces on which day, and which meetings are reported on.

Nine queries at any size. What is told of a day is words with a mark, never a colour alone.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.editions.models import Showing
from apps.meetings.times import session_of
from lib.vietnamese.datelines import WEEKDAYS
from lib.vietnamese.weeks import SESSIONS

from ..sending.original import Stand, stand
from ..situation import Situation, situation
from ..work import number_in
from .rows import (
    Wanted,
    articles_of,
    due_rows,
    end_rows,
    live_rows,
    meetings_then,
    pin_rows,
    sendings_of,
)

SHOWN_HERE = (Stand.RECEIVED, Stand.CHANGED, Stand.GONE)
LIVE = (Situation.PUBLISHED, Situation.PENDING, Situation.REPLACING)


@dataclass(frozen=True)
class Entry:
    """One line: `code` picks the mark's colour, `words` say the same; `who` writes or goes there.

    `is_piece`: about a piece, not a meeting.
    """

    at: dt.datetime
    clock: str
    code: str
    words: str
    title: str
    address: str
    who: str
    portal: str
    is_piece: bool = True


@dataclass
class Day:
    """A day with its lines by the clock; `more`: how many have no room here."""

    day: dt.date
    entries: list[Entry] = field(default_factory=list)
    total: int = 0
    is_today: bool = False
    is_past: bool = False
    is_outside: bool = False  # of the month shown

    @property
    def weekday(self) -> str:
        return WEEKDAYS[self.day.weekday()]

    @property
    def more(self) -> int:
        return self.total - len(self.entries)


def days_of(wanted: Wanted, now, *, room: int) -> list[Day]:
    """Every day asked for, with at most `room` lines; pieces before meetings where it is small."""
    entries, total = _entries(wanted, now)
    today = timezone.localdate(now)
    found = []
    for number in range((wanted.last - wanted.first).days + 1):
        day = wanted.first + dt.timedelta(days=number)
        shown = sorted(entries[day], key=lambda each: (not each.is_piece, each.at))[:room]
        shown.sort(key=lambda each: each.at)
        found.append(Day(day, shown, total[day], day == today, day < today))
    return found


def _entries(wanted, now) -> tuple[dict, dict]:
    """({day: entries}, {day: how many there are})."""
    due, live, ends, pins = due_rows(wanted), live_rows(wanted), end_rows(wanted), pin_rows(wanted)
    ids = {row["pk"] for row in due} | {number_in(row["key"]) for row in (*live, *ends, *pins)}
    articles = articles_of(wanted, ids)
    shown = _showings_of(articles.values())
    stands = {pk: situation(each, shown[pk], now) for pk, each in articles.items()}
    entries, total, counted = defaultdict(list), defaultdict(int), {}
    timed = [
        (row, says) for rows, says in ((live, _live), (ends, _end), (pins, _pin)) for row in rows
    ]
    own, copies = _apart(timed, articles)
    received = sendings_of(wanted, {_pair(row) for row, _says in copies}, now)
    told = [(row, says, articles.get(row["pk"])) for row, says in ((row, _due) for row in due)]
    told += [(row, says, articles[number_in(row["key"])]) for row, says in own]
    for row, says, article in told:
        if article:
            code, words = says(row, stands[article.pk], shown[article.pk], now)
            _put(entries, counted, row, says, _of_article(article, row["at"], code, words))
    for row, says in copies:
        if sending := received.get(_pair(row)):
            _put(entries, counted, row, says, _of_sending(sending, row["at"], says, now))
    for meeting in meetings_then(wanted):
        day = timezone.localdate(meeting.starts_at)
        entries[day].append(_of_meeting(meeting, wanted, now))
        counted[_of_meeting, day] = meeting.of_day
    for (_says, day), number in counted.items():
        total[day] += number
    return entries, total


def _put(entries, counted, row, says, entry):
    day = timezone.localdate(row["at"])
    entries[day].append(entry)
    counted[says, day] = row.get("of_day") or counted.get((says, day), 0) + 1


def _pair(row) -> tuple[str, int]:
    return row["portal"], number_in(row["key"])


def _apart(rows, articles):
    """(rows of these articles on their own portal, rows of what other portals sent)."""
    own, copies = [], []
    for row, says in rows:
        article = articles.get(number_in(row["key"]))
        mine = article is not None and article.portal.key == row["portal"]
        (own if mine else copies).append((row, says))
    return own, copies


def _showings_of(articles) -> dict[int, list[Showing]]:
    """{id: all its showings on its own portal}."""
    found = defaultdict(list)
    keys = [article.key for article in articles]
    portals = {article.portal.key for article in articles}  # the index begins with the portal
    own = {(article.portal.key, article.key): article.pk for article in articles}
    for showing in Showing.objects.filter(portal__in=portals, key__in=keys) if keys else ():
        if pk := own.get((showing.portal, showing.key)):
            found[pk].append(showing)
    return found


# What an instant means: functions of (row, situation, showings, now) that give (code, words).


_SCHEDULED = "scheduled", Situation.SCHEDULED.label


def _due(row, stands, shown, now):
    if row["at"] <= now:
        return "attention", _("Overdue · %(state)s") % {"state": stands.label}
    return stands.value, _("Wanted · %(state)s") % {"state": stands.label}


def _live(row, stands, shown, now):
    if row["at"] > now:
        if any(each.is_live_at(now) for each in shown):
            return "scheduled", _("Replacement scheduled")
        return _SCHEDULED
    began = [each.live_from for each in shown if each.ended_at != each.live_from]
    if stands in LIVE and row["at"] > min(began):
        return "published", _("New version published")
    return stands.value, stands.label


def _end(row, stands, shown, now):
    return "expired", Situation.EXPIRED.label if row["at"] <= now else _("Will expire")


def _pin(row, stands, shown, now):
    return "ended", _("Pin ends")


def _of_article(article, at, code, words) -> Entry:
    return Entry(
        at=at,
        clock=_clock(at),
        code=code,
        words=str(words),
        title=article.headline or _("Without a headline"),
        address=reverse("admin:articles_article_change", args=[article.pk]),
        who=_writers(article),
        portal=article.portal.name,
    )


def _of_sending(sending, at, says, now) -> Entry:
    """What another portal sent, on the receiving portal's days."""
    stands = stand(sending)
    shown = Situation.PUBLISHED if stands in SHOWN_HERE else stands
    if says is _live:
        code, words = (shown.value, shown.label) if at <= now else _SCHEDULED
    else:
        code, words = says({"at": at}, None, (), now)
    return Entry(
        at=at,
        clock=_clock(at),
        code=code,
        words=str(words),
        title=str(sending),
        address=reverse("admin:articles_sending_change", args=[sending.pk]),
        who=str(sending.origin),
        portal=sending.to.name,
    )


def _writers(article) -> str:
    if article.handler_id and article.handler_id != article.author_id:
        handled = _("handled by %(name)s") % {"name": article.handler}
        return f"{article.author} · {handled}"
    return str(article.author)


def _of_meeting(meeting, wanted, now) -> Entry:
    sent = "; ".join(f"{name} ({', '.join(parts)})" for name, parts in meeting.sent)
    if sent:
        code, words = "ready", _("Meeting · assigned")
    elif meeting.starts_at <= now:
        code, words = "off", _("Meeting · nobody was sent")
    elif meeting.needs_reporter:
        code, words = "attention", _("Meeting · needs a reporter")
    else:
        code, words = "waiting", _("Meeting · nobody goes yet")
    clock = _clock(meeting.starts_at)
    if not meeting.starts_has_time:
        clock = SESSIONS[session_of(meeting.starts_at, False)]
    opens = meeting.portal in wanted.reads
    return Entry(
        at=meeting.starts_at,
        clock=clock,
        code=code,
        words=words,
        title=meeting.title,
        address=reverse("admin:meetings_meeting_change", args=[meeting.pk]) if opens else "",
        who=" · ".join(filter(None, [sent, meeting.place])),
        portal=meeting.portal.name,
        is_piece=False,
    )


def _clock(at) -> str:
    here = timezone.localtime(at)
    return f"{here.hour}:{here.minute:02}"
