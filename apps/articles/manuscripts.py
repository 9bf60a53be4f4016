"""An article as proofreading reads it: each text with the form's name of the field it stands in.

Two ways lead here, the stored article and what is being typed; both number fields alike. The
body's fields are `block:0`, `block:1`, …: every paragraph, heading and caption of the HTML in
order, empty ones counted, as the editor counts its text blocks.
"""

import datetime as dt
import re
from dataclasses import dataclass, field

from django.utils.timezone import localdate
from selectolax.lexbor import LexborHTMLParser

from apps.media.models import Attachment
from apps.meetings.attendance import CHAIRS
from apps.meetings.models import Attendance, Meeting
from apps.portals.keeping import end_mark_of
from apps.proofing.lints.end_mark import bears_mark
from apps.proofing.manuscript import (
    BODY,
    BYLINE,
    CAPTION,
    CREDIT,
    FILE,
    HEADLINE,
    SAPO,
    Manuscript,
    put_together,
)
from lib.vietnamese.dates import read_date

from .models import ArticlePicture
from .naming import event_day

BLOCKS = "p, h2, h3, figcaption"
ROW = re.compile(r"(pictures|bylines|attachments)-(\d{1,4})-(\w+)")
NUMBER = re.compile(r"\d{1,15}", re.ASCII)
Placement = ArticlePicture.Placement


@dataclass(frozen=True, slots=True)
class Piece:
    """One text: what it is to proofreading, and the field of the form it stands in."""

    name: str
    field: str
    text: str


@dataclass(frozen=True)
class Draft:
    """All of an article that is checked.

    `pictures`: (field, picture id) in the order shown; `attachments`: (field, Attachment).
    """

    portal: object
    pieces: list[Piece]
    event_date: dt.date | None
    today: dt.date
    chairs: tuple[str, ...] = ()
    pictures: list[tuple[str, int]] = field(default_factory=list)
    attachments: list[tuple[str, Attachment]] = field(default_factory=list)

    def manuscript(self) -> Manuscript:
        """With the portal's end mark only where the text bears one, perhaps another portal's.

        The readers' page puts it where there is none. One query where there is one.
        """
        numbered = ((piece.name, at, piece.text) for at, piece in enumerate(self.pieces))
        ending = next((piece.text for piece in reversed(self.pieces) if piece.name == BODY), "")
        return put_together(
            numbered, day=self.event_date, portal_key=self.portal.key, chairs=self.chairs,
            end_mark=end_mark_of(self.portal) if bears_mark(ending) else "",
        )  # fmt: skip


def draft_of(article, at) -> Draft:
    """A stored article, loaded by `for_cutting`."""
    rows = [row for row in article.pictures.all() if row.placement != Placement.BODY]
    numbered = list(enumerate(rows))
    lead = [pair for pair in numbered if pair[1].placement == Placement.LEAD]
    others = [pair for pair in numbered if pair[1].placement != Placement.LEAD]
    texts, figures = body_pieces(article.body)
    pieces = [
        Piece(HEADLINE, "headline", article.headline),
        Piece(SAPO, "sapo", article.sapo),
        *(piece for pair in lead for piece in _row(*pair)),
        *texts,
        *(piece for pair in others for piece in _row(*pair)),
        *(
            Piece(BYLINE, f"bylines-{number}-name", str(line.contributor))
            for number, line in enumerate(article.bylines.all())
        ),
        *_source(article.byline_office, article.outside_source),
    ]
    attached = list(enumerate(article.attachments.all()))
    for number, row in attached:
        pieces += _file(number, row.title or row.attachment.title, row.attachment.file_name)
    return Draft(
        portal=article.portal,
        pieces=_spoken(pieces),
        event_date=article.event_date,
        today=event_day(article, at),
        chairs=_chairs(article.meeting),
        pictures=[(f"pictures-{n}", row.picture_id) for n, row in numbered if row.picture_id]
        + figures,
        attachments=[(f"attachments-{n}", row.attachment) for n, row in attached],
    )


