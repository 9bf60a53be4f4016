"""What stops being public leaves readers at once: hiding is one person's right (DESIGN §5).

The week's page is cut anew without exactly those lines; every other line stays as two people
signed it, and nothing that waits for signatures slips out with it.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from apps.editions import showings
from apps.editions.cutting import Page, cut_page
from apps.editions.locks import publishing_lock
from apps.editions.models import Showing
from apps.editions.plans import live_one
from apps.newsroom import history
from apps.newsroom.digests import digest
from apps.newsroom.models import Act
from apps.newsroom.refusals import Refused
from apps.portals.roles import Right
from apps.portals.seats import rights_of


@transaction.atomic
def withdraw(meeting, *, by, at) -> bool:
    """Take the meeting's line out of every week readers have, and its own page from them.

    False when readers have neither. Raises Refused without the right to hide.
    """
    check_may_withdraw(meeting, by=by, at=at)
    weeks, page = _shown(meeting, at)
    if not weeks and not page:
        return False
    publishing_lock()
    for showing in weeks:
        _without(showing, meeting, by=by, at=at)
    if page:
        showings.hide(meeting.portal.key, meeting.key, at=at)
        _record(meeting.key, "hide_meeting", meeting, by, at)
    return True


def check_may_withdraw(meeting, *, by, at) -> None:
    """Raises Refused when readers have the meeting and the person has no right to hide."""
    if any(_shown(meeting, at)) and Right.HIDE not in rights_of(by, meeting.portal, at):
        raise Refused(
            _("Readers have this meeting. Ask an editor: who may hide a page can make it private.")
        )


def withdrawn_titles(*, by, at) -> list[str]:
    """What this person took out of published weeks at this very instant, for the sentence."""
    acts = Act.objects.filter(verb="withdraw_line", by=by, at=at).order_by("pk")
    return list(dict.fromkeys(act.before["title"] for act in acts))


def _shown(meeting, at):
    """(weeks readers have with this line in them, its own page or None)."""
    weeks = [showing for showing in _live_weeks(meeting.portal, at) if _names(showing, meeting)]
    return weeks, live_one(meeting.portal.key, meeting.key, at)


def _live_weeks(portal, at):
    """Any week: a line that was moved since may still stand in the old one."""
    live = Showing.objects.live_at(at).filter(portal=portal.key, key__startswith="schedule:")
    return live.select_related("cut").order_by("key").iterator()


def _names(showing, meeting):
    return any(line["key"] == meeting.key for line in showing.cut.values["lines"])


def _without(showing, meeting, *, by, at):
    old = showing.cut
    lines = [line for line in old.values["lines"] if line["key"] != meeting.key]
    if lines:
        values = {**old.values, "lines": lines}
        page = Page(
            portal=old.portal, key=old.key, kind=old.kind, values=values, title=old.title,
            text_digest=digest(values),
        )  # fmt: skip
        cut = cut_page(page, signers=old.signers, by=str(by), why="", at=at)
        showings.show(cut, address=showing.address, live_from=at, at=at)
    else:
        showings.hide(old.portal, old.key, at=at)
    week = old.key.partition(":")[2]
    _record(f"schedule:{old.portal}:{week}", "withdraw_line", meeting, by, at)


def _record(key, verb, meeting, by, at):
    before = {"title": meeting.title}
    history.record(key, verb, by=by, at=at, portal=meeting.portal.key, before=before)
