"""What proofreading has left to say about an article: where, and whether it stops it."""

from bisect import bisect_right
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.media.models import Picture
from apps.newsroom.outgoing import listed
from apps.newsroom.refusals import Refused
from apps.proofing.checking import check
from apps.proofing.findings import Finding, Kind, Severity
from apps.proofing.guarding.files import guard_attachment
from apps.proofing.models import PassedOver, said
from apps.proofing.overriding import GUARDED, Mark, passed_over
from apps.proofing.stopping import stopping_kinds, stops

from .manuscripts import Draft, draft_of

GRAVE = (Severity.ERROR, Severity.WARNING)


@dataclass(frozen=True)
class Remark:
    """A finding at its field; `start`, `end` count UTF-16 units of the field's text, as pages do.

    `passed` says who passed it over and why; None while it counts.
    """

    finding: Finding
    field: str
    start: int
    end: int
    stops: bool
    passed: PassedOver | None = None

    @property
    def label(self) -> str:
        return said(self.finding.kind)

    @property
    def severity(self) -> str:
        return str(Severity(self.finding.severity).label)

    @property
    def hinders(self) -> bool:
        return self.stops and self.passed is None

    @property
    def words(self) -> str:
        """ "Sai chức danh “Bí thư Thị ủy” (sapo)"."""
        quote = self.finding.quote
        short = f"{quote[:60].rstrip()}…" if len(quote) > 61 else quote
        named = f"{self.label} “{short}”" if short else f"{self.label}: {self.finding.message}"
        place = place_in_words(self.field)
        return f"{named} ({place})" if place else named


def remarks(draft: Draft, key: str = "") -> list[Remark]:
    """All remarks about a draft: text, attached files, pictures; `key` of a stored article.

    Queries: the register's version, the portal's committee, its rules, what was passed over, and
    pictures of children.
    """
    manuscript = draft.manuscript()
    starts = [part.start for part in manuscript.parts]
    kinds = stopping_kinds(draft.portal)
    passed = passed_over(key) if key else {}
    found = check(manuscript, today=draft.today)
    placed = [
        *(_placed(each, draft, manuscript, starts) for each in found),
        *_in_files(draft),
        *_children(draft),
    ]
    return [
        Remark(finding, field, start, end, stops(finding, kinds), passed.get(Mark.of(finding)))
        for finding, field, start, end in placed
    ]


def remarks_on(article, at) -> list[Remark]:
    """About a stored article, loaded by `for_cutting`."""
    return remarks(draft_of(article, at), article.key)


def refuse_if_stopped(found: list[Remark]) -> None:
    """Raises Refused with what stops the article and what to do about it."""
    hindering = [remark for remark in found if remark.hinders]
    if not hindering:
        return
    names = _listed(hindering)
    if any(remark.finding.kind in GUARDED for remark in hindering):
        raise Refused(
            _("This may not go out: %(what)s. Take it out of the article, or ask the chief or a "
              "deputy chief to pass it over with a reason.") % {"what": names}
        )  # fmt: skip
    raise Refused(
        _("On this portal these must be settled first: %(what)s. Mend them, or pass them over with "
          "a reason.") % {"what": names}
    )  # fmt: skip


def advice(found: list[Remark]) -> str:
    """One line about what is left, '' for nothing: the grave ones by name, then how many hints."""
    left = [remark for remark in found if remark.passed is None]
    grave = [remark for remark in left if remark.finding.severity in GRAVE]
    if grave:
        return _("Still to be looked at: %(what)s.") % {"what": _listed(grave)}
    count = len(left)
    words = ngettext("%(n)d note is left.", "%(n)d notes are left.", count) % {"n": count}
    return words if left else ""


def _listed(found) -> str:
    return listed(remark.words for remark in found)


def _placed(finding, draft, manuscript, starts):
    """(finding, field, start, end); one that runs over the end of its field cannot be mended."""
    number = max(bisect_right(starts, finding.start) - 1, 0)
    if not manuscript.parts:
        return finding, "", 0, 0
    part, piece = manuscript.parts[number], draft.pieces[number]
    if finding.end > part.end:
        finding = replace(finding, end=part.end, fix=None)
    start, end = finding.start - part.start, finding.end - part.start
    return finding, piece.field, _units(piece.text[:start]), _units(piece.text[:end])


def _units(text) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _in_files(draft):
    """What the attached documents say; each is read once, then remembered.

    The name of the file belongs to the words: passed over there, they still count in the text.
    """
    for place, attachment in draft.attachments:
        try:
            found = guard_attachment(attachment)
        except OSError:  # the file itself is lost; publishing says so
            continue
        for finding in found:
            quote = f"{finding.quote} ({attachment.file_name})".strip()
            yield replace(finding, quote=quote), place, 0, 0


def _children(draft):
    """Pictures of children for whom nobody has agreed. One query, none without pictures."""
    ids = {pk for _place, pk in draft.pictures}
    if not ids:
        return
    rows = Picture.objects.filter(
        pk__in=ids, portal=draft.portal.key, shows_children=True, consent=""
    ).only("file_name", "caption")
    lacking = {row.pk: row for row in rows}
    for place, pk in draft.pictures:
        if pk in lacking:
            yield _child(lacking.pop(pk)), place, 0, 0


def _child(picture) -> Finding:
    return Finding(
        Kind.PERSONAL_DATA, 0, 0, _("picture %(n)d: %(name)s") % {"n": picture.pk, "name": picture},
        _("Children are in this picture and nobody has agreed for them: write in the library who "
          "agreed and how, or take another picture."),
    )  # fmt: skip


def place_in_words(field: str) -> str:
    """The part of the form a field belongs to, as the form calls it; '' where it has no name."""
    return {
        "headline": _("headline"), "sapo": _("lead"), "block": _("body"),
        "pictures": _("pictures"), "figure": _("pictures"), "bylines": _("bylines"),
        "attachments": _("attachments"),
    }.get(field.partition(":")[0].partition("-")[0], "")  # fmt: skip
