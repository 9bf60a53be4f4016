"""What the table of a decision asks while somebody types: small JSON answers."""

import json

from django.http import Http404, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.people import entering, explaining, finding
from lib.vietnamese.dates import read_date

from .scope import keepers_only, readers_only

BIGGEST = 500_000  # characters of a table; a decision of 500 lines needs less


def people(request):
    """Names with or without marks: {"found": [{"id", "name", "says"}]}."""
    day = _asked(request)
    return JsonResponse({"found": finding.people(request.GET.get("q", ""), day)})


def bodies(request):
    """Bodies that exist on the day first; and what the name of a new one would tell."""
    day = _asked(request)
    words = request.GET.get("q", "")
    return JsonResponse({"found": finding.bodies(words, day), "new": finding.new_body(words)})


def ranks(request):
    """The usual ranks of a body."""
    _asked(request)
    found = finding.ranks(_number(request.GET.get("body")), request.GET.get("q", ""))
    return JsonResponse({"found": found})


def terms(request):
    """All titles of a person, held ones first."""
    day = _asked(request)
    return JsonResponse({"found": finding.terms(_number(request.GET.get("person")) or 0, day)})


def _asked(request):
    """The day the clerk works for; today when none is written."""
    now = timezone.now()
    readers_only(request, now)
    return read_date(request.GET.get("day", "")[:40]) or timezone.localdate(now)


def _number(text):
    text = text or ""
    return int(text[:15]) if text.isascii() and text.isdigit() else None


def explain(request):
    """What each row of the table says and what contradicts what, before anything is saved."""
    now = timezone.now()
    keepers_only(request, now, _("Only keepers of titles write and change decisions."))
    if request.method != "POST":
        raise Http404
    rows = read_rows(request.POST.get("rows", ""))
    if rows is None:
        return JsonResponse({"rows": {}, "whole": [_("The lines cannot be read.")]})
    entered = entering.lines_of(rows, read_date(request.POST.get("decided_on", "")[:40]))
    return JsonResponse(explaining.explain(entered, at=now))


def read_rows(text: str) -> list[dict] | None:
    """The table as it was typed; None for what is no list of rows."""
    if len(text) > BIGGEST:
        return None
    try:
        rows = json.loads(text or "[]")
    except (ValueError, RecursionError):
        return None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return None
    return rows
