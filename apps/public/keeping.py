"""How long whoever stands between the site and its readers may keep an answer.

Browsers always ask again. A CDN asks every time too, unless the office set TOASOAN_CDN_SECONDS:
so long, all in all, what was hidden, corrected or taken down may still come from it. Half of that
an answer is fresh, half it may be given while a new one is fetched, or while the site answers
with an error (for longer with TOASOAN_CDN_OUTAGE_SECONDS). What is known to change at an instant
(a piece that begins or expires, a banner, midnight on the schedule) is kept until then at most,
in every case: time decides also there. docs/decisions/0010.

A shared cache that takes RFC 9111 at its word gives nothing stale beside `s-maxage`; the same is
said once more in CDN-Cache-Control (RFC 9213), where it may.
"""

from datetime import datetime

from django.conf import settings
from django.http import HttpResponse

REVALIDATE = "public, max-age=0, must-revalidate"
YEAR = 365 * 24 * 60 * 60


def keep_page(response: HttpResponse, *, now: datetime, changes_at: datetime | None) -> None:
    """Say how long; `changes_at` is the next instant at which the page may look different."""
    room = None if changes_at is None else int((changes_at - now).total_seconds())
    fresh, late, broken = _spans(room)
    if not fresh:
        response["Cache-Control"] = REVALIDATE
        if settings.TOASOAN_CDN_SECONDS > 0:  # or what it was told before goes on
            response["CDN-Cache-Control"] = REVALIDATE
        return
    stale = f"stale-while-revalidate={late}, stale-if-error={broken}"
    response["Cache-Control"] = f"public, max-age=0, s-maxage={fresh}, {stale}"
    response["CDN-Cache-Control"] = f"max-age={fresh}, {stale}"


def keep_picture() -> dict[str, str]:
    """Headers of a file named by its content: a browser keeps it, a CDN asks whether it is there.

    Its bytes never change, but a take-down removes them.
    """
    fresh, late, broken = _spans(None)
    kept = {"Cache-Control": f"public, max-age={YEAR}, s-maxage={fresh}, immutable"}
    if fresh:
        stale = f"stale-while-revalidate={late}, stale-if-error={broken}"
        kept["CDN-Cache-Control"] = f"max-age={fresh}, {stale}"
    return kept


def keep_document() -> dict[str, str]:
    """Headers of an attachment: asked for anew every time, for one may be withdrawn as secret."""
    return {"Cache-Control": REVALIDATE}


def _spans(room: int | None) -> tuple[int, int, int]:
    """Seconds: fresh, then stale while a new one comes, then stale while the site is broken."""
    whole = max(0, settings.TOASOAN_CDN_SECONDS)
    outage = max(whole, settings.TOASOAN_CDN_OUTAGE_SECONDS) if whole else 0
    if room is not None:
        whole, outage = min(whole, max(room, 0)), min(outage, max(room, 0))
    fresh = -(-whole // 2)
    return fresh, whole - fresh, outage - fresh
