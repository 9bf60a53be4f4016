"""The body of a portal that begins, written down for the keepers as a draft.

The administrator who sets a portal up may say which body it belongs to; he does not keep the
register. A draft counts for nothing: a keeper looks at it and signs, a second person signs.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from apps.newsroom.refusals import Refused
from apps.organizations.models import Organization
from apps.organizations.naming import guess
from apps.organizations.slugs import mint_slug
from lib.vietnamese.text import clean

from . import decisions
from .keepers import may_keep
from .models import Decision

State = Decision.State


@transaction.atomic
def write_down(name: str, level: str, *, by, at) -> str:
    """The address the body will have once the draft is signed; one draft for one name.

    Raises Refused for who is neither an administrator nor a keeper.
    """
    if not (by.is_active and by.is_administrator or may_keep(by, at)):
        raise Refused(_("Only the technical administrator or a keeper of titles writes this down."))
    name = clean(name)
    if waiting(name) is None:
        subject = _("Enter %(body)s in the register") % {"body": name}
        decisions.begin(subject[:200], changes=[_line(name, level)], by=by, at=at)
    return mint_slug(name, Organization)


def waiting(name: str) -> Decision | None:
    """The draft or proposal that founds a body of this name."""
    open_now = Decision.objects.filter(state__in=[State.DRAFT, State.PROPOSED])
    for decision in open_now.order_by("-pk")[:200]:
        if any(line["act"] == "found" and line["name"] == name for line in decision.changes):
            return decision
    return None


def _line(name, level):
    said = guess(name)
    return {
        "act": "found",
        "ref": "new:1",
        "name": name,
        "short_names": list(said.short_names),
        "abbreviations": list(said.abbreviations),
        "kind": str(said.kind),
        "level": level,
        "place": said.place,
        "parent": None,
        "from": None,
        "document": "",
    }
