"""Banners that carry an official's name or a body that turns, or words the register contradicts."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from apps.people.house_form import home_of
from apps.portals.models import Banner
from apps.portals.roles import Right, rights
from apps.portals.seats import listed_of
from apps.proofing.checking import against_register
from apps.proofing.resolving import Resolver
from apps.proofing.turning import Turn, turns_near

from ..carrying import carried_in
from .bodies import bodies_in
from .finding import in_order, people_turning
from .verdicts import GRAVE, LOOK, Verdict, mend


@dataclass(frozen=True)
class BannerHit:
    """A banner on show or to come, what turns while it hangs, and the proofreader's word."""

    banner: Banner
    turns: tuple[Turn, ...]
    resolver: Resolver
    verdict: Verdict

    @property
    def order(self) -> tuple:
        begins = self.banner.shows_from
        return (begins.timestamp() if begins else 0, self.banner.pk)


def banner_hits_for(user, now) -> list[BannerHit]:
    """Those of portals whose frame the person may change. One query, one more for each portal
    with banners; the texts are short and read anew."""
    return banner_hits(listed_of(user, now), turns_near(now), now, lambda p: home_of(p.key))


def banner_hits(seats, turns, now, home_in) -> list[BannerHit]:
    """`banner_hits_for`, for who has asked for seats, turns and homes of portals already."""
    portals = {
        seat.portal_id
        for seat in seats
        if Right.FRAME in rights(seat.role, editors_approve=seat.portal.editors_approve)
    }
    if not portals:
        return []
    resolvers = {}
    rows = Banner.objects.filter(
        Q(shows_until=None) | Q(shows_until__gt=now), portal__in=portals
    ).select_related("portal")
    found = []
    for banner in rows:
        if banner.portal_id not in resolvers:
            resolvers[banner.portal_id] = Resolver(turns.register, home_in(banner.portal))
        found.append(_hit(banner, turns, resolvers[banner.portal_id], now))
    return sorted((hit for hit in found if hit), key=lambda hit: hit.order)


def _hit(banner, turns, resolver, now) -> BannerHit | None:
    today = timezone.localdate(now)
    first = max(today, timezone.localdate(banner.shows_from)) if banner.shows_from else today
    last = timezone.localdate(banner.shows_until) if banner.shows_until else dt.date.max
    people = people_turning(carried_in([banner.alt]), turns, resolver, first)
    bodies = bodies_in(banner.alt, resolver) if turns.of_body else ()
    near = [turn for pk in people for turn in turns.of_person[pk]]
    near += [turn for pk in bodies for turn in turns.of_body.get(pk, ())]
    hanging = in_order(turn for turn in near if turn.on <= last)
    wrong = [
        each for each in against_register(banner.alt, resolver, first) if each.severity in GRAVE
    ]
    if wrong:
        verdict = mend(wrong[0].quote, wrong[0].expected)
        return BannerHit(banner, hanging, resolver, verdict)
    return BannerHit(banner, hanging, resolver, Verdict(LOOK)) if hanging else None
