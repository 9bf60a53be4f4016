"""What a frame in the newsroom changes of the one readers have, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

PARTS = {
    "name": gettext_lazy("name"),
    "short_name": gettext_lazy("short name"),
    "welcome": gettext_lazy("welcome line"),
    "masthead": gettext_lazy("masthead"),
    "contact": gettext_lazy("contact lines"),
    "responsibility": gettext_lazy("responsibility line"),
    "about": gettext_lazy("about the office"),
    "style": gettext_lazy("house style"),
    "sections": gettext_lazy("sections"),
    "menu": gettext_lazy("menu"),
    "banners": gettext_lazy("banners"),
    "topics": gettext_lazy("pages of topics"),
    "hosts": gettext_lazy("domain names"),
}


@dataclass(frozen=True)
class Difference:
    """One part that is not the same; `before` and `after` are empty where words cannot show it."""

    part: str
    before: str = ""
    after: str = ""


def differences(live: dict, now: dict) -> list[Difference]:
    """The parts in which `now` is not what readers have, in the order of the page."""
    return [
        Difference(str(label), *_words(live.get(part), now.get(part)))
        for part, label in PARTS.items()
        if live.get(part) != now.get(part)
    ]


def _words(before, after):
    if isinstance(before, str) and isinstance(after, str):
        return before, after
    if isinstance(before or [], list) and isinstance(after or [], list):
        return _listed(before or [], after or [])
    return "", ""


def _listed(before, after):
    """What left and what came; the same things in another order or with other details."""
    old, new = [_title(item) for item in before], [_title(item) for item in after]
    gone = [title for title in old if title not in new]
    come = [title for title in new if title not in old]
    if gone or come:
        return ", ".join(gone), ", ".join(come)
    return ("", _("another order")) if old != new else ("", _("details"))


def _title(item):
    return item if isinstance(item, str) else item.get("title") or item.get("alt") or ""
