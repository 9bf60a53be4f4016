"""Reading one old page: bytes in, parts out. Nothing here knows the database."""

import logging

from django.utils.translation import gettext as _

from lib.vietnamese.fold import fold
from lib.vietnamese.text import clean

from . import (
    bodies,
    bylines,
    captions,
    events,
    furniture,
    markup,
    meetings,
    plain,
    prefixes,
    times,
    titles,
)
from .encoding import is_html, to_text
from .page_data import PageData
from .values import Line, PageRefused, ReadPage

log = logging.getLogger(__name__)
_PROSE = 80


def read_page(data: bytes, name: str) -> ReadPage:
    """The parts of a saved page; `name` is the file's, for its ending.

    Raises PageRefused (too_large, empty, binary, encoding, no_title, no_text, broken) and nothing
    else, whatever the bytes are.
    """
    try:
        return _read(data, name)
    except PageRefused:
        raise
    except Exception as error:
        log.exception("An old page could not be read.")
        raise PageRefused("broken", _("The page is too broken to be read.")) from error


def _read(data, name):
    text, encoding = to_text(data)
    if is_html(text, name):
        lines, stated = markup.read(text, converted=encoding in ("tcvn3", "vni"))
    else:
        lines, stated = plain.lines_of(text), PageData()
    return _Reading(lines, stated, encoding).page()


class _Reading:
    """One page on its way through the stages; each takes its lines away."""

    def __init__(self, lines: list[Line], stated: PageData, encoding: str):
        self.lines, self.stated, self.encoding = lines, stated, encoding
        self.signed = bylines.Signed()
        self.prefix = None

    def page(self) -> ReadPage:
        self._drop_furniture()
        self._take_times()
        self._take_head()
        self._cut_tail()
        self._take_signatures()
        self._close()
        lines = captions.mark_captions(self.lines)
        sapo, lines = bodies.split_lead(lines, self.title)
        sapo = self._take_prefix(sapo)
        if not sapo and not lines:
            raise PageRefused("no_text", _("The page has a headline but no text."))
        return self._assembled(sapo, bodies.blocks_of(lines))

    def _drop_furniture(self):
        kept = [
            line
            for line in self.lines
            if not furniture.is_furniture(line) or times.is_views(line.text)
        ]
        self.lines = furniture.without_menus(kept)

    def _take_times(self):
        self.times = times.find_times(self.lines)
        self.published = times.stated_at(self.times.first, self.stated.published)
        for place, rest in self.times.rest.items():
            self.lines[place] = Line(rest, role="date", main=False)
            self.times.places.remove(place)

    def _take_head(self):
        places = set(self.times.places)
        head = titles.find_head(self.lines, places, self.stated.titles)
        gone = [line for place, line in enumerate(self.lines) if place in places]
        if head is None and not self.stated.titles:
            raise PageRefused("no_title", _("No headline was found on the page."))
        if head is None:
            head = titles.Head(titles.without_site(self.stated.titles[0]), None, [], self.lines)
        self.section = head.section or self.stated.section or head.guess
        self.prefix, self.title = prefixes.split_prefix(head.title)
        self._keep_marked(head, gone)

    def _keep_marked(self, head, gone):
        """Of what stood above the headline only signatures and a lead are kept."""
        above = [line for line in head.before if _is_kept(line)]
        lines = [line for line in above + head.rest if line not in gone]
        self.lines = [line for line in lines if not times.is_clock(line.text)]

    def _cut_tail(self):
        """Lists of other articles and the imprint end the page, once it has begun."""
        begun = False
        for place, line in enumerate(self.lines):
            begun = begun or (len(line.text) > _PROSE and line.main)
            if begun and furniture.begins_tail(line) and not self._goes_on(place):
                self.lines = self.lines[:place]
                break
        self.lines = [line for line in self.lines if not furniture.begins_tail(line)]

    def _goes_on(self, place):
        """A box of links within the text: no end before it, an end mark behind it."""
        before, after = self.lines[:place], self.lines[place + 1 :]
        if any(bodies.cut_end(line.text) != (line.text, "") for line in before[-2:]):
            return False
        return any(
            len(line.text) > _PROSE and bodies.cut_end(line.text)[0] != line.text for line in after
        )

    def _take_signatures(self):
        kept, found = [], None
        for line in self.lines:
            found = self._signed_by_label(line, below_name=bool(found))
            if found:
                self.signed.add(found)
            else:
                kept.append(line)
        self.lines = [
            line
            for line in kept
            if line.main
            or line.after_image
            or line.role in ("lead", "caption")
            or self._is_foot(line)
        ]
        self._take_foot()

    def _signed_by_label(self, line, below_name):
        if found := bylines.labelled(line, at_end=below_name):
            return found
        if line.role == "author" and len(line.text) <= 80:
            return bylines.unlabelled(line)
        return None

    def _is_foot(self, line):
        return bylines.unlabelled(line) is not None and line.role != "date"

    def _take_foot(self):
        while self.lines and bodies.is_only_mark(self.lines[-1].text):
            self.lines.pop()
        foot, self.lines = bylines.take_foot(self.lines)
        self.signed.add(foot)

    def _close(self):
        """End marks go; a name behind the mark in the same line signs."""
        self.lines = [line for line in self.lines if not bodies.is_only_mark(line.text)]
        for place in range(len(self.lines) - 1, max(-1, len(self.lines) - 4), -1):
            line = self.lines[place]
            text, tail = bodies.cut_end(line.text)
            signed = (
                bylines.unlabelled(Line(tail)) or bylines.labelled(Line(tail), at_end=True)
                if tail
                else None
            )
            if tail and not signed:
                continue
            if signed:
                self.signed.add(signed)
            if text != line.text:
                self.lines[place] = line.but(text)

    def _take_prefix(self, sapo):
        prefix, rest = prefixes.split_prefix(sapo)
        if prefix and len(rest) > 20:
            self.prefix = self.prefix or prefix
            return rest
        return sapo

    def _assembled(self, sapo, blocks):
        names = self.signed.names or self._author()
        text = "\n".join([sapo, *(block.text for block in blocks if block.kind != "caption")])
        others = "\n".join(block.text for block in blocks if block.kind == "caption")
        at = self.published
        day = at.date() if hasattr(at, "hour") else at
        event_date = events.find_event_day(self.title, text, others, day)
        meeting, officials, mentions = meetings.read_meeting(
            self.title, sapo, blocks, event_date or day
        )
        return ReadPage(
            title=self.title,
            published_at=at,
            event_date=event_date,
            section=self._section(),
            source_prefix=self.prefix,
            sapo=sapo,
            blocks=blocks,
            bylines=tuple(names),
            byline_office=self.signed.office,
            view_count=self.times.views,
            address=self.stated.address,
            links_removed=self.stated.links_removed,
            encoding=self.encoding,
            meeting=meeting,
            officials=tuple(officials),
            mentions=tuple(mentions),
        )

    def _section(self):
        found = clean(self.section or "")
        return found if found and fold(found) != fold(self.title) else None

    def _author(self):
        line = self.times.first
        name = (line and line.author) or self.stated.author
        if not name or bylines.is_account(name):
            return []
        signed = bylines.names_and_office(name)
        self.signed.office = self.signed.office or signed.office
        return signed.names


def _is_kept(line):
    return line.role in ("lead", "author") or bylines.labelled(line, at_end=False) is not None
