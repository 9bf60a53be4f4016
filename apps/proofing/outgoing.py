"""What a week and a meeting's page would tell readers, held against the rules of secrecy.

Fills newsroom's `outgoing_remarks`; the pages stand below and cannot ask for it themselves.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from apps.newsroom.outgoing import Outgoing, Remark

from .findings import Finding, Kind, Severity
from .guarding import guard
from .guarding.files import guard_attachment
from .manuscript import BODY, FILE, put_together
from .models import said
from .overriding import Mark, passed_over_by_key
from .stopping import stopping_kinds, stops

CODE = 12  # figures of a file's sum: enough to tell two files apart


def remarks_on(portal, outgoing: Iterable[Outgoing]) -> list[Remark]:
    """All remarks, in the order of the page. Two queries where anything is found, else none.

    What is passed over is bound to its place: the same words in another part, of another line or
    in another file count again. A mark of secrecy is bound to its whole line too, and what stands
    in a file to exactly that file: the word alone says nothing of what is told with it.
    """
    # A mark at the head of every page of a paper is said once.
    found = {(thing.key, one.mark): (thing, one) for thing in outgoing for one in _found(thing)}
    if not found:
        return []
    kinds = stopping_kinds(portal)
    passed = passed_over_by_key({key for key, _mark in found})
    return [
        _remark(thing, one, stops(one.finding, kinds), passed.get(which))
        for which, (thing, one) in found.items()
    ]


class _Piece(NamedTuple):
    """A part's words; `file` is the code of the one they name, '' for none."""

    part: str
    kind: str
    text: str
    file: str = ""


class _Found(NamedTuple):
    """`mark` is what makes it the same finding again."""

    finding: Finding
    part: str
    mark: Mark


def _found(thing: Outgoing) -> Iterator[_Found]:
    """In the texts, the names of files, and the files themselves."""
    pieces = [_Piece(part, BODY, text) for part, text in thing.texts if text.strip()]
    pieces += [piece for title, row in thing.files for piece in _names(title, row)]
    manuscript = put_together(
        (piece.kind, number, piece.text) for number, piece in enumerate(pieces)
    )
    for finding in guard(manuscript):
        place = manuscript.part_at(finding.start)
        piece = pieces[place.number]
        told = finding.quote
        if finding.kind == Kind.SECRECY_MARK:
            told = _line(manuscript.text, place, finding)
        yield _Found(finding, piece.part, _mark(finding, told, piece.part, piece.file))
    for _title, attachment in thing.files:
        yield from _inside(attachment)


def _names(title, attachment) -> Iterator[_Piece]:
    """Title and file name; a title that is the file's name over again says nothing more."""
    name, code = attachment.file_name, _code(attachment)
    if title and title != PurePosixPath(name).stem:
        yield _Piece(_("title of the document “%(name)s”") % {"name": title}, FILE, title, code)
    yield _Piece(_("name of the file “%(name)s”") % {"name": name}, FILE, name, code)


def _line(text, place, finding) -> str:
    """The line of its part in which a finding stands."""
    start = text.rfind("\n", place.start, finding.start) + 1 or place.start
    end = text.find("\n", finding.end, place.end)
    return text[start : place.end if end < 0 else end]


def _inside(attachment) -> Iterator[_Found]:
    """Each file is read once, then remembered."""
    try:
        found = guard_attachment(attachment)
    except OSError:  # the file itself is lost; publishing says so
        return
    part = _("in the file “%(name)s”") % {"name": attachment.file_name}
    for finding in found:
        yield _Found(finding, part, _mark(finding, finding.quote, part, _code(attachment)))


def _code(attachment) -> str:
    return attachment.sha256[:CODE]


def _mark(finding, words, part, file) -> Mark:
    bound = f"{words} ({part}, {file})" if file else f"{words} ({part})"
    return Mark.of(replace(finding, quote=bound))


def _remark(thing, one: _Found, stopping, row) -> Remark:
    finding, part, mark = one
    number = thing.key.partition(":")[2]
    return Remark(
        mark=(mark.kind, mark.quote, mark.expected),
        label=said(finding.kind),
        severity=str(Severity(finding.severity).label),
        quote=finding.quote,
        where=f"{thing.name}, {part}" if thing.name else part,
        message=finding.message,
        stops=stopping,
        pass_over=reverse("proofing:pass_over", args=[number]),
        take_back=reverse("proofing:take_back", args=[number]),
        passed_by=str(row.by) if row else "",
        passed_at=row.at if row else None,
        reason=row.reason if row else "",
    )
