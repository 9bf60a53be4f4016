"""The register's version: one number that moves with every change of people, bodies and terms.

Whoever keeps the register in memory asks it before use. Writers are alone (`publishing_lock`),
so that a number that is seen means that everything counted under it is there.
"""

from django.db.models import F

from apps.questions import Question

from .models import RegisterVersion

_VERSION = Question(lambda: RegisterVersion.objects.filter(pk=1))


def moved() -> None:
    """Called by every verb that changed rows of the register, in its transaction."""
    if not RegisterVersion.objects.filter(pk=1).update(number=F("number") + 1):
        RegisterVersion.objects.create(pk=1, number=1)


def version() -> int:
    """One query."""
    return sum(row.number for row in _VERSION.asked())
