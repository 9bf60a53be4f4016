"""What an old page tells, joined to what the newsroom knows: its officials and its meeting."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from apps.meetings.archive import Held, find_or_make
from apps.people.matching import match
from apps.people.models import Person
from lib.vietnamese.fold import fold

from .known import Known
from .reading import ReadPage


@dataclass(frozen=True)
class Linked:
    """`people`: the officials the register knows, by the name on the page."""

    people: dict[str, Person]
    strangers: tuple[str, ...]

    def note(self) -> str:
        """One line for the editor about those the register does not know; '' for none."""
        if not self.strangers:
            return ""
        return _("Named with a title, not in the register: %(names)s.") % {
            "names": "; ".join(self.strangers)
        }


def day_of(read: ReadPage) -> dt.date | None:
    """The day titles are judged by: the event's, else the publication's."""
    return read.event_date or read.published_day


def link(read: ReadPage, known: Known, at) -> Linked:
    """Officials found in the register as of the day of the page.

    At most three queries, none for a page on which nobody bears a name of the register.
    """
    named = {official.name: official for official in read.officials}
    if any(fold(name) in known.officials for name in named):
        day = day_of(read) or at.date()
        found = match(read.mentions, day=day, portal_key=known.portal.key)
        people = {one.mention.name: one.person for one in found if one.person}
    else:
        people = {}
    strangers = tuple(
        f"{name} ({', '.join(title.replace(' | ', ' ') for title in official.titles)})"
        for name, official in named.items()
        if name not in people
    )
    return Linked({name: people[name] for name in named if name in people}, strangers)


def meeting_of(read: ReadPage, linked: Linked, portal, *, by, at):
    """The meeting found or made; None where the page tells of none or of no day."""
    day = day_of(read)
    if read.meeting.kind is None or day is None:
        return None
    chairs = tuple((linked.people.get(name), name) for name in read.meeting.chairs)
    held = Held(read.meeting.kind, read.meeting.period or "", day, read.meeting.online, chairs)
    return find_or_make(portal, held, by=by, at=at)[0]
