from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from apps.newsroom.fields import FoldedField

from .querysets import SendingQuerySet


class Sending(models.Model):
    """An article that was sent to another portal, and what that portal made of it.

    The portal it came to never sees the desk's row, only what readers have of it: `headline` is
    the published one. `digest` is the text its own readers have, `left` the state of the original
    beside which it chose to leave that text (a digest, or `GONE`). `goes_out_at` and `ends_at` are
    the hours chosen there, also while one more person must sign: None is at once, and the end of
    the original.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting to be received")
        RECEIVED = "received", _("Received and published")
        DECLINED = "declined", _("Declined")
        TAKEN_DOWN = "taken_down", _("Taken down")

    GONE = "-"

    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="sendings", verbose_name=_("article")
    )
    to = models.ForeignKey(
        "portals.Portal", models.PROTECT, related_name="+", verbose_name=_("portal")
    )
    headline = models.CharField(_("headline"), max_length=300)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    section = models.ForeignKey(
        "portals.Section", models.SET_NULL, null=True, related_name="+", verbose_name=_("section")
    )
    slug = models.CharField(max_length=120, blank=True)  # the original's, when its place is signed
    digest = models.CharField(max_length=64, blank=True)
    left = models.CharField(max_length=64, blank=True)
    goes_out_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("sent by")
    )
    sent_at = models.DateTimeField(_("sent"))
    answered_at = models.DateTimeField(_("answered"), null=True)
    reason = models.TextField(_("reason"), blank=True)  # of declining or taking down
    folded = FoldedField("headline")

    objects = SendingQuerySet.as_manager()

    class Meta:
        verbose_name = _("piece sent here")
        verbose_name_plural = _("pieces sent here")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "to"], name="sending_once_per_portal")
        ]
        indexes = [models.Index(fields=["to", "-sent_at", "-id"], name="sending_to_portal")]

    def __str__(self):
        return self.headline or gettext("Without a headline")

    @property
    def key(self) -> str:
        """Of its acts and of the signatures on its place."""
        return f"sending:{self.pk}"

    @property
    def origin(self):
        """The portal it comes from."""
        return self.article.portal
