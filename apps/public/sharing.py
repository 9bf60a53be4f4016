"""Where a reader can send an article: plain links, so that nobody else learns who only reads it."""

from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Way:
    label: str
    href: str


def ways(headline: str, canonical: str) -> list[Way]:
    """A letter the reader addresses himself, then the two networks people here use.

    [] while the page has no address of its own (a preview).
    """
    if not canonical:
        return []
    address = quote(canonical, safe="")
    return [
        Way(_("E-mail"), f"mailto:?subject={quote(headline)}&body={address}"),
        Way("Zalo", f"https://zalo.me/share?url={address}"),
        Way("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={address}"),
    ]
