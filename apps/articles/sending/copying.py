"""The page another portal gets of an original: every word as it was signed, in a place of its own.

The cut is made from the original's cut, never from the desk's row: what is being written there,
its notes and its drafts are nobody else's.
"""

from apps.editions import paths
from apps.editions.cutting import Page
from apps.editions.values import COPY
from apps.newsroom.digests import digest


def placement_digest(sending) -> str:
    """Of a place as `content.placement_values` gives it: what two people sign who receive."""
    return digest(
        {
            "v": 1,
            "portal": sending.to.key,
            "section": sending.section.slug,
            "slug": sending.slug,
        }
    )


def slug_of(original) -> str:
    """The slug in the address of the original's showing; '' where it has none."""
    name = original.address.strip("/").rpartition("/")[2].rpartition("-")[0]
    return "" if name == "bai" else name


def address_of(sending) -> str:
    return paths.article(sending.section.slug, sending.slug, sending.article_id)


def values_of(sending, original, section) -> dict:
    """ArticleValues on the receiving portal; `section` may be None before it is chosen."""
    return {
        **original.cut.values,
        "section": section.slug if section else "",
        "origin": {
            "name": sending.origin.name,
            "host": main_host(sending.origin),
            "address": original.address,
            "portal": sending.origin.key,
        },
    }


def page_of(sending, original) -> Page:
    """The time it is listed by is the original's, too."""
    cut, section = original.cut, sending.section
    return Page(
        portal=sending.to.key,
        key=sending.article.key,
        kind=cut.kind,
        values=values_of(sending, original, section),
        title=cut.title,
        summary=cut.summary,
        section=section.slug,
        top_section=section.top().slug,
        genre=cut.genre,
        picture=cut.picture,
        listed_at=cut.listed_at,
        subjects=(*cut.subjects, COPY),
        text_digest=cut.text_digest,
    )


def main_host(portal) -> str:
    """The domain canonical addresses of that portal name, or ''."""
    names = portal.domains.exclude(name="*").order_by("name").values_list("name", flat=True)
    return names.first() or ""
