"""Keeping the list of who takes part: paste, copy the last one, put in order, answer, save."""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from apps.newsroom.digests import digest
from apps.newsroom.refusals import Refused
from apps.people.models import Person
from lib.vietnamese.fold import fold
from lib.vietnamese.text import clean

from .attendance import CHAIRS, day_of
from .chairs import Chair, words_of
from .keeping import check_keeper, record
from .models import Attendance, Meeting
from .pasting import as_written, read_list
from .recognizing import recognize

Role = Attendance.Role
COLUMNS = [
    "person_id", "label", "title_words", "role", "part", "half", "for_whom", "pasted", "asked",
]  # fmt: skip
MOST_ROWS = 400


class Stale(Refused):
    """A colleague saved the list in between; `present` is its digest now."""

    def __init__(self, present):
        super().__init__(
            _("A colleague saved this list while you had it open. Yours is below, not saved; "
              "compare with the history, then save again: yours replaces it.")
        )  # fmt: skip
        self.present = present


def list_digest(meeting) -> str:
    """What a form names to say which list it started from."""
    return _digest(meeting.attendance.all())


def _digest(rows):
    return digest([[getattr(row, name) for name in COLUMNS] for row in rows])


@transaction.atomic
def save_list(meeting, rows: list[Attendance], *, was: str, by, at) -> None:
    """Write these rows in this order in place of the present ones.

    `was` is `list_digest` of the list they came from. Raises Stale, Refused or OutOfSight.
    """
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    check_keeper(by, meeting.portal, at)
    present = list(meeting.attendance.select_related("person"))
    if was != _digest(present):
        raise Stale(_digest(present))
    if len(rows) > MOST_ROWS:
        raise Refused(_("A list takes at most %d lines.") % MOST_ROWS)
    rows = [row for row in map(_cleaned, rows) if row.person_id or row.label]
    if _digest(rows) == was:
        return
    _check_people(rows)
    _replace(meeting, present, rows, by=by, at=at)


@transaction.atomic
def set_chairs(meeting, chairs: list[Chair], *, by, at) -> None:
    """Who the chair cell names chairs, in its order; the rest of the list stays as it is.

    Who is on the list already keeps his line; a chair no longer named leaves it, and the history
    keeps the list as it was. Raises Refused or OutOfSight.
    """
    check_keeper(by, meeting.portal, at)
    present = list(meeting.attendance.select_related("person"))
    was, rows = _digest(present), chaired(present, chairs)
    if len(rows) > MOST_ROWS:
        raise Refused(_("A list takes at most %d lines.") % MOST_ROWS)
    if _digest(rows) != was:
        _replace(meeting, list(meeting.attendance.select_related("person")), rows, by=by, at=at)


def chaired(present: list[Attendance], chairs: list[Chair]) -> list[Attendance]:
    """The list with exactly these chairs in front."""
    old = [row for row in present if row.role in CHAIRS and not row.asked]
    rest = [row for row in present if row not in old]
    front = []
    for chair in chairs:
        row = next((row for row in (*old, *rest) if _is(row, chair)), None)
        if row is None:
            row = _new_chair(chair)
        elif row in rest:
            rest.remove(row)
            row.role, row.for_whom = Role.CHAIR, ""
        else:
            old.remove(row)
        row.half = chair.half or row.half
        front.append(row)
    return front + rest


def _is(row, chair):
    if chair.person:
        return row.person_id == chair.person.pk
    return row.person_id is None and fold(words_of(row)) == fold(chair.words)


def _new_chair(chair):
    if chair.person is None:
        return Attendance(label=chair.words, role=Role.CHAIR)
    pasted = "" if fold(chair.words) == fold(chair.person.name) else chair.words
    return Attendance(person=chair.person, role=Role.CHAIR, pasted=pasted)


def _replace(meeting, present, rows, *, by, at):
    before = _names(present)
    meeting.attendance.all().delete()
    for position, row in enumerate(rows):
        row.pk, row.meeting, row.position = None, meeting, position
    Attendance.objects.bulk_create(rows)
    after = _names(meeting.attendance.select_related("person"))
    record(
        meeting, "change_attendance", by=by, at=at,
        before={"attendance": before}, after={"attendance": after},
    )  # fmt: skip


