from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.newsroom.models import AppendOnly
from apps.portals.models import Portal

from .findings import Kind


class PassedOver(AppendOnly):
    """Somebody passed over a finding and said why; `taken_back` rows give it up again.

    The last row about the same kind, quote and expected words of a thing (`key`) counts. `kind` is
    one of `findings.Kind`, without choices: a new kind needs no migration.
    """

    key = models.CharField(_("about"), max_length=80)
    portal = models.CharField(_("portal"), max_length=60)
    kind = models.CharField(_("kind"), max_length=30)
    quote = models.TextField(_("words"))
    expected = models.TextField(_("expected"), blank=True)
    reason = models.TextField(_("reason"), blank=True)
    taken_back = models.BooleanField(_("taken back"), default=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("finding passed over")
        verbose_name_plural = _("findings passed over")
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["key"], name="passed_over_key")]

    def __str__(self):
        return f"{said(self.kind)} “{self.quote}”"


class StopRule(models.Model):
    """What a portal decided about one kind of finding: it stops an article, or only advises.

    Without a row the kind is as `stopping.BY_DEFAULT` says.
    """

    portal = models.ForeignKey(
        Portal, models.CASCADE, related_name="stop_rules", verbose_name=_("portal")
    )
    kind = models.CharField(_("kind"), max_length=30)
    stops = models.BooleanField(_("stops the article"))

    class Meta:
        verbose_name = _("checking of articles")
        verbose_name_plural = _("checking of articles")
        ordering = ["portal", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["portal", "kind"], name="stop_rule_once_per_kind")
        ]

    def __str__(self):
        return said(self.kind)


def said(kind: str) -> str:
    """The kind in words; one that a later version dropped keeps its name."""
    return str(Kind(kind).label) if kind in Kind.values else kind
