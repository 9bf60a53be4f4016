"""What a week and a meeting's page would tell readers, held against the rules of secrecy.

Fills newsroom's `outgoing_remarks`; the pages stand below and cannot ask for it themselves.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from django.urls import reverse
from django.utils.translation import gettext as _

from apps.newsroom.outgoing import Outgoing, Remark

from .findings import Finding, Severity
from .guarding import guard
from .guarding.files import guard_attachment
from .manuscript import BODY, FILE, put_together
from .models import said
from .overriding import Mark, passed_over_by_key
from .stopping import stopping_kinds, stops


def remarks_on(portal, outgoing: Iterable[Outgoing]) -> list[Remark]:
    """All remarks, in the order of the page. Two queries where anything is found, else none.

    The place belongs to what is passed over: the same words in another part, of another line or in
    another file count again.
    """
    found = [(thing, *one) for thing in outgoing for one in _found(thing)]
    if not found:
        return []
    kinds = stopping_kinds(portal)
    passed = passed_over_by_key({thing.key for thing, *_rest in found})
    return [
        _remark(thing, finding, part, stops(finding, kinds), passed)
        for thing, finding, part in found
    ]


def _found(thing: Outgoing) -> Iterator[tuple[Finding, str]]:
    """(finding, its part in words): texts, names of files, what stands in the files."""
    pieces = [(part, BODY, text) for part, text in thing.texts if text.strip()]
    for title, attachment in thing.files:
        # A title that is the file's name over again says nothing more.
        if title and title != PurePosixPath(attachment.file_name).stem:
            pieces.append((_("title of the document “%(name)s”") % {"name": title}, FILE, title))
        name = attachment.file_name
        pieces.append((_("name of the file “%(name)s”") % {"name": name}, FILE, name))
    manuscript = put_together(
        (kind, number, text) for number, (_part, kind, text) in enumerate(pieces)
    )
    for finding in guard(manuscript):
        yield finding, pieces[manuscript.part_at(finding.start).number][0]
    for _title, attachment in thing.files:
        yield from _inside(attachment)


def _inside(attachment):
    """Each file is read once, then remembered."""
    try:
        found = guard_attachment(attachment)
    except OSError:  # the file itself is lost; publishing says so
        return
    where = _("in the file “%(name)s”") % {"name": attachment.file_name}
    for finding in found:
        yield finding, where


def _remark(thing, finding, part, stopping, passed) -> Remark:
    mark = Mark.of(replace(finding, quote=f"{finding.quote} ({part})".strip()))
    row = passed.get((thing.key, mark))
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
