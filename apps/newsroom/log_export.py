"""The log as a file that Excel opens: UTF-8 with its mark, no cell that could be a formula."""

import csv

from django.db import transaction
from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import history
from .log import KINDS, Scope, Wanted, acts_for, lines_of, page_of
from .telling import name_verbs, verbs

VERB = "export_log"
CHUNK = 500
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

name_verbs({VERB: gettext_lazy("took the log away as a file")})


def exported(scope: Scope, wanted: Wanted, *, by, at) -> StreamingHttpResponse:
    """What the filter shows until `at`, streamed; recorded first, once for each portal in it."""
    record_export(scope, wanted, by=by, at=at)
    response = StreamingHttpResponse(
        rows(scope, wanted, at), content_type="text/csv; charset=utf-8"
    )
    day = timezone.localtime(at)
    response["Content-Disposition"] = f'attachment; filename="nhat-ky-{day:%Y-%m-%d-%H%M}.csv"'
    response["Cache-Control"] = "no-store"
    return response


@transaction.atomic
def record_export(scope: Scope, wanted: Wanted, *, by, at) -> None:
    """Who took which part of the log away, told to everybody whose log it is."""
    portals = [wanted.portal] if wanted.portal else list(scope.portals)
    for portal in [*portals, *([""] if scope.accounts or not portals else [])]:
        history.record(
            f"user:{by.pk}", VERB, by=by, at=at, portal=portal, reason=_said(scope, wanted)
        )


def rows(scope: Scope, wanted: Wanted, at):
    """Lines of the file as text, a few hundred acts at a time."""
    writer = csv.writer(_Echo())
    heads = [_("Day"), _("Time"), _("Who"), _("Act"), _("Kind"), _("About"), _("Portal"),
             _("Reason"), _("Changes")]  # fmt: skip
    yield "\ufeff" + writer.writerow(heads)
    acts, last, more = acts_for(scope, wanted).filter(at__lt=at), None, True
    while more:
        found, more = page_of(acts, last, CHUNK)
        for act, line in zip(found, lines_of(found, scope), strict=True):
            yield writer.writerow(_cells(act, line, scope))
        last = found[-1] if found else None


def _cells(act, line, scope):
    here = timezone.localtime(act.at)
    changes = "; ".join(
        f"{change.label}: {change.before} → {change.after}" if change.before
        else f"{change.label}: {change.after}"
        for change in line.told.changes
    )  # fmt: skip
    said = [f"{here:%d/%m/%Y}", f"{here:%H:%M:%S}", line.told.by, line.told.verb, line.kind,
            line.thing, scope.portals.get(act.portal, ""), line.told.reason, changes]  # fmt: skip
    return [harmless(cell) for cell in said]


def harmless(cell: str) -> str:
    """A cell that a table program would take for a formula, made words by an apostrophe."""
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(FORMULA) or cell[:1] in FORMULA else cell


def _said(scope, wanted) -> str:
    """The filter in words."""
    people = dict(scope.people)
    parts = [
        (_("Words"), wanted.words),
        (_("Who"), people.get(wanted.person, "")),
        (_("About"), str(KINDS.get(wanted.kind, ""))),
        (_("Act"), verbs().get(wanted.verb, "")),
        (_("From day"), f"{wanted.since:%d/%m/%Y}" if wanted.since else ""),
        (_("Until day"), f"{wanted.until:%d/%m/%Y}" if wanted.until else ""),
    ]
    return "; ".join(f"{label}: {words}" for label, words in parts if words)


class _Echo:
    """What a writer of CSV writes into: gives the line back."""

    def write(self, line):
        return line
