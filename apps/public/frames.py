"""The portal's frame as a template needs it at one instant."""

from dataclasses import dataclass, field
from datetime import datetime

from apps.editions import paths

from .banners import Banner, is_on, link, standing_at
from .contacts import contact_lines, mail_of
from .house_style import DEFAULT
from .pictures import Shared, Shown, shared, shown

KEY = "frame"
BAR_SIGNS = 220
SCHEDULE = "/lich-cong-tac/"


@dataclass(frozen=True)
class Line:
    """A line of the menu."""

    title: str
    href: str
    current: bool = False
    children: tuple["Line", ...] = ()


@dataclass(frozen=True)
class Topic:
    """The page of a topic as others name it; `banner` is None for one without pictures."""

    title: str
    href: str
    about: str
    banner: Banner | None


@dataclass(frozen=True)
class Frame:
    """Masthead, menu, banners of this instant, and whether the portal mourns.

    `until` is when a banner or the mourning next comes or goes.
    """

    name: str = ""
    short_name: str = ""
    welcome: str = ""
    masthead: Shown | None = None
    contact: tuple[str, ...] = ()
    responsibility: str = ""
    about: tuple[str, ...] = ()
    menu: tuple[Line, ...] = ()
    topics: dict[str, dict] = field(default_factory=dict)  # TopicValues by slug
    topics_now: tuple["Topic", ...] = ()  # those in the menu and on the front page
    top_banners: tuple[Banner, ...] = ()
    home_banners: tuple[Banner, ...] = ()
    end_banners: tuple[Banner, ...] = ()
    mourning: bool = False
    sections: dict[str, dict] = field(default_factory=dict)
    style: dict = field(default_factory=lambda: dict(DEFAULT))
    hosts: tuple[str, ...] = ()
    share: Shared | None = None
    until: datetime | None = None
    pieces: dict[str, str] = field(default_factory=dict, compare=False)  # rendered, by template

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

    @property
    def schedule(self) -> Line | None:
        """The line of the menu that leads to the week's schedule: the front page names it too."""
        lines = (line for top in self.menu for line in (top, *top.children))
        return next((line for line in lines if line.href == SCHEDULE), None)

    @property
    def contact_lines(self) -> list[str]:
        """HTML of what the lines say, each thing on its own."""
        return contact_lines(self.contact)

    @property
    def mail(self) -> str:
        return mail_of(self.contact)

    def top_sections(self) -> list[dict]:
        return [section for section in self.sections.values() if not section["parent"]]

    def children_of(self, slug: str) -> list[dict]:
        return [section for section in self.sections.values() if section["parent"] == slug]

    @property
    def banners(self) -> tuple[Banner, ...]:
        """Of all slots: whether any page needs their style sheet."""
        return self.top_banners + self.home_banners + self.end_banners

    def main_host(self) -> str:
        """The domain that canonical addresses name, or ''."""
        return next((host for host in self.hosts if host != "*"), "")


class Kept:
    """The frames this process has seen: for each portal the values of one state of its site, and
    for each of its sections the frame as it was when somebody last read a page there.

    Menus and mastheads change a few times a year; without this every page would read them anew.
    """

    def __init__(self):
        self._values: dict[str, tuple[str, int, dict]] = {}
        self._frames: dict[tuple[str, str], tuple[dict, datetime, Frame]] = {}

    def values(self, portal: str, state: str) -> dict | None:
        """FrameValues, or None when they have to be read; a preview has no state."""
        then, _cut, values = self._values.get(portal, ("", 0, None))
        return values if state and then == state else None

    def keep(self, portal: str, state: str, showing) -> dict:
        """The values of the live showing (None: nothing was signed yet); the same object while it
        is the same cut, so that what was made of it stays.
        """
        _then, known, before = self._values.get(portal, ("", 0, {}))
        cut, values = (showing.cut.pk, showing.cut.values) if showing else (0, {})
        values = before if cut == known else values
        self._values[portal] = (state, cut, values)
        return values

    def frame(self, portal: str, values: dict, *, now: datetime, section: str) -> Frame:
        made_of, at, frame = self._frames.get((portal, section), (None, now, None))
        over = frame is None or now < at or (frame.until is not None and frame.until <= now)
        if over or made_of is not values:
            frame = frame_at(values, now=now, section=section)
            self._frames[portal, section] = (values, now, frame)
        return frame

    def clear(self) -> None:
        self._values.clear()
        self._frames.clear()


KEPT = Kept()


def frame_at(values: dict, *, now: datetime, section: str = "") -> Frame:
    """The frame of FrameValues; {} gives an empty one, so that a new portal's articles show.

    `section` is the slug of the section the reader is in: its line is marked.
    """
    sections = {row["slug"]: row for row in values.get("sections") or []}
    here = {section, sections.get(section, {}).get("parent") or section} - {""}
    topics = values.get("topics") or []
    standing = standing_at(values, now)
    now_in_menu = [row for row in topics if row["in_menu"] and is_on(row, now)]
    return Frame(
        name=values.get("name") or "",
        short_name=values.get("short_name") or values.get("name") or "",
        welcome=values.get("welcome") or "",
        masthead=shown(values.get("masthead")),
        contact=tuple(values.get("contact") or ()),
        responsibility=values.get("responsibility") or "",
        about=tuple(values.get("about") or ()),
        menu=_menu([*_topic_lines(now_in_menu), *_lines(values, sections)], here),
        topics={row["slug"]: row for row in topics},
        topics_now=tuple(topic_of(row, sober=standing["mourning"]) for row in now_in_menu),
        sections=sections,
        style={**DEFAULT, **(values.get("style") or {})},
        hosts=tuple(values.get("hosts") or ()),
        share=shared(values.get("share")),
        **standing,
    )


def _topic_lines(topics):
    """A topic of these days stands before everything else."""
    return [{"title": row["title"], "href": paths.topic(row["slug"])} for row in topics]


def _lines(values, sections):
    return values.get("menu") or _menu_of(sections)


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
            href=link(line["href"]) or "/",
            current=line["href"] in addresses,
            children=_menu(line.get("children") or [], here),
        )
        for line in lines
    )


def topic_of(row: dict, *, sober: bool) -> Topic:
    """TopicValues as a template needs them; a portal that mourns shows no banner of them."""
    wide = None if sober else shown(row["wide"])
    href = paths.topic(row["slug"])
    banner = Banner(wide, shown(row["narrow"]), row["alt"], href) if wide else None
    return Topic(row["title"], href, next(iter(row["lead_in"]), ""), banner)
