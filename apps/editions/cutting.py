"""From values to a cut: the only code that writes `Cut`."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from .models import Cut


@dataclass(frozen=True)
class Page:
    """All that makes one page, before it is cut.

    `values` is one of the shapes in `values.py`; `picture` a small PictureValues or {};
    `subjects` keys of what the page is about; `signers` from newsroom.signing.
    """

    portal: str
    key: str
    kind: str
    values: dict
    title: str = ""
    summary: str = ""
    section: str = ""
    top_section: str = ""
    genre: str = ""
    picture: dict = field(default_factory=dict)
    listed_at: datetime | None = None
    subjects: tuple[str, ...] = ()
    text_digest: str = ""


AS_THEY_ARE = frozenset({str, int, bool, type(None)})
LIST_COLUMNS = ("title", "summary", "section", "top_section", "genre", "picture")


def page_digest(page) -> str:
    """SHA-256 over values, list columns and subjects, of a Page or of a stored Cut.

    The same after a round through either engine. Raises ValueError for what JSON cannot say.
    """
    content = {
        "v": 1,
        "portal": page.portal,
        "key": page.key,
        "kind": page.kind,
        "values": page.values,
        "subjects": list(page.subjects),
        "listed_at": page.listed_at.timestamp() if page.listed_at else None,
        **{name: getattr(page, name) for name in LIST_COLUMNS},
    }
    text = json.dumps(
        _plain(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value):
    """Whole numbers as integers: PostgreSQL's jsonb gives 1e22 back as one, and -0.0 as 0.0."""
    if type(value) in AS_THEY_ARE:  # most of what a page says
        return value
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(Decimal(repr(value)))
    return value


def cut_page(page: Page, *, signers: list[dict], by: str, why: str, at: datetime) -> Cut:
    """Write the page as it is now. Whether it may be cut is the caller's rule."""
    cut = uncut(page, signers=signers, by=by, why=why, at=at)
    cut.save(force_insert=True)
    return cut


def uncut(page: Page, *, signers: list[dict], by: str, why: str, at: datetime) -> Cut:
    """The row of a page, not yet written: for who writes many at once (`lots`)."""
    return Cut(
        portal=page.portal,
        key=page.key,
        kind=page.kind,
        values=page.values,
        listed_at=page.listed_at,
        subjects=list(page.subjects),
        page_digest=page_digest(page),
        text_digest=page.text_digest,
        signers=signers,
        cut_by=by,
        why=why[:200],
        cut_at=at,
        **{name: getattr(page, name) for name in LIST_COLUMNS},
    )
