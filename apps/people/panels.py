"""The register on the desk's first page: what waits for this person, and what became of it."""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.portals.held import seats_held

from . import decisions, suggestions
from .keepers import SIGNS
from .models import Decision, Suggestion

State, Kind = Decision.State, Decision.Kind
SHOWN = 8


def desk_panels(request) -> list[dict]:
    """Panels for `newsroom/desk.html`; none for who neither keeps, signs nor has suggested."""
    user, now = request.user, timezone.now()
    signs = decisions.may_keep(user, now) or any(s.role in SIGNS for s in seats_held(request))
    if not decisions.may_keep(user, now) and not _anything(user, signs):
        return [_panel({})] if signs else []
    context = {
        "to_sign": _to_sign(user, now) if signs else [],
        "drafts": _drafts(user, now),
        "suggested": _suggested(user, now),
        "answers": list(suggestions.answered(user)[:3]),
    }
    if not signs and not any(context.values()):
        return []
    return [_panel(context)]


def _panel(context):
    return {"title": _("Register of titles"), "template": "people/_panel.html", "context": context}


def _anything(user, signs) -> bool:
    """Asked for decisions and answers at once: on most days there is neither."""
    found = suggestions.answered(user).select_related(None).order_by().values("pk")
    if signs:
        found = found.union(_unsigned().order_by().values("pk"), all=True)
    return bool(found)


def _unsigned():
    unsigned_file = Q(state=State.IN_FORCE, kind=Kind.LOAD, signed_at=None)
    return Decision.objects.filter(Q(state=State.PROPOSED) | unsigned_file)


def _to_sign(user, now):
    """Decisions, and loaded files, whose next signature may be this person's."""
    waiting = list(_unsigned().select_related("entered_by").defer("undo", "told")[:50])
    return [row for row in waiting if _may_sign_next(row, user, now)][:SHOWN]


def _may_sign_next(decision, user, now):
    signed = decisions.standing(decision).user_ids
    return user.pk not in signed and (bool(signed) or decisions.may_keep(user, now))


def _drafts(user, now):
    if not decisions.may_keep(user, now):
        return []
    return list(Decision.objects.filter(state=State.DRAFT).select_related("entered_by")[:SHOWN])


def _suggested(user, now):
    if not decisions.may_keep(user, now):
        return []
    rows = suggestions.seen_by(user, now).filter(state=Suggestion.State.OPEN)
    return list(rows[:SHOWN])
