"""Writing the report on a meeting: a draft with all that the meeting already says."""

import re
from html import escape

from django.db import transaction
from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.meetings.attendance import day_of, sentences
from apps.meetings.models import Assignment, Meeting
from apps.meetings.times import session_of
from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals.models import Section
from apps.portals.roles import Right
from apps.portals.seats import may
from lib.vietnamese.gatherings import lead_sentence, opening

from . import writing
from .models import Article, Byline, Contributor

State = Article.State
YEAR = re.compile(r"\s*(?:/|-|năm)\s*\d{4}", re.IGNORECASE)


@transaction.atomic
def start_report(meeting, *, by, at) -> tuple[Article, bool]:
    """(draft, whether it is new): the person's own unfinished report, or one begun now.

    Headline, lead with chairs and titles, who took part, section, event day, meeting and bylines
    are filled in.
    Raises OutOfSight for a meeting the person may not see, Refused without the right to write and
    for a meeting that gets no coverage.
    """
    if not Meeting.objects.seen_by(by, at).filter(pk=meeting.pk).exists():
        raise OutOfSight
    if meeting.no_coverage:
        raise Refused(_("This meeting gets no coverage."))
    begun = reports_of(meeting).filter(author=by, state__in=[State.DRAFT, State.SENT_BACK]).first()
    if begun:
        return begun, False
    text = writing.Text(
        {
            "headline": headline_of(meeting)[:300],
            "sapo": lead_of(meeting),
            "body": paragraphs(present_at(meeting)),
            "section": usual_section(meeting.portal, by),
            "event_date": day_of(meeting),
            "meeting": meeting,
        },
        bylines=bylines_of(meeting.portal, meeting, by),
    )
    return writing.start(meeting.portal, text, by=by, at=at), True


def reports_of(meeting):
    """Articles on this meeting, newest first."""
    return Article.objects.filter(meeting=meeting).select_related("author")


def headline_of(meeting) -> str:
    """The title with the period reviewed, once: "quý IV" in it becomes "quý IV/2026"."""
    title, period = meeting.title, meeting.period.strip()
    short = YEAR.sub("", period)
    said = short and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", title, re.IGNORECASE)
    if not said or YEAR.match(title, said.end()):
        return title if said else f"{title} {period}".strip()
    rest = re.sub(r"^\s+năm(?!\w)", "", title[said.end() :], flags=re.IGNORECASE)
    return f"{title[: said.end()]}{period[len(short) :]}{rest}"


def lead_of(meeting) -> str:
    """When, where, who held what; who chaired, with the titles of that day."""
    session = session_of(meeting.starts_at, meeting.starts_has_time)
    lead = lead_sentence(
        opening(meeting.starts_at, meeting.starts_has_time, session),
        host=meeting.host.name if meeting.host_id else "",
        place=meeting.place,
        title=headline_of(meeting),
    )
    return " ".join(part for part in (lead, sentences(meeting).chairs) if part)


def present_at(meeting) -> str:
    """Who took part, in protocol order, with the titles of that day; '' where nobody is listed."""
    return sentences(meeting).present


def paragraphs(*lines: str) -> str:
    """HTML of a body; signs of HTML are words."""
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines if line)


def bylines_of(portal, meeting, by) -> list[tuple]:
    """(pen name, role): the writer, and who was sent to take the photos where that is another."""
    own = own_pen_name(portal, by)
    photos = Assignment.objects.filter(meeting=meeting, part=Assignment.Part.PHOTOGRAPHER)
    other = photos.exclude(user=by).select_related("user").first() if meeting else None
    if other is None:
        return [(own, Byline.Role.TEXT_PHOTO)]
    photographer = own_pen_name(portal, other.user)
    return [(own, Byline.Role.TEXT), (photographer, Byline.Role.PHOTO)]


def usual_section(portal, user) -> Section | None:
    """Where the portal's reports on meetings stand, else where the person mostly writes."""
    placed = Article.objects.filter(portal=portal, section__isnull=False)
    for rows in (placed.filter(meeting__isnull=False), placed.filter(author=user), placed):
        most = rows.order_by().values("section").annotate(number=Count("pk")).order_by("-number")
        if most:
            return Section.objects.get(pk=most[0]["section"])
    return portal.sections.filter(parent=None).first()


def own_pen_name(portal, user) -> Contributor:
    """The person's name under texts of this portal; made from the account when there is none."""
    own = Contributor.objects.filter(portal=portal, account=user).first()
    if own:
        return own
    name = str(user)[:120]
    return Contributor.objects.get_or_create(
        portal=portal, name=name, office="", defaults={"account": user}
    )[0]


def usual_credit(user, portal_key) -> str:
    """Fills newsroom's slot: the person's pen name on that portal, else the account's name."""
    own = Contributor.objects.filter(portal__key=portal_key, account=user).first()
    return own.name if own else str(user)[:120]


def meeting_buttons(request, row) -> list[dict]:
    """Fills newsroom's `object_buttons`: "write the report" on the page of a meeting."""
    if not isinstance(row, Meeting) or row.no_coverage:
        return []
    if not may(request.user, row.portal, Right.WRITE, timezone.now()):
        return []
    others = [article for article in reports_of(row) if article.author_id != request.user.pk]
    return [
        {
            "label": _("Write the report"),
            "address": reverse("admin:articles_article_report", args=[row.pk]),
            "says": _taken(others),
        }
    ]


def _taken(others):
    if not others:
        return ""
    return _("%(name)s is already writing about this meeting.") % {
        "name": ", ".join(dict.fromkeys(str(article.author) for article in others))
    }
