"""The topics of a portal: what articles were filed under, one spelling each."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.newsroom.fields import FoldedField
from apps.portals.models import Portal


class Topic(models.Model):
    """Made by typing it once (`topics.py`); `folded` is what makes two spellings the same."""

    portal = models.ForeignKey(
        Portal, models.CASCADE, related_name="topics", verbose_name=_("portal")
    )
    name = models.CharField(_("name"), max_length=80)
    folded = FoldedField("name")

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["portal", "folded"], name="topic_once_per_portal")
        ]

    def __str__(self):
        return self.name
