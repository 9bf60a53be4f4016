"""Who asks for what, of which portal, at which instant: all of it known after one query."""

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote

from django.http import HttpRequest
from django.http.request import split_domain_port
from django.utils import timezone

from . import first, together
from .looks import CONTRAST, CONTRASTS, SIZE, SIZES, Looks

# What others hang on an address to follow its reader: newsletters, Facebook, Google, Zalo.
TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|zarsrc|mc_[ce]id)(?:=|\Z)")

PERCENT = re.compile("%[0-9A-Fa-f]{2}")
LONGEST_ADDRESS = 500

OWN_MACHINE = ("localhost", "127.0.0.1", "[::1]")

clock = timezone.now  # read once per request, here and nowhere else; tests put their own


@dataclass(frozen=True)
class Visit:
    """One request to one portal at one instant.

    `state` is another word whenever any page of the portal may look different; `views` the count
    of the page asked for; `moved_key` the page that stood at exactly this address on an old portal.
    """

    request: HttpRequest
    now: datetime
    portal: str = ""
    state: str = ""
    views: int = 0
    moved_key: str = ""
    changes_at: datetime | None = None  # asked for only where a CDN may keep pages
    counted: str = ""  # the key whose count `views` is

    @property
    def base(self) -> str:
        """Scheme and host as the reader wrote them: `https://songvan.example`."""
        return f"{self.request.scheme}://{self.request.get_host()}"

    @property
    def looks(self) -> Looks:
        """What the reader chose."""
        return Looks(self.choice(SIZE, SIZES), self.choice(CONTRAST, CONTRASTS))

    def choice(self, name: str, allowed: tuple[str, ...]) -> str:
        """A query parameter if it is one of the allowed words, else ''."""
        if not self.request.META.get("QUERY_STRING"):
            return ""  # nearly nobody writes one, so nearly nobody pays for reading it
        value = self.request.GET.get(name, "")
        return value if value in allowed else ""

    def load(self, *keys: str) -> dict:
        """The live showings of these keys (three at most), with their cuts, by key; one query."""
        return together.by_key(keys, now=self.now, portal=self.portal)


def arrive(request: HttpRequest, *, now: datetime, key: str = "") -> Visit:
    """Find the portal of the request's host; a host nobody serves gets the portal ''."""
    name, _port = split_domain_port(request.get_host())
    row = first.asked(name, now, key=key, forms=_forms(request.get_full_path()))
    if row is None:
        return Visit(request, now)
    portal, *parts, views, moved_key = row[:7]
    state = "|".join(str(part or "") for part in parts)
    changes = min((at for at in row[7:] if at), default=None)
    return Visit(request, now, portal, state, views or 0, moved_key or "", changes, key)


def on_own_machine(name: str) -> bool:
    """Whether a host of that name is the very machine the site is tried on."""
    return name in OWN_MACHINE or name.endswith(".localhost")


def _forms(full):
    """How an old portal may have written this address, nine ways at most: links that are shared
    grow parameters of their own, and lose their last slash.
    """
    path, _mark, query = full.partition("?")
    own = "&".join(part for part in query.split("&") if part and not TRACKING.match(part))
    short = f"{path}?{own}" if own else path
    forms = {full, short} | (set() if own or path.endswith("/") else {f"{path}/"})
    if "%" in full:
        same = {PERCENT.sub(lambda sign: sign[0].upper(), form) for form in forms}  # %c4 is %C4
        forms |= same | {unquote(form) for form in forms}
    return [form for form in forms if len(form) <= LONGEST_ADDRESS and "\0" not in form]
