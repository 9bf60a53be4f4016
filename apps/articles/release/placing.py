"""Pinning to the front page until a day, and listing in further sections: acts, not text.

Nothing here is signed: the text and its section are, and no word is new where it stands too.
"""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.editions import placing
from apps.editions.models import Placed, Showing
from apps.newsroom import history
from apps.newsroom.refusals import OutOfSight, Refused
from apps.newsroom.telling import name_fields
from apps.portals.roles import Right
from apps.portals.seats import by_delegation, seat_for
from lib.vietnamese.datelines import say_when

from ..models import Article

PINNED_AT_MOST = 4
name_fields({"until": gettext_lazy("until"), "sections": gettext_lazy("further sections"),
             "topics": gettext_lazy("pages of topics")})  # fmt: skip


@transaction.atomic
def pin(article, *, by, at, until):
    """At the head of the front page until a moment. Raises Refused without an end in the future,
    for what readers neither have nor will have, and when too many are pinned.
    """
    article, seat = _held(article, by, at)
    refuse_pin(article.portal.key, article.key, until, at)
    placing.pin(article.portal.key, article.key, until=until)
    _record(article, "pin", seat, by, at, until=until.isoformat())


@transaction.atomic
def unpin(article, *, by, at):
    """Back to its place by date."""
    article, seat = _held(article, by, at)
    if not placing.unpin(article.portal.key, article.key):
        raise Refused(_("This piece is not pinned."))
    _record(article, "unpin", seat, by, at)


@transaction.atomic
def list_in(article, *, by, at, sections, topics=()):
    """Exactly these further sections and pages of topics (rows) list it; its own is left out."""
    article, seat = _held(article, by, at)
    if any(row.portal_id != article.portal_id for row in (*sections, *topics)):
        raise OutOfSight
    slugs = {section.slug for section in sections if section.pk != article.section_id}
    pages = {placing.on_topic(page.slug) for page in topics}
    placing.list_in(article.portal.key, article.key, slugs | pages)
    titles = sorted(section.title for section in sections if section.slug in slugs)
    named = {"topics": sorted(page.title for page in topics)} if topics else {}
    _record(article, "list_in", seat, by, at, sections=titles, **named)


def places(article) -> tuple[object, set[str]]:
    """(until when it is pinned or None, slugs of its further sections and `placing.on_topic` of
    its pages of topics), ended ones too."""
    rows = dict(
        Placed.objects.filter(portal=article.portal.key, key=article.key).values_list(
            "section", "until"
        )
    )
    return rows.pop(placing.FRONT, None), set(rows)


def pinned_words(until, at) -> str:
    """ "Đang ghim trang chủ đến thứ Sáu 7:00."; '' when it is not."""
    if until is None or until <= at:
        return ""
    return _("Pinned to the front page until %(when)s.") % {"when": say_when(until, at)}


def _held(article, by, at):
    Article.objects.select_for_update().get(pk=article.pk)
    article = Article.objects.select_related("portal", "section").get(pk=article.pk)
    return article, seat_for(by, article.portal, Right.SCHEDULE, at)


def refuse_pin(portal: str, key: str, until, at) -> None:
    """Raises Refused for what may not stand at the head of this portal's front page until then."""
    if until is None or until <= at:
        raise Refused(_("Say until when it stays at the head of the front page."))
    shown = Showing.objects.of(portal, key)
    if not shown.live_at(at).exists() and not shown.coming_after(at).exists():
        raise Refused(_("Publish or schedule the piece first, then pin it."))
    others = placing.placed_at(portal, at).filter(section=placing.FRONT).exclude(key=key)
    live = Showing.objects.not_ended_by(at).filter(portal=portal).values("key")
    if others.filter(key__in=live).count() >= PINNED_AT_MOST:
        raise Refused(
            _("%(n)d pieces are pinned already; take one of them off first.")
            % {"n": PINNED_AT_MOST}
        )


def _record(article, verb, seat, by, at, **after):
    history.record(
        article.key, verb, by=by, at=at, portal=article.portal.key,
        after={**after, **by_delegation(seat)},
    )  # fmt: skip
