"""Links to leaders that somebody who leaves has made, or was sent: they open nothing any more.

A part of newsroom's `leaving_parts`. Signatures given with them stand.
"""

from django.db.models import Q
from django.utils.translation import gettext as _

from apps.newsroom import history
from apps.newsroom.leaving import Plan

from .links import REVOKED
from .models import LeaderLink


def plan(account, at) -> Plan:
    """One line for each link that still could be opened."""
    return Plan(lines=tuple(_in_words(link) for link in _live(account, at)))


def carry_out(account, _receivers, *, by, at) -> list[str]:
    """Revoke them all; the articles' history tells of it."""
    links = list(_live(account, at))
    for link in links:
        if LeaderLink.objects.filter(pk=link.pk, revoked_at=None).update(
            revoked_at=at, revoked_by=by
        ):
            history.record(
                link.article.key, REVOKED, by=by, at=at, portal=link.article.portal.key,
                after={"leader": link.leader_id},
            )  # fmt: skip
    return [_in_words(link) for link in links]


def _live(account, at):
    mine = Q(made_by=account) | Q(leader=account)
    links = LeaderLink.objects.filter(mine, revoked_at=None, signed_at=None, expires_at__gt=at)
    return links.select_related("leader", "article__portal").order_by("pk")


def _in_words(link) -> str:
    """Whose link, on which portal; never the headline."""
    words = {"leader": link.leader, "portal": link.article.portal}
    return _("Revoke the link to %(leader)s on %(portal)s.") % words
