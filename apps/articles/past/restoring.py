"""Bringing an older version back as a new one: nothing is taken away, the way back stays."""

import datetime as dt
import re

from django.db import transaction
from django.utils.translation import gettext as _

from apps.media.models import Attachment, Picture
from apps.meetings.models import Meeting
from apps.newsroom.refusals import OutOfSight, Refused

from .. import content, writing
from ..models import Article, ArticlePicture, Contributor, Version
from . import versions

Placement = ArticlePicture.Placement
AS_THEY_STAND = (
    "headline", "sapo", "genre", "source_prefix", "outside_source", "byline_office",
)  # fmt: skip
FIGURE = re.compile(r'data-file="(\d+)"')


@transaction.atomic
def restore(article, version: Version, *, by, at, revision: int) -> tuple[Article, list[str]]:
    """Write that version's text and place over the present ones, through `writing.save`.

    Returns the fresh row and what could not come back because it is gone from the library or the
    portal, in words. Raises Refused when nothing would change, and what `writing.save` raises.
    """
    if version.article_id != article.pk:
        raise OutOfSight
    if version.digests == content.both_digests(article):
        raise Refused(_("The article has exactly this text now."))
    text, lost = text_of(article.portal, versions.values_of(version))
    saved = writing.save(
        article, text, by=by, at=at, revision=revision, verb="restore", version=version.number
    )
    return saved, lost


def text_of(portal, values: dict) -> tuple[writing.Text, list[str]]:
    """The `writing.Text` that gives these values again, and what is lost, in words."""
    text, place = values["text"], values["place"]
    lost: list[str] = []
    shas = {row["sha256"] for row in text["pictures"] if row["sha256"]}
    library = {
        row.sha256: row for row in Picture.objects.filter(portal=portal.key, sha256__in=shas)
    }
    fields = {
        name: text[name]
        for name in (
            "headline",
            "sapo",
            "genre",
            "source_prefix",
            "outside_source",
            "byline_office",
        )
    }
    day = text["event_date"]
    fields |= {
        "event_date": dt.date.fromisoformat(day) if day else None,
        "slug": place["slug"],
        "body": _body(portal, text["body"], lost),
        "section": _section(portal, place["section"], lost),
        "meeting": _meeting(portal, text["meeting"], lost),
    }
    pictures = [row for row in text["pictures"] if row["placement"] != Placement.BODY]
    return writing.Text(
        fields,
        bylines=[(_contributor(portal, *who), role) for *who, role in text["bylines"]],
        pictures=_pictures(pictures, library, lost),
        attachments=_attachments(portal, text["attachments"], lost),
        credits={
            library[row["sha256"]].pk: row["credit"]
            for row in text["pictures"]
            if row["placement"] == Placement.BODY and row["sha256"] in library
        },
    ), lost


def _body(portal, html, lost):
    """A figure whose picture has left the library stays as a caption without one."""
    wanted = {int(number) for number in FIGURE.findall(html)} - {0}
    there = set(
        Picture.objects.filter(portal=portal.key, pk__in=wanted).values_list("pk", flat=True)
    )
    if wanted - there:
        lost.append(_("a picture in the text"))
    return FIGURE.sub(lambda found: found[0] if int(found[1]) in there else 'data-file="0"', html)


def _section(portal, slug, lost):
    section = portal.sections.filter(slug=slug).first() if slug else None
    if slug and section is None:
        lost.append(_("the section “%(slug)s”") % {"slug": slug})
    return section


def _meeting(portal, key, lost):
    number = (key or "").removeprefix("meeting:")
    if not number:
        return None
    meeting = Meeting.objects.filter(portal=portal, number=number).first()
    if meeting is None:
        lost.append(_("the meeting"))
    return meeting


def _contributor(portal, name, office):
    return Contributor.objects.get_or_create(portal=portal, name=name, office=office)[0]


def _pictures(rows, library, lost):
    lost += [
        _("the picture “%(caption)s”") % {"caption": row["caption"]}
        for row in rows
        if row["sha256"] not in library
    ]
    return [
        (library[row["sha256"]], row["placement"], row["caption"], row["alt"], row["credit"])
        for row in rows
        if row["sha256"] in library
    ]


def _attachments(portal, rows, lost):
    shas = [sha for sha, _title in rows]
    there = {
        paper.sha256: paper
        for paper in Attachment.objects.filter(portal=portal.key, sha256__in=shas)
    }
    lost += [
        _("the document “%(title)s”") % {"title": title} for sha, title in rows if sha not in there
    ]
    return [(there[sha], title) for sha, title in rows if sha in there]
