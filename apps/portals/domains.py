"""Domain names as people paste them."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .models import Domain

NAME = re.compile(r"(?=.{1,250}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")
WRAPPING = re.compile(r"^https?://|[/:].*$")


def domain_names(text: str, portal=None) -> list[str]:
    """One name a line, without https://, port or path; raises ValidationError for each wrong one.

    "*" answers for every unknown name. A name of another portal is refused.
    """
    names = sorted({WRAPPING.sub("", line.strip().lower()) for line in text.splitlines()} - {""})
    wrong = [name for name in names if name != "*" and not NAME.fullmatch(name)]
    if wrong:
        raise ValidationError(_("Not a domain name: %s.") % ", ".join(wrong))
    taken = Domain.objects.filter(name__in=names).exclude(portal_id=portal and portal.pk)
    if taken:
        raise ValidationError(
            _("Another portal already has: %s.") % ", ".join(domain.name for domain in taken)
        )
    return names
