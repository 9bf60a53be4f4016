"""The desk's pages go out compressed: lines are slow, and often nothing stands before the server.

Static files are compressed beforehand and named by their content (WhiteNoise); pictures and
documents are compressed already.
"""

from django.middleware.gzip import GZipMiddleware

from .policies import DESK

KINDS = {"text/html", "text/plain", "text/csv", "application/json", "text/javascript"}


class DeskCompression(GZipMiddleware):
    """Each answer gets random bytes of its own, so that its length tells of no secret in it."""

    def process_response(self, request, response):
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        if kind in KINDS and request.path.startswith(DESK) and not response.streaming:
            return super().process_response(request, response)
        return response
