"""The ripple on the desk: a panel on the first page, the whole list, a count for a decision."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.portals.seats import portals_of
from apps.proofing.turning import turns_about

from ..desk import desk_page
from ..models import Article
from ..situation import Situation, situations
from .banners import BannerHit, banner_hits_for
from .finding import hits_for, hits_of
from .verdicts import LOOK, MEND, RIGHT, Verdict, verdicts
from .words import sentence

SHOWN, BANNERS_SHOWN = 4, 2
JUDGED = 50  # as many texts are read for the panel; a page of the whole list has as many lines
TURNS_SHOWN, TURNS_IN_PANEL = 4, 2
MARKS = {MEND: "attention", LOOK: "waiting", RIGHT: "on"}
GONE = (Situation.TAKEN_DOWN,)


@dataclass(frozen=True)
class Line:
    """One piece or banner as the desk shows it. `more`: turns that are not told."""

    address: str
    title: str
    verdict: Verdict
    sentences: list[str]
    more: int
    article: Article | None = None
    goes_out: object = None
    stands: object = None
    banner: object = None

    @property
    def mark(self) -> str:
        return MARKS[self.verdict.what]


def ripple_panel(hits, banners, now, showings=None) -> list[dict]:
    """A panel for `newsroom/desk.html`, or none when there is nothing to do.

    Of the hits and banners in the person's hands; `showings` of these pieces, where asked already.
    """
    judged = _lines(hits[:JUDGED], now, TURNS_IN_PANEL, showings)
    lines = [line for line in judged if line.verdict.what != RIGHT]
    hung = [_banner_line(hit, TURNS_IN_PANEL) for hit in banners]
    if not lines and not hung:
        return []
    every = [*lines, *hung]
    context = {
        "lines": [*lines[:SHOWN], *hung[:BANNERS_SHOWN]],
        "mend": sum(line.verdict.what == MEND for line in every),
        "look": sum(line.verdict.what == LOOK for line in every),
        "unread": max(len(hits) - JUDGED, 0),
        "several": _on_several_portals(hits, banners),
    }
    return [
        {
            "title": _("Titles that change"),
            "template": "articles/_ripple_panel.html",
            "context": context,
        }
    ]


def whole_list(request):
    """Every piece that carries whom the register turns, what goes out first standing first."""
    now = timezone.now()
    if not portals_of(request.user, now).exists():
        raise Http404
    banners = banner_hits_for(request.user, now)
    page = Paginator(hits_for(request.user, now), JUDGED).get_page(request.GET.get("p"))
    context = {
        "page": page,
        "lines": _lines(page.object_list, now),
        "several": _on_several_portals(page.object_list, banners),
        "banners": [_banner_line(hit) for hit in banners] if page.number == 1 else [],
    }
    return desk_page(request, "articles/ripple.html", _("Titles that change"), context)


def carried_by(request, people, bodies) -> dict | None:
    """Fills newsroom's `pieces_carrying`: how many pieces in this person's hands carry them."""
    now = timezone.now()
    count = len(hits_of(request.user, turns_about(people, bodies, now), now))
    return {"count": count, "address": reverse("admin:articles_article_ripple")} if count else None


def _lines(hits, now, told=TURNS_SHOWN, showings=None) -> list[Line]:
    found, known = verdicts(hits), situations([hit.article for hit in hits], now, showings)
    return [
        Line(
            address=reverse("admin:articles_article_change", args=[hit.article.pk]),
            title=hit.article.headline,
            verdict=found[hit.article.pk],
            article=hit.article,
            goes_out=hit.goes_out,
            stands=known[hit.article.pk],
            **_told(hit, told),
        )
        for hit in hits
        if known[hit.article.pk] not in GONE
    ]


def _on_several_portals(hits, banners) -> bool:
    portals = {hit.article.portal_id for hit in hits}
    return len(portals | {hit.banner.portal_id for hit in banners}) > 1


def _banner_line(hit: BannerHit, told=TURNS_SHOWN) -> Line:
    return Line(
        address=reverse("admin:portals_banner_change", args=[hit.banner.pk]),
        title=hit.banner.alt,
        verdict=hit.verdict,
        banner=hit.banner,
        **_told(hit, told),
    )


def _told(hit, most):
    return {
        "sentences": [sentence(turn, hit.resolver.home) for turn in hit.turns[:most]],
        "more": max(len(hit.turns) - most, 0),
    }
