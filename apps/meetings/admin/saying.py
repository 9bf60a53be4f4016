"""Sentences after saving that more than one screen of meetings says."""

from django.contrib import messages
from django.utils.translation import gettext as _

from apps.meetings.withdrawing import withdrawn_titles


def tell_withdrawn(request, now) -> None:
    """What left readers by this saving, by name: nobody should have to go and look."""
    titles = withdrawn_titles(by=request.user, at=now)
    if titles:
        says = _("Readers no longer see on the schedule: %(titles)s.")
        messages.success(request, says % {"titles": "; ".join(titles)})
