"""Who asks for what, of which portal, at which instant: all of it known after one query."""

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote

from django.conf import settings
from django.db.models import Case, F, OuterRef, Subquery, Value, When
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.utils import timezone

from apps.editions.models import Host, Moment, Redirect, Showing, SiteVersion, Views

from .looks import CONTRAST, CONTRASTS, SIZE, SIZES, Looks

# What others hang on an address to follow its reader: newsletters, Facebook, Google, Zalo.
TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|zarsrc|mc_[ce]id)(?:=|\Z)")

PERCENT = re.compile("%[0-9A-Fa-f]{2}")

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

    @property
    def base(self) -> str:
        """Scheme and host as the reader wrote them: `https://songvan.example`."""
        return f"{self.request.scheme}://{self.request.get_host()}"

    @property
    def looks(self) -> Looks:
        """What the reader chose; nearly nobody writes a query, so nearly nobody pays for one."""
        if not self.request.META.get("QUERY_STRING"):
            return Looks()
        return Looks(self.choice(SIZE, SIZES), self.choice(CONTRAST, CONTRASTS))

    def choice(self, name: str, allowed: tuple[str, ...]) -> str:
        """A query parameter if it is one of the allowed words, else ''."""
        value = self.request.GET.get(name, "")
        return value if value in allowed else ""

    def load(self, *keys: str) -> dict[str, Showing]:
        """The live showings of these keys, by key; one query."""
        live = Showing.objects.live_at(self.now).filter(portal=self.portal, key__in=keys)
        return {showing.key: showing for showing in live.select_related("cut")}


def arrive(request: HttpRequest, *, now: datetime, key: str = "") -> Visit:
    """Find the portal of the request's host; a host nobody serves gets the portal ''."""
    name, _port = split_domain_port(request.get_host())
    coming = _coming(now) if settings.TOASOAN_CDN_SECONDS > 0 else {}
    row = (
        Host.objects.filter(domain__in=[name, "*"])
        .annotate(
            own=_version(OuterRef("portal")),
            shared=_version(Value("")),
            own_moment=_last_moment(OuterRef("portal"), now),
            shared_moment=_last_moment(Value(""), now),
            views=_views(key),
            moved_key=_moved_key(request),
            **coming,
        )
        .order_by(Case(When(domain="*", then=1), default=0))
        .values(
            "portal", "own", "shared", "own_moment", "shared_moment", "views", "moved_key", *coming
        )
        .first()
    )
    if row is None:
        return Visit(request, now)
    parts = (row["own"], row["shared"], row["own_moment"], row["shared_moment"])
    state = "|".join(str(part or "") for part in parts)
    changes = [row[name] for name in coming if row[name] is not None]
    return Visit(
        request,
        now,
        row["portal"],
        state,
        row["views"] or 0,
        row["moved_key"] or "",
        min(changes, default=None),
    )


def _version(portal):
    return Subquery(SiteVersion.objects.filter(portal=portal).values("number")[:1])


def _last_moment(portal, now):
    past = Moment.objects.filter(portal=portal, at__lte=now)
    return Subquery(past.order_by("-at").values("at")[:1])


def _coming(now):
    """The next known changes: what may be kept elsewhere is kept until then at most."""
    return {
        "own_next": _next_moment(OuterRef("portal"), now),
        "shared_next": _next_moment(Value(""), now),
    }


def _next_moment(portal, now):
    coming = Moment.objects.filter(portal=portal, at__gt=now)
    return Subquery(coming.order_by("at").values("at")[:1])


def _views(key):
    counts = Views.objects.filter(portal=OuterRef("portal"), key=key)
    return Subquery(counts.annotate(total=F("imported") + F("counted")).values("total")[:1])


def _moved_key(request):
    """Old addresses are kept with their query, written with or without percent signs."""
    written = _forms(request.get_full_path())
    forms = {form for form in written if "\0" not in form and len(form) <= 500}
    old = Redirect.objects.filter(portal=OuterRef("portal"), old__in=forms)
    return Subquery(old.values("key")[:1])


def _forms(full):
    """How an old portal may have written this address: links that are shared grow parameters
    of their own, and lose their last slash.
    """
    path, _mark, query = full.partition("?")
    own = "&".join(part for part in query.split("&") if part and not TRACKING.match(part))
    short = f"{path}?{own}" if own else path
    forms = {full, short} | (set() if own or path.endswith("/") else {f"{path}/"})
    if "%" not in full:
        return forms
    same = {PERCENT.sub(lambda sign: sign[0].upper(), form) for form in forms}  # %c4 is %C4
    return forms | same | {unquote(form) for form in forms}
