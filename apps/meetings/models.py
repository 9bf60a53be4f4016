import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from apps.editions import paths
from apps.media.models import Attachment
from apps.newsroom.fields import FoldedField
from apps.organizations.models import Organization
from apps.people.models import Person
from apps.portals.models import Portal

from .querysets import MeetingQuerySet

NUMBERS = 10**8, 10**9


def random_number() -> int:
    """Nine digits drawn by lot: neighbours' numbers say nothing about what is not public."""
    return secrets.randbelow(NUMBERS[1] - NUMBERS[0]) + NUMBERS[0]


class Meeting(models.Model):
    """A meeting, or a line of the weekly schedule: the same thing before and after it is held.

    Only what `is_public` says may reach readers; `no_coverage` ("không đưa tin") keeps reporters
    away. Times are instants; `starts_has_time` is false where only the day, or the morning,
    afternoon or evening of it, is known (`times.SESSION_STARTS`). `number` stands in public
    addresses and keys in place of the row's id, whose gaps would tell of meetings kept private.
    """

    class Form(models.TextChoices):
        IN_PERSON = "in_person", _("in person")
        ONLINE = "online", _("online")
        BOTH = "both", _("in person with remote points")

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        POSTPONED = "postponed", _("postponed")
        CANCELLED = "cancelled", _("cancelled")

    number = models.PositiveBigIntegerField(unique=True, default=random_number, editable=False)
    portal = models.ForeignKey(
        Portal, models.PROTECT, related_name="meetings", verbose_name=_("portal")
    )
    title = models.CharField(pgettext_lazy("meeting", "title"), max_length=300)
    slug = models.CharField(max_length=120, blank=True, editable=False)
    kind = models.CharField(_("kind"), max_length=60, blank=True)
    host = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name=pgettext_lazy("meeting", "host"),
    )
    series = models.CharField(_("series"), max_length=120, blank=True)
    period = models.CharField(_("period reviewed"), max_length=60, blank=True)
    starts_at = models.DateTimeField(_("begins"))
    starts_has_time = models.BooleanField(default=True, editable=False)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    place = models.CharField(pgettext_lazy("meeting", "place"), max_length=200, blank=True)
    form = models.CharField(_("form"), max_length=10, choices=Form, default=Form.IN_PERSON)
    remote_points = models.JSONField(_("remote points"), default=list, blank=True)
    chair_words = models.CharField(_("chaired by"), max_length=300, blank=True)
    guest_words = models.CharField(_("attended by"), max_length=500, blank=True)
    prepared_by = models.CharField(_("prepared by"), max_length=200, blank=True)
    agenda = models.TextField(_("agenda"), blank=True)
    public_link = models.URLField(_("public live link"), blank=True)
    private_link = models.CharField(_("the meeting's own link"), max_length=300, blank=True)
    is_public = models.BooleanField(_("public"), default=False)
    no_coverage = models.BooleanField(_("no coverage"), default=False)
    needs_reporter = models.BooleanField(_("needs a reporter"), default=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PLANNED)
    revision = models.PositiveIntegerField(default=0, editable=False)
    folded = FoldedField("title", "series", "place")

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["-starts_at", "-pk"]
        indexes = [models.Index(fields=["portal", "starts_at"], name="meeting_portal_starts")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__isnull=True)
                | models.Q(ends_at__gte=models.F("starts_at")),
                name="meeting_ends_after_it_begins",
                violation_error_message=_("A meeting must not end before it begins."),
            ),
            models.CheckConstraint(
                condition=~models.Q(is_public=True, no_coverage=True),
                name="meeting_without_coverage_is_not_public",
                violation_error_message=_("What gets no coverage cannot be public."),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def key(self) -> str:
        """Its key in history, signatures and editions."""
        return f"meeting:{self.number}"

    @property
    def sent(self) -> list[tuple[str, list[str]]]:
        """(name, what for) of everybody who is sent there; reads `assignments` as loaded."""
        found = {}
        for row in self.assignments.all():
            found.setdefault(str(row.user), []).append(row.get_part_display())
        return list(found.items())

    @property
    def address(self) -> str:
        """Where readers find its page."""
        return paths.meeting(self.slug, self.number)


class ScheduleLine(Meeting):
    """The same rows as lines of a week: a screen of its own, no table of its own."""

    class Meta:
        proxy = True
        verbose_name = _("schedule line")
        verbose_name_plural = _("work schedule")


class Assignment(models.Model):
    """Who goes to a meeting for the portal: one who reports, one who takes photos.

    Written by `assigning.py` only.
    """

    class Part(models.TextChoices):
        REPORTER = "reporter", _("reports on it")
        PHOTOGRAPHER = "photographer", _("takes the photos")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="assignments")
    part = models.CharField(_("for"), max_length=12, choices=Part)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("who goes"),
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("assigned by")
    )
    at = models.DateTimeField(_("assigned"))

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["-part"]  # who reports before who takes the photos
        constraints = [
            models.UniqueConstraint(fields=["meeting", "part"], name="assignment_once_per_part")
        ]
        indexes = [models.Index(fields=["user", "meeting"], name="assignment_of_user")]

    def __str__(self):
        return str(self.user)


class Attendance(models.Model):
    """Who took part and how; `label` is a body, a group or a person the register does not know.

    `title_words` are the titles written here by hand; empty: those of the register on the day.
    `pasted` is the line as it came; `asked` are ids of officials whose name is near to it: until
    somebody confirms or denies them, the line is a question and the list cannot go out.
    `half` says which side of a handover on the meeting's day counts for him; '' on other days.
    """

    class Role(models.TextChoices):
        CHAIR = "chair", _("chairs")
        CO_CHAIR = "co_chair", _("co-chairs")
        ATTENDS = "attends", _("attends")
        STANDS_IN = "stands_in", _("attends for somebody")
        ABSENT = "absent", _("absent")

    class Part(models.TextChoices):
        REPORTS = "reports", _("reports")
        SPEAKS = "speaks", _("speaks")
        CONCLUDES = "concludes", _("concludes")

    class Half(models.TextChoices):
        BEFORE = "before", _("before the handover")
        AFTER = "after", _("after the handover")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendance")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("official")
    )
    label = models.CharField(_("written as"), max_length=300, blank=True)
    title_words = models.CharField(_("titles written by hand"), max_length=300, blank=True)
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.ATTENDS)
    part = models.CharField(_("part"), max_length=10, choices=Part, blank=True)
    half = models.CharField(_("titles of"), max_length=6, choices=Half, blank=True)
    for_whom = models.CharField(_("stands in for"), max_length=120, blank=True)
    pasted = models.CharField(_("as pasted"), max_length=500, blank=True, editable=False)
    asked = models.JSONField(default=list, blank=True, editable=False)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.label or str(self.person)


class MeetingDocument(models.Model):
    """A paper of the meeting, from the portal's library."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="documents")
    attachment = models.ForeignKey(
        Attachment, models.PROTECT, related_name="+", verbose_name=_("document")
    )
    title = models.CharField(_("title"), max_length=200, blank=True)
    is_public = models.BooleanField(_("public"), default=False)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("meeting document")
        verbose_name_plural = _("meeting documents")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.title or str(self.attachment)
