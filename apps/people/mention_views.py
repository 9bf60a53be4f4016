"""The address the editor asks while somebody types @ and a part of a name."""

from django.http import Http404, JsonResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.portals.seats import may_see
from lib.vietnamese.dates import read_date

from .mentioning import Row, suggest

HONOUR = "đồng chí"
MOST_SIGNS = 60


def mention_urls(site) -> list:
    """For the article desk's `get_urls`; `site` is the admin site that guards it."""
    return [path("de-cap/", site.admin_view(people_named), name="articles_article_mention")]


def people_named(request):
    """People whose name has `q`, with the titles of `ngay` (today without), for `portal`.

    404 without a seat on that portal. Each row: name, titles, half in words, and what to insert:
    `honour` and `words`.
    """
    key = request.GET.get("portal", "")
    if not may_see(request.user, key, timezone.now()):
        raise Http404
    day = read_date(request.GET.get("ngay", "")[:40]) or timezone.localdate()
    rows = suggest(request.GET.get("q", "")[:MOST_SIGNS], day=day, portal_key=key)
    return JsonResponse({"rows": [_values(row) for row in rows], "says": _says(len(rows), day)})


def _values(row: Row) -> dict:
    return {
        "id": row.person,
        "name": row.name,
        "titles": row.titles,
        "half": _half_in_words(row.half),
        "honour": HONOUR,
        "words": f"{row.name}, {row.titles}" if row.titles else row.name,
    }


def _half_in_words(half: str) -> str:
    if half == "before":
        return _("before the handover")
    return _("after the handover") if half else ""


def _says(count, day) -> str:
    if not count:
        return _("Nobody of that name in the register; the text stays as typed.")
    return ngettext(
        "%(count)d line, titles on %(day)s", "%(count)d lines, titles on %(day)s", count
    ) % {"count": count, "day": f"{day:%d/%m/%Y}"}
