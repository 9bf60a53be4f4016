from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Mourning(models.Model):
    """A span of time in which readers' pages are sober: begun by one person, ended by the clock
    or by another person. `mourning.py` alone writes it; the cut frame carries it."""

    portal = models.ForeignKey(
        "portals.Portal", models.CASCADE, related_name="mournings", verbose_name=_("portal")
    )
    reason = models.CharField(_("what for"), max_length=200, blank=True)
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("until"))
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("begun by")
    )
    ended_at = models.DateTimeField(_("ended"), null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("ended by"),
    )

    class Meta:
        verbose_name = _("mourning")
        verbose_name_plural = _("mourning")
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="mourning_ends_after_it_begins",
                violation_error_message=_("The mourning must end after it begins."),
            )
        ]

    def __str__(self):
        return self.reason or str(self._meta.verbose_name)

    def until(self):
        """The instant it is over: by the clock, or when it was ended."""
        return min(self.ends_at, self.ended_at) if self.ended_at else self.ends_at

    def is_over(self, at) -> bool:
        return self.until() <= at or self.until() <= self.starts_at
