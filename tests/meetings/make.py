"""Smallest valid meetings and officials. A test names only what it is about."""

import datetime as dt

from apps.meetings import pages, typed_week
from apps.meetings.lines import Line
from apps.meetings.models import Attendance, Meeting, random_number
from apps.meetings.outgoing import remarks_on_page
from apps.organizations.models import Organization
from apps.people.models import Person, Position, Term
from lib.vietnamese.days import HO_CHI_MINH
from lib.vietnamese.slug import slugify

MONDAY = dt.date(2026, 11, 23)
NOW = dt.datetime(2026, 11, 22, 7, tzinfo=HO_CHI_MINH)  # the Sunday before
EIGHT = dt.datetime(2026, 11, 23, 8, tzinfo=HO_CHI_MINH)
ZOOM = "Zoom ID 861 2234 9075, mật khẩu GD2021"


def meeting(portal, title="Hội nghị giao ban", **fields):
    fields.setdefault("starts_at", EIGHT)
    fields.setdefault("is_public", True)
    return Meeting.objects.create(portal=portal, title=title, slug=slugify(title), **fields)


def line(day="Thứ Hai", time="8h00", title="Giao ban", number=None, public=False, **texts):
    """A typed line of the grid; `was` is that of an empty row."""
    blank = Line(number=number or random_number())
    blank.was = blank.digest()
    blank.day, blank.time = day, time
    blank.texts |= {"title": title, **texts}
    blank.ticks["public"] = public
    return blank


def save(office, *lines, by=None, at=NOW, monday=MONDAY):
    """Save a week as the managing editor; the rows in order of time."""
    done = typed_week.save_week(office.portal, monday, list(lines), by=by or office.manager, at=at)
    return done, list(Meeting.objects.of_week(office.portal, monday))


def body(name="Thị ủy Sông Vân", **fields):
    fields = {"kind": "party_committee", "level": "district", "place": "Sông Vân"} | fields
    found = Organization.objects.filter(name=name).first()
    return found or Organization.objects.create(name=name, slug=slugify(name), **fields)


def official(name, rank="", *, of=None, precedence=500, **span):
    """A person of the register, holding one title where a rank is given."""
    person = Person.objects.create(name=name, slug=f"{slugify(name)}-{random_number()}")
    if rank:
        term(person, rank, of=of, precedence=precedence, **span)
    return person


def term(person, rank, *, of=None, precedence=500, **span):
    position, _new = Position.objects.get_or_create(
        rank=rank, body=of or body(), defaults={"precedence": precedence}
    )
    return Term.objects.create(person=person, position=position, **span)


def attends(of, person=None, label="", **fields):
    position = of.attendance.count()
    return Attendance.objects.create(
        meeting=of, person=person, label=label, position=position, **fields
    )


def on_page(row):
    documents = pages.public_documents(row)
    return remarks_on_page(row, pages.meeting_values(row, documents), documents)
