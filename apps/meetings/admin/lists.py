"""The screen of a meeting's participants. Every button sends the whole list: nothing is lost."""

from django.contrib import messages
from django.http import HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.meetings import attending, keeping
from apps.meetings.attendance import by_protocol, day_of, sentences, titles_of_day, told
from apps.meetings.models import Attendance
from apps.newsroom.refusals import Refused
from apps.people.models import Person

CELLS = ("label", "title_words", "role", "part", "half", "for_whom", "pasted")


class AttendanceScreen:
    """Mixed into the admin of meetings, which knows who may see one (`seen`)."""

    def attendance(self, request, pk):
        meeting, now = self.seen(request, pk), timezone.now()
        rows, was = None, attending.list_digest(meeting)
        if request.method == "POST":
            rows = typed_rows(request.POST)
            was = request.POST.get("was", "")
            try:
                rows = with_pasted(request, meeting, rows)
                rows = changed(request, meeting, rows)
                attending.save_list(meeting, rows, was=was, by=request.user, at=now)
                return HttpResponseRedirect(
                    reverse("admin:meetings_meeting_attendance", args=[meeting.pk])
                )
            except attending.Stale as stale:
                was = stale.present
                messages.error(request, str(stale))
            except Refused as refusal:
                messages.error(request, str(refusal))
            _join_people(rows)
        context = {
            **self.admin_site.each_context(request),
            **_context(meeting, rows),
            "title": _("Who takes part"),
            "opts": self.opts,
            "was": was,
            "may_keep": keeping.may_keep(request.user, meeting.portal, now),
        }
        return render(request, "meetings/attendance.html", context)


def _context(meeting, rows):
    lines = told(meeting, rows)
    asked = {pk for line in lines for pk in line.row.asked}
    people = {person.pk: person for person in Person.objects.filter(pk__in=asked)}
    titles = titles_of_day(asked, day_of(meeting), meeting.portal.key) if asked else {}
    last = attending.last_of_series(meeting)
    return {
        "meeting": meeting,
        "lines": [
            (line, [(people[pk], titles.get(pk, "")) for pk in line.row.asked if pk in people])
            for line in lines
        ],
        "questions": sum(bool(line.row.asked) for line in lines),
        "handovers": sum(bool(line.choices) and not line.row.half for line in lines),
        "last": last,
        "roles": Attendance.Role.choices,
        "parts": Attendance.Part.choices,
        "sentences": sentences(meeting),
    }


def typed_rows(data: QueryDict) -> list[Attendance]:
    """The rows of the form in the order of its hidden `row` fields."""
    keys = list(dict.fromkeys(data.getlist("row")))[: attending.MOST_ROWS + 1]
    return [_typed(data, key) for key in keys if not data.get(f"{key}-drop")]


def _typed(data, key):
    row = Attendance(**{name: data.get(f"{key}-{name}", "").replace("\x00", "") for name in CELLS})
    row.person_id = _number(data.get(f"{key}-person", ""))
    row.asked = [pk for pk in map(_number, data.get(f"{key}-asked", "").split(",")[:9]) if pk]
    row.key = key
    return row


def _number(text):
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def _join_people(rows):
    people = Person.objects.in_bulk([row.person_id for row in rows if row.person_id])
    for row in rows:
        row.person = people.get(row.person_id)


def with_pasted(request, meeting, rows) -> list[Attendance]:
    """What stands in the box is put on the list, whichever button was pressed."""
    text = request.POST.get("pasted", "")[:100_000]
    if not text.strip() and request.POST.get("act") != "paste":
        return rows
    new = attending.pasted_rows(meeting, text, rows)
    known = sum(bool(row.person_id) for row in new)
    asked = sum(bool(row.asked) for row in new)
    if not new:
        messages.warning(request, _("Nothing new in what you pasted."))
        return rows
    says = ngettext("%d line added", "%d lines added", len(new)) % len(new)
    says += ": " + _("%(known)d found in the register, %(asked)d to be confirmed.") % {
        "known": known, "asked": asked,
    }  # fmt: skip
    messages.success(request, says)
    for row in new:
        row.key = ""
    return rows + new


def changed(request, meeting, rows) -> list[Attendance]:
    """The rows after the button that was pressed; plain saving leaves them as typed."""
    act, _colon, which = request.POST.get("act", "save").partition(":")
    if act in ACTS:
        return ACTS[act](request, meeting, rows, which)
    messages.success(request, _("Saved."))
    return rows


def _as_pasted(_request, _meeting, rows, _which):
    return rows


def _copy(request, meeting, rows, _which):
    last = attending.last_of_series(meeting)
    if last is None:
        raise Refused(_("No earlier meeting of this series has a list."))
    new = attending.copied_rows(last, rows)
    messages.success(request, ngettext("%d line copied.", "%d lines copied.", len(new)) % len(new))
    return rows + new


def _sort(request, meeting, rows, _which):
    messages.success(request, _("In protocol order."))
    return by_protocol(rows, day_of(meeting))


def _move(step):
    def moved(_request, _meeting, rows, which):
        at = next((number for number, row in enumerate(rows) if row.key == which), None)
        if at is not None and 0 <= at + step < len(rows):
            rows[at], rows[at + step] = rows[at + step], rows[at]
        return rows

    return moved


def _answer(_request, _meeting, rows, which):
    key, _colon, person = which.partition(":")
    for row in rows:
        if row.key == key:
            attending.answered(row, _number(person))
    return rows


ACTS = {
    "paste": _as_pasted, "copy": _copy, "sort": _sort, "up": _move(-1), "down": _move(1),
    "answer": _answer,
}  # fmt: skip
