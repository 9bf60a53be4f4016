from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.newsroom.fields import FoldedField

from .part_models import Part, PartialUpload
from .people_models import PictureLink

__all__ = ["Attachment", "Part", "PartialUpload", "Picture", "PictureLink"]


def original_path(row, file_name):
    """Private storage, by content: the name a phone gave the file never becomes a path."""
    return f"originals/{row.sha256[:2]}/{row.sha256}"


class Picture(models.Model):
    """A picture of one portal's library. The original stays private; readers get renditions.

    `sha256` is of the original bytes; renditions are `<sha256>/<width>.<avif|webp|jpg>` for every
    width in `widths` (ascending, pixels, after turning upright), first in private storage, in
    public storage once something that shows the picture is published. `width` and `height` are
    those of the upright original. `event` is the key of the meeting it was taken at, or "".
    """

    portal = models.CharField(_("portal"), max_length=60)
    original = models.FileField(_("file"), upload_to=original_path, max_length=200)
    sha256 = models.CharField(max_length=64, editable=False)
    file_name = models.CharField(_("file name"), max_length=200, editable=False)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    widths = models.JSONField(default=list, editable=False)
    caption = models.CharField(_("caption"), max_length=500, blank=True)
    credit = models.CharField(_("picture credit"), max_length=120, blank=True)
    alt = models.CharField(
        _("description for people who cannot see"),
        max_length=300,
        blank=True,
        help_text=_("Say what somebody who cannot see must know; do not repeat the caption."),
    )
    focal_x = models.FloatField(
        _("point that must stay in sight, from the left"),
        default=0.5,
        validators=[MinValueValidator(0.0), MaxValueValidator(1.0)],
        help_text=_("From 0 (left edge) to 1 (right edge)."),
    )
    focal_y = models.FloatField(
        _("point that must stay in sight, from the top"),
        default=0.5,
        validators=[MinValueValidator(0.0), MaxValueValidator(1.0)],
        help_text=_("From 0 (top edge) to 1 (bottom edge)."),
    )
    shows_children = models.BooleanField(
        _("children in the picture"),
        default=False,
        help_text=_("Readers get such a picture only after somebody has agreed for the children."),
    )
    consent = models.CharField(
        _("consent for the children"),
        max_length=300,
        blank=True,
        help_text=_(
            "Who agreed and how, e.g. “the class teacher on behalf of the parents, by "
            "paper of 5 September”. Readers never see it."
        ),
    )
    people = models.CharField(
        _("people in the picture"),
        max_length=300,
        blank=True,
        help_text=_("Names from left to right, with commas between; the library finds them."),
    )
    event = models.CharField(_("meeting"), max_length=60, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("uploaded by")
    )
    uploaded_at = models.DateTimeField(_("uploaded"))
    folded = FoldedField("caption", "credit", "alt", "people", "file_name")

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["portal", "sha256"], name="picture_once_per_portal")
        ]
        indexes = [
            models.Index(fields=["portal", "-uploaded_at"], name="picture_portal_newest"),
            models.Index(fields=["portal", "event"], name="picture_of_event"),
        ]

    def __str__(self):
        return self.caption or self.file_name

    @property
    def lacks_consent(self) -> bool:
        """Children are in it and nobody has agreed for them."""
        return self.shows_children and not self.consent


class Attachment(models.Model):
    """A document readers may download, a video, or its captions (WebVTT). Private until published.

    Public as `<sha256>/<name>` in public storage, where `name` is safe for every file system.
    """

    portal = models.CharField(_("portal"), max_length=60)
    original = models.FileField(_("file"), upload_to=original_path, max_length=200)
    sha256 = models.CharField(max_length=64, editable=False)
    file_name = models.CharField(_("file name"), max_length=200, editable=False)
    name = models.CharField(_("name readers download"), max_length=120, editable=False)
    type = models.CharField(_("type"), max_length=100, editable=False)
    size = models.PositiveIntegerField(_("size"), editable=False)
    seconds = models.PositiveIntegerField(null=True, editable=False)  # of a video that says it
    title = models.CharField(_("document title"), max_length=300)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("uploaded by")
    )
    uploaded_at = models.DateTimeField(_("uploaded"))
    folded = FoldedField("title", "file_name")

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["portal", "sha256"], name="attachment_once_per_portal")
        ]

    def __str__(self):
        return self.title
