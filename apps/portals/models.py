from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.editions import paths
from apps.media.models import Picture

from .mourning_models import Mourning
from .querysets import DelegationManager, SeatQuerySet
from .roles import Role
from .topic_models import TopicPage

__all__ = [
    "Banner",
    "Delegation",
    "Domain",
    "HouseStyle",
    "MenuItem",
    "Portal",
    "Seat",
    "Section",
    "TopicPage",
]

__all__ = [
    "Banner", "Delegation", "Domain", "HolidayBanner", "HouseStyle", "MenuItem", "Mourning",
    "Portal", "Seat", "Section",
]  # fmt: skip


class Portal(models.Model):
    """An office's public face. `committee` is a key, since `organizations` stands beside."""

    key = models.SlugField(
        _("code"), max_length=60, unique=True, help_text=_("Short, without marks; never changes.")
    )
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=80, blank=True)
    committee = models.CharField(_("committee"), max_length=120, blank=True)
    welcome = models.CharField(_("welcome line"), max_length=300, blank=True)
    masthead = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("masthead")
    )
    contact = models.TextField(_("contact lines"), blank=True, help_text=_("One line each."))
    responsibility = models.CharField(_("responsibility line"), max_length=300, blank=True)
    about = models.TextField(
        _("about the office"),
        blank=True,
        max_length=4000,
        help_text=_("For the page of contacts. An empty line begins a new paragraph."),
    )
    editors_approve = models.BooleanField(
        _("editors approve and publish"),
        default=False,
        help_text=_("Otherwise only the chief and the deputy chiefs do."),
    )

    practice_of = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="practice",
        verbose_name=_("practice portal of"),
    )
    practice_since = models.DateTimeField(_("practised since"), null=True, editable=False)

    class Meta:
        verbose_name = _("portal")
        verbose_name_plural = _("portals")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(practice_of__isnull=True, practice_since__isnull=True)
                | models.Q(practice_of__isnull=False, practice_since__isnull=False),
                name="portal_practice_has_a_beginning",
            )
        ]

    def __str__(self):
        return self.name

    @property
    def is_practice(self) -> bool:
        """Made by `practice.py`: nothing of it ever reaches readers."""
        return self.practice_of_id is not None


class Domain(models.Model):
    portal = models.ForeignKey(
        Portal, models.CASCADE, related_name="domains", verbose_name=_("portal")
    )
    name = models.CharField(
        _("domain name"),
        max_length=250,
        unique=True,
        help_text=_("Without https://. An asterisk answers for every unknown name."),
    )

    class Meta:
        verbose_name = _("domain name")
        verbose_name_plural = _("domain names")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def clean(self):
        if self.portal_id and self.portal.is_practice:
            raise ValidationError({"portal": _("A practice portal never has a domain name.")})


class HouseStyle(models.Model):
    """How a portal writes dates, bylines and ends; applied to readers' pages, never to texts."""

    class Dateline(models.TextChoices):
        LONG = "long", "Thứ Hai, 11/10/2021, 07:28"
        UPDATED = "updated", "Cập nhật lúc: 18:47 01/10/2019"
        POSTED_PIPE = "posted_pipe", "Ngày đăng 11/10/2021 | 07:28"
        POSTED_AMPM = "posted_ampm", "Thời gian đăng: 02/04/2021 03:17:35 PM"
        DATE = "date", "11/10/2021"
        NONE = "none", _("hidden")

    class Prefix(models.TextChoices):
        BRACKETS = "brackets", "(TTV) …"
        DASH = "dash", "TTV - …"
        NONE = "none", _("hidden")

    class Office(models.TextChoices):
        UNDER = "under", _("under the names")
        SAME_LINE = "same_line", _("on the same line")
        NONE = "none", _("hidden")

    portal = models.OneToOneField(
        Portal, models.CASCADE, related_name="style", verbose_name=_("portal")
    )
    dateline = models.CharField(
        _("dateline"), max_length=20, choices=Dateline, default=Dateline.LONG
    )
    views = models.CharField(
        _("label of the view count"),
        max_length=40,
        blank=True,
        help_text=_("Empty: the count is hidden."),
    )
    source_prefix = models.CharField(
        _("source prefix"), max_length=10, choices=Prefix, default=Prefix.BRACKETS
    )
    byline_label = models.CharField(
        _("label before the names"), max_length=40, blank=True, default="Tin, ảnh:"
    )
    byline_joiner = models.CharField(_("between names"), max_length=8, default=" – ")
    byline_office = models.CharField(
        _("office line"), max_length=10, choices=Office, default=Office.UNDER
    )
    end_mark = models.CharField(
        _("end mark"),
        max_length=8,
        blank=True,
        choices=[("", _("none")), ("./.", "./."), (".../.", ".../."), ("…/.", "…/.")],
    )

    class Meta:
        verbose_name = _("house style")
        verbose_name_plural = _("house style")

    def __str__(self):
        return f"{self.portal}"


