"""What the desk shows of leaders' links and opinions beside an article: values for templates."""

from dataclasses import dataclass

from apps.portals.roles import Right
from apps.portals.seats import rights_of

from .. import content
from ..models import LeaderLink
from .outside import may_record
from .states import DEAD, LinkState, leaders_of, state_of

MARKS = {
    LinkState.OPEN: "waiting",
    LinkState.SIGNED: "on",
    LinkState.CHANGED: "attention",
    LinkState.LOCKED: "attention",
}


@dataclass(frozen=True)
class Line:
    """One link on the desk. `state` in words for people; `live`: it can be revoked."""

    link: LeaderLink
    state: LinkState
    live: bool

    @property
    def mark(self):
        return MARKS.get(self.state, "ended")

    @property
    def wants_another(self):
        """He asked for a new link and has got none since."""
        return bool(self.link.asked_again_at)


def leaders_panel(article, user, at, *, digests=None, held=None) -> dict:
    """{"lines", "opinions", "may_ask", "may_record"} of an article loaded by `for_cutting`.

    Three queries however many links there are, two when there is none; one more without the
    rights that the person holds there.
    """
    held = rights_of(user, article.portal, at) if held is None else held
    links = list(article.leader_links.select_related("leader", "made_by", "revoked_by"))
    opinions = list(article.opinions.select_related("reported_by"))
    digests = digests or content.both_digests(article)
    leaders = leaders_of(article.portal, at) if links else []
    last = {}
    for link in links:
        last.setdefault(link.leader_id, link)
    for opinion in opinions:
        opinion.about_present = opinion.text_digest == digests[0]
    return {
        "lines": [
            _line(link, article, at, leaders, digests)
            for link in links
            if link == last[link.leader_id] or link.signed_at
        ],
        "opinions": opinions,
        "may_ask": Right.ASK_LEADER in held,
        "may_record": may_record(article, user, held),
    }


def _line(link, article, at, leaders, digests):
    state = state_of(link, article, at, leaders=leaders, digests=digests)
    return Line(link, state, live=state not in DEAD and state != LinkState.EXPIRED)
