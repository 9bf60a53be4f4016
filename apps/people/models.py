from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from apps.media.models import Picture
from apps.newsroom.fields import FoldedField
from apps.organizations.models import Organization
from lib.vietnamese.names import sort_key


class Person(models.Model):
    """An official. No home address, no family; the birth date only orders equal ranks."""

    source = models.CharField(max_length=60, blank=True, editable=False)
    ref = models.CharField(max_length=80, blank=True, editable=False)
    slug = models.CharField(max_length=120, unique=True, editable=False)
    name = models.CharField(_("full name"), max_length=120, help_text=_("As the person writes it."))
    other_spellings = models.JSONField(_("other spellings"), default=list, blank=True)
    sort_key = models.CharField(max_length=400, editable=False)
    portrait = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("portrait")
    )
    biography = models.TextField(_("short biography"), blank=True)
    born_on = models.DateField(
        _("born on"), null=True, blank=True, help_text=_("Private: only for the order of names.")
    )
    folded = FoldedField("name")

    class Meta:
        verbose_name = _("official")
        verbose_name_plural = _("officials")
        ordering = ["sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "ref"], condition=~models.Q(ref=""), name="person_once_per_source"
            )
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **options):
        self.sort_key = sort_key(self.name)
        super().save(*args, **options)


class Position(models.Model):
    """A rank in a body, with its place in the protocol order."""

    rank = models.CharField(_("rank"), max_length=120)
    body = models.ForeignKey(
        Organization,
        models.PROTECT,
        related_name="positions",
        verbose_name=pgettext_lazy("organization", "body"),
    )
    precedence = models.PositiveIntegerField(
        _("precedence"), default=999, help_text=_("The lower number stands first.")
    )
    seats = models.PositiveSmallIntegerField(
        pgettext_lazy("position", "seats"),
        null=True,
        blank=True,
        help_text=_("How many may hold it at once."),
    )

    class Meta:
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        ordering = ["precedence", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["rank", "body"], name="position_once_per_body")
        ]

    def __str__(self):
        return f"{self.rank} {self.body}"


class Term(models.Model):
    """A title is a fact with dates: this person held this position from one day to another.

    `starts_on` null means: on every day until the end. Both days are inclusive.
    """

    class Status(models.TextChoices):
        HOLDS = "holds", _("holds")
        ACTING = "acting", _("acting")
        IN_CHARGE = "in_charge", _("in charge")
        PROVISIONAL = "provisional", _("provisional")

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="terms", verbose_name=_("official")
    )
    position = models.ForeignKey(
        Position, models.PROTECT, related_name="terms", verbose_name=_("position")
    )
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.HOLDS)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    elected_on = models.DateField(_("elected on"), null=True, blank=True)
    approved_on = models.DateField(_("approved on"), null=True, blank=True)
    document = models.CharField(_("document"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("term of office")
        verbose_name_plural = _("terms of office")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts_on__isnull=True)
                | models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="term_ends_after_it_begins",
                violation_error_message=_("The last day must not be before the first."),
            )
        ]

    def __str__(self):
        return f"{self.person}, {self.position}"
