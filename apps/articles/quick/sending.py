"""Gửi nhanh: what a reporter sends from the phone becomes one draft, however often it is sent."""

import re
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.media import parts, uploads
from apps.meetings.attendance import day_of
from apps.meetings.models import Meeting
from apps.newsroom import history
from apps.newsroom.refusals import OutOfSight, Refused
from apps.newsroom.telling import name_fields, name_verbs
from apps.portals.models import Portal
from apps.portals.roles import Right
from apps.portals.seats import listed_of, seat_for
from lib.vietnamese.text import clean

from .. import writing
from ..models import ArticlePicture, QuickSend
from ..reporting import (
    bylines_of,
    headline_of,
    lead_of,
    paragraphs,
    present_at,
    usual_credit,
    usual_section,
)

VERB = "quick_send"
name_verbs({VERB: gettext_lazy("sent notes and photos from the phone")})
name_fields({"photos": gettext_lazy("photos")})
LONGEST_NOTES = 50_000
MOST_PHOTOS = 100
HEADLINE = 120
SAID = ("caption", "credit", "alt", "focal_x", "focal_y")
ABOUT = re.compile(r"(meeting|portal):([^\x00]{1,60})")
SENTENCE_END = re.compile(r"(?<=[.!?…])\s")
Placement = ArticlePicture.Placement


@dataclass(frozen=True)
class FromPhone:
    """`about` is "meeting:<number>" or "portal:<key>"; `photos` are tokens of uploads in order."""

    token: str
    about: str
    notes: str = ""
    photos: list[str] = field(default_factory=list)


@transaction.atomic
def receive(sent: FromPhone, *, by, at) -> QuickSend:
    """The draft of what was sent, made at the first time; every further time the same row.

    A meeting that gets no coverage any more loses nothing: the draft is made without it. Raises
    OutOfSight for what belongs to others or to another portal, Refused without the right to write,
    for nothing at all, and while a photo has not come in whole.
    """
    row, _new = QuickSend.objects.get_or_create(token=sent.token, defaults={"by": by, "at": at})
    row = QuickSend.objects.select_for_update().get(pk=row.pk)
    if row.by_id != by.pk:
        raise OutOfSight
    if row.article_id:
        return row
    portal, meeting = place_of(sent.about, by, at)
    seat_for(by, portal, Right.WRITE, at)
    _check(sent)
    pictures, row.refused = parts.arrived(sent.photos, portal.key, by=by)
    event = meeting.key if meeting and meeting.is_public else None
    _say_of_photos(pictures, event, usual_credit(by, portal.key), by, at)
    text = _text(portal, meeting, sent.notes, pictures, by, at)
    row.article = writing.start(portal, text, by=by, at=at)
    row.photos, row.at = len(pictures), at
    row.save()
    history.record(
        row.article.key, VERB, by=by, at=at, portal=portal.key, after={"photos": len(pictures)}
    )
    return row


def place_of(about: str, by, at) -> tuple[Portal, Meeting | None]:
    """(portal, meeting or None) of what the phone chose. Raises OutOfSight."""
    chosen = ABOUT.fullmatch(about)
    if chosen is None:
        raise OutOfSight
    kind, key = chosen.groups()
    if kind == "portal":
        for seat in listed_of(by, at, Q(portal__key=key)):
            return seat.portal, None
        raise OutOfSight
    if not key.isascii() or not key.isdigit():
        raise OutOfSight
    reach = Meeting.objects.within_reach_of(by, at).select_related("portal", "host")
    meeting = reach.filter(number=int(key[:15])).first()
    if meeting is None:
        raise OutOfSight
    return meeting.portal, None if meeting.no_coverage else meeting


def _check(sent):
    if not clean(sent.notes) and not sent.photos:
        raise Refused(_("Write a note or take a photo first."))
    if len(sent.notes) > LONGEST_NOTES:
        raise Refused(_("The notes are too long to be sent from here. Send them in two."))
    if len(sent.photos) > MOST_PHOTOS:
        raise Refused(_("At most 100 photos at once. Send the rest afterwards."))


def _text(portal, meeting, notes, pictures, by, at):
    """Without a meeting the first sentence of the notes is the headline to begin with."""
    fields = {
        "headline": (headline_of(meeting) if meeting else _headline(notes, at))[:300],
        "sapo": lead_of(meeting) if meeting else "",
        "section": usual_section(portal, by),
        "event_date": day_of(meeting) if meeting else timezone.localdate(at),
        "meeting": meeting,
        "body": paragraphs(present_at(meeting) if meeting else "", *lines_of(notes)),
    }
    return writing.Text(
        fields,
        bylines=bylines_of(portal, meeting, by),
        pictures=[
            (
                picture,
                Placement.GALLERY if number else Placement.LEAD,
                picture.caption,
                picture.alt,
                "",
            )
            for number, picture in enumerate(pictures)
        ],
    )


def _say_of_photos(pictures, event, credit, by, at):
    """Who took them and where; what the library says of a picture already stays."""
    for picture in pictures:
        said = {name: getattr(picture, name) for name in SAID}
        said["credit"] = picture.credit or credit
        new_event = event if event and not picture.event else None
        if new_event or said["credit"] != picture.credit:
            uploads.describe_picture(picture, by=by, at=at, event=new_event, **said)


def lines_of(notes: str) -> list[str]:
    """Every line of the notes is a paragraph."""
    return [line for line in map(clean, notes.splitlines()) if line]


def _headline(notes, at):
    lines = lines_of(notes)
    if lines:
        first = SENTENCE_END.split(lines[0])[0].rstrip(".")
        return first if len(first) <= HEADLINE else f"{first[: HEADLINE - 1].rsplit(' ', 1)[0]}…"
    here = timezone.localtime(at)
    return _("Photos sent at %(clock)s on %(day)s") % {
        "clock": f"{here:%H:%M}", "day": f"{here.day}/{here.month}/{here.year}",
    }  # fmt: skip
