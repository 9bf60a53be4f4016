from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .fields import FoldedField
from .notice_models import Letter, Notice, NoticeWay
from .refusals import Refused

__all__ = ["Act", "AppendOnly", "Letter", "Notice", "NoticeWay", "Signature"]


class AppendOnly(models.Model):
    """A row that is written once. History is worth something only if nobody can mend it."""

    class Meta:
        abstract = True

    def save(self, *args, **options):
        if self.pk is not None:
            raise Refused(_("History cannot be changed."))
        super().save(*args, **options)

    def delete(self, *args, **options):
        raise Refused(_("History cannot be deleted."))


class Act(AppendOnly):
    """One thing somebody did: who, what, to which row, before, after, why, when."""

    key = models.CharField(_("about"), max_length=80, help_text="e.g. article:12")
    portal = models.CharField(_("portal"), max_length=60, blank=True)
    verb = models.CharField(_("act"), max_length=40)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by")
    )
    before = models.JSONField(_("before"), default=dict, blank=True)
    after = models.JSONField(_("after"), default=dict, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    at = models.DateTimeField(_("at"))
    folded = FoldedField("reason")

    class Meta:
        verbose_name = _("act")
        verbose_name_plural = _("log of acts")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["key", "-at"], name="act_key_at"),
            models.Index(fields=["portal", "-at", "-id"], name="act_portal_at"),
            models.Index(fields=["by", "-at", "-id"], name="act_by_at"),
            models.Index(fields=["-at", "-id"], name="act_at"),
            models.Index(fields=["verb", "-at"], name="act_verb_at"),
        ]

    def __str__(self):
        return f"{self.verb} {self.key}"


class Signature(AppendOnly):
    """A person answers with his name for exactly the content that has this digest."""

    key = models.CharField(_("about"), max_length=80)
    digest = models.CharField(_("content check code"), max_length=64)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("signed by")
    )
    role = models.CharField(_("role"), max_length=30)
    approves = models.BooleanField(_("with the right to approve"), default=False)
    handed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("signed by a link made by"),
    )
    delegated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("delegated by"),
    )
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["key", "digest", "user"], name="signature_once_per_person_and_content"
            )
        ]
        indexes = [models.Index(fields=["at"], name="signature_at")]

    def __str__(self):
        return f"{self.user} {self.digest[:12]}"


class KeptFilter(models.Model):
    """What one person has filtered a list by, under a name. See `kept_filters.py`."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("account")
    )
    screen = models.CharField(max_length=60)
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=500)
    opens_first = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("kept filter")
        verbose_name_plural = _("kept filters")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "screen", "name"], name="kept_filter_name_once"
            ),
            models.UniqueConstraint(
                fields=["user", "screen"],
                condition=models.Q(opens_first=True),
                name="kept_filter_one_opens_first",
            ),
        ]

    def __str__(self):
        return self.name
