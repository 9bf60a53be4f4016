"""Who takes part, as readers and colleagues read it: names with the titles of the meeting's day."""

import datetime as dt
from dataclasses import dataclass

from apps.people.titles import home_of, in_protocol_order, long_form, titles_on, words_on_days
from lib.vietnamese.datelines import local
from lib.vietnamese.gatherings import attendance_sentence, chair_sentence, named, noun_of
from lib.vietnamese.names import looks_like_name

from .models import Attendance

Role = Attendance.Role
CHAIRS = (Role.CHAIR, Role.CO_CHAIR)


@dataclass(frozen=True)
class Told:
    """One line of the list in words. `titles` is "" for a group or a person without title.

    `choices` are ("before", titles) and ("after", titles) where a handover on the day parts them.
    """

    row: Attendance
    key: str
    name: str
    titles: str
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def role(self) -> str:
        return self.row.role

    @property
    def part(self) -> str:
        return self.row.part

    @property
    def for_whom(self) -> str:
        return self.row.for_whom

    @property
    def is_person(self) -> bool:
        return bool(self.key or self.titles) or looks_like_name(self.name)

    @property
    def words(self) -> str:
        """As a sentence names it."""
        return named(self.name, self.titles)


def day_of(meeting) -> dt.date:
    """The day whose titles count."""
    return local(meeting.starts_at).date()


def titles_of_day(people, day: dt.date, portal_key: str) -> dict[int, str]:
    """{person id: "Bí thư Thị ủy, Chủ tịch HĐND thị xã"} in the portal's form; '' for none."""
    home = home_of(portal_key)
    return {pk: long_form(held, home=home) for pk, held in titles_on(people, day).items()}


def told(meeting, rows=None, words_on=None) -> list[Told]:
    """All lines in their order, with the titles of the meeting's day as they are known now."""
    if rows is None:
        rows = list(meeting.attendance.select_related("person"))
    return told_together([(meeting, rows)], meeting.portal, words_on)[0]


def told_together(lists: list[tuple], portal, words_on=None) -> list[list[Told]]:
    """`told` for (meeting, rows) of one portal, in their order; three queries for any number.

    `words_on` is `titles_now` or its like that remembers (`people/remembered.py`).
    """
    wanted = {
        (row.person_id, day_of(meeting)) for meeting, rows in lists for row in rows if row.person_id
    }
    said = (words_on or titles_now)(wanted, portal) if wanted else {}
    return [
        [_told(row, said.get((row.person_id, day_of(meeting)), {})) for row in rows]
        for meeting, rows in lists
    ]


def titles_now(wanted, portal) -> dict:
    """`titles.words_on_days` in the portal's form, asked of the register now."""
    return words_on_days(wanted, home_of(portal.key))


def _told(row, titles):
    if row.person_id is None:
        return Told(row, "", row.label, row.title_words)
    words = row.title_words or titles.get(row.half, titles[""])
    choices = tuple((half, said) for half, said in titles.items() if half)
    return Told(row, f"person:{row.person_id}", row.person.name, words, choices)


def by_protocol(rows: list[Attendance], day: dt.date) -> list[Attendance]:
    """People in protocol order of the day, then groups and unknown names as they stood.

    Chairs stay in front and the absent at the end, whatever their rank.
    """
    order = in_protocol_order([row.person_id for row in rows if row.person_id], day)
    place = {pk: number for number, pk in enumerate(order)}
    return sorted(
        rows,
        key=lambda row: (
            row.role == Role.ABSENT,
            row.role not in CHAIRS,
            place.get(row.person_id, len(place)),
        ),
    )


@dataclass(frozen=True)
class Sentences:
    """What a report says of a meeting's people; each '' when there is nothing to say."""

    chairs: str
    present: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.chairs, self.present) if part)


def sentences(meeting) -> Sentences:
    """Both sentences in protocol order, with the titles of the meeting's day; open questions and
    the absent are left out.
    """
    rows = [
        row
        for row in meeting.attendance.select_related("person")
        if row.role != Role.ABSENT and not row.asked
    ]
    lines = told(meeting, by_protocol(rows, day_of(meeting)))
    noun = noun_of(meeting.kind, meeting.title)
    people = [line for line in lines if line.is_person]
    groups = [line.name for line in lines if not line.is_person]
    return Sentences(
        chairs=chair_sentence(noun, [line.words for line in people if line.role in CHAIRS]),
        present=attendance_sentence(
            noun, [line.words for line in people if line.role not in CHAIRS], groups
        ),
    )
