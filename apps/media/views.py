"""Private files, shown only to people with a seat on their portal; 404 for everybody else."""

import functools

from django.contrib.auth.views import redirect_to_login
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.utils import timezone
from django.views.decorators.http import require_safe

from apps.newsroom import slots
from apps.newsroom.refusals import OutOfSight

from .figures import fallback_width
from .models import Attachment, Picture
from .publishing import draft_name

# Long enough for an afternoon at one text, short enough for a seat that ends.
KEEP_FOR = "private, max-age=3600"
TYPES = {"webp": "image/webp", "jpg": "image/jpeg"}


def signed_in(view):
    """Anonymous people are asked to sign in, with the way back; the view asks for the seat."""

    @functools.wraps(view)
    def asked(request, *args, **options):
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **options)

    return asked


@require_safe
@signed_in
def draft_rendition(request, picture_id, width):
    """The smallest rendition at least so wide, else the widest: WebP where the browser takes it."""
    picture = _seen_by(request, Picture, picture_id)
    extension = "webp" if "image/webp" in request.headers.get("Accept", "") else "jpg"
    name = draft_name(f"{picture.sha256}/{fallback_width(picture.widths, width)}.{extension}")
    response = FileResponse(_open(name), content_type=TYPES[extension])
    response["Vary"] = "Accept, Cookie"
    return _private(response)


@require_safe
@signed_in
def original(request, picture_id):
    """The upload as it came, place data included: a download, never shown in the page."""
    return _download(_seen_by(request, Picture, picture_id))


@require_safe
@signed_in
def private_attachment(request, attachment_id):
    return _download(_seen_by(request, Attachment, attachment_id))


def _seen_by(request, model, pk):
    """The row, for a person with a seat on its portal; for who sets one up, his own masthead.

    Raises Http404 or OutOfSight.
    """
    row, now = model.objects.filter(pk=pk).first(), timezone.now()
    if row is None:
        raise Http404
    own = row.uploaded_by_id == request.user.pk
    if not slots.seat_check(request.user, row.portal, now) and not (
        own and slots.masthead_check(request.user, row.portal, now)
    ):
        raise OutOfSight
    return row


def _open(name):
    try:
        return default_storage.open(name)
    except FileNotFoundError as missing:
        raise Http404 from missing


def _download(row):
    response = FileResponse(
        _open(row.original.name),
        as_attachment=True,
        filename=row.file_name,
        content_type="application/octet-stream",
    )
    return _private(response)


def _private(response):
    response["Cache-Control"] = KEEP_FOR
    response["X-Content-Type-Options"] = "nosniff"
    return response
