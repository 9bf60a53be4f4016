"""Words in, showings out. What is asked and kept are marks (`search_marks`), on either engine."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import unescape

from django.db import connection

from . import search_postgresql, search_sqlite
from .models import SearchRow
from .search_marks import (
    PLACES,
    Filters,
    Marked,
    Question,
    ask,
    facets,
    has_accents,
    marked,
    portal_mark,
    without_quotes,
)

__all__ = [
    "NEWEST", "Asked", "Filters", "Found", "Last", "Question", "ask", "documents", "find",
    "has_accents", "plain", "texts", "without_quotes",
]  # fmt: skip

TAG = re.compile(r"<(/?[a-z0-9]+)[^>]*>|<[^>]*>")
INLINE = {"a", "em", "span", "strong", "sub", "sup"}
NEWEST = 2000  # so many matches are put in order of closeness, whatever the size of the site
MAIN = "main_list"
ENGINES = {"sqlite": search_sqlite, "postgresql": search_postgresql}


@dataclass(frozen=True)
class Last:
    """Where a page of results ends: rank and place in time of its last hit."""

    rank: int
    place: int


@dataclass(frozen=True)
class Asked:
    """One list of results. `best`: the newest `NEWEST` matches by closeness, else all by time.

    Without words everything the filters let through is found; without both, nothing.
    """

    portal: str
    question: Question
    filters: Filters = Filters()
    best: bool = True
    limit: int = 20
    after: Last | None = None

    def __bool__(self):
        return bool(self.question or self.filters.marks())

    def marks(self) -> list[str]:
        """What every hit has."""
        return [*self.question.wanted(), portal_mark(self.portal), *self.filters.marks()]

    def tiers(self) -> list[list[str]]:
        """What puts a hit before others, beside `marks`."""
        return self.question.tiers()


@dataclass(frozen=True)
class Found:
    """A hit. `among`: how many matches were put in order (at most NEWEST; 0 for newest first).

    With long phrases it may count some that have all neighbours and not the phrase.
    """

    showing: int
    last: Last
    among: int


def find(now: datetime, *lists: Asked, otherwise: Sequence[Asked] = ()) -> list[list[Found]]:
    """The hits of each list, live at `now`; one query for all of them, none for nothing asked.

    With `best`, what is written as the reader typed stands before other accents; in each half
    those with all words in the title, then side by side, then the rest; equal ones newest first.
    Lists of `otherwise` come last; they are looked for only if the first list has no hit.
    """
    every = [*lists, *otherwise]
    asked = [(number, each) for number, each in enumerate(every) if each]
    found = [[] for _each in every]
    if not asked:
        return found
    always = len(lists) if every[0] else len(every)  # what is not asked has no hit
    sql, parameters = _statement(asked, now, always)
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        rows = cursor.fetchall()
    for number, place, showing, rank, among in sorted(rows, key=lambda row: (row[3], -row[1])):
        found[number].append(Found(showing, Last(rank, place), among))
    return found


def _statement(asked, now, always):
    """SQL of (list, place, showing, rank, among) for [(number, Asked)]; those numbered from
    `always` on are asked for only if the first has none.
    """
    engine = ENGINES[connection.vendor]
    tables, answers = [], []
    for number, each in asked:
        unless = MAIN if number >= always else ""
        tables.append(engine.newest(number, each, now, NEWEST, unless))
        sql, parameters = engine.answer(number, each, now)
        if number == 0 and asked[-1][0] >= always:
            tables.append((f"{MAIN}(list, place, showing, rank, among) AS ({sql})", parameters))
            sql, parameters = f"SELECT * FROM {MAIN}", []
        answers.append((f"SELECT * FROM ({sql}) AS a{number}", parameters))
    sql = f"WITH {', '.join(sql for sql, _parameters in tables)} "
    sql += " UNION ALL ".join(sql for sql, _parameters in answers)
    return sql, [value for _sql, parameters in (*tables, *answers) for value in parameters]


def plain(html: str) -> str:
    """The words of rendered HTML, each block on a line of its own."""
    return unescape(TAG.sub(_between, html))


def _between(tag):
    return "" if (tag[1] or "").strip("/") in INLINE else "\n"


def texts(kind: str, values: dict) -> str:
    """All that a page says below its title, in lines: what passages are taken from."""
    return WORDS[kind](values)[1]


def add(showing) -> None:
    """Make a current or coming showing findable."""
    for made in rows([showing]):
        made.save(force_insert=True)


def rows(showings) -> list[SearchRow]:
    """What search keeps of these showings, not yet saved; a frame has nothing."""
    return [row(showing, SearchRow) for showing in showings if showing.cut.kind in WORDS]


def row(showing, model):
    """`model` is SearchRow, or what it was when a migration fills the table.

    The place is the second and, in its last bits, the showing.
    """
    listed = showing.cut.listed_at or showing.live_from
    kept = _marked(showing.cut, listed)
    place = math.floor(listed.timestamp()) * PLACES + showing.pk % PLACES
    return model(place=place, showing_id=showing.pk, words=kept.words, marks=kept.marks)


def _marked(cut, listed) -> Marked:
    title, body = WORDS[cut.kind](cut.values)
    return marked(title, body, facets(cut, listed))


def _article(values):
    pictures = [values.get("lead") or {}, *values.get("gallery", [])]
    captions = [each.get("caption") or "" for each in pictures]
    files = [each["title"] for each in values.get("attachments", [])]
    names = [each["name"] for each in values.get("bylines", [])]
    said = values.get("transcript", [])  # in its video
    body = [values.get("sapo", ""), plain(values.get("html", "")), *captions, *said, *files, *names]
    return values.get("headline", ""), "\n".join(body)


def _meeting(values):
    rows = values.get("attendance", [])
    people = [f"{each['name']}, {each['titles']}" for each in rows]
    files = [each["title"] for each in values.get("documents", [])]
    named = ("kind", "host", "series", "period", "place")
    words = [values.get(name) or "" for name in named]
    return values.get("title", ""), "\n".join([*words, *values.get("agenda", []), *people, *files])


def _named(values):
    """A page of the register: its names, and whatever else its maker gave to be found by."""
    return " ".join(values.get("names", [])), " ".join(values.get("words", []))


def _body(values):
    names, words = _named(values)
    return names, "\n".join([words, *documents(values)])


def documents(values: dict) -> list[str]:
    """The decisions the page of a body tells of: what founded it, what it came from and became."""
    steps = [*values.get("origins", []), *values.get("successors", [])]
    told = [values.get("document"), *(step.get("document") for step in steps)]
    return list(dict.fromkeys(filter(None, told)))


# kind -> (title, body)
WORDS = {"article": _article, "meeting": _meeting, "person": _named, "body": _body}


def drop(showings) -> None:
    """Take these showings (ids or rows) out of search."""
    SearchRow.objects.filter(showing__in=showings).delete()
