"""The desk's first page: what the person is to do today, before anything else.

However many portals and articles: one query for the counts, one for all rows that are shown, one
for what readers get of them. A panel more asks no query of its own.
"""

from django.db.models import Case, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.newsroom.models import Act
from apps.portals.held import seats_held
from apps.portals.roles import Right
from apps.portals.seats import given_by

from . import redacting, work
from .due import SOONEST_FIRST, due_in_words, nearness
from .hiding import hidden_panel
from .leaving import handed_to
from .models import Article
from .ripple_desk import ripple_panel
from .situation import situations
from .timeline import edited_for
from .work import Held

State = Article.State
SHOWN = 8
SENT_BACK_FIRST = Case(When(state=State.SENT_BACK, then=Value(0)), default=Value(1))


def desk_panels(request) -> list[dict]:
    """Panels for `newsroom/desk.html`, the most urgent first."""
    user, now = request.user, timezone.now()
    held = Held(user, tuple(seats_held(request)))
    if not held.seats:
        return _for_administrators(user)
    rows, today = _rows(held, now)
    mine = _panel(_("Your articles in work"), rows["mine"][:SHOWN],
        _("Nothing in work. Press “New article” to begin one."))  # fmt: skip
    mine["context"]["write_on"] = _portals_to_write_on(held)
    panels = [
        *hidden_panel(request, now),
        *_unless_empty(_panel(_("Handed over to you"), rows["left"], "", handed_over=True)),
        _today(held, today, now),
        mine,
        *ripple_panel(user, now, held.seats),
    ]
    if work.shown_to(held) & {"dong-y", "duyet"}:
        panels.append(_panel(_("Waiting for your signature"), rows["unsigned"][:SHOWN], ""))
    if held.ids(Right.READ):
        empty = _("No article is waiting for review.")
        panels.append(_panel(_("In review"), rows["review"][:SHOWN], empty))
    return [*panels, *_unless_empty(_panel(_("Your recent pieces"), rows["recent"], ""))]


def _rows(held: Held, now) -> tuple[dict[str, list], list]:
    """({panel: articles}, what goes out today): one query for all rows, one to dress them, and
    one more with any sent back."""
    user = held.user
    reads = Q(portal__in=held.ids(Right.READ)) | Q(author=user)
    own = Article.objects.filter(author=user, portal__in=[seat.portal_id for seat in held.seats])
    wanted = {
        "left": handed_to(user).filter(reads)[:SHOWN],
        "mine": own.filter(state__in=[State.DRAFT, State.SENT_BACK])
        .order_by(SENT_BACK_FIRST, *SOONEST_FIRST)[:SHOWN],
        "unsigned": _to_sign(held).order_by(*SOONEST_FIRST)[:SHOWN],
        "review": Article.objects.filter(reads, state__in=[State.IN_REVIEW, State.APPROVED])
        .order_by(*SOONEST_FIRST)[:SHOWN],
        # By the author's own index alone; what stands on a portal he left is dropped below.
        "recent": Article.objects.filter(author=user).order_by("-changed_at")[:SHOWN],
    }  # fmt: skip
    # Each part is cut to its length by its own index; SQLite wants the cut one level deeper.
    parts = [Article.objects.filter(pk__in=part.values("pk")).order_by().values("pk")
             for part in wanted.values()]  # fmt: skip
    rows = Article.objects.filter(pk__in=parts[0].union(*parts[1:])).with_open_notes()
    rows = work.with_my_signature(rows, user).select_related(
        "portal", "author", "handler", "came_from"
    )
    found = list(rows.defer("body", "carries").order_by(SENT_BACK_FIRST, *SOONEST_FIRST))
    showings, today = work.showings_of(found, held.keys, now)
    _dress(found, user, now, showings)
    return _by_panel(found, held), today


def _to_sign(held: Held):
    asked = work.kinds(held)
    mine = Q(author=held.user, state=State.IN_REVIEW, signed_by_me=False)
    return work.in_work(held).filter(asked["duyet"] | asked["dong-y"] | mine)


def _by_panel(found, held: Held) -> dict[str, list]:
    user, approves = held.user, held.ids(Right.APPROVE)
    desk, reviewed = (State.DRAFT, State.SENT_BACK), (State.IN_REVIEW, State.APPROVED)
    here = {seat.portal_id for seat in held.seats}
    found = [each for each in found if each.portal_id in here]
    own = [each for each in found if each.author_id == user.pk]
    return {
        "left": [each for each in found if _is_left(each, user)],
        "mine": [each for each in own if each.state in desk],
        "unsigned": [
            each for each in found
            if each.state == State.IN_REVIEW and not each.signed_by_me
            and (each.author_id == user.pk or each.portal_id in approves)
        ],
        "review": [each for each in found if each.state in reviewed],
        "recent": sorted(
            (each for each in own if each.state == State.PUBLISHED),
            key=lambda each: each.changed_at, reverse=True,
        ),
    }  # fmt: skip


def _is_left(article, user) -> bool:
    """As `leaving.handed_to` asks it."""
    if article.came_from_id is None or article.state == State.PUBLISHED:
        return False
    saved = article.last_edited_by_id == user.pk and article.changed_at >= article.came_at
    return not saved and user.pk in (article.author_id, article.handler_id)


def _dress(found, user, now, showings):
    known, said = situations(found, now, showings), _why_sent_back(found, user)
    for article in found:
        article.stands = known[article.pk]
        article.nearness, article.due = nearness(article, now), due_in_words(article, now)
        article.for_review = article.state in (State.IN_REVIEW, State.APPROVED)
        article.edited_for_me = edited_for(article, user) and not article.signed_by_me
        article.sent_back_with = said.get(article.key, "")


def _why_sent_back(found, user) -> dict[str, str]:
    """{key: the last sentence with which it came back}."""
    keys = [a.key for a in found if a.state == State.SENT_BACK and a.author_id == user.pk]
    if not keys:
        return {}
    acts = Act.objects.filter(key__in=keys, verb="send_back").order_by("at", "pk")
    return dict(acts.values_list("key", "reason"))


def _today(held: Held, today, now):
    """“What you have to do today”: counts that lead to the list, and what goes out by itself."""
    address = reverse("admin:articles_article_changelist")
    shown, found = work.shown_to(held), work.counts(held)
    lines = [
        {"label": work.LABELS[kind], "count": found[kind], "href": f"{address}?viec={kind}"}
        for kind in work.LABELS
        if kind in shown and found[kind]
    ]
    if today:
        lines.append(
            {"label": work.TODAY_LABEL, "count": len(today), "href": f"{address}?viec={work.TODAY}"}
        )
    for showing in today[:SHOWN]:
        showing.number = work.number_in(showing.key)
    return {
        "title": _("What you have to do today"),
        "template": "articles/_today_panel.html",
        "context": {"lines": lines, "scheduled": today[:SHOWN], "write": "viet" in shown},
    }


def _portals_to_write_on(held: Held):
    found = {s.portal_id: s.portal for s in held.seats if Right.WRITE in given_by(s)}
    return sorted(found.values(), key=lambda portal: (portal.name, portal.pk))


def _for_administrators(user):
    rows = redacting.waiting() if user.is_administrator else []
    if not rows:
        return []
    return [
        {
            "title": _("Versions to blank"),
            "template": "articles/_blanking_panel.html",
            "context": {"number": len(rows)},
        }
    ]


def _panel(title, articles, empty, **more):
    return {
        "title": title,
        "template": "articles/_panel.html",
        "context": {"articles": articles, "empty": empty, **more},
    }


def _unless_empty(panel) -> list[dict]:
    return [panel] if panel["context"]["articles"] else []
