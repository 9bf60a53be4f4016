"""Kept pages go out at the door: before routes, sessions and all else that only the desk needs.

Which page an address is, and what the other middleware says in its headers, is the same for all
who ask in the same words, so it is remembered from the first of them. Whether the page still
stands is asked of the database every time (docs/decisions/0017).
"""

import re

from django.http import HttpRequest, HttpResponse

from . import answers, visits

FURTHER = re.compile(r"truoc=[0-9A-Za-z_-]{1,60}")  # keyset pages: lists.cursor
MOST = 20_000  # addresses remembered by each process, about 10 MB


class KeptPages:
    """The first middleware. Only plain ways of asking are answered here: GET, no query, or the one
    by which lists go on.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self._known = {}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if request.method != "GET" or (query and not FURTHER.fullmatch(query)):
            return self.get_response(request)
        asked = (request.scheme, request.META.get("HTTP_HOST"), request.path, query)
        known = self._known.get(asked)
        response = self._at_once(request, *known) if known else None
        if response is None:
            response = self.get_response(request)
            self._remember(asked, response)
        return response

    def _at_once(self, request, kept, headers):
        """None: the page must be made, or another portal answers for this host now. Whoever makes
        it goes on with the visit, and asks nothing twice.
        """
        visit = request.visit = visits.arrive(request, now=visits.clock(), key=kept.counted)
        page = answers.kept(visit, kept.place)
        if page is None or visit.moved_key:  # an old portal's address may have had a query
            return None
        response = answers.sent(visit, page)
        for name, value in headers.items():
            response.headers[name] = value
        response.headers["Content-Length"] = str(len(response.content))
        return response

    def _remember(self, asked, response):
        kept = getattr(response, "kept", None)
        if kept is None or response.status_code != 200 or response.cookies:
            return
        if response["Vary"] != answers.VARY:  # somebody looked at who is asking
            return
        if len(self._known) >= MOST:
            self._known.clear()
        added = {name: value for name, value in response.items() if name not in answers.OWN_HEADERS}
        self._known[asked] = (kept, added)
