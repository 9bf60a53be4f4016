"""What leaders say about an article: links by which they read and sign, and words of theirs."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.newsroom.models import AppendOnly


class LeaderLink(models.Model):
    """Lets one leader read and sign one version of one article. Only `links.py` writes it.

    Neither the address nor the PIN is kept, only what recognises them. `tries` counts wrong PINs
    since the last right one.
    """

    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="leader_links", verbose_name=_("article")
    )
    leader = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("leader")
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("made by")
    )
    made_at = models.DateTimeField(_("made"))
    token_digest = models.CharField(max_length=64, unique=True)
    pin = models.CharField(max_length=128)
    text_digest = models.CharField(_("content check code"), max_length=64)
    placement_digest = models.CharField(max_length=64)
    expires_at = models.DateTimeField(_("ends"))
    tries = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(_("opened"), null=True, blank=True)
    signed_at = models.DateTimeField(_("signed"), null=True, blank=True)
    asked_again_at = models.DateTimeField(_("asked for a new link"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("revoked by"),
    )

    class Meta:
        verbose_name = _("leader's link")
        verbose_name_plural = _("leaders' links")
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return f"{self.leader}: {self.article}"


class Opinion(AppendOnly):
    """Words about one version: by his link the leader's own, else as somebody reports them.

    Never a signature, whatever they say.
    """

    class Way(models.TextChoices):
        LINK = "link", _("by his link")
        ZALO = "zalo", _("Zalo")
        PHONE = "phone", _("telephone")
        PAPER = "paper", _("paper")
        SPOKEN = "spoken", _("in person")

    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="opinions", verbose_name=_("article")
    )
    link = models.ForeignKey(
        LeaderLink, models.PROTECT, null=True, blank=True, related_name="opinions"
    )
    said_by = models.CharField(_("whose opinion"), max_length=200)
    way = models.CharField(_("how"), max_length=10, choices=Way)
    said_at = models.DateTimeField(_("when"))
    words = models.TextField(_("what was said"))
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("reported by")
    )
    recorded_at = models.DateTimeField(_("recorded"))
    text_digest = models.CharField(_("content check code"), max_length=64)

    class Meta:
        verbose_name = _("opinion")
        verbose_name_plural = _("opinions")
        ordering = ["-recorded_at", "-pk"]

    def __str__(self):
        return f"{self.said_by}: {self.words[:60]}"
