"""The desk's previews of a week and of a meeting: as readers would get them, links left out."""

from datetime import date

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from .meetings import meeting_context
from .pages import base_context, frame_of
from .schedule import schedule_context


def _schedule(visit, values):
    monday = date.fromisoformat(values["monday"])
    context = base_context(visit, frame_of(visit), title=_("Work schedule"), indexed=False)
    context |= schedule_context(values, monday, visit.now, {})
    return render_to_string("public/schedule.html", {**context, "preview": True})


def _meeting(visit, values):
    context = meeting_context(visit, frame_of(visit), values, {}, address="")
    return render_to_string("public/meeting.html", {**context, "preview": True, "indexed": False})


KINDS = {"schedule": _schedule, "meeting": _meeting}
