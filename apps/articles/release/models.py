from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.portals.models import Portal


class ChecklistRule(models.Model):
    """What a portal decided about one line of one genre's list: needed, or not.

    `genre` '' is every genre. Without a row it is as `checklist.BY_DEFAULT` says.
    """

    portal = models.ForeignKey(
        Portal, models.CASCADE, related_name="checklist", verbose_name=_("portal")
    )
    genre = models.CharField(_("genre"), max_length=20, blank=True)
    item = models.CharField(_("what is needed"), max_length=20)
    needed = models.BooleanField(_("needed"))

    class Meta:
        verbose_name = _("list before publishing")
        verbose_name_plural = _("lists before publishing")
        ordering = ["portal", "genre", "item"]
        constraints = [
            models.UniqueConstraint(fields=["portal", "genre", "item"], name="checklist_rule_once")
        ]

    def __str__(self):
        return f"{self.genre} {self.item}"
