"""The register on the desk's first page: what waits for this person, and what became of it."""

from django.db.models import CharField, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.newsroom.models import Signature
from apps.newsroom.signed import standing_told, tell_signatures
from apps.portals.held import seats_held

from . import decisions, suggestions
from .keepers import SIGNS
from .models import Decision, Suggestion

State, Kind, Open = Decision.State, Decision.Kind, Suggestion.State.OPEN
KEY = "decision:"
SHOWN, ANSWERS, MOST = 8, 3, 50


def desk_panels(request) -> list[dict]:
    """Panels for `newsroom/desk.html`; none for who neither keeps, signs nor has suggested.

    However many rows: one query for decisions, one for suggestions, and those signatures that are
    asked for all nouns together.
    """
    user, now = request.user, timezone.now()
    keeps, signs = decisions.may_keep(user, now), _signs(request, now)
    found = _decisions(keeps) if signs else []
    asked = _suggestions(user, keeps)
    context = {
        "to_sign": [row for row in found if _may_sign_next(request, row, keeps, now)][:SHOWN],
        "drafts": [row for row in found if row.state == State.DRAFT][:SHOWN],
        "suggested": [row for row in asked if row.state == Open][:SHOWN],
        "answers": [row for row in asked if row.state != Open][:ANSWERS],
    }
    return [_panel(context)] if signs or any(context.values()) else []


def _panel(context):
    return {"title": _("Register of titles"), "template": "people/_panel.html", "context": context}


def _signs(request, now) -> bool:
    held = any(seat.role in SIGNS for seat in seats_held(request))
    return held or decisions.may_keep(request.user, now)


def _unsigned() -> Q:
    unsigned_file = Q(state=State.IN_FORCE, kind=Kind.LOAD, signed_at=None)
    return Q(state=State.PROPOSED) | unsigned_file


@tell_signatures
def _signatures(request, now):
    if _signs(request, now):
        waiting = Decision.objects.filter(_unsigned()).order_by()
        key = Concat(Value(KEY), Cast("pk", CharField()), output_field=CharField())
        yield Signature.objects.filter(key__in=waiting.annotate(asked=key).values("asked"))


def _decisions(keeps) -> list[Decision]:
    """Decisions, and loaded files, that wait for a signature; a keeper's drafts too."""
    parts = [Decision.objects.filter(_unsigned())[:MOST]]
    if keeps:
        parts.append(Decision.objects.filter(state=State.DRAFT)[:SHOWN])
    parts = [Decision.objects.filter(pk__in=part.values("pk")).order_by().values("pk")
             for part in parts]  # fmt: skip
    rows = Decision.objects.filter(pk__in=parts[0].union(*parts[1:]))
    return list(rows.select_related("entered_by").defer("undo", "told"))


def _may_sign_next(request, decision, keeps, now) -> bool:
    """Whether the next signature may be this person's."""
    if decision.state == State.DRAFT:
        return False
    code = decisions.content_digest(decision)
    signed = standing_told(request, now, decision.key, code).user_ids
    return request.user.pk not in signed and (bool(signed) or keeps)


def _suggestions(user, keeps) -> list[Suggestion]:
    """What waits for a keeper, and what became of one's own, newest first."""
    parts = [suggestions.answered(user).select_related(None)[:ANSWERS]]
    if keeps:
        parts.append(Suggestion.objects.filter(state=Open)[:SHOWN])
    parts = [Suggestion.objects.filter(pk__in=part.values("pk")).order_by().values("pk")
             for part in parts]  # fmt: skip
    rows = Suggestion.objects.filter(pk__in=parts[0].union(*parts[1:]))
    return list(rows.select_related("by", "person", "decision"))
