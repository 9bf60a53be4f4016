from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from apps.editions import paths
from apps.media.models import Attachment, Picture
from apps.meetings.models import Meeting
from apps.newsroom.fields import FoldedField
from apps.newsroom.indexes import SoughtIndex
from apps.newsroom.models import AppendOnly
from apps.portals.models import Portal, Section

from .body import BodyField
from .leaders.models import LeaderLink, Opinion
from .querysets import ArticleQuerySet
from .quick.models import QuickSend
from .release.models import ChecklistRule
from .review.models import Note, NoteAnswer
from .sending.models import Sending
from .topic_models import Topic
from .typed.models import Typed
from .withdrawal.models import HidingSeen

__all__ = [
    "Article",
    "ArticleAttachment",
    "ArticlePicture",
    "Byline",
    "ChecklistRule",
    "Contributor",
    "HidingSeen",
    "LeaderLink",
    "Note",
    "NoteAnswer",
    "Opinion",
    "QuickSend",
    "Sending",
    "Topic",
    "Typed",
]


class Article(models.Model):
    """A story as the newsroom sees it. Readers never see this row: they get cuts of it.

    Only verbs write it: `writing.py` the text, `workflow.py` the state.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        IN_REVIEW = "in_review", _("In review")
        SENT_BACK = "sent_back", _("Sent back")
        APPROVED = "approved", _("Approved, waiting to be published")
        PUBLISHED = "published", _("Published")

    class Genre(models.TextChoices):
        NEWS = "news", _("News")
        BRIEF = "brief", _("News in brief")
        PHOTO_NEWS = "photo_news", _("Photo news")
        FEATURE = "feature", _("Feature")
        REPORTAGE = "reportage", _("Reportage")
        PHOTO_STORY = "photo_story", _("Photo story")
        INTERVIEW = "interview", _("Interview")
        ROLE_MODEL = "role_model", _("Role model")
        COMMENTARY = "commentary", _("Political commentary")
        STUDY = "study", _("Studies and exchange")
        VIDEO = "video", _("Video")
        INFOGRAPHIC = "infographic", _("Infographic")
        ANNOUNCEMENT = "announcement", _("Announcement")
        PRESS_RELEASE = "press_release", _("Press release")
        REPOST = "repost", _("Repost")
        DIGEST = "digest", _("Digest")
        OBITUARY = "obituary", _("Obituary")

    portal = models.ForeignKey(
        Portal, models.PROTECT, related_name="articles", verbose_name=_("portal")
    )
    section = models.ForeignKey(
        Section,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("section"),
    )
    genre = models.CharField(_("genre"), max_length=20, choices=Genre, default=Genre.NEWS)
    headline = models.CharField(_("headline"), max_length=300)
    slug = models.CharField(_("address"), max_length=120, blank=True)
    sapo = models.TextField(
        _("lead"), blank=True, help_text=_("Who, what, when, where, who chaired; one paragraph.")
    )
    body = BodyField(_("body"), blank=True)
    source_prefix = models.CharField(
        _("source prefix"), max_length=30, blank=True, help_text=_("Without brackets, e.g. TTV")
    )
    outside_source = models.CharField(_("outside source"), max_length=200, blank=True)
    event_date = models.DateField(
        _("event date"),
        null=True,
        blank=True,
        help_text=_("Titles are checked as of this day, not as of the day of publication."),
    )
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("meeting"),
    )
    tags = models.CharField(_("topics"), max_length=300, blank=True)
    note = models.TextField(_("note to the editor"), blank=True)
    byline_office = models.CharField(_("office line"), max_length=120, blank=True)

    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    revision = models.PositiveIntegerField(default=1, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="articles",
        editable=False,
        verbose_name=_("written by"),
    )
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("handled by"),
    )
    claimed_at = models.DateTimeField(_("claimed"), null=True, editable=False)
    due_at = models.DateTimeField(_("wanted before"), null=True, editable=False)
    last_edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("last edited by"),
    )
    came_from = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("handed over from"),
    )
    came_at = models.DateTimeField(_("handed over"), null=True, editable=False)
    created_at = models.DateTimeField(_("created"), editable=False)
    changed_at = models.DateTimeField(_("changed"), editable=False)
    published_at = models.DateTimeField(
        _("date of publication"), null=True, blank=True, editable=False
    )
    published_has_time = models.BooleanField(default=True, editable=False)
    imported_section = models.CharField(
        _("section on the old portal"), max_length=200, blank=True, editable=False
    )
    # Updates and corrections readers are told of: see `release/grades.py`.
    notices = models.JSONField(default=list, editable=False)
    folded = FoldedField("headline", "sapo", "imported_section", "tags")
    carries = models.JSONField(default=list, editable=False)  # whom it names: see `carrying.py`

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-changed_at", "-pk"]
        indexes = [
            models.Index(fields=["portal", "state", "-changed_at", "-id"], name="article_desk"),
            models.Index(fields=["author", "-changed_at"], name="article_mine"),
            models.Index(
                fields=["author", "state", "-changed_at", "-id"], name="article_mine_in_work"
            ),
            models.Index(
                fields=["portal", "author", "-changed_at", "-id"], name="article_mine_listed"
            ),
            models.Index(
                fields=["portal", "handler", "-changed_at", "-id"], name="article_handled"
            ),
            models.Index(
                fields=["portal", "section", "-changed_at", "-id"], name="article_section"
            ),
            models.Index(fields=["portal", "-changed_at", "-id"], name="article_list"),
            models.Index(fields=["-changed_at", "-id"], name="article_changed"),
            SoughtIndex(
                fields=["portal", "-changed_at", "-id", "author", "folded"], name="article_sought"
            ),
            models.Index(
                fields=["due_at"], name="article_due", condition=models.Q(due_at__isnull=False)
            ),
        ]

    def __str__(self):
        return self.headline

    @property
    def key(self):
        return paths.article_key(self.pk)

    @property
    def address(self):
        """Where readers will find it, or '' while the section is not chosen."""
        return paths.article(self.section.slug, self.slug, self.pk) if self.section_id else ""

    def portal_pictures(self, ids):
        """{id: Picture} of this portal's library; a strange or foreign id is simply not there."""
        wanted = {number for number in ids if number}
        found = Picture.objects.filter(pk__in=wanted, portal=self.portal.key)
        return {picture.pk: picture for picture in found} if wanted else {}


