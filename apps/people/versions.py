"""The register's version: one number that moves with every change of people, bodies and terms.

Whoever keeps the register in memory asks it before use. Writers are alone (`publishing_lock`),
so that a number that is seen means that everything counted under it is there.
"""

from django.db.models import F

from .models import RegisterVersion


def moved() -> None:
    """Called by every verb that changed rows of the register, in its transaction."""
    if not RegisterVersion.objects.filter(pk=1).update(number=F("number") + 1):
        RegisterVersion.objects.create(pk=1, number=1)


def version() -> int:
    """One query."""
    found = RegisterVersion.objects.filter(pk=1).values_list("number", flat=True).first()
    return found or 0
