"""What two people sign: the text and its placement as plain values, and their digests."""

from apps.newsroom.digests import digest

from .release import grades


def text_values(article) -> dict:
    """All of an article that readers read, in canonical form (DESIGN §5)."""
    return {
        "v": 1,
        "headline": article.headline,
        "sapo": article.sapo,
        "body": article.body,
        "genre": article.genre,
        "event_date": article.event_date.isoformat() if article.event_date else None,
        "meeting": article.meeting.key if article.meeting_id else None,
        "source_prefix": article.source_prefix,
        "outside_source": article.outside_source,
        "byline_office": article.byline_office,
        "bylines": [
            [line.contributor.name, line.contributor.office, line.role]
            for line in article.bylines.all()
        ],
        "pictures": [_picture(row) for row in article.pictures.all()],
        "attachments": [
            [row.attachment.sha256, row.title or row.attachment.title]
            for row in article.attachments.all()
        ],
        "corrections": grades.signed_words(article.notices),
    }


def _picture(row):
    picture = row.picture
    return {
        "sha256": picture.sha256 if picture else None,
        "focal": [picture.focal_x, picture.focal_y] if picture else None,
        "placement": row.placement,
        "caption": row.caption,
        "alt": row.alt,
        "credit": row.credit or (picture.credit if picture else ""),
    }


def placement_values(article) -> dict:
    """Where the article stands."""
    return {
        "v": 1,
        "portal": article.portal.key,
        "section": article.section.slug if article.section_id else None,
        "slug": article.slug,
    }


def text_digest(article) -> str:
    return digest(text_values(article))


def placement_digest(article) -> str:
    return digest(placement_values(article))


def both_digests(article) -> tuple[str, str]:
    """(text, placement): what one signing act signs."""
    return text_digest(article), placement_digest(article)


def all_values(article) -> dict:
    """{"text", "place"}: what one version of an article holds."""
    return {"text": text_values(article), "place": placement_values(article)}
