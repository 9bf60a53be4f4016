"""The first page tells who may publish what came, and whose original changed or went.

It asks no query of its own: how each piece stands comes with the acts (`history.acts_told`).
"""

from types import SimpleNamespace

from django.db.models import BigIntegerField, Case, JSONField, OuterRef, Subquery, When
from django.db.models.functions import Cast, JSONObject, Substr
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.newsroom.history import acts_told, tell_of
from apps.portals.held import seats_held
from apps.portals.roles import Right
from apps.portals.seats import given_by

from .following import BLANKED, CHANGED, HIDDEN, TAKEN_DOWN
from .models import Sending
from .noticed import PREFIX
from .offering import OFFERED
from .original import ASKING, stand, with_readers

TOLD = (OFFERED, "sign_received", CHANGED, HIDDEN, TAKEN_DOWN, BLANKED)
SHOWN = 8


def _number(at):
    """Asked of no other key, whichever condition an engine looks at first."""
    number = Cast(Substr("key", len(PREFIX) + 1), BigIntegerField())
    return Case(When(verb__in=TOLD, then=number), output_field=BigIntegerField())


def _piece(at):
    """What the panel shows of the piece an act is about; NULL for acts about anything else."""
    rows = with_readers(Sending.objects.filter(pk=OuterRef("sending_number")), at).order_by()
    said = JSONObject(
        pk="pk", headline="headline", state="state", digest="digest", left="left",
        original="original", here="here", ended_here="ended_here",
        coming_here="coming_here",
        origin="article__portal__name", to="to__name",
    )  # fmt: skip
    told = Subquery(rows.values(said=said)[:1], output_field=JSONField())
    return Case(When(verb__in=TOLD, then=told), output_field=JSONField())


tell_of(*TOLD, columns={"sending_number": _number, "sending": _piece})


def sending_panels(request) -> list[dict]:
    """One panel while something waits for an answer, the newest first."""
    now, seats = timezone.now(), seats_held(request)
    held = {s.portal.key for s in seats if given_by(s) & {Right.PUBLISH, Right.EDIT}}
    if not held:
        return []
    found = {}
    for act in acts_told(request, now):
        if act.portal in held and act.sending and act.sending["pk"] not in found:
            row = SimpleNamespace(**act.sending, at=act.at)
            row.stands = stand(row)
            found[row.pk] = row
    asking = [row for row in found.values() if row.stands in ASKING][:SHOWN]
    if not asking:
        return []
    return [
        {
            "title": _("Pieces sent here"),
            "template": "articles/_sending_panel.html",
            "context": {"rows": asking, "several": len({row.to for row in asking}) > 1},
        }
    ]
