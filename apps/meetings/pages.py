"""From rows to values: what readers may get of a week and of a meeting, and nothing else."""

import datetime as dt

from apps.media.publishing import attachment_values
from apps.newsroom.digests import digest
from lib.vietnamese.datelines import local
from lib.vietnamese.text import clean_lines
from lib.vietnamese.weeks import monday_of, week_code

from .attendance import Told, told
from .chairs import chair_line, chairs_told, with_chairs
from .models import Attendance, Meeting
from .times import session_of

ABSENT = Attendance.Role.ABSENT


def schedule_key(monday: dt.date) -> str:
    """ "schedule:2026-W47": the page's key in editions, one for each portal."""
    return f"schedule:{week_code(monday)}"


def week_of(meeting) -> dt.date:
    """The Monday of the week in which the meeting begins."""
    return monday_of(local(meeting.starts_at).date())


def schedule_values(portal, monday: dt.date) -> dict:
    """`editions.values.ScheduleValues`; chairs with the titles of each line's day, asked now.

    A query for the lines and a few for all their chairs; nothing of a private line is read.
    """
    lines = with_chairs(Meeting.objects.for_readers().of_week(portal, monday))
    return values_of_week(portal, monday, list(lines))


def values_of_week(portal, monday: dt.date, lines: list, words_on=None) -> dict:
    """The same of lines that have been read with their chairs."""
    chairs = chairs_told(lines, portal, words_on)
    return {
        "week": week_code(monday),
        "monday": monday.isoformat(),
        "lines": [line_values(meeting, chairs[meeting.pk]) for meeting in lines],
    }


def line_values(meeting, chairs: list[Told]) -> dict:
    """`ScheduleLineValues` of a public meeting."""
    return {
        "key": meeting.key,
        "title": meeting.title,
        **_times(meeting),
        "place": meeting.place,
        "chair": chair_line(meeting, chairs),
        "guests": meeting.guest_words,
        "prepared": meeting.prepared_by,
        "state": meeting.state,
    }


def _times(meeting):
    return {
        "starts_at": local(meeting.starts_at).isoformat(),
        "has_time": meeting.starts_has_time,
        "session": session_of(meeting.starts_at, meeting.starts_has_time),
        "ends_at": local(meeting.ends_at).isoformat() if meeting.ends_at else None,
    }


def meeting_values(meeting, documents: list | None = None) -> dict:
    """`editions.values.MeetingValues`; titles are those of the meeting's day, asked now.

    `documents` are those of `public_documents`, where the caller has them already.
    """
    documents = public_documents(meeting) if documents is None else documents
    return values_of_meeting(meeting, told(meeting), documents)


def values_of_meeting(meeting, attendance: list[Told], documents: list) -> dict:
    """The same of what has been read already."""
    return {
        "title": meeting.title,
        "kind": meeting.kind,
        "host": meeting.host.name if meeting.host_id else "",
        "host_key": f"body:{meeting.host_id}" if meeting.host_id else "",
        "series": meeting.series,
        "period": meeting.period,
        **_times(meeting),
        "place": meeting.place,
        "form": meeting.form,
        "remote_points": list(meeting.remote_points),
        "agenda": [line for line in clean_lines(meeting.agenda) if line],
        "live_link": meeting.public_link,
        "state": meeting.state,
        "attendance": [_attendant(row) for row in attendance if row.role != ABSENT],
        "documents": [
            attachment_values(row.attachment, title=row.title or None) for row in documents
        ],
        "files": sorted({row.attachment.sha256 for row in documents}),
    }


def _attendant(row: Told):
    return {
        "key": row.key,
        "name": row.name,
        "titles": row.titles,
        "role": row.role,
        "part": row.part,
        "for_whom": row.for_whom,
    }


def public_documents(meeting) -> list:
    """The papers that may go out with the page."""
    return list(meeting.documents.filter(is_public=True).select_related("attachment"))


def subjects(values: dict) -> tuple[str, ...]:
    """Keys of the people and the body a meeting's page is about."""
    keys = [values["host_key"], *(row["key"] for row in values["attendance"])]
    return tuple(dict.fromkeys(key for key in keys if key))


def schedule_digest(portal, monday: dt.date) -> str:
    return digest(schedule_values(portal, monday))


def meeting_digest(meeting) -> str:
    return digest(meeting_values(meeting))
