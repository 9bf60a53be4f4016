"""“Nhật ký”: what was done on one's portals, newest first, found by person, thing, act and day.

Read-only: acts are written by verbs alone. Pages are found by the last act of the one before, so
that the thousandth is as quick as the first.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lib.vietnamese.fold import fold

from . import slots, telling
from .models import Act

PAGE = 50
ACCOUNTS = "user"
# The register is shared: acts on it stand on no portal.
REGISTER = ("decision", "person", "organization")
LOADED = "load"  # told of once, under its decision; of a person or a body where one asks for it
# What keys begin with, in words; the others are "other things".
KINDS = {
    "article": gettext_lazy("articles"),
    "contributor": gettext_lazy("pen names"),
    "sending": gettext_lazy("pieces sent between portals"),
    "meeting": gettext_lazy("meetings"),
    "schedule": gettext_lazy("schedules"),
    "picture": gettext_lazy("pictures"),
    "attachment": gettext_lazy("documents"),
    "frame": gettext_lazy("the portal's frame and settings"),
    "delegation": gettext_lazy("delegations"),
    "decision": gettext_lazy("decisions on titles"),
    "person": gettext_lazy("people of the register"),
    "organization": gettext_lazy("bodies of the register"),
    "suggestion": gettext_lazy("suggestions on titles"),
    ACCOUNTS: gettext_lazy("accounts and roles"),
}


@dataclass(frozen=True)
class Scope:
    """Whose acts a person may read. portals: {key: name}; `accounts`: those about accounts;
    `register`: those about decisions, people and bodies.

    `ask_people` gives [(id, name)] to choose from, asked when first looked at.
    """

    portals: dict = field(default_factory=dict)
    accounts: bool = False
    ask_people: Callable[[], list] = list
    register: bool = False

    @cached_property
    def people(self) -> list[tuple[int, str]]:
        return self.ask_people()

    def __bool__(self):
        return bool(self.portals or self.accounts or self.register)


@dataclass(frozen=True)
class Wanted:
    """What is looked for; empty means everything. `since` and `until` are days, both included."""

    words: str = ""
    person: int | None = None
    verb: str = ""
    kind: str = ""
    key: str = ""
    portal: str = ""
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True)
class Line:
    """One act for people: what `telling.py` says of it, and which thing it was done to."""

    told: telling.Told
    kind: str
    thing: str
    address: str
    key: str
    portal: str


def acts_for(scope: Scope, wanted: Wanted):
    """The acts of one's scope that were asked for, newest first, with who did them."""
    mine = Q(portal__in=list(scope.portals)) if scope.portals else Q(pk__in=[])
    if scope.accounts:
        mine |= Q(key__startswith=f"{ACCOUNTS}:")
    if scope.register:
        mine |= _of_register(one_by_one=bool(wanted.key))
    # A blanked copy is told of under its article already.
    found = Act.objects.filter(mine).exclude(key__startswith="cut:").select_related("by")
    if wanted.portal:
        found = found.filter(portal=wanted.portal)
    if wanted.person:
        found = found.filter(by=wanted.person)
    if wanted.verb:
        found = found.filter(verb__in=telling.verbs_called(wanted.verb))
    if wanted.key:
        found = found.filter(key=wanted.key)
    if wanted.kind:
        found = found.filter(key__startswith=f"{wanted.kind}:")
    return _with_words(_within(found, wanted), scope, wanted.words)


def _of_register(*, one_by_one):
    """A file that was loaded is one line, however many people stand in it."""
    found = Q(key__startswith=f"{REGISTER[0]}:")
    for kind in REGISTER[1:]:
        rows = Q(key__startswith=f"{kind}:")
        found |= rows if one_by_one else rows & ~Q(verb=LOADED)
    return Q(portal="") & found


def _within(found, wanted):
    if wanted.since:
        found = found.filter(at__gte=_midnight(wanted.since))
    if wanted.until and wanted.until < dt.date.max:
        found = found.filter(at__lt=_midnight(wanted.until + dt.timedelta(days=1)))
    return found


def _with_words(found, scope, words):
    """In the reason, in the name of the thing or of the person, with or without marks."""
    folded = fold(words.replace("\x00", " ")).split()
    if not folded:
        return found
    in_reason = Q()
    for word in folded:
        in_reason &= Q(folded__contains=word)
    people = [pk for pk, name in scope.people if all(word in fold(name) for word in folded)]
    sought = in_reason | Q(by__in=people)
    for keys in slots.things_called(folded, list(scope.portals)):
        sought |= Q(key__in=keys)
    return found.filter(sought)


def page_of(acts, after: Act | None = None, size: int = PAGE) -> tuple[list[Act], bool]:
    """(acts, whether more follow): those next to `after` in the list, or the first ones."""
    if after is not None:
        older = Q(at__lt=after.at) | Q(at=after.at, pk__lt=after.pk)
        acts = acts.filter(older, at__lte=after.at)
    found = list(acts[: size + 1])
    return found[:size], len(found) > size


def lines_of(acts, scope: Scope) -> list[Line]:
    """Acts as lines; a few queries for the names of all their things together."""
    names = slots.names_of_things({act.key for act in acts})
    models = slots.models_of_things()
    found = []
    for act in acts:
        kind = act.key.partition(":")[0]
        thing, address = names.get(act.key, ("", ""))
        told = telling.told([act], *models.get(kind, ()))[0]
        portal = scope.portals.get(act.portal, "")
        word = str(KINDS.get(kind, _("other things")))
        found.append(Line(told, word, thing or _thing_of(act, portal), address, act.key, portal))
    return [replace(line, portal="") for line in found] if len(scope.portals) < 2 else found


def _thing_of(act, portal):
    """What is named by its key alone: a week's schedule, a frame."""
    kind, _colon, rest = act.key.partition(":")
    if kind == "schedule":
        week = rest.rpartition(":")[2]
        return _("week %(week)s") % {"week": "/".join(reversed(week.lower().split("-w")))}
    return portal if kind == "frame" else ""


def _midnight(day):
    return dt.datetime.combine(day, dt.time(), timezone.get_default_timezone())


def verbs_to_choose() -> list[tuple[str, str]]:
    """[(first verb, its word)] for a list; verbs with one word are one choice."""
    by_word = defaultdict(list)
    for verb, word in telling.verbs().items():
        by_word[word].append(verb)
    return sorted(((verbs[0], word) for word, verbs in by_word.items()), key=lambda v: fold(v[1]))