def draft_typed(data, portal, article, at) -> Draft:
    """What the form holds now; nothing of it need make sense. `article` is None for a new one."""
    data = {name: data.get(name, "").replace("\r\n", "\n") for name in data}
    rows = _typed_rows(data)
    lead = {number: row for number, row in rows["pictures"].items() if _leads(row)}
    others = {number: row for number, row in rows["pictures"].items() if number not in lead}
    texts, figures = body_pieces(data.get("body", ""))
    pieces = [
        Piece(HEADLINE, "headline", data.get("headline", "")),
        Piece(SAPO, "sapo", data.get("sapo", "")),
        *_typed_pictures(lead),
        *texts,
        *_typed_pictures(others),
        *(
            Piece(BYLINE, f"bylines-{number}-name", row.get("name", ""))
            for number, row in rows["bylines"].items()
        ),
        *_source(data.get("byline_office", ""), data.get("outside_source", "")),
    ]
    chosen = {n: _number(row.get("attachment")) for n, row in rows["attachments"].items()}
    files = _files(portal, chosen.values())
    for number, row in rows["attachments"].items():
        if file := files.get(chosen[number]):
            pieces += _file(number, row.get("title") or file.title, file.file_name)
    day = read_date(data.get("event_date", "")[:40])
    return Draft(
        portal=portal,
        pieces=_spoken(pieces),
        event_date=day,
        today=localdate(at) if article is None or article.event_date else event_day(article, at),
        chairs=_chairs(_meeting(_number(data.get("meeting")), portal, article)),
        pictures=[
            (f"pictures-{number}", _number(row.get("picture")))
            for number, row in rows["pictures"].items()
            if _number(row.get("picture"))
        ]
        + figures,
        attachments=[(f"attachments-{n}", files[pk]) for n, pk in chosen.items() if pk in files],
    )


def body_pieces(html: str) -> tuple[list[Piece], list[tuple[str, int]]]:
    """The text blocks of a body's HTML, letter by letter; and its figures' pictures."""
    if not html:
        return [], []
    tree = LexborHTMLParser(html, is_fragment=True)
    texts = [
        Piece(CAPTION if node.tag == "figcaption" else BODY, f"block:{number}", _letters(node))
        for number, node in enumerate(tree.css(BLOCKS))
    ]
    shown = [image.attributes for image in tree.css("figure img")]
    figures = [
        (f"figure:{number}", _number(image.get("data-file"))) for number, image in enumerate(shown)
    ]
    texts += [
        Piece(CAPTION, f"figure:{number}", image.get("alt") or "")
        for number, image in enumerate(shown)
    ]
    return texts, [(place, picture) for place, picture in figures if picture]


def _letters(node) -> str:
    """All letters of a block as they stand; a line break is one sign, as in the editor."""
    return "".join(
        "\n" if part.tag == "br" else part.text(deep=False) if part.tag == "-text" else ""
        for part in node.traverse(include_text=True)
    )


def _row(number, row):
    place = f"pictures-{number}"
    return [
        Piece(CAPTION, f"{place}-caption", row.caption),
        Piece(CAPTION, f"{place}-alt", row.alt),
        Piece(CREDIT, f"{place}-credit", row.credit),
    ]


def _typed_pictures(rows):
    for number, row in rows.items():
        for name, last in ((CAPTION, "caption"), (CAPTION, "alt"), (CREDIT, "credit")):
            yield Piece(name, f"pictures-{number}-{last}", row.get(last, ""))


def _typed_rows(data):
    """{"pictures": {0: {"caption": …}, …}, …}: the rows of the formsets, gaps and all."""
    rows = {"pictures": {}, "bylines": {}, "attachments": {}}
    for name in data:
        found = ROW.fullmatch(name)
        if found:
            rows[found[1]].setdefault(int(found[2]), {})[found[3]] = data[name]
    return {name: dict(sorted(each.items())) for name, each in rows.items()}


def _leads(row):
    return row.get("placement", Placement.LEAD) == Placement.LEAD


def _source(*texts):
    names = ("byline_office", "outside_source")
    return [Piece(CREDIT, name, text) for name, text in zip(names, texts, strict=True)]


def _file(number, title, file_name):
    yield Piece(FILE, f"attachments-{number}-title", title)
    yield Piece(FILE, f"attachments-{number}-attachment", file_name)


def _spoken(pieces):
    return [piece for piece in pieces if piece.text.strip()]


def _number(typed) -> int | None:
    return int(typed) if typed and NUMBER.fullmatch(typed) else None


def _files(portal, ids) -> dict[int, Attachment]:
    wanted = {pk for pk in ids if pk}
    return Attachment.objects.filter(portal=portal.key).in_bulk(wanted) if wanted else {}


def _meeting(number, portal, article):
    """One the form offers: a public meeting of the portal, or the article's own."""
    if number is None:
        return None
    if article and article.meeting_id == number:
        return article.meeting
    return Meeting.objects.for_readers().filter(portal=portal, pk=number).first()


def _chairs(meeting) -> tuple[str, ...]:
    if meeting is None:
        return ()
    rows = Attendance.objects.filter(meeting=meeting, role__in=CHAIRS).select_related("person")
    return tuple(row.person.name if row.person else row.label for row in rows)