class PlannedPiece(Article):
    """The same rows on the calendar: a screen of its own, no table of its own."""

    class Meta:
        proxy = True
        verbose_name = _("planned piece")
        verbose_name_plural = _("publishing calendar")


class Contributor(models.Model):
    """A name that stands under texts: a pen name of an account or an outside person."""

    portal = models.ForeignKey(
        Portal, models.CASCADE, related_name="contributors", verbose_name=_("portal")
    )
    name = models.CharField(_("pen name"), max_length=120)
    office = models.CharField(_("office"), max_length=120, blank=True)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="pen_names",
        verbose_name=_("account"),
    )
    folded = FoldedField("name", "office")

    class Meta:
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["portal", "name", "office"],
                name="contributor_once_per_portal",
                violation_error_message=_("This pen name already exists."),
            )
        ]

    def __str__(self):
        return f"{self.name} ({self.office})" if self.office else self.name


class Byline(models.Model):
    """Whose name stands under the text, as what, in which order."""

    class Role(models.TextChoices):
        TEXT_PHOTO = "text_photo", _("text and pictures")
        TEXT = "text", _("text")
        PHOTO = "photo", _("pictures")
        VIDEO = "video", _("video")
        DIGEST = "digest", _("compiled")

    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")
    contributor = models.ForeignKey(
        Contributor, models.PROTECT, related_name="bylines", verbose_name=_("pen name")
    )
    role = models.CharField(_("for"), max_length=12, choices=Role, default=Role.TEXT_PHOTO)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["position", "pk"]

    def __str__(self):
        return str(self.contributor)


class ArticlePicture(models.Model):
    """A picture in an article, with words of its own.

    Rows placed in the body repeat its figures in order (kept by `writing.py`): caption and
    description are typed there. A row without a picture is a caption whose picture is lost.
    """

    class Placement(models.TextChoices):
        LEAD = "lead", _("at the head")
        BODY = "body", _("in the text")
        GALLERY = "gallery", _("at the end")

    article = models.ForeignKey(Article, models.CASCADE, related_name="pictures")
    picture = models.ForeignKey(
        Picture,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    placement = models.CharField(
        _("place"), max_length=8, choices=Placement, default=Placement.LEAD
    )
    caption = models.CharField(_("caption"), max_length=500, blank=True)
    alt = models.CharField(_("description for people who cannot see"), max_length=300, blank=True)
    credit = models.CharField(_("picture credit"), max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("picture of the article")
        verbose_name_plural = _("pictures of the article")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.caption or str(self.picture)


class ArticleAttachment(models.Model):
    article = models.ForeignKey(Article, models.CASCADE, related_name="attachments")
    attachment = models.ForeignKey(
        Attachment, models.PROTECT, related_name="+", verbose_name=_("attachment")
    )
    title = models.CharField(_("title"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.title or str(self.attachment)


class Version(AppendOnly):
    """The text and its place as one save left them. Written by `past/versions.py` only.

    Names ("handed in", "published") are not stored: they follow from the acts (`past/timeline.py`).
    """

    article = models.ForeignKey(Article, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    revision = models.PositiveIntegerField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,  # nobody saved it: a credit or a focal point was changed in the library
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("at"))
    digest = models.CharField(max_length=64)
    placement = models.CharField(max_length=64)
    packed = models.BinaryField()
    blanked_at = models.DateTimeField(null=True, editable=False)  # its published copy was redacted

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="version_number_once")
        ]

    def __str__(self):
        return gettext("Version %(number)s") % {"number": self.number}

    @property
    def digests(self) -> tuple[str, str]:
        """(text, placement), as `content.both_digests` gives them."""
        return self.digest, self.placement
