from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class QuickSend(models.Model):
    """What came from a phone at once: one draft. `token` is drawn by the phone, so that sending
    again, also after an answer that was lost, is the same draft. `refused`: sentences about photos
    that are none.
    """

    token = models.CharField(max_length=32, unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    article = models.ForeignKey("articles.Article", models.CASCADE, null=True, related_name="+")
    photos = models.PositiveSmallIntegerField(_("photos"), default=0)
    refused = models.JSONField(default=list, blank=True)
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("sent from the phone")
        verbose_name_plural = _("sent from the phone")
        indexes = [models.Index(fields=["by", "-at"], name="quick_send_mine")]

    def __str__(self):
        return self.token
