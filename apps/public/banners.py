"""What of a frame comes and goes by the clock: banners in three slots, and mourning.

In mourning no banner shows but those the office marked for it; colours are `mourning.css`.
"""

from dataclasses import dataclass
from datetime import datetime

from .pictures import Shown, shown

TOP, HOME, END = "top", "side", "end"  # as signed frames call them
SHOWN_IN = {TOP: "top_banners", HOME: "home_banners", END: "end_banners"}


@dataclass(frozen=True)
class Banner:
    """`narrow` is for phones; `href` is '' for a banner that is no link."""

    wide: Shown
    narrow: Shown | None
    alt: str
    href: str


def standing_at(values: dict, now: datetime) -> dict:
    """Of FrameValues, for `frames.Frame`: the banners of each slot, whether the portal mourns,
    and until when both, and the topics in the menu, stay so (None: for good)."""
    rows, spans = values.get("banners") or [], values.get("mourning") or []
    topics = [row for row in values.get("topics") or [] if row["in_menu"]]
    mourning = any(is_on(span, now) for span in spans)
    on = [row for row in rows if is_on(row, now) and (row.get("sober") or not mourning)]
    slots = {name: _of(slot, on) for slot, name in SHOWN_IN.items()}
    return {**slots, "mourning": mourning, "until": _next_change([*rows, *topics, *spans], now)}


def link(href: str) -> str:
    """Local and web addresses only; anything else is no link: ''."""
    local = href.startswith("/") and not href.startswith("//")
    return href if local or href.startswith(("https://", "http://")) else ""


def _of(slot, rows):
    return tuple(
        Banner(wide, shown(row.get("narrow")), row.get("alt") or "", link(row.get("href") or ""))
        for row in rows
        if row["slot"] == slot and (wide := shown(row["wide"]))
    )


def is_on(row: dict, now: datetime) -> bool:
    """Whether `shows_from` and `shows_until` of these values lie round this instant."""
    start, end = _instant(row.get("shows_from")), _instant(row.get("shows_until"))
    return (start is None or start <= now) and (end is None or now < end)


def _next_change(rows, now):
    instants = [_instant(row.get(key)) for row in rows for key in ("shows_from", "shows_until")]
    return min((at for at in instants if at is not None and at > now), default=None)


def _instant(stated):
    return datetime.fromisoformat(stated) if stated else None
