"""The portal's frame as a template needs it at one instant."""

from dataclasses import dataclass, field
from datetime import datetime

from apps.editions import paths

from .house_style import DEFAULT
from .pictures import Shared, Shown, shared, shown

KEY = "frame"
BAR_SIGNS = 220


@dataclass(frozen=True)
class Line:
    """A line of the menu."""

    title: str
    href: str
    current: bool = False
    children: tuple["Line", ...] = ()


@dataclass(frozen=True)
class Banner:
    wide: Shown
    narrow: Shown | None
    alt: str
    href: str


@dataclass(frozen=True)
class Frame:
    """Masthead, menu, banners of this instant; `until` is when a banner next comes or goes."""

    name: str = ""
    short_name: str = ""
    welcome: str = ""
    masthead: Shown | None = None
    contact: tuple[str, ...] = ()
    responsibility: str = ""
    menu: tuple[Line, ...] = ()
    top_banners: tuple[Banner, ...] = ()
    side_banners: tuple[Banner, ...] = ()
    sections: dict[str, dict] = field(default_factory=dict)
    style: dict = field(default_factory=lambda: dict(DEFAULT))
    hosts: tuple[str, ...] = ()
    share: Shared | None = None
    until: datetime | None = None

    @property
    def bar(self) -> list[Line]:
        """What fills two rows of a wide page; the whole menu stands behind a word."""
        room, lines = BAR_SIGNS, []
        for line in self.menu:
            room -= len(line.title) + 3
            if room < 0:
                break
            lines.append(line)
        return lines

    def top_sections(self) -> list[dict]:
        return [section for section in self.sections.values() if not section["parent"]]

    def children_of(self, slug: str) -> list[dict]:
        return [section for section in self.sections.values() if section["parent"] == slug]

    def main_host(self) -> str:
        """The domain that canonical addresses name, or ''."""
        return next((host for host in self.hosts if host != "*"), "")


def frame_at(values: dict, *, now: datetime, section: str = "") -> Frame:
    """The frame of FrameValues; {} gives an empty one, so that a new portal's articles show.

    `section` is the slug of the section the reader is in: its line is marked.
    """
    sections = {row["slug"]: row for row in values.get("sections") or []}
    here = {section, sections.get(section, {}).get("parent") or section} - {""}
    banners = values.get("banners") or []
    return Frame(
        name=values.get("name") or "",
        short_name=values.get("short_name") or values.get("name") or "",
        welcome=values.get("welcome") or "",
        masthead=shown(values.get("masthead")),
        contact=tuple(values.get("contact") or ()),
        responsibility=values.get("responsibility") or "",
        menu=_menu(values.get("menu") or _menu_of(sections), here),
        top_banners=_banners(banners, "top", now),
        side_banners=_banners(banners, "side", now),
        sections=sections,
        style={**DEFAULT, **(values.get("style") or {})},
        hosts=tuple(values.get("hosts") or ()),
        share=shared(values.get("share")),
        until=_next_change(banners, now),
    )


def _menu_of(sections):
    def line(row):
        inner = [line(child) for child in sections.values() if child["parent"] == row["slug"]]
        return {"title": row["title"], "href": paths.section(row["slug"]), "children": inner}

    return [line(row) for row in sections.values() if not row["parent"]]


def _menu(lines, here):
    addresses = {paths.section(slug) for slug in here}
    return tuple(
        Line(
            title=line["title"],
            href=_link(line["href"]) or "/",
            current=line["href"] in addresses,
            children=_menu(line.get("children") or [], here),
        )
        for line in lines
    )


def _link(href):
    """Local and web addresses only; anything else is no link."""
    local = href.startswith("/") and not href.startswith("//")
    return href if local or href.startswith(("https://", "http://")) else ""


def _banners(banners, slot, now):
    return tuple(
        Banner(wide, shown(row.get("narrow")), row.get("alt") or "", _link(row.get("href") or ""))
        for row in banners
        if row["slot"] == slot and _is_on(row, now) and (wide := shown(row["wide"]))
    )


def _is_on(row, now):
    start, end = _instant(row.get("shows_from")), _instant(row.get("shows_until"))
    return (start is None or start <= now) and (end is None or now < end)


def _next_change(banners, now):
    instants = [_instant(row.get(key)) for row in banners for key in ("shows_from", "shows_until")]
    return min((at for at in instants if at is not None and at > now), default=None)


def _instant(stated):
    return datetime.fromisoformat(stated) if stated else None
