"""Writing and reading what was done."""

import datetime as dt

from django.db import transaction

from apps.questions import Question, filled

from . import noticing, slots
from .models import Act

LONG = dt.timedelta(days=60)


@transaction.atomic(savepoint=False)
def record(key, verb, *, by, at, portal="", before=None, after=None, reason=""):
    """Append one Act, and tell whom it concerns (`noticing`).

    `before` and `after` are small JSON values of what changed.
    """
    act = Act.objects.create(
        key=key,
        portal=portal,
        verb=verb,
        by=by,
        at=at,
        before=before or {},
        after=after or {},
        reason=reason,
    )
    noticing.follow(act)
    return act


_told = {}  # {verb by which one person takes something from readers: what says that it is known}
_columns = {}  # {name: what is asked along with these acts}


def tell_of(*verbs, unless=None, columns=None):
    """Whoever shares the duty is told of these on the first page.

    `unless`, (number of the account) -> condition on an act: it has been seen already. `columns`,
    {name: (at) -> expression on an act}: what its panel shows of the thing, asked along.
    """
    _told.update(dict.fromkeys(verbs, unless))
    _columns.update(columns or {})


def acts_told(request, at) -> list[Act]:
    """Such acts of others on the person's portals within `LONG`; asked once for each request."""
    if not hasattr(request, "acts_told"):
        portals = filled(key for key, _name in slots.portals_of(request))
        request.acts_told = _TOLD.asked(portals=portals, user=request.user.pk, at=at)
    return request.acts_told


def _acts_told(*, portals, user, at):
    acts = Act.objects.filter(verb__in=_told, portal__in=portals, at__gt=at - LONG)
    for unless in filter(None, set(_told.values())):
        acts = acts.exclude(unless(user))
    acts = acts.annotate(**{name: column(at) for name, column in _columns.items()})
    return acts.exclude(by=user).select_related("by")[:200]


_TOLD = Question(_acts_told)


def acts_about(key):
    """All acts about one thing, newest first, with their authors."""
    return Act.objects.filter(key=key).select_related("by")
