"""Refusals raised anywhere below a desk view become a sentence or a 404, never a 500."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect

from .refusals import OutOfSight, Refused


class RefusalMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Go back to the page the act was asked from, with the reason on top."""
        if isinstance(exception, OutOfSight):
            raise Http404
        if isinstance(exception, Refused):
            messages.error(request, str(exception))
            return HttpResponseRedirect(request.path if request.method == "POST" else "/toa-soan/")
        return None
