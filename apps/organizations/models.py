from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from apps.newsroom.fields import FoldedField

from .querysets import OrganizationQuerySet


class Organization(models.Model):
    """A party, state or mass body. A renamed body is a new row; a name is never a key.

    Identity for exchange is (source, ref): the file it came from and its id there.
    """

    class Kind(models.TextChoices):
        PARTY_COMMITTEE = "party_committee", _("party committee")
        STANDING_COMMITTEE = "standing_committee", _("standing committee")
        PARTY_BOARD = "party_board", _("party board")
        PEOPLE_COUNCIL = "people_council", _("People's Council")
        PEOPLE_COMMITTEE = "people_committee", _("People's Committee")
        FRONT = "front", _("Fatherland Front")
        MASS_ORG = "mass_org", _("mass organization")
        PRESS = "press", _("press")
        MILITARY = "military", _("military")
        POLICE = "police", _("police")
        OTHER = "other", _("other")

    class Level(models.TextChoices):
        CENTRAL = "central", _("central")
        PROVINCE = "province", _("province")
        DISTRICT = "district", _("district")
        COMMUNE = "commune", _("commune")

    source = models.CharField(max_length=60, blank=True, editable=False)
    ref = models.CharField(max_length=80, blank=True, editable=False)
    slug = models.CharField(max_length=120, unique=True, editable=False)
    name = models.CharField(_("official name"), max_length=200)
    short_names = models.JSONField(_("other names"), default=list, blank=True)
    abbreviations = models.JSONField(_("abbreviations"), default=list, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.OTHER)
    level = models.CharField(_("level"), max_length=10, choices=Level)
    place = models.CharField(pgettext_lazy("organization", "place"), max_length=120, blank=True)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("superior body"),
    )
    valid_from = models.DateField(_("exists from"), null=True, blank=True)
    valid_to = models.DateField(_("exists until"), null=True, blank=True)
    founding_document = models.CharField(_("founding document"), max_length=200, blank=True)
    folded = FoldedField("name", "place")

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("organization", "body")
        verbose_name_plural = _("bodies")
        ordering = ["name", "valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "ref"],
                condition=~models.Q(ref=""),
                name="organization_once_per_source",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_to__isnull=True)
                | models.Q(valid_to__gte=models.F("valid_from")),
                name="organization_ends_after_it_begins",
                violation_error_message=_("The last day must not be before the first."),
            ),
        ]

    def __str__(self):
        return self.name


class Succession(models.Model):
    """What became of a body: many to many, dated, with the deciding document."""

    class Kind(models.TextChoices):
        RENAMED = "renamed", _("renamed")
        MERGED = "merged", _("merged")
        SPLIT = "split", _("split")
        TAKEN_OVER = "taken_over", _("function taken over")

    before = models.ForeignKey(
        Organization, models.PROTECT, related_name="successions", verbose_name=_("from")
    )
    after = models.ForeignKey(
        Organization, models.PROTECT, related_name="origins", verbose_name=_("to")
    )
    on = models.DateField(_("on"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    document = models.CharField(_("document"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("succession")
        verbose_name_plural = _("successions")
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["before", "after"], name="succession_once"),
            models.CheckConstraint(
                condition=~models.Q(before=models.F("after")), name="succession_between_two"
            ),
        ]

    def __str__(self):
        return f"{self.before} → {self.after}"