class Section(models.Model):
    """A place in the site's map; two levels. The slug is public and permanent once used."""

    portal = models.ForeignKey(
        Portal, models.CASCADE, related_name="sections", verbose_name=_("portal")
    )
    slug = models.CharField(_("address"), max_length=60)
    title = models.CharField(_("name"), max_length=120)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("within"),
    )
    description = models.CharField(_("description"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["portal", "slug"],
                name="section_slug_once_per_portal",
                violation_error_message=_("This portal already has a section at this address."),
            )
        ]

    def __str__(self):
        return self.title

    def clean(self):
        if not paths.section_slug_is_allowed(self.slug or ""):
            raise ValidationError(
                {
                    "slug": _(
                        "Use lower-case letters without marks, digits and hyphens; not a reserved "
                        "word, and not a number at the end."
                    )
                }
            )
        if self.parent_id and (self.parent.parent_id or self.parent.portal_id != self.portal_id):
            raise ValidationError({"parent": _("Sections have two levels within one portal.")})

    def top(self):
        """The section of the first level it belongs to: itself or its parent."""
        return self.parent or self


class MenuItem(models.Model):
    """A line of the main menu; without any, the menu is the list of sections."""

    portal = models.ForeignKey(
        Portal, models.CASCADE, related_name="menu", verbose_name=_("portal")
    )
    title = models.CharField(_("words in the menu"), max_length=80)
    section = models.ForeignKey(
        Section, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("section")
    )
    address = models.CharField(
        _("or address"), max_length=300, blank=True, help_text=_("Begins with / or https://")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("menu line")
        verbose_name_plural = _("menu")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.title

    def clean(self):
        if not self.section_id and not self.address.startswith(("/", "https://", "http://")):
            raise ValidationError(_("Choose a section or write an address."))


class Banner(models.Model):
    """A picture with a time of its own; goes out with the frame, signed by two.

    In mourning only a `sober` one shows. `occasion` says for which holiday of which year it was
    prepared ("tet-2027"), else ''.
    """

    class Slot(models.TextChoices):
        TOP = "top", _("under the masthead, on every page")
        HOME = "side", _("on the front page, between top stories and sections")
        END = "end", _("at the end of every article")

    portal = models.ForeignKey(
        Portal, models.CASCADE, related_name="banners", verbose_name=_("portal")
    )
    slot = models.CharField(_("place"), max_length=10, choices=Slot, default=Slot.TOP)
    wide = models.ForeignKey(
        Picture, models.PROTECT, related_name="+", verbose_name=_("wide picture")
    )
    narrow = models.ForeignKey(
        Picture,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture for phones"),
    )
    alt = models.CharField(_("words of the banner"), max_length=200)
    address = models.CharField(_("link"), max_length=300, blank=True)
    shows_from = models.DateTimeField(_("from"), null=True, blank=True)
    shows_until = models.DateTimeField(_("until"), null=True, blank=True)
    sober = models.BooleanField(_("shows in mourning too"), default=False)
    occasion = models.CharField(_("holiday"), max_length=40, blank=True, editable=False)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("banner")
        verbose_name_plural = _("banners")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(shows_from__isnull=True)
                | models.Q(shows_until__isnull=True)
                | models.Q(shows_until__gt=models.F("shows_from")),
                name="banner_ends_after_it_begins",
                violation_error_message=_("The banner must end after it begins."),
            )
        ]

    def __str__(self):
        return self.alt


class HolidayBanner(Banner):
    """The banners of a year's holidays, on one screen; `holidays.py` writes them."""

    class Meta:
        proxy = True
        verbose_name = _("holiday")
        verbose_name_plural = _("holidays")


class Seat(models.Model):
    """The only source of editorial rights: this person, on this portal, as this, these days."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="seats", verbose_name=_("person")
    )
    portal = models.ForeignKey(
        Portal, models.CASCADE, related_name="seats", verbose_name=_("portal")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True, help_text=_("Inclusive."))
    delegated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("delegated by"),
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    document = models.CharField(_("number of the document"), max_length=120, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True, editable=False)

    practises = False  # set on the copies that `seats.seats_on` gives for a practice portal

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        ordering = ["portal", "user", "starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="seat_ends_after_it_begins",
                violation_error_message=_("The last day must not be before the first."),
            ),
            models.CheckConstraint(
                condition=models.Q(
                    role=Role.DELEGATE, delegated_by__isnull=False, ends_on__isnull=False
                )
                | ~models.Q(role=Role.DELEGATE) & models.Q(delegated_by__isnull=True),
                name="seat_delegated_by_somebody_until_a_day",
                violation_error_message=_("Approving is delegated by a chief, until a day."),
            ),
        ]

    def __str__(self):
        return f"{self.user}: {self.get_role_display()}"

    def clean(self):
        if self.portal_id and self.portal.is_practice:
            raise ValidationError(
                {"portal": _("On a practice portal people have the roles of its office.")}
            )


class Delegation(Seat):
    """Approving handed on by a chief between two days; `delegating.py` alone writes it."""

    objects = DelegationManager()

    class Meta:
        proxy = True
        verbose_name = _("delegation of approving")
        verbose_name_plural = _("delegations of approving")
        ordering = ["-starts_on", "-pk"]

    def __str__(self):
        return f"{self.delegated_by} → {self.user}"
