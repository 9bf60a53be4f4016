"""Which page of an old portal became which article."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.articles.models import Article
from apps.portals.models import Portal


class ImportedPage(models.Model):
    """Remembers an import, so that the same page never becomes two articles.

    `identity_key` is a digest of the page's address, or of its headline and date. The article is
    untouched since as long as it is a draft of `revision`.
    """

    portal = models.ForeignKey(Portal, models.CASCADE, related_name="+", verbose_name=_("portal"))
    identity_key = models.CharField(max_length=64, editable=False)
    article = models.OneToOneField(
        Article, models.CASCADE, related_name="+", verbose_name=_("article")
    )
    digest = models.CharField(max_length=64, editable=False)
    revision = models.PositiveIntegerField(editable=False)
    source_file = models.CharField(_("file"), max_length=500, blank=True)
    old_address = models.CharField(_("address on the old portal"), max_length=2000, blank=True)
    imported_at = models.DateTimeField(_("imported"))

    class Meta:
        verbose_name = _("imported page")
        verbose_name_plural = _("imported pages")
        ordering = ["-imported_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["portal", "identity_key"], name="imported_page_once_per_portal"
            )
        ]

    def __str__(self):
        return self.old_address or self.source_file
