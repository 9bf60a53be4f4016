"""The demo office's meetings: entered, listed, signed by two and published as people do it."""

import datetime as dt
import io

from apps.media.attachments import add_attachment
from apps.meetings import attending, keeping, publishing
from apps.meetings.attendance import by_protocol, day_of
from apps.meetings.chairs import put_cell, read_cells
from apps.meetings.models import Meeting, MeetingDocument
from apps.meetings.pages import week_of
from apps.people.models import Person
from apps.portals.models import Portal

from .files import read
from .papers import paper

SIGNERS = {"song-van": ("thuky", "truongban"), "ben-do": ("bendo-bientap", "bendo-truongban")}
HOUR = dt.timedelta(hours=1)
PLAIN = ("kind", "series", "place", "form", "prepared_by", "state", "private_link", "public_link")
TICKS = ("is_public", "no_coverage", "needs_reporter")
FILLED = ("title", "period", "chair_words", "guest_words", "agenda")


class Scheduler:
    """Knows the people, the register and the calendar; keeps one meeting after another."""

    def __init__(self, users, registrar, calendar):
        self.users, self.registrar, self.calendar = users, registrar, calendar
        self.portals = {portal.key: portal for portal in Portal.objects.all()}
        self.meetings = {}

    def keep_all(self) -> dict[str, Meeting]:
        """{id of the content file: Meeting}, the oldest first."""
        for row in read("meetings")["meetings"]:
            self.meetings[row["id"]] = self.keep(row)
        self._publish_weeks()
        return self.meetings

    def keep(self, row):
        first, second = (self.users[name] for name in SIGNERS[row["portal"]])
        entered = self._past(self.calendar.instant(row["day"], "07:30") - 4 * 24 * HOUR)
        meeting = self._filled(row)
        (chairs,) = read_cells([(meeting.chair_words, "")])
        chairs = put_cell(meeting, meeting.chair_words, chairs)
        meeting = keeping.keep(meeting, by=first, at=entered)
        if row.get("attendance"):
            self._list(meeting, row["attendance"], by=first, at=entered)
        elif chairs:
            attending.set_chairs(meeting, chairs, by=first, at=entered)
        for paper_row in row.get("documents", ()):
            self._document(meeting, paper_row, by=first, at=entered)
        if row.get("page"):
            self._publish(meeting, first, second)
        return meeting

    def _filled(self, row) -> Meeting:
        meeting = Meeting(portal=self.portals[row["portal"]])
        for name in (*PLAIN, *TICKS, *FILLED):
            if name in row:
                value = row[name]
                setattr(meeting, name, self.calendar.fill(value) if name in FILLED else value)
        meeting.host_id = self.registrar.bodies[row["host"]]
        meeting.remote_points = row.get("remote_points", [])
        meeting.starts_at = self.calendar.instant(row["day"], row["from"])
        meeting.ends_at = self.calendar.instant(row["day"], row["to"]) if row.get("to") else None
        return meeting

    def _list(self, meeting, lines, *, by, at):
        rows = attending.pasted_rows(meeting, "\n".join(lines), [])
        rows = [attending.answered(row, _meant(row)) if row.asked else row for row in rows]
        ordered = by_protocol(rows, day_of(meeting))
        attending.save_list(meeting, ordered, was=attending.list_digest(meeting), by=by, at=at)

    def _document(self, meeting, row, *, by, at):
        title = self.calendar.fill(row["title"])
        file = io.BytesIO(paper([title, *map(self.calendar.fill, row["lines"])]))
        file.name = f"{row['file']}.docx"
        added = add_attachment(portal=meeting.portal.key, file=file, by=by, at=at, title=title)
        MeetingDocument.objects.create(
            meeting=meeting, attachment=added, title=title, is_public=row["is_public"]
        )
        keeping.record(meeting, "change_meeting", by=by, at=at, after={"documents": title})

    def _publish(self, meeting, first, second):
        """An hour after the end the page is signed twice."""
        ended = self._past((meeting.ends_at or meeting.starts_at) + HOUR)
        publishing.sign_meeting(meeting, by=first, at=ended - HOUR / 2)
        publishing.sign_meeting(meeting, by=second, at=ended)

    def _publish_weeks(self):
        """The schedules of all weeks with public lines, on the Friday before each."""
        weeks = {(meeting.portal_id, week_of(meeting)) for meeting in self.meetings.values()}
        portals = {portal.pk: portal for portal in self.portals.values()}
        for portal_id, monday in sorted(weeks):
            portal = portals[portal_id]
            at = self._past(self.calendar.instant(monday.isoformat(), "16:30") - 3 * 24 * HOUR)
            for name in SIGNERS[portal.key]:
                publishing.sign_schedule(portal, monday, by=self.users[name], at=at)

    def _past(self, moment):
        return min(moment, self.calendar.now - dt.timedelta(minutes=5))


def _meant(row) -> int | None:
    """The clerk's answer to "is this …?": whose name was pasted letter by letter, nobody else."""
    names = dict(Person.objects.filter(pk__in=row.asked).values_list("pk", "name"))
    return next((pk for pk in row.asked if row.pasted.startswith(names[pk])), None)
