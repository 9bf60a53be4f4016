"""What the archive says, in words."""

import datetime as dt

from django import template
from django.utils.translation import gettext as _

from apps.people import wording

register = template.Library()


@register.filter
def seen(proposal) -> str:
    """ "14 times, 6/10/2021 – 15/3/2022"."""
    first, last = wording.on(proposal.first_seen), wording.on(proposal.last_seen)
    if proposal.times == 1:
        return _("once, %(day)s") % {"day": first}
    days = first if first == last else f"{first} – {last}"
    return _("%(times)d times, %(days)s") % {"times": proposal.times, "days": days}


@register.filter
def quoted(evidence) -> str:
    """The day and the words of one place in the archive."""
    day = wording.on(dt.date.fromisoformat(evidence["day"]))
    return f"{day}: {evidence['quote']}"
