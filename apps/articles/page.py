"""The values readers get of an article: words final, pictures as renditions."""

from selectolax.lexbor import LexborHTMLParser

from apps.media.addresses import draft_picture
from apps.media.publishing import attachment_values, figure_html, picture_values
from apps.media.videos import VTT, words_of
from apps.portals.practice import MARK

from . import naming
from .models import ArticlePicture
from .release import grades

Placement = ArticlePicture.Placement


def article_values(article) -> dict:
    """`editions.values.ArticleValues` of an article loaded by `for_cutting`."""
    rows = list(article.pictures.all())
    attached = list(article.attachments.all())
    lead = next((row for row in rows if row.placement == Placement.LEAD and row.picture), None)
    return {
        "headline": article.headline,
        "sapo": article.sapo,
        "html": render_body(article.body, [r for r in rows if r.placement == Placement.BODY]),
        "genre": article.genre,
        "source_prefix": article.source_prefix,
        "outside_source": article.outside_source,
        "event_date": article.event_date.isoformat() if article.event_date else None,
        "published_at": article.published_at.isoformat() if article.published_at else None,
        "published_has_time": article.published_has_time,
        "bylines": [
            {
                "name": line.contributor.name,
                "role": line.role,
                "office": line.contributor.office,
            }
            for line in article.bylines.all()
        ],
        "byline_office": article.byline_office,
        "lead": row_values(lead) if lead else None,
        "gallery": [
            row_values(row) for row in rows if row.placement == Placement.GALLERY and row.picture
        ],
        "attachments": [
            attachment_values(row.attachment, title=row.title or None) for row in attached
        ],
        **_said(attached),
        **grades.for_readers(article.notices),
        "section": article.section.slug if article.section_id else "",
        "files": sorted(
            {row.picture.sha256 for row in rows if row.picture}
            | {row.attachment.sha256 for row in attached}
        ),
    }


def _said(attached) -> dict:
    """What is said in the videos, where captions tell it."""
    captions = [row.attachment for row in attached if row.attachment.type == VTT]
    said = [line for each in captions for line in words_of(each)]
    return {"transcript": said} if captions else {}


def row_values(row) -> dict:
    """PictureValues with the words this article gives the picture."""
    return picture_values(
        row.picture,
        caption=row.caption,
        alt=row.alt or row.picture.alt,
        credit=row.credit or row.picture.credit,
    )


def list_picture(values) -> dict:
    """The picture for lists: the lead, else the first of the gallery, else none."""
    return values["lead"] or next(iter(values["gallery"]), {})


def render_body(html, rows) -> str:
    """Figures become renditions; a caption without picture stays as a caption."""
    if "<figure" not in html:
        return html
    tree = LexborHTMLParser(html, is_fragment=True)
    for figure, row in zip(tree.css("figure"), rows, strict=True):
        figure.replace_with(LexborHTMLParser(_figure(figure, row), is_fragment=True).root)
    return tree.html


def _figure(figure, row):
    if row.picture:
        return figure_html(row_values(row))
    caption = figure.css_first("figcaption")
    words = caption.inner_html if caption is not None else ""
    return f'<figure class="no-picture"><figcaption>{words}</figcaption></figure>' if words else ""


def preview_values(article, at) -> dict:
    """The same values with the desk's private pictures, for a preview behind a seat at `at`."""
    values = article_values(article)
    values |= grades.for_readers(grades.going_out(article.notices, at, at))
    rows = list(article.pictures.all())
    values["html"] = article.body
    if article.portal.is_practice:
        values["headline"] = f"{MARK} · {values['headline']}"
    lead = next((row for row in rows if row.placement == Placement.LEAD and row.picture), None)
    if lead:
        values["lead"]["src"] = draft_picture(lead.picture_id)
    gallery = [row for row in rows if row.placement == Placement.GALLERY and row.picture]
    for shown, row in zip(values["gallery"], gallery, strict=True):
        shown["src"] = draft_picture(row.picture_id)
    day = naming.event_day(article, at)
    return naming.with_people(values, day=day, portal=article.portal.key)[0]
