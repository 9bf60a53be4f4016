"""The desk's first page: what the person is to do today, before anything else.

What the panels show is asked together (`asked.py`): a panel more asks no query of its own.
"""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.portals.roles import Right
from apps.portals.seats import given_by

from . import work
from .asked import SHOWN, Asked, articles_asked
from .due import due_in_words, nearness
from .festive import mourning_panel
from .models import Article
from .past.timeline import edited_for
from .ripple.desk import ripple_panel
from .situation import situations
from .withdrawal import redacting
from .withdrawal.hiding import hidden_panel
from .work import Held

State = Article.State


def desk_panels(request) -> list[dict]:
    """Panels for `newsroom/desk.html`, the most urgent first."""
    user, now = request.user, timezone.now()
    asked = articles_asked(request, now)
    held = asked.held
    if not held.seats:
        return _for_administrators(user)
    _dress(asked, now)
    rows = _by_panel(asked.rows, held)
    panels = [
        *mourning_panel(held.seats, asked.coming, asked.copies, now),
        *hidden_panel(asked.hidden, asked.rows),
        *_unless_empty(_panel(_("Handed over to you"), rows["left"], "", handed_over=True)),
        _today(asked),
        *_mine(rows["mine"], _portals_to_write_on(held)),
        *ripple_panel(asked.hits, asked.banners, now, asked.showings),
    ]
    signs = work.shown_to(held) & {"dong-y", "duyet"}
    if signs:
        panels.append(_panel(_("Waiting for your signature"), rows["unsigned"], ""))
    if held.ids(Right.READ):
        panels.append(_in_review(rows["review"], rows["unsigned"] if signs else []))
    return [*panels, *_unless_empty(_panel(_("Your recent pieces"), rows["recent"], ""))]


def _by_panel(found, held: Held) -> dict[str, list]:
    """{panel: its first rows}; each row came for one of the panels and may stand in several.

    Of what is in review twice as many: `_in_review` leaves some out.
    """
    user, approves, reads = held.user, held.ids(Right.APPROVE), held.ids(Right.READ)
    desk, reviewed = (State.DRAFT, State.SENT_BACK), (State.IN_REVIEW, State.APPROVED)
    here = {seat.portal_id for seat in held.seats}
    found = [each for each in found if each.portal_id in here]
    own = [each for each in found if each.author_id == user.pk]
    left = [each for each in found if _is_left(each, user)]
    newest = sorted(left, key=lambda each: each.came_at, reverse=True)[:SHOWN]
    panels = {
        "left": [each for each in left if each in newest],
        "mine": [each for each in own if each.state in desk],
        "unsigned": [
            each for each in found
            if each.state == State.IN_REVIEW and not each.signed_by_me
            and (each.author_id == user.pk or each.portal_id in approves)
        ],
        "review": [
            each for each in found
            if each.state in reviewed and (each.portal_id in reads or each.author_id == user.pk)
        ],
        "recent": sorted(
            (each for each in own if each.state == State.PUBLISHED),
            key=lambda each: each.changed_at, reverse=True,
        ),
    }  # fmt: skip
    return {name: rows[: 2 * SHOWN if name == "review" else SHOWN] for name, rows in panels.items()}


def _is_left(article, user) -> bool:
    """As `leaving.handed_to` asks it."""
    if article.came_from_id is None or article.state == State.PUBLISHED:
        return False
    saved = article.last_edited_by_id == user.pk and article.changed_at >= article.came_at
    return not saved and user.pk in (article.author_id, article.handler_id)


def _dress(asked: Asked, now):
    known, user = situations(asked.rows, now, asked.showings), asked.held.user
    for article in asked.rows:
        article.stands = known[article.pk]
        article.nearness, article.due = nearness(article, now), due_in_words(article, now)
        article.for_review = article.state in (State.IN_REVIEW, State.APPROVED)
        article.edited_for_me = edited_for(article, user) and not article.signed_by_me


def _in_review(rows, told) -> dict:
    """What waits, without what the panel before it has told."""
    empty = _("No article is waiting for review.")
    if told:
        empty = _("Everything in review is waiting for your signature.")
    rest = [each for each in rows if each not in told]
    return _panel(_("In review"), rest[:SHOWN], empty)


def _today(asked: Asked):
    """“What you have to do today”: counts that lead to the list, and what goes out by itself."""
    address, today = reverse("admin:articles_article_changelist"), asked.today
    shown, found = work.shown_to(asked.held), asked.counts
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


def _mine(rows, write_on) -> list[dict]:
    """With the button that begins one; nothing for who writes nowhere, as an inspector."""
    if not (rows or write_on):
        return []
    empty = _("Nothing in work. Press “New article” to begin one.")
    return [_panel(_("Your articles in work"), rows, empty, write_on=write_on)]


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
