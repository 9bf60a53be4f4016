"""Which body of the register words of a text mean, on a day, seen from one portal."""

import datetime as dt
from collections import defaultdict

from apps.organizations.models import Organization

from .house_form import home_of, named
from .speaking import body_key, body_keys, names_the_place


class Bodies:
    """All bodies by everything a text may call them; made once for many questions."""

    def __init__(self, portal_key: str | None):
        self.home = home_of(portal_key)
        self.by_key = defaultdict(list)
        rows = Organization.objects.select_related("parent__parent").order_by("pk")
        for body in rows:
            for key in body_keys(body):
                self.by_key[key].append(body)

    def find(self, words: str, day: dt.date) -> Organization | None:
        """The one body these words mean that day; None for none, and for several.

        "Thị ủy" alone is the portal's own; "Thị ủy Sông Vân" names its place.
        """
        exist = [body for body in self.by_key.get(body_key(words), []) if _exists(body, day)]
        placed = [body for body in exist if names_the_place(words, body)]
        at_home = [body for body in exist if named(body).unit in self.home]
        for narrowed in (placed, at_home, exist):
            if narrowed:
                return narrowed[0] if len(narrowed) == 1 else None
        return None


def _exists(body, day):
    begun = body.valid_from is None or body.valid_from <= day
    return begun and (body.valid_to is None or body.valid_to >= day)
