"""`/toa-soan/anh/phan/<token>/`: a phone asks what has come of a photo, and sends parts of it.

Answers are JSON: `{"have": [numbers], "picture": id or null, "refused": sentence}`; with status 409
the part was damaged and should be sent again, with 400 `{"says": sentence}`.
"""

from django.http import JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from apps.newsroom.refusals import Refused

from .part_models import PART
from .parts import SHA256, Announced, Damaged, have, known_upload, take_part

LARGEST_NUMBER = 10**9  # of bytes, or of a part: far beyond what is taken


@require_http_methods(["GET", "POST"])
def part_of_photo(request, token):
    if request.method == "GET":
        return _answer(known_upload(token, by=request.user))
    try:
        announced, number, code = _said(request, token)
        content = _content(request)
    except ValueError:
        return JsonResponse({"says": _("This cannot be read as part of a photo.")}, status=400)
    now = timezone.now()
    try:
        upload = take_part(announced, number, content, sha256=code, by=request.user, at=now)
    except Damaged:
        return _answer(known_upload(token, by=request.user), status=409)
    except Refused as refusal:
        return JsonResponse({"says": str(refusal)}, status=400)
    return _answer(upload)


def _answer(upload, status=200):
    values = {
        "have": have(upload),
        "picture": upload.picture_id if upload else None,
        "refused": upload.refused if upload else "",
    }
    return JsonResponse(values, status=status)


def _said(request, token):
    """(Announced, number, SHA-256 of the part) out of the address. Raises ValueError."""
    asked = request.GET
    whole, part = asked.get("sha256", ""), asked.get("part_sha256", "")
    if any(code and not SHA256.fullmatch(code) for code in (whole, part)):
        raise ValueError
    name = asked.get("name", "").replace("\x00", "")
    portal = asked.get("portal", "").replace("\x00", "")
    announced = Announced(token, portal[:60], name, _number(asked.get("size")), whole)
    return announced, _number(asked.get("number")), part


def _number(text):
    if not text or not text.isascii() or not text.isdigit() or len(text) > 15:
        raise ValueError
    return min(int(text), LARGEST_NUMBER)


def _content(request):
    """The bytes of the part; what is longer than a part is not even read."""
    if int(request.headers.get("Content-Length") or 0) > PART:
        raise ValueError
    return request.body
