"""Public pictures and attachments: named by their content, so never changed once sent."""

import mimetypes

from django.core.files.storage import storages
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from .keeping import REVALIDATE, keep_document, keep_picture
from .ranges import part_asked, piece

PICTURES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
VIDEOS = {"mp4": "video/mp4", "webm": "video/webm", "vtt": "text/vtt; charset=utf-8"}
SAFE = {"X-Content-Type-Options": "nosniff"}


@csrf_exempt  # as views.page
@require_safe
def picture(request, sha256, width, extension):
    """`/anh/<sha256>/<width>.<avif|webp|jpg>`"""
    name = f"{sha256}/{width}.{extension}"
    return _file(request, name, PICTURES[extension], keep_picture())


@csrf_exempt  # as views.page
@require_safe
def attachment(request, sha256, name):
    """`/tep/<sha256>/<name>`: always downloaded, never opened inside the site."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    path = f"{sha256}/{name}"
    return _file(request, path, kind, keep_document(), as_attachment=True, filename=name)


@csrf_exempt  # as views.page
@require_safe
def video(request, sha256, name):
    """`/video/<sha256>/<name>.<mp4|webm|vtt>`: played inside the page, in the parts it asks for."""
    path, kind = f"{sha256}/{name}", VIDEOS[name.rpartition(".")[2]]
    whole = _file(request, path, kind, keep_document())
    if whole.status_code != 200:
        return whole
    whole["Accept-Ranges"] = "bytes"
    size = int(whole["Content-Length"])
    same = request.headers.get("If-Range", whole["ETag"]) == whole["ETag"]
    try:
        part = part_asked(request.headers.get("Range", ""), size) if same else None
    except ValueError:
        whole.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    if part is None:
        return whole
    first, last = part
    answer = StreamingHttpResponse(piece(whole.file_to_stream, first, last), status=206)
    for name in (*SAFE, "Cache-Control", "ETag", "Accept-Ranges", "Content-Type"):
        if name in whole:
            answer[name] = whole[name]
    answer["Content-Range"] = f"bytes {first}-{last}/{size}"
    answer["Content-Length"] = str(last - first + 1)
    return answer


def _file(request, name, kind, headers, **options):
    try:
        file = storages["public"].open(name)
    except OSError:
        return HttpResponse(
            status=404, content_type="text/plain", headers={"Cache-Control": REVALIDATE}
        )
    etag = f'"{name}"'
    headers = {**SAFE, **headers, "ETag": etag}
    unchanged = get_conditional_response(request, etag)
    if unchanged is not None:
        file.close()
        for header, value in headers.items():
            unchanged[header] = value
        return unchanged
    return FileResponse(file, content_type=kind, headers=headers, **options)
