"""Smallest valid published pages, cut and shown directly. A test names only what it is about."""

import itertools
from datetime import datetime, timedelta

from apps.editions import paths, showings
from apps.editions.cutting import Page, cut_page
from apps.editions.models import Cut, Showing
from lib.vietnamese.days import HO_CHI_MINH
from lib.vietnamese.slug import slugify

NOON = datetime(2021, 10, 11, 12, tzinfo=HO_CHI_MINH)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
PORTAL = "song-van"
SHA = "ab" * 32
_ids = itertools.count(1000)

STYLE = {
    "dateline": "long",
    "views": "",
    "source_prefix": "brackets",
    "byline_label": "Tin, ảnh:",
    "byline_joiner": " – ",
    "byline_office": "under",
    "end_mark": "",
}
SECTIONS = [
    {"slug": "tin-tuc", "title": "Tin tức", "parent": "", "description": "Tin trong ngày."},
    {"slug": "xay-dung-dang", "title": "Xây dựng Đảng", "parent": "", "description": ""},
    {"slug": "dan-van", "title": "Dân vận", "parent": "xay-dung-dang", "description": ""},
]


def picture(**values):
    return {
        "sha256": SHA,
        "widths": [480, 960, 1600],
        "width": 1600,
        "height": 1067,
        "focal": [0.5, 0.5],
        "caption": "",
        "alt": "Hội trường",
        "credit": "",
        **values,
    }


def frame_values(**values):
    return {
        "name": "Cổng thông tin điện tử Đảng bộ thị xã Sông Vân",
        "short_name": "Sông Vân",
        "welcome": "Chào mừng quý bạn đọc.",
        "masthead": None,
        "contact": ["Địa chỉ: số 2, đường Bờ Kè"],
        "responsibility": "Chịu trách nhiệm nội dung: Trưởng Ban Biên tập",
        "style": STYLE,
        "sections": SECTIONS,
        "menu": [],
        "banners": [],
        "hosts": ["*"],
        "files": [],
        **values,
    }


def topic(**values):
    """TopicValues of "/chu-de/dai-hoi/"."""
    return {
        "title": "Đại hội Đảng bộ",
        "slug": "dai-hoi",
        "tag": paths.tag_key("Đại hội Đảng bộ"),
        "lead_in": ["Đại hội họp trong hai ngày.", "Có 180 đại biểu."],
        "wide": picture(),
        "narrow": picture(sha256="cd" * 32),
        "alt": "Chào mừng Đại hội",
        "in_menu": True,
        "shows_from": None,
        "shows_until": None,
        **values,
    }


def article_values(**values):
    return {
        "headline": "Thị ủy giao ban quý III",
        "sapo": "",
        "html": "<p>Sáng 11/10, Thị ủy họp.</p>",
        "genre": "tin",
        "source_prefix": "",
        "outside_source": "",
        "event_date": "2021-10-11",
        "published_at": "2021-10-11T07:28:00+07:00",
        "published_has_time": True,
        "bylines": [],
        "byline_office": "",
        "lead": None,
        "gallery": [],
        "attachments": [],
        "section": "tin-tuc",
        "files": [],
        **values,
    }


def names(*people):
    return [{"name": name, "role": "text", "office": ""} for name in people]


def show(page, *, address, live_from, expires_at=None):
    cut = cut_page(page, signers=[], by="test", why="", at=live_from)
    return showings.show(
        cut, address=address, live_from=live_from, at=live_from, expires_at=expires_at
    )


def frame(*, portal=PORTAL, live_from=NOON - DAY, domains=("*",), **values):
    """A portal that answers for `domains`, with its frame live."""
    showings.answer_for(portal, list(domains))
    page = Page(portal=portal, key="frame", kind="frame", values=frame_values(**values))
    return show(page, address="/", live_from=live_from)


def article(
    number=None,
    *,
    portal=PORTAL,
    live_from=NOON - HOUR,
    expires_at=None,
    listed_at=None,
    subjects=(),
    **values,
):
    """A live article; returns its showing."""
    number = number or next(_ids)
    values = article_values(**values)
    top = {row["slug"]: row["parent"] or row["slug"] for row in SECTIONS}
    page = Page(
        portal=portal,
        key=paths.article_key(number),
        kind="article",
        values=values,
        title=values["headline"],
        summary=values["sapo"],
        section=values["section"],
        top_section=top.get(values["section"], values["section"]),
        genre=values["genre"],
        picture=values["lead"] or {},
        listed_at=listed_at or live_from,
        subjects=subjects,
    )
    address = paths.article(values["section"], slugify(values["headline"]), number)
    return show(page, address=address, live_from=live_from, expires_at=expires_at)


def many(number):
    """So many live articles at once, spread over two sections and the hours before noon."""
    cuts = [_cut(next(_ids), row) for row in range(number)]
    showings.bump(PORTAL)
    Showing.objects.bulk_create(
        Showing(
            cut=cut,
            portal=PORTAL,
            key=cut.key,
            address=paths.article(cut.section, "bai", int(cut.key.split(":")[1])),
            live_from=cut.cut_at,
        )
        for cut in Cut.objects.bulk_create(cuts)
    )


def _cut(number, row):
    section = SECTIONS[row % 2]["slug"]
    at = NOON - HOUR * (row + 1)
    return Cut(
        portal=PORTAL,
        key=paths.article_key(number),
        kind="article",
        values=article_values(section=section),
        title=f"Bài {number}",
        section=section,
        top_section=section,
        listed_at=at,
        page_digest="0" * 64,
        cut_by="test",
        cut_at=at,
    )
