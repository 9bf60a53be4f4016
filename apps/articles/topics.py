"""Typed topics become the portal's own: the spelling that is there already, or a new one."""

import re

from django.utils.translation import gettext as _

from apps.newsroom.refusals import Refused
from lib.vietnamese.fold import fold
from lib.vietnamese.text import clean

from .topic_models import Topic

BETWEEN = re.compile("[,;\n]")
LONGEST, MOST = 80, 12
OFFERED = 400


def names_in(typed: str) -> list[str]:
    """The topics of "a, b; c", each once however it is spelled."""
    names = [clean(name) for name in BETWEEN.split(typed)]
    return list({fold(name): name for name in reversed(names) if fold(name)}.values())[::-1]


def settle(portal, typed: str) -> str:
    """The topics as the portal spells them, "a, b"; new ones are made. Called inside a save.

    Raises Refused for one that is a sentence, or too many.
    """
    wanted = {fold(name): name for name in names_in(typed)}
    if not wanted:
        return ""
    if len(wanted) > MOST or any(len(name) > LONGEST for name in wanted.values()):
        raise Refused(
            _("At most %(most)d topics of at most %(longest)d characters; put commas between them.")
            % {"most": MOST, "longest": LONGEST}
        )
    known = dict(portal.topics.filter(folded__in=wanted).values_list("folded", "name"))
    new = [Topic(portal=portal, name=name) for key, name in wanted.items() if key not in known]
    if new:
        Topic.objects.bulk_create(new, ignore_conflicts=True)
    return ", ".join(known.get(key, name) for key, name in wanted.items())


def offered(portal) -> list[str]:
    """Names to suggest while one types, the newest first."""
    return list(portal.topics.order_by("-pk").values_list("name", flat=True)[:OFFERED])
