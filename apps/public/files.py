"""Public pictures and attachments: named by their content, so never changed once sent."""

import mimetypes

from django.core.files.storage import storages
from django.http import FileResponse, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

YEAR = 365 * 24 * 60 * 60
PICTURES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
HEADERS = {
    "Cache-Control": f"public, max-age={YEAR}, immutable",
    "X-Content-Type-Options": "nosniff",
}


@require_safe
def picture(request, sha256, width, extension):
    """`/anh/<sha256>/<width>.<avif|webp|jpg>`"""
    return _file(request, f"{sha256}/{width}.{extension}", PICTURES[extension])


@require_safe
def attachment(request, sha256, name):
    """`/tep/<sha256>/<name>`: always downloaded, never opened inside the site."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return _file(request, f"{sha256}/{name}", kind, as_attachment=True, filename=name)


def _file(request, name, kind, **options):
    etag = f'"{name}"'
    try:
        file = storages["public"].open(name)
    except OSError:
        return HttpResponse(status=404, content_type="text/plain")
    if request.headers.get("If-None-Match") == etag:
        file.close()
        return HttpResponseNotModified(headers={**HEADERS, "ETag": etag})
    headers = {**HEADERS, "ETag": etag}
    return FileResponse(file, content_type=kind, headers=headers, **options)
