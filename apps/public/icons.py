"""The icons that browsers, phones and feed readers look for at addresses of their own choice."""

import functools
from pathlib import Path

from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

FOLDER = Path(__file__).parents[2] / "static" / "public"
TYPES = {"favicon.ico": "image/vnd.microsoft.icon", "apple-touch-icon.png": "image/png"}
WEEK = 7 * 24 * 60 * 60


@csrf_exempt  # as views.page
@require_safe
def icon(request, name):
    """The same on every portal, and of the same name when it changes: kept a week."""
    headers = {"Cache-Control": f"public, max-age={WEEK}", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(_file(name), content_type=TYPES[name], headers=headers)


@functools.cache
def _file(name):
    return (FOLDER / name).read_bytes()
