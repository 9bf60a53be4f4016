"""A Word file becomes a new draft with its pictures, or nothing at all."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePath

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.media.reading import MAX_BYTES
from apps.media.uploads import file_name_of, keep_picture, prepare_picture
from apps.newsroom.refusals import Refused
from apps.portals.roles import Right
from apps.portals.seats import seat_for
from lib.documents import Fault, open_word_apart

from ..models import Article, ArticlePicture
from ..writing import Text, start
from .text import body_html, read_word_text

LARGEST = 60 * 1024 * 1024
MOST_PICTURES = 60
WHY = {
    Fault.OLD: gettext_lazy(
        "“%(name)s” is in the old Word format (.doc). Open it in Word, choose “Save as”, Word "
        "document (.docx), then open that file here."
    ),
    Fault.LOCKED: gettext_lazy(
        "“%(name)s” is locked with a password. Take the password away in Word, save, then open it "
        "again."
    ),
    Fault.TOO_LONG: gettext_lazy(
        "“%(name)s” is too long to be one article. Divide it, or copy the part you need."
    ),
    Fault.UNKNOWN: gettext_lazy("“%(name)s” is not a Word file (.docx). Choose another file."),
    Fault.BROKEN: gettext_lazy(
        "“%(name)s” is damaged and cannot be opened. Open it in Word, save it again, or copy the "
        "text and paste it."
    ),
}


@dataclass
class Opened:
    """`article` is the new draft; `left` one sentence for each picture that did not come along."""

    article: Article
    pictures: int
    left: list[str]


def open_word_file(portal, file, *, by, at) -> Opened:
    """A new draft of `by` from a .docx.

    Pictures pass the one gate of the library before anything is written; the rows of the pictures
    and the article are written together. Raises OutOfSight or Refused: no right, no Word file.
    """
    seat_for(by, portal, Right.WRITE, at)
    name = file_name_of(file)
    data = _bytes_of(file, name)
    draft = open_word_apart(data)
    if draft.fault:
        raise Refused(WHY.get(draft.fault, WHY[Fault.BROKEN]) % {"name": name})
    text = read_word_text(draft.html)
    if not text.parts and not text.headline and not text.shown:
        raise Refused(_("“%(name)s” has no text.") % {"name": name})
    text.headline = text.headline or PurePath(name).stem.replace("_", " ")
    prepared, left = _prepare_pictures(data, draft.pictures, text, name, portal, by, at)
    with transaction.atomic():
        kept = {number: keep_picture(row, by=by, at=at) for number, row in prepared.items()}
        article = start(portal, _typed(text, kept), by=by, at=at, verb="open_word")
    return Opened(article, len(kept), left)


def _bytes_of(file, name):
    file.seek(0)
    data = file.read(LARGEST + 1)
    if not data:
        raise Refused(_("The file “%(name)s” is empty.") % {"name": name})
    if len(data) > LARGEST:
        raise Refused(
            _("“%(name)s” is larger than 60 MB. Make its pictures smaller in Word.")
            % {"name": name}
        )
    return data


def _prepare_pictures(data, parts, text, name, portal, by, at):
    """({number: picture}, sentences): files written, no rows yet."""
    prepared, left = {}, []
    wanted = text.shown
    if len(wanted) > MOST_PICTURES:
        left.append(_("Only the first %d pictures came along.") % MOST_PICTURES)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for place, shown in enumerate(wanted[:MOST_PICTURES], 1):
            known = 0 <= shown.number < len(parts)
            try:
                prepared[shown.number] = prepare_picture(
                    portal=portal.key,
                    file=_picture_file(package, parts[shown.number] if known else "", place, name),
                    by=by,
                    at=at,
                    caption=shown.caption[:500],
                    credit=shown.credit[:120],
                )
            except Refused as refusal:
                left.append(_("Picture %(place)d: %(why)s") % {"place": place, "why": refusal})
    return prepared, left


def _picture_file(package, part, place, name):
    """The picture named after the Word file, so that the library finds it."""
    if not part:
        raise Refused(
            _("It is only linked in the Word file, not in it. Add it from your own machine.")
        )
    try:
        with package.open(part) as stream:
            file = io.BytesIO(stream.read(MAX_BYTES + 1))
    except Exception as fault:  # a hostile package makes its reader stumble over anything
        raise Refused(_("It is damaged in the Word file.")) from fault
    file.name = f"{PurePath(name).stem} {place}{PurePath(part).suffix.lower()}"
    return file


def _typed(text, kept):
    rows = []
    if text.lead and text.lead.number in kept:
        lead = kept[text.lead.number]
        placement = ArticlePicture.Placement.LEAD
        rows = [(lead, placement, text.lead.caption, "", text.lead.credit)]
    return Text(
        {
            "headline": text.headline[:300],
            "sapo": text.sapo,
            "body": body_html(text, {number: row.pk for number, row in kept.items()}),
        },
        pictures=rows,
        credits={
            kept[shown.number].pk: shown.credit
            for shown in text.shown
            if shown.number in kept and shown is not text.lead
        },
    )
