"""The pages of topics as the frame carries them."""

from apps.editions import paths
from apps.media.publishing import picture_values
from lib.vietnamese.text import clean_lines


def topics_of(portal) -> list:
    return list(portal.topic_pages.select_related("wide", "narrow"))


def topic_values(page) -> dict:
    """`editions.values.TopicValues` of one page."""
    return {
        "title": page.title,
        "slug": page.slug,
        "tag": paths.tag_key(page.tag or page.title),
        "lead_in": [line for line in clean_lines(page.lead_in) if line],
        "wide": picture_values(page.wide) if page.wide_id else None,
        "narrow": picture_values(page.narrow) if page.narrow_id else None,
        "alt": page.alt,
        "in_menu": page.in_menu,
        "shows_from": page.shows_from.isoformat() if page.shows_from else None,
        "shows_until": page.shows_until.isoformat() if page.shows_until else None,
    }
