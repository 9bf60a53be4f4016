"""Pages of topics: a congress, an election, a campaign, with a banner and words of their own."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.editions import paths
from apps.media.models import Picture


class TopicPage(models.Model):
    """Gathers the articles filed under `tag`; goes out with the frame, signed by two.

    The page stands as long as the row does. Between two moments it also stands in the menu and on
    the front page.
    """

    portal = models.ForeignKey(
        "portals.Portal", models.CASCADE, related_name="topic_pages", verbose_name=_("portal")
    )
    title = models.CharField(_("name of the page"), max_length=120)
    slug = models.CharField(_("address"), max_length=50)
    tag = models.CharField(_("articles filed under"), max_length=80, blank=True)
    lead_in = models.TextField(_("lead-in"), blank=True, max_length=2000)
    wide = models.ForeignKey(
        Picture,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("wide picture"),
    )
    narrow = models.ForeignKey(
        Picture,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture for phones"),
    )
    alt = models.CharField(_("words of the banner"), max_length=200, blank=True)
    in_menu = models.BooleanField(_("in the menu and on the front page"), default=True)
    shows_from = models.DateTimeField(_("from"), null=True, blank=True)
    shows_until = models.DateTimeField(_("until"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("page of a topic")
        verbose_name_plural = _("pages of topics")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["portal", "slug"],
                name="topic_page_once_per_address",
                violation_error_message=_("This portal already has a topic at this address."),
            ),
            models.CheckConstraint(
                condition=models.Q(shows_from__isnull=True)
                | models.Q(shows_until__isnull=True)
                | models.Q(shows_until__gt=models.F("shows_from")),
                name="topic_page_ends_after_it_begins",
                violation_error_message=_("It must leave the menu after it came."),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def address(self):
        return paths.topic(self.slug)

    def clean(self):
        if not paths.SECTION.match(self.slug or ""):
            raise ValidationError(
                {"slug": _("Use lower-case letters without marks, digits and hyphens.")}
            )
        if not paths.tag_key(self.tag or self.title):
            raise ValidationError({"tag": _("Write a name with letters or digits.")})
        if self.narrow_id and not self.wide_id:
            raise ValidationError({"wide": _("Choose the wide picture too.")})
        if self.wide_id and not self.alt.strip():
            raise ValidationError(
                {"alt": _("Say what the banner says, for those who cannot see it.")}
            )
