from django.conf import settings
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
    folded = FoldedField("name", "other_spellings")

    class Meta:
        verbose_name = _("official")
        verbose_name_plural = _("register of titles")
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


class Decision(models.Model):
    """A document that changes the register: several changes that count together or not at all.

    `changes` are the lines of `changes.py`. Drafted and signed by a keeper, it takes force when a
    second person signs exactly these lines; only then do terms and bodies change. A file loaded
    by command is in force at once and waits for its two signatures before public pages follow:
    `touched` ({"people": [ids], "bodies": [ids]}) are the pages it concerns. `told` keeps the words
    in which it was signed ({"sentences", "people": before and after}): the register moves on.
    """

    class Kind(models.TextChoices):
        TITLES = "titles", _("change of titles")
        BODIES = "bodies", _("reorganization of bodies")
        LOAD = "load", _("loaded file")

    class State(models.TextChoices):
        DRAFT = "draft", _("being drafted")
        PROPOSED = "proposed", _("waiting for the second signature")
        IN_FORCE = "in_force", _("in force")
        REVOKED = "revoked", _("revoked")
        DROPPED = "dropped", _("dropped")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.TITLES)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    subject = models.CharField(_("subject"), max_length=200)
    number = models.CharField(_("document number"), max_length=80, blank=True)
    decided_on = models.DateField(_("date of the document"), null=True, blank=True)
    changes = models.JSONField(_("changes"), default=list, blank=True)
    note = models.TextField(_("note"), blank=True)
    revision = models.PositiveIntegerField(default=0, editable=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    entered_at = models.DateTimeField(_("entered at"))
    in_force_at = models.DateTimeField(_("in force since"), null=True, editable=False)
    signed_at = models.DateTimeField(_("signed by two since"), null=True, editable=False)
    touched = models.JSONField(default=dict, editable=False)
    undo = models.JSONField(default=list, editable=False)
    told = models.JSONField(default=dict, editable=False)
    folded = FoldedField("subject", "number")

    class Meta:
        verbose_name = pgettext_lazy("register", "decision")
        verbose_name_plural = pgettext_lazy("register", "decisions")
        ordering = ["-entered_at", "-pk"]

    def __str__(self):
        return self.subject

    @property
    def key(self) -> str:
        """Its key in history and signatures."""
        return f"decision:{self.pk}"


class TermQuerySet(models.QuerySet):
    def held_on(self, day):
        """Titles held on that day; both ends count."""
        return self.filter(
            models.Q(starts_on__isnull=True) | models.Q(starts_on__lte=day),
            models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=day),
        )


class Term(models.Model):
    """A title is a fact with dates: this person held this position from one day to another.

    `starts_on` null means: on every day until the end. Both days are inclusive.
    """

    class Status(models.TextChoices):
        HOLDS = "holds", _("holds")
        ACTING = "acting", _("acting")
        IN_CHARGE = "in_charge", _("in charge")
        PROVISIONAL = "provisional", _("provisional")
        CONCURRENT = "concurrent", _("concurrently")

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="terms", verbose_name=_("official")
    )
    position = models.ForeignKey(
        Position, models.PROTECT, related_name="terms", verbose_name=_("position")
    )
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.HOLDS)
    precedence = models.PositiveIntegerField(
        _("own precedence"), null=True, blank=True, help_text=_("Wins over the position's.")
    )
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    elected_on = models.DateField(_("elected on"), null=True, blank=True)
    approved_on = models.DateField(_("approved on"), null=True, blank=True)
    document = models.CharField(_("document"), max_length=200, blank=True)
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, editable=False, related_name="terms"
    )

    objects = TermQuerySet.as_manager()

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


class Suggestion(models.Model):
    """A reporter saw that a title has changed: a note that lands on the keeper's desk."""

    class State(models.TextChoices):
        OPEN = "open", _("waiting")
        TAKEN = "taken", _("entered")
        REFUSED = "refused", _("not followed")

    text = models.TextField(
        _("what has changed"), help_text=_("Who, which title, since when, by which document.")
    )
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("official")
    )
    evidence = models.CharField(_("where it is written"), max_length=300, blank=True)
    portal = models.CharField(_("portal"), max_length=60, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    answer = models.CharField(_("answer"), max_length=300, blank=True)
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, editable=False, related_name="suggestions"
    )

    class Meta:
        verbose_name = _("suggested change of a title")
        verbose_name_plural = _("suggested changes of titles")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return self.text[:80]


class Proposal(models.Model):
    """A term the archive tells of: this name stood with this title from one day to another.

    `evidence` is a list of {"key": article key, "day": ISO day, "quote": words}, oldest first.
    """

    class State(models.TextChoices):
        OPEN = "open", _("waiting")
        ACCEPTED = "accepted", _("accepted")
        REFUSED = "refused", _("refused")

    portal = models.CharField(_("portal"), max_length=60, editable=False)
    name = models.CharField(_("full name"), max_length=120)
    rank = models.CharField(_("rank"), max_length=120)
    body_words = models.CharField(_("body as written"), max_length=200)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("official")
    )
    body = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=pgettext_lazy("organization", "body"),
    )
    first_seen = models.DateField(_("first seen"))
    last_seen = models.DateField(_("last seen"))
    times = models.PositiveIntegerField(_("times"))
    evidence = models.JSONField(default=list, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, editable=False, related_name="proposals"
    )
    folded = FoldedField("name", "rank", "body_words")

    class Meta:
        verbose_name = _("proposed term")
        verbose_name_plural = _("proposed terms")
        ordering = ["-times", "name", "pk"]

    def __str__(self):
        return f"{self.name}, {self.rank} {self.body_words}"


class RegisterVersion(models.Model):
    """One row: how often the register has changed (`versions.py`)."""

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("version of the register")
        verbose_name_plural = _("version of the register")

    def __str__(self):
        return str(self.number)