def _cleaned(row):
    for name in ("label", "title_words", "for_whom"):
        setattr(row, name, _within(clean(getattr(row, name)), _longest(name)))
    row.pasted = clean(row.pasted)[: _longest("pasted")]  # nobody can shorten it on the screen
    row.role = row.role if row.role in Role.values else Role.ATTENDS
    row.part = row.part if row.part in Attendance.Part.values else ""
    row.half = row.half if row.person_id and row.half in Attendance.Half.values else ""
    row.for_whom = row.for_whom if row.role == Role.STANDS_IN else ""
    return row


def _longest(name):
    return Attendance._meta.get_field(name).max_length


def _within(words, longest):
    if len(words) > longest:
        said = {"value": Truncator(words).chars(60), "longest": longest}
        raise Refused(_("“%(value)s” is longer than %(longest)d characters.") % said)
    return words


def _check_people(rows):
    wanted = {row.person_id for row in rows if row.person_id}
    if Person.objects.filter(pk__in=wanted).count() != len(wanted):
        raise Refused(_("One of these officials is no longer in the register; open the list anew."))


def _names(rows):
    """One line for the history, short enough to read."""
    return "; ".join(f"{row.person or row.label} ({_said(row)})" for row in rows)[:4000]


def _said(row):
    words = [row.get_role_display(), row.get_half_display()]
    return ", ".join(str(word) for word in words if word)


def pasted_rows(meeting, text: str, present: list[Attendance]) -> list[Attendance]:
    """New rows of a pasted list; who stands on the list already is not added again."""
    lines = read_list(text)
    people = {row.person_id for row in present if row.person_id}
    words = {fold(row.pasted or row.label) for row in present}
    rows = []
    for line, found in zip(lines, recognize(lines, day=day_of(meeting)), strict=True):
        if fold(line.words) in words or found.person in people - {None}:
            continue
        words.add(fold(line.words))
        people.add(found.person)
        rows.append(
            Attendance(
                person_id=found.person,
                **_written(line.left, found),
                role=line.role,
                part=line.part,
                for_whom=line.for_whom,
                pasted=line.words,
                asked=list(found.asked),
            )
        )
    return rows


def _written(words, found):
    """A question keeps all its words; a stranger his name and the titles he came with."""
    if found.person:
        return {"label": ""}
    if found.asked:
        return {"label": words}
    label, titles = as_written(words)
    return {"label": label, "title_words": titles}


def answered(row: Attendance, person_id: int | None) -> Attendance:
    """The answer to "is this …?": yes, this one of those asked, or none of them."""
    if person_id in row.asked:
        row.person_id, row.label = person_id, ""
    elif row.asked:
        row.label, row.title_words = as_written(row.label)
    row.asked = []
    return row


def last_of_series(meeting) -> Meeting | None:
    """The meeting of the same series of this portal that was held last before this one.

    One of which the schedule has told the chair, and nothing more is known, comes after all lists.
    """
    if not meeting.series.strip():
        return None
    earlier = Meeting.objects.filter(
        portal=meeting.portal, series__iexact=meeting.series, starts_at__lt=meeting.starts_at
    ).exclude(pk=meeting.pk)
    listed = Attendance.objects.filter(meeting=OuterRef("pk")).exclude(role__in=CHAIRS)
    rows = earlier.exclude(attendance=None).annotate(more_than_chairs=Exists(listed))
    return rows.order_by("-more_than_chairs", "-starts_at").first()


def copied_rows(last: Meeting, present: list[Attendance]) -> list[Attendance]:
    """Those who belong to the series: titles of the register are asked anew for the new day, the
    absent come again, who only stood in for somebody does not.
    """
    people = {row.person_id for row in present if row.person_id}
    labels = {fold(row.label) for row in present if row.label}
    return [
        Attendance(
            person_id=row.person_id,
            label=row.label,
            title_words="" if row.person_id else row.title_words,
            role=Role.ATTENDS if row.role == Role.ABSENT else row.role,
            pasted=row.pasted,
            asked=row.asked,
        )
        for row in last.attendance.exclude(role=Role.STANDS_IN)
        if (row.person_id not in people if row.person_id else fold(row.label) not in labels)
    ]
