"""Which page of an old portal became which article."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.articles.models import Article
from apps.newsroom.fields import FoldedField
from apps.people.models import Person
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


class Sighting(models.Model):
    """A title an old page gives somebody: what the register may learn from the archive.

    `day` is the event's, else the publication's. `person` is set when the register knew the person
    at the time of the import; proposing asks it again.
    """

    page = models.ForeignKey(ImportedPage, models.CASCADE, related_name="sightings")
    name = models.CharField(_("full name"), max_length=120)
    rank = models.CharField(_("rank"), max_length=120)
    body_words = models.CharField(_("body as written"), max_length=200, blank=True)
    day = models.DateField(_("day"), null=True)
    person = models.ForeignKey(
        Person, models.SET_NULL, null=True, related_name="+", verbose_name=_("official")
    )
    position = models.PositiveSmallIntegerField(default=0)
    folded = FoldedField("name")

    class Meta:
        verbose_name = _("title seen in the archive")
        verbose_name_plural = _("titles seen in the archive")
        ordering = ["page", "position", "pk"]

    def __str__(self):
        return f"{self.name}, {self.rank} {self.body_words}".strip()
