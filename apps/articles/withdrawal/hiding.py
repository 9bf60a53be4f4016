"""The board learns that a piece was hidden or taken down: on the first page, until it is seen.

One person hides in two taps, whoever has the duty; nobody of the board finds it out from readers.
"""

import datetime as dt

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from apps.newsroom.history import acts_told, tell_of
from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight
from apps.portals.held import seats_held
from apps.portals.roles import Right
from apps.portals.seats import given_by, listed_of

from .models import HidingSeen

TOLD = ("hide", "take_down")
LONG = dt.timedelta(days=60)
SHOWN = 8


def _is_seen(user):
    return Exists(HidingSeen.objects.filter(act=OuterRef("pk"), user=user))


tell_of(*TOLD, unless=_is_seen)


def untold(user, at):
    """Acts of others that this member of a board has not seen yet, newest first. One query."""
    portals = {seat.portal.key for seat in listed_of(user, at) if Right.ASSIGN in given_by(seat)}
    acts = Act.objects.filter(verb__in=TOLD, portal__in=portals, at__gt=at - LONG).exclude(by=user)
    return acts.exclude(_is_seen(user)).select_related("by")


@transaction.atomic
def note_seen(act_id: int, *, by, at) -> None:
    """Off this person's first page; others still find it. Twice does no more than once.

    Raises OutOfSight for what was never told to this person.
    """
    told = untold(by, at).filter(pk=act_id).first()
    if told is None:
        if HidingSeen.objects.filter(act=act_id, user=by).exists():
            return
        raise OutOfSight
    HidingSeen.objects.get_or_create(act=told, user=by, defaults={"at": at})


def hidden_acts(request, now) -> list[Act]:
    """What this member of a board has not seen yet, newest first; no query of its own."""
    board = {s.portal.key for s in seats_held(request) if Right.ASSIGN in given_by(s)}
    return [a for a in acts_told(request, now) if a.verb in TOLD and a.portal in board][:SHOWN]


def hidden_ids(acts) -> list[int]:
    return [int(act.key.partition(":")[2]) for act in acts]


def hidden_panel(acts, articles) -> list[dict]:
    """The panel that stands first, or none; of articles that say where they stand (`stands`)."""
    by_key = {article.key: article for article in articles}
    rows = [
        {"act": act, "article": by_key[act.key], "stands": by_key[act.key].stands,
         "ordered_by": act.after.get("ordered_by", "")}
        for act in acts
        if act.key in by_key
    ]  # fmt: skip
    if not rows:
        return []
    return [
        {
            "title": _("Hidden or taken down by a colleague"),
            "template": "articles/_hidden_panel.html",
            "context": {"rows": rows},
        }
    ]


@require_POST
def seen(request, act_id):
    """“Đã biết” on the first page."""
    note_seen(act_id, by=request.user, at=timezone.now())
    return redirect("admin:index")
