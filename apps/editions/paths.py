"""Public addresses as plain functions, so that no lower app has to know `public`."""

import re

from lib.vietnamese.slug import slugify

RESERVED = frozenset(
    {
        "can-bo", "to-chuc", "hoi-nghi", "lich-cong-tac", "tim-kiem", "luu-tru", "rss", "anh",
        "tep", "static", "dinh-chinh", "toa-soan", "healthz", "sitemap", "robots", "luot-xem",
        "gui", "in", "chu-de", "video", "ve-trang-nay", "so-do-trang",
    }
)  # fmt: skip
SECTION = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
ENDS_IN_NUMBER = re.compile(r"-\d+$")


def section_slug_is_allowed(slug: str) -> bool:
    """One segment, lower-case ASCII, not reserved, not ending in -digits (articles do)."""
    return bool(SECTION.match(slug)) and slug not in RESERVED and not ENDS_IN_NUMBER.search(slug)


def section(slug: str) -> str:
    return f"/{slug}/"


def person(slug: str) -> str:
    return f"/can-bo/{slug}/"


def person_key(person_id: int) -> str:
    return f"person:{person_id}"


def body(slug: str) -> str:
    return f"/to-chuc/{slug}/"


def body_key(body_id: int) -> str:
    return f"body:{body_id}"


def article(section_slug: str, slug: str, article_id: int) -> str:
    """`/<section>/<slug>-<id>/`; found again by the id, whatever stands before it."""
    return f"/{section_slug}/{slug}-{article_id}/" if slug else f"/{section_slug}/bai-{article_id}/"


def article_key(article_id: int) -> str:
    return f"article:{article_id}"


def topic(slug: str) -> str:
    return f"/chu-de/{slug}/"


def topic_key(topic_id: int) -> str:
    return f"topic:{topic_id}"


def tag_key(name: str) -> str:
    """The subject of every piece filed under this topic, however its name is spelled; or ''."""
    slug = slugify(name, 70)
    return f"tag:{slug}" if slug else ""


def meeting(slug: str, number: int) -> str:
    """`/hoi-nghi/<slug>-<number>/`; found again by the number."""
    return f"/hoi-nghi/{slug or 'hoi-nghi'}-{number}/"


def schedule(week: str) -> str:
    """`/lich-cong-tac/2026-47/` of the week `2026-W47`."""
    return f"/lich-cong-tac/{week.replace('W', '')}/"


def video(sha256: str, name: str) -> str:
    return f"/video/{sha256}/{name}"


def rendition(sha256: str, width: int, extension: str) -> str:
    return f"/anh/{sha256}/{width}.{extension}"
