"""What a change of bodies touches outside the register's own rows: portals, pages, other drafts."""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.editions.models import Showing
from apps.organizations.models import Organization
from apps.people import wording
from apps.people.changes import ids
from apps.people.models import Decision
from apps.portals.models import Portal

MOST = 40  # lines of one heading; a preview of a thousand pages helps nobody


def consequences(change, *, at: dt.datetime, but=None):
    """(code, heading, lines, attention) of each kind; those without lines are dropped above."""
    closed = {line["body"] for line in change.of("close")}
    yield _orphans(change, closed)
    yield _namesakes(change, closed)
    yield _portals(change, closed)
    yield _scheduled(change, closed, at)
    yield _rivals(change, closed, but)


def _orphans(change, closed):
    """Sub-bodies that go on under a superior that does not."""
    moved = {line["body"] for line in change.of("body") if "parent" in line["set"]}
    rows = Organization.objects.filter(parent__in=closed).exclude(pk__in=closed | moved)
    lines = tuple(
        _("%(body)s (was under %(superior)s)") % {"body": row, "superior": row.parent}
        for row in rows.existing_on(change.day).select_related("parent")
    )
    heading = ngettext("%(count)s sub-body is left without a superior",
                       "%(count)s sub-bodies are left without a superior", len(lines))  # fmt: skip
    return "orphans", heading % {"count": len(lines)}, lines, True


def _namesakes(change, closed):
    """New bodies with the name of one that goes on: texts could not tell them apart."""
    names = [line["name"] for line in change.of("found")]
    rows = Organization.objects.existing_on(change.day).exclude(pk__in=closed)
    lines = tuple(rows.filter(name__in=names).values_list("name", flat=True))
    heading = ngettext("%(count)s new body has the name of one that goes on",
                       "%(count)s new bodies have the name of one that goes on",
                       len(lines))  # fmt: skip
    return "namesakes", heading % {"count": len(lines)}, lines, True


def _portals(change, closed):
    """A portal names its committee by the key of the register's file, or by the body's address."""
    keys = {}
    for row in Organization.objects.filter(pk__in=closed):
        keys |= {key: row for key in (row.ref, row.slug) if key}
    rows = Portal.objects.filter(committee__in=keys, practice_of=None)
    lines = tuple(
        _("%(portal)s is the portal of %(body)s: choose its new committee")
        % {"portal": row, "body": keys[row.committee]}
        for row in rows
    )
    heading = ngettext("%(count)s portal loses its committee",
                       "%(count)s portals lose their committee", len(lines))  # fmt: skip
    return "portals", heading % {"count": len(lines)}, lines, True


def _scheduled(change, closed, at):
    """Pages already signed that appear only after the change; those online stay as they are."""
    people = {change.before.terms[line["term"]].person for line in change.of("end")
              if line["term"] in change.before.terms}  # fmt: skip
    subjects = [f"body:{key}" for key in closed] + [f"person:{key}" for key in people]
    rows = Showing.objects.coming_after(at).filter(about__subject__in=subjects)
    pages = rows.exclude(key__startswith="person:").exclude(key__startswith="body:").distinct()
    found = pages.select_related("cut").defer("cut__values").order_by("live_from")[:MOST]
    lines = tuple(f"{row.cut.title} ({wording.on(row.live_from.date())})" for row in found)
    heading = ngettext("%(count)s scheduled page names them",
                       "%(count)s scheduled pages name them", len(lines))  # fmt: skip
    return "scheduled", heading % {"count": len(lines)}, lines, True


def _rivals(change, closed, but):
    """Other drafts and proposals about the same bodies or titles; only one can be signed."""
    terms = {line["term"] for line in change.of("end")}
    open_ones = Decision.objects.filter(
        state__in=[Decision.State.DRAFT, Decision.State.PROPOSED]
    ).exclude(pk=but)
    lines = tuple(
        _("%(decision)s (%(state)s, %(by)s)")
        % {"decision": row, "state": row.get_state_display(), "by": row.entered_by}
        for row in open_ones.select_related("entered_by")
        if ids(row.changes, "body", "before") & closed or ids(row.changes, "term") & terms
    )
    heading = ngettext("%(count)s other decision is about the same bodies or titles",
                       "%(count)s other decisions are about the same bodies or titles",
                       len(lines))  # fmt: skip
    return "rivals", heading % {"count": len(lines)}, lines, True
