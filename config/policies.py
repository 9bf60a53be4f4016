"""The content security policy follows the address: the desk's is wider than the readers'."""

from django.conf import settings

DESK = "/toa-soan/"


class ReadersPolicy:
    """Readers' pages of a newsroom node get what they would get from a readers' node."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not request.path.startswith(DESK):
            response._csp_config = settings.READERS_CSP
            response.headers.setdefault("X-Frame-Options", "SAMEORIGIN")
        return response
