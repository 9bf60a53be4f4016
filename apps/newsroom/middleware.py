"""What goes wrong anywhere below a desk view becomes a sentence, never a bare or English page."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect

from . import troubles
from .refusals import OutOfSight, Refused

DESK = "/toa-soan/"


class RefusalMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == 500 and not settings.DEBUG and request.path.startswith(DESK):
            return troubles.failed(request)
        return response

    def process_exception(self, request, exception):
        """Go back to the page the act was asked from, with the reason on top."""
        if isinstance(exception, Refused):
            messages.error(request, str(exception))
            return HttpResponseRedirect(request.path if request.method == "POST" else DESK)
        if not request.path.startswith(DESK):
            if isinstance(exception, OutOfSight):
                raise Http404
            return None
        if isinstance(exception, Http404 | OutOfSight):
            return troubles.not_found(request)
        if isinstance(exception, PermissionDenied):
            return troubles.not_yours(request)
        return None
