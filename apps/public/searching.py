"""The search page; finding itself is `editions`' work."""

import re
from dataclasses import dataclass, replace

from django.db.models import Case, F, JSONField, Q, When
from django.utils.translation import gettext as _

from apps.editions import search as finding
from apps.editions.models import Showing

from . import archive, known, lists, together
from .answers import Made
from .frames import KEY, frame_at
from .links import REGISTER
from .pages import base_context, page
from .passages import Marker, flat
from .search_choices import ABOUT, Choices, read_choices
from .together import KEYS, NOW, NUMBERS, PORTAL
from .topics import suggested
from .visits import Visit

ADDRESS = "/tim-kiem/"
PER_PAGE = lists.PER_PAGE
KNOWN_AMONG = 40  # of so many the people and bodies above the articles are chosen
CURSOR = re.compile(r"([0-9])-(-?[0-9]{1,18})")
TOLD = ("article", "meeting")  # kinds of which a passage is shown
READ = (*TOLD, KEY, "person", "body")
TEXT = Case(When(cut__kind__in=READ, then=F("cut__values")), output_field=JSONField())


@dataclass(frozen=True)
class Hit:
    """A result: `title` and `passage` are HTML with the words found in <mark>."""

    card: lists.Card
    title: str
    passage: str
    label: str


def search(visit: Visit) -> Made:
    """What was found for `?q=` and the filters; an unreadable question shows the empty form.

    `?truoc=` is the last result of the page before; a wrong one begins anew. Three queries: what
    else to try is looked for with the rest, and only where that finds nothing.
    """
    choices = read_choices(visit.request.GET)
    asked = _asked(visit, choices)
    first = asked.after is None and not asked.filters.marks()  # what filters ask no body has
    among = [_known_asked(asked.question)] if first and asked.question else []
    ways = choices.ways(asked.question)
    tried = [_tried(visit, way) for _words, way in ways]
    hits, *found = finding.find(visit.now, asked, *among, otherwise=tried)
    about = found[0] if among else []
    live = _load(visit, [*hits, *about], choices)
    frame = frame_at(live[KEY].text if KEY in live else {}, now=visit.now)
    more = len(hits) > PER_PAGE
    rows = [(hit, live[hit.showing]) for hit in hits[:PER_PAGE] if hit.showing in live]
    marker = Marker(asked.question)
    sections = {slug: row["title"] for slug, row in frame.sections.items()}
    context = base_context(
        visit,
        frame,
        title=_title(choices),
        address="" if asked else ADDRESS,
        here=f"{ADDRESS}?{choices.link()}",
        indexed=not asked or _alone(visit, rows),
    )
    context |= {
        "query": choices.query,
        "said": finding.without_quotes(choices.query),
        "choices": choices,
        "fields": choices.fields(frame, visit.now),
        "chips": choices.chips(frame, live),
        "sorts": choices.sorts(),
        "asked": bool(asked),
        "known": _known([live[hit.showing] for hit in about if hit.showing in live], choices),
        "day": archive.day_named(visit, choices.query) if first else None,
        "topics": suggested(asked.question, frame) if first else [],
        "lots": _lots(asked, [(hit, _hit(row, marker, sections)) for hit, row in rows]),
        "number": hits[0].among if hits else 0,
        "newest": finding.NEWEST,
        "older": choices.link(truoc=_cursor(hits[PER_PAGE - 1])) if more else "",
        "ways": _fruitful(ways, found[len(among) :]),
        "sections": frame.top_sections(),
    }
    return page("public/search.html", visit, context)


def _alone(visit, rows):
    """Whether words alone found these: engines may look, and show the form in its place
    (search.html). All else is endless, and "nothing found" is where strangers would put words
    of their own under the office's name.
    """
    return set(visit.request.GET) == {"q"} and bool(rows)


def _asked(visit, choices: Choices):
    question = finding.ask(choices.query)
    portal = REGISTER if choices.is_register else visit.portal
    last = CURSOR.fullmatch(choices.cursor)
    return finding.Asked(
        portal=portal,
        question=question,
        filters=choices.filters(),
        best=choices.best and bool(question),
        limit=PER_PAGE + 1,
        after=finding.Last(int(last[1]), int(last[2])) if last else None,
    )


def _known_asked(question):
    return finding.Asked(portal=REGISTER, question=question, limit=KNOWN_AMONG)


def _tried(visit, choices):
    return replace(_asked(visit, choices), best=False, limit=1, after=None)


def _fruitful(ways, found):
    """[(words, query string)] of those that find something."""
    return [(words, way.link()) for (words, way), hits in zip(ways, found, strict=True) if hits]


def _cursor(hit):
    return f"{hit.last.rank}-{hit.last.place}"


def _title(choices):
    if choices.query:
        return _("Search: %(query)s") % {"query": choices.query}
    return _("Find articles")


def _load(visit, hits, choices) -> dict:
    """Live showings by pk, and by key the frame and whom the filters name; one query.

    `text` are the values of those whose words are shown.
    """
    keys = choices.subjects()
    rows = together.numbered(
        _wanted, len(keys), numbers=[hit.showing for hit in hits],
        now=visit.now, portal=visit.portal, **together.named(keys),
    )  # fmt: skip
    named = {KEY, *keys}
    return {row.pk: row for row in rows} | {row.key: row for row in rows if row.key in named}


def _wanted(subjects):
    """The hits, the frame, and so many whom the filters name."""
    wanted = Q(pk__in=NUMBERS) | Q(portal=PORTAL.value, key=KEY)
    if subjects:
        wanted |= Q(portal=REGISTER, key__in=[gap.value for gap in KEYS[:subjects]])
    live = Showing.objects.live_at(NOW.value).filter(wanted).select_related("cut")
    return live.defer("cut__values", "cut__signers").annotate(text=TEXT)


def _hit(showing, marker, sections):
    cut = showing.cut
    told = finding.texts(cut.kind, showing.text) if cut.kind in TOLD else cut.summary
    label = ABOUT.get(cut.kind) or sections.get(cut.section) or sections.get(cut.top_section)
    return Hit(
        card=lists.card(showing),
        title=marker.line(cut.title),
        passage=marker.passage(flat(told)),
        label=str(label or ""),
    )


def _lots(asked, hits):
    """[(words above them, hits)]: what is written as the accents were typed comes first, and what
    is not says so.
    """
    typed = asked.question.as_typed() if asked.best else 0
    as_typed = [hit for found, hit in hits if not typed or found.last.rank < typed]
    others = [hit for _found, hit in hits[len(as_typed) :]]
    return [lot for lot in (("", as_typed), (_("Written with other marks"), others)) if lot[1]]


def _known(found, choices):
    """[(page, query string of the articles about it)]"""
    question = finding.ask(choices.query)
    return [(page, choices.about(row)) for row, page in known.known(found, question)]
