"""Officials named in an article: found when it is cut, and marked so that readers can go to them.

The text that was signed stays as it is; marks stand only in the values of the cut. A mark names
the person, not an address: whether it becomes a link is decided when a reader comes.
"""

import datetime as dt
import re
from dataclasses import dataclass, replace
from html import escape, unescape

from apps.editions import paths
from apps.editions.cutting import Page
from apps.people.matching import match
from lib.vietnamese.days import HO_CHI_MINH
from lib.vietnamese.titles import read_mentions

TAG = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>)""")
NAME = re.compile(r"</?([a-z0-9]+)")
# Words on both sides of these belong together; every other tag ends a paragraph.
INLINE = {"strong", "em", "sub", "sup", "a", "span"}
UNTOUCHED = {"a", "h2", "h3"}  # nothing is marked inside
EDGE = "\n\n"


@dataclass(frozen=True)
class Piece:
    """Words between two tags: where they stand among the parts of the HTML, and in the text."""

    part: int
    start: int
    words: str
    paragraph: int
    open: bool  # marks may stand here


@dataclass(frozen=True)
class Found:
    """A name in the text: `start`, `end` in code points; `bodies` he is named as an official of."""

    start: int
    end: int
    key: str
    bodies: tuple[str, ...] = ()


def with_people(values: dict, *, day: dt.date, portal: str) -> tuple[dict, tuple[str, ...]]:
    """ArticleValues with the people in sapo, body and captions marked, and the subject keys:
    theirs, then those of the bodies whose titles they are named with.

    People are looked up as of `day`; the first mention of each in a paragraph is marked.
    """
    parts, pieces = _pieces(values["html"])
    plain = _plain(values)
    texts = [values["sapo"], _text(pieces), *plain.values()]
    starts, whole = _joined(texts)
    found = _people(whole, day, portal)
    if not found:
        return values, ()
    sapo, body, *captions = (
        _within(found, at, text) for at, text in zip(starts, texts, strict=True)
    )
    spots = dict(zip(plain, map(_firsts, captions), strict=True))
    people = {
        "sapo": _firsts(sapo),
        "lead": spots.pop("lead", []),
        "gallery": [spots[place] for place in range(len(values["gallery"]))],
    }
    marked = {**values, "html": _marked(parts, pieces, body), "people": people}
    bodies = (key for each in found for key in each.bodies)
    return marked, tuple(dict.fromkeys([*(each.key for each in found), *bodies]))


def event_day(article, at: dt.datetime) -> dt.date:
    """Titles count on the day of the event; without one on the day of publication, else today."""
    return article.event_date or (article.published_at or at).astimezone(HO_CHI_MINH).date()


def named(page: Page, article, at: dt.datetime) -> Page:
    """The page of an article with its people marked and among its subjects."""
    values, people = with_people(page.values, day=event_day(article, at), portal=page.portal)
    return replace(page, values=values, subjects=(*page.subjects, *people))


def _plain(values):
    """Captions that are plain texts: {"lead" or a place in the gallery: text}."""
    lead = {"lead": values["lead"]["caption"]} if values["lead"] else {}
    return lead | {place: row["caption"] for place, row in enumerate(values["gallery"])}


def _joined(texts):
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + len(EDGE)
    return starts, EDGE.join(texts)


def _people(text, day, portal):
    mentions = [mention for mention in read_mentions(text) if mention.name]
    return [
        Found(
            one.mention.name_start,
            one.mention.name_end,
            paths.person_key(one.person.pk),
            tuple(map(paths.body_key, one.bodies)),
        )
        for one in match(mentions, day=day, portal_key=portal)
        if one.person and (one.certain or one.mention.titles)  # not who only shares a name
    ]


def _within(found, at, text):
    end = at + len(text)
    return [
        Found(each.start - at, each.end - at, each.key)
        for each in found
        if at <= each.start and each.end <= end
    ]


def _firsts(found):
    """[[start, end, key], …] with each key once."""
    first = {}
    for each in found:
        first.setdefault(each.key, [each.start, each.end, each.key])
    return list(first.values())


def _pieces(html):
    """The HTML at its tags, and the words between them as one text with paragraphs apart."""
    parts, pieces, paragraph, at, inside = TAG.split(html), [], 0, 0, []
    for number, part in enumerate(parts):
        if number % 2:
            name = NAME.match(part)[1]
            if name in UNTOUCHED:
                inside = inside[:-1] if part.startswith("</") else [*inside, name]
            if name not in INLINE:
                paragraph += 1
        elif part:
            if pieces and pieces[-1].paragraph != paragraph:
                at += len(EDGE)
            words = unescape(part)
            pieces.append(Piece(number, at, words, paragraph, not inside))
            at += len(words)
    return parts, pieces


def _text(pieces):
    text, paragraph = [], pieces[0].paragraph if pieces else 0
    for piece in pieces:
        text.append((EDGE if piece.paragraph != paragraph else "") + piece.words)
        paragraph = piece.paragraph
    return "".join(text)


def _marked(parts, pieces, found):
    """The HTML with marks; a name across tags, in a link or a heading stays plain."""
    parts, seen = list(parts), set()
    for piece in pieces:
        inside = _within(found, piece.start, piece.words) if piece.open else []
        fresh = [each for each in inside if (piece.paragraph, each.key) not in seen]
        rows = _firsts(fresh)
        seen |= {(piece.paragraph, each.key) for each in fresh}
        if rows:
            parts[piece.part] = _with_marks(piece.words, rows)
    return "".join(parts)


def _with_marks(words, rows):
    done, at = [], 0
    for start, end, key in sorted(rows):
        name = escape(words[start:end], quote=False)
        done += [escape(words[at:start], quote=False), f'<span data-person="{key}">{name}</span>']
        at = end
    return "".join([*done, escape(words[at:], quote=False)])
