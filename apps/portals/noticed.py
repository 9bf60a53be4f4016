"""What of portals is told to whom: delegations to the two they bind, mourning to the board."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.newsroom.notice_kinds import Kind, Thing, Told, name_kinds
from apps.newsroom.notice_models import Group

from .frame import signature_key
from .models import Delegation
from .mourning import BEGIN, END
from .roles import Right
from .seats import given_by, listed_on, portals_of

KINDS = {
    "delegate": Kind("delegated", Group.WAITING, gettext_lazy("You approve by delegation")),
    "withdraw_delegation": Kind(
        "delegation_withdrawn", Group.WAITING, gettext_lazy("The delegation was withdrawn")
    ),
}
PREFIX, FRAME = "delegation:", "frame:"
MOURNING = {
    BEGIN: Kind(
        "mourning", Group.TROUBLE, gettext_lazy("The site was put into mourning"), urgent=True
    ),
    END: Kind("mourning_ended", Group.TROUBLE, gettext_lazy("The mourning was ended")),
}
name_kinds(*KINDS.values(), *MOURNING.values())


def whom_to_tell(act) -> list[Told]:
    """Part of newsroom's slot: receiver and giver; the board of the portal that mourns."""
    if act.verb in MOURNING:
        board = holders(act.portal, Right.ASSIGN, act.at)
        title = act.after.get("which", "")
        return [Told(MOURNING[act.verb].code, board, title, act.portal)]
    kind = KINDS.get(act.verb)
    if kind is None or not act.key.startswith(PREFIX):
        return []
    seat = Delegation.objects.select_related("portal").get(pk=act.key.removeprefix(PREFIX))
    people = frozenset({seat.user_id, seat.delegated_by_id})
    return [Told(kind.code, people, _title(seat), act.portal)]


def things_of(user, keys, at) -> dict[str, Thing]:
    """Part of newsroom's slot: the delegations that this person gave or received, his portals."""
    return _delegations(user, keys) | _frames(user, keys, at)


def _frames(user, keys, at):
    wanted = {key.removeprefix(FRAME) for key in keys if key.startswith(FRAME)}
    if not wanted:
        return {}
    address = reverse("admin:portals_mourning_changelist")
    mine = portals_of(user, at).filter(key__in=wanted)
    return {signature_key(portal): Thing(str(portal), address) for portal in mine}


def _delegations(user, keys):
    ids = [key.removeprefix(PREFIX) for key in keys if key.startswith(PREFIX)]
    if not ids:
        return {}
    own = Delegation.objects.filter(Q(user=user) | Q(delegated_by=user), pk__in=ids)
    return {
        f"{PREFIX}{seat.pk}": Thing(
            _title(seat), reverse("admin:portals_delegation_change", args=[seat.pk])
        )
        for seat in own.select_related("portal")
    }


def holders(portal_key, right, at) -> frozenset[int]:
    """Numbers of the accounts that have the right on the portal at that moment.

    One query, and one more where there are delegations.
    """
    seats = listed_on(portal_key, at)
    return frozenset(seat.user_id for seat in seats if right in given_by(seat))


def _title(seat):
    return _("Delegation on %(portal)s, %(from)s–%(until)s") % {
        "portal": seat.portal,
        "from": f"{seat.starts_on:%d/%m/%Y}",
        "until": f"{seat.ends_on:%d/%m/%Y}",
    }
